import { ADAPTIVE_CARD, isRecord } from './wire-activity';
import type { Exchange } from './bot-link';

/** A task module (dialog) as the bot asked for it. */
export interface TaskInfo {
  readonly title?: string;
  readonly width?: unknown;
  readonly height?: unknown;
  readonly card?: unknown;
  readonly url?: string;
}

/** What a client understands of the bot's answer to an invoke. */
export type InvokeOutcome =
  | { readonly outcome: 'card'; readonly card: Record<string, unknown> }
  | { readonly outcome: 'message'; readonly text: string }
  | { readonly outcome: 'dialog'; readonly task: TaskInfo }
  /** The bot's own error, or anything a client cannot read: status, or an answer that came too late. */
  | { readonly outcome: 'error'; readonly text: string; readonly code: string }
  | { readonly outcome: 'nothing' };

const UNREADABLE = 'Something went wrong. Please try again.';

/** Reads the answer to `adaptiveCard/action`. */
export function readActionAnswer({ status, body }: Exchange): InvokeOutcome {
  if (status !== 200 || !isRecord(body)) return { outcome: 'error', code: `http-${String(status)}`, text: UNREADABLE };
  const { type, value } = body;
  if (type === ADAPTIVE_CARD && isRecord(value)) return { outcome: 'card', card: value };
  if (type === 'application/vnd.microsoft.activity.message')
    return { outcome: 'message', text: typeof value === 'string' ? value : '' };
  if (type === 'application/vnd.microsoft.error' && isRecord(value)) {
    return { outcome: 'error', code: String(value.code), text: String(value.message) };
  }
  if (body.statusCode === 200 && type === undefined) return { outcome: 'nothing' };
  return { outcome: 'error', code: 'unreadable', text: UNREADABLE };
}

/** Reads the answer to `task/fetch` or `task/submit`; an empty one closes the dialog. */
export function readTaskAnswer({ status, body }: Exchange): InvokeOutcome {
  if (status !== 200) return { outcome: 'error', code: `http-${String(status)}`, text: UNREADABLE };
  if (!isRecord(body) || !isRecord(body.task)) return { outcome: 'nothing' };
  const { type, value } = body.task;
  if (type === 'message') return { outcome: 'message', text: String(value) };
  if (type !== 'continue' || !isRecord(value)) return { outcome: 'error', code: 'unreadable', text: UNREADABLE };
  const card = isRecord(value.card) ? (value.card.content ?? value.card) : undefined;
  return {
    outcome: 'dialog',
    task: {
      ...(typeof value.title === 'string' ? { title: value.title } : {}),
      ...(value.width === undefined ? {} : { width: value.width }),
      ...(value.height === undefined ? {} : { height: value.height }),
      ...(card === undefined ? {} : { card }),
      ...(typeof value.url === 'string' ? { url: value.url } : {}),
    },
  };
}
