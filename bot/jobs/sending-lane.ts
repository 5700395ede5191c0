import type { Stored } from '../../src/kernel/row-store';
import type { QueuedMessage } from '../../src/domain/message';
import { claimMessages } from './claim-messages';
import type { BackgroundDeps } from './background-deps';
import { LaneLease } from './lane-lease';
import { programmeIds } from './programmes';
import type { RetryBackoff } from './retry-backoff';
import { SendBudget } from './send-budget';
import { sendMessage, type SendTurn } from './send-message';

/** Teams is never asked to wait longer than this, whatever its answer says. */
const longestPause = 900_000;

export interface LanePass {
  /** False while another process holds the lane. */
  readonly held: boolean;
  /** Messages worked on. */
  readonly handled: number;
}

/** Drains the queues of all programmes in turn, within the tenant's budget. */
export class SendingLane {
  private readonly lease: LaneLease;
  private readonly budget: SendBudget;
  private stopping = false;

  constructor(
    private readonly deps: BackgroundDeps,
    private readonly later: RetryBackoff,
  ) {
    this.lease = new LaneLease(deps);
    this.budget = new SendBudget(deps.pace.sendsPerSecond, deps.realClock, deps.sleep);
  }

  /** Sends what may go now: round by round, each programme its share, until nothing is left or Teams wants a rest. */
  async pass(): Promise<LanePass> {
    let handled = 0;
    for (;;) {
      if (!(await this.lease.hold())) return { held: false, handled };
      if (!this.mayGoOn()) return { held: true, handled };
      let round = 0;
      for (const programmeId of await programmeIds(this.deps.ports)) round += await this.turn(programmeId);
      handled += round;
      if (round === 0) return { held: true, handled };
    }
  }

  /** No new message is begun from now on. */
  stop(): void {
    this.stopping = true;
  }

  async release(): Promise<void> {
    await this.lease.release();
  }

  private mayGoOn(): boolean {
    return !this.stopping && this.lease.notBefore() <= this.deps.realClock.now();
  }

  private async turn(programmeId: string): Promise<number> {
    const key = `${programmeId}|lane`;
    if (!this.mayGoOn() || !this.later.mayTry(key)) return 0;
    try {
      if (!(await this.lease.hold())) return 0;
      const { messages, oldest } = await claimMessages(this.deps, programmeId, this.deps.pace.sendsTogether);
      if (oldest !== undefined)
        this.deps.metrics.laneLag(
          Math.max(0, (Date.parse(this.deps.programmeClock.now()) - Date.parse(oldest)) / 1000),
        );
      await Promise.all(byRecipient(messages).map((chain) => this.sendChain(programmeId, chain)));
      this.later.clear(key);
      return messages.length;
    } catch (error) {
      this.later.note(key);
      this.deps.metrics.tickFailure('lane');
      this.deps.log.error(
        { programmeId, step: 'lane', ...this.deps.errorFields(error) },
        'The lane failed for a programme and goes on with the others',
      );
      return 0;
    }
  }

  /** One person's messages go one after the other, in their order. */
  private async sendChain(programmeId: string, chain: readonly Stored<QueuedMessage>[]): Promise<void> {
    for (const message of chain) {
      try {
        await sendMessage(this.deps, programmeId, message, this.sendTurn());
      } catch (error) {
        // The claim stays: when it runs out the message is judged by how far it had come.
        this.deps.metrics.send(message.value.kind, 'error');
        this.deps.log.error(
          {
            programmeId,
            messageId: message.value.id,
            kind: message.value.kind,
            correlationId: message.value.correlationId,
            ...this.deps.errorFields(error),
          },
          'A message was left where it was',
        );
      }
    }
  }

  private sendTurn(): SendTurn {
    return {
      mayGo: async () => {
        if (!this.mayGoOn()) return false;
        await this.budget.take();
        return this.mayGoOn();
      },
      slowTenant: (milliseconds) => this.lease.slow(Math.min(longestPause, Math.max(1_000, milliseconds))),
    };
  }
}

function byRecipient(messages: readonly Stored<QueuedMessage>[]): readonly (readonly Stored<QueuedMessage>[])[] {
  const chains = new Map<string, Stored<QueuedMessage>[]>();
  for (const message of messages) {
    const { recipient } = message.value;
    const key = recipient.to === 'channel' ? 'channel' : `${recipient.to}|${recipient.id}`;
    chains.set(key, [...(chains.get(key) ?? []), message]);
  }
  return [...chains.values()];
}
