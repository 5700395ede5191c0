import type { Cloud } from './cloud';
import type { WireActivity } from './wire-activity';

const DEFAULT_TIMEOUT_MS = 15_000;

/** One activity posted to the bot, and what the bot answered. */
export interface Exchange {
  readonly number: number;
  /** Programme time. */
  readonly at: string;
  readonly directoryId?: string;
  readonly activity: WireActivity;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  /** The body, read as JSON where it is JSON. */
  readonly body: unknown;
  /** Why no answer came. */
  readonly error?: string;
  readonly milliseconds: number;
}

/** Posts activities to the bot with the signature Teams puts on them, and keeps every answer. */
export class BotLink {
  private readonly made: Exchange[] = [];

  constructor(private readonly cloud: Cloud) {}

  /** Posts one activity; a bot that does not answer gives status 0, nothing is thrown. */
  async post(activity: WireActivity, directoryId?: string): Promise<Exchange> {
    const started = performance.now();
    const answer = await this.ask(activity);
    const exchange: Exchange = {
      number: this.made.length + 1,
      at: this.cloud.now(),
      ...(directoryId === undefined ? {} : { directoryId }),
      activity,
      ...answer,
      milliseconds: performance.now() - started,
    };
    this.made.push(exchange);
    return exchange;
  }

  /** Exchanges after the given number, in the order their answers came. */
  since(number = 0): readonly Exchange[] {
    return this.made.slice(number);
  }

  private async ask(activity: WireActivity): Promise<{ status: number; body: unknown; error?: string }> {
    const { botEndpoint } = this.cloud.live;
    if (!botEndpoint) return { status: 0, body: undefined, error: 'No bot endpoint is set.' };
    try {
      const token = await this.cloud.botFramework.signInbound(this.cloud.serviceUrl());
      const response = await fetch(botEndpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(this.cloud.options.invokeTimeoutMs ?? DEFAULT_TIMEOUT_MS),
      });
      return { status: response.status, body: readBody(await response.text()) };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
      return { status: 0, body: undefined, error: `${String(error)}${cause}` };
    }
  }
}

function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
