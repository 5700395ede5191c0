import type { Instant } from '../../src/kernel/clock';
import type { Stored } from '../../src/kernel/row-store';
import type { CardEdit } from '../../src/domain/card';
import type { QueuedMessage } from '../../src/domain/message';
import { atOnce, never } from '../../src/domain/shard-rules';
import { claimMessages, firstMoment } from './claim-messages';
import type { BackgroundDeps } from './background-deps';
import { editCards, editKind, findEdits } from './edit-cards';
import { InFlight } from './in-flight';
import { LaneLease, longestPause } from './lane-lease';
import { requeue } from './message-ending';
import { programmeIds } from './programmes';
import type { RetryBackoff } from './retry-backoff';
import { repeatAfter, sendMessage, type SendTurn } from './send-message';
import { SerialQueue } from './serial-queue';

const usualPatience = 1_000;

export interface LanePass {
  /** False while another process holds the lane. */
  readonly held: boolean;
  /** Messages worked on. */
  readonly handled: number;
}

/** Drains the queues of all programmes in turn, within the tenant's budget: messages, then cards that are to say something else. */
export class SendingLane {
  private readonly lease: LaneLease;
  private readonly inFlight: InFlight;
  private readonly patience: number;
  private readonly conversations = new Map<string, SerialQueue>();
  private stopping = false;
  private clear = false;
  private nothingUntil: Instant = atOnce;

  constructor(
    private readonly deps: BackgroundDeps,
    private readonly later: RetryBackoff,
  ) {
    this.lease = new LaneLease(deps);
    this.patience = deps.patienceMilliseconds ?? usualPatience;
    this.inFlight = new InFlight(2 * deps.pace.sendsTogether);
  }

  /**
   * Sends what may go now: round by round, each programme its share, until nothing is left or Teams wants a rest. What hangs goes on beside
   * the others, and is waited for at the end. Where nothing may go the lane is neither taken nor kept.
   */
  async pass(): Promise<LanePass> {
    let handled = 0;
    this.clear = false;
    this.nothingUntil = atOnce;
    try {
      for (;;) {
        if (!this.lease.isLive()) {
          const moment = await this.lookAhead();
          if (moment > this.deps.programmeClock.now()) {
            this.clear = true;
            this.nothingUntil = moment;
            return { held: false, handled };
          }
          if (!(await this.lease.hold())) return { held: false, handled };
        }
        if (!this.mayGoOn()) return { held: true, handled };
        let round = 0;
        let isWhole = true;
        for (const programmeId of await programmeIds(this.deps.ports)) {
          const worked = await this.turn(programmeId);
          round += worked ?? 0;
          if (worked === undefined) isWhole = false;
        }
        handled += round;
        if (round > 0) continue;
        if (this.inFlight.isEmpty()) {
          this.clear = isWhole;
          return { held: true, handled };
        }
        await this.inFlight.wait(this.deps.pace.tickSeconds * 1000);
      }
    } finally {
      await this.inFlight.landed();
    }
  }

  /** Whether the last pass sent everything that might go. */
  isClear(): boolean {
    return this.clear;
  }

  /** Programme time before which nothing may go, by the last pass; `atOnce` where something waits or the lane is held here. */
  quietUntil(): Instant {
    return this.nothingUntil;
  }

  /** Something new may have been queued: a pass that waits for what hangs looks again. */
  wake(): void {
    this.inFlight.moved();
  }

  /** No new message is begun from now on. */
  stop(): void {
    this.stopping = true;
    this.inFlight.moved();
  }

  async release(): Promise<void> {
    await this.lease.release();
  }

  /** The first moment at which a message of any programme may go; at once where a programme cannot be asked. */
  private async lookAhead(): Promise<Instant> {
    let first = never;
    for (const programmeId of await programmeIds(this.deps.ports)) {
      const key = laneOf(programmeId);
      const moment = this.later.mayTry(key)
        ? await this.orFailed<Instant | undefined>(programmeId, () => firstMoment(this.deps, programmeId), atOnce)
        : atOnce;
      if (moment !== undefined && moment < first) first = moment;
    }
    return first;
  }

  private mayGoOn(): boolean {
    return !this.stopping && !this.deps.isClockWrong() && this.lease.notBefore() <= this.deps.realClock.now();
  }

  /** How many messages of the programme were taken; undefined where it was not asked. */
  private async turn(programmeId: string): Promise<number | undefined> {
    while (this.inFlight.room() === 0 && this.mayGoOn()) await this.inFlight.wait(this.patience);
    if (!this.mayGoOn() || !this.later.mayTry(laneOf(programmeId))) return undefined;
    const take = async (): Promise<number | undefined> => {
      if (!this.lease.isLive() && !(await this.lease.hold())) return undefined;
      const { messages, oldest } = await claimMessages(
        this.deps,
        programmeId,
        Math.min(this.deps.pace.sendsTogether, this.inFlight.room()),
        (message) => this.inFlight.isBusy(recipientOf(programmeId, message)),
        () => this.lease.hold(),
      );
      if (oldest !== undefined)
        this.deps.metrics.laneLag(
          Math.max(0, (Date.parse(this.deps.programmeClock.now()) - Date.parse(oldest)) / 1000),
        );
      await this.begin(
        [...byRecipient(programmeId, messages)].map(([recipient, chain]) => [
          recipient,
          () => this.sendChain(programmeId, chain),
        ]),
      );
      return messages.length + (await this.edits(programmeId));
    };
    return this.orFailed(programmeId, take, undefined);
  }

  /** One programme that fails leaves the others alone: it is told, and asked again later. */
  private async orFailed<T>(programmeId: string, run: () => Promise<T>, failed: T): Promise<T> {
    const key = laneOf(programmeId);
    try {
      const answer = await run();
      this.later.clear(key);
      return answer;
    } catch (error) {
      this.later.note(key);
      this.deps.metrics.tickFailure('lane');
      this.deps.log.error(
        { programmeId, step: 'lane', ...this.deps.errorFields(error) },
        'The lane failed for a programme and goes on with the others',
      );
      return failed;
    }
  }

  /** How many edits were taken; none for somebody who is being written to, since what they are sent may have to be edited too. */
  private async edits(programmeId: string): Promise<number> {
    const taken = new Set<string>();
    const edits = await findEdits(this.deps, programmeId, this.inFlight.room(), ({ key, value }) => {
      const recipient = recipientOf(programmeId, value);
      if (this.inFlight.isBusy(recipient) || taken.has(recipient) || !this.later.mayTry(key)) return true;
      taken.add(recipient);
      return false;
    });
    if (edits.length === 0 || !(await this.lease.hold())) return 0;
    await this.begin(edits.map((edit) => [recipientOf(programmeId, edit.value), () => this.edit(programmeId, edit)]));
    return edits.length;
  }

  private async edit(programmeId: string, edit: Stored<CardEdit>): Promise<void> {
    try {
      await editCards(this.deps, programmeId, edit, this.sendTurn());
      this.later.clear(edit.key);
    } catch (error) {
      this.later.note(edit.key);
      this.deps.metrics.send(editKind, 'error');
      const { correlationId } = edit.value;
      this.deps.log.error(
        { programmeId, kind: editKind, correlationId, ...this.deps.errorFields(error) },
        'Cards were left as they were and are tried again',
      );
    }
  }

  /** Begins all of them, each for a recipient; returns when they have come to an end, or those that have not hang. */
  private async begin(flights: readonly (readonly [string, () => Promise<void>])[]): Promise<void> {
    let left = flights.length;
    for (const [recipient, fly] of flights) {
      const landed = this.inFlight.begin(recipient, fly).then(() => {
        left--;
        this.inFlight.moved();
      });
      if (this.deps.sendsInTurn === true) await landed;
    }
    const isLeft = (): boolean => left > 0;
    while (isLeft() && (await this.inFlight.wait(this.patience)));
  }

  /** One person's messages go one after the other, in their order. Where their chat hangs, those behind wait as long as that one. */
  private async sendChain(programmeId: string, chain: readonly Stored<QueuedMessage>[]): Promise<void> {
    let hangs = false;
    for (const message of chain) {
      try {
        if (hangs) await requeue(this.deps, programmeId, message, { waitMilliseconds: repeatAfter });
        else hangs = (await sendMessage(this.deps, programmeId, message, this.sendTurn())) === 'hung';
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
        await this.deps.budget.take('in-turn');
        this.inFlight.moved();
        return this.mayGoOn();
      },
      alone: (conversation, send) => this.alone(conversation, send),
      slowTenant: (milliseconds) => this.lease.slow(Math.min(longestPause, Math.max(1_000, milliseconds))),
    };
  }

  /** Somebody in two programmes has one chat: what goes into it goes one after the other. */
  private async alone<T>(conversation: string, send: () => Promise<T>): Promise<T> {
    const queue = this.conversations.get(conversation) ?? new SerialQueue();
    this.conversations.set(conversation, queue);
    try {
      return await queue.run(send);
    } finally {
      if (queue.isIdle()) this.conversations.delete(conversation);
    }
  }
}

function byRecipient(
  programmeId: string,
  messages: readonly Stored<QueuedMessage>[],
): ReadonlyMap<string, readonly Stored<QueuedMessage>[]> {
  const chains = new Map<string, Stored<QueuedMessage>[]>();
  for (const message of messages) {
    const key = recipientOf(programmeId, message.value);
    chains.set(key, [...(chains.get(key) ?? []), message]);
  }
  return chains;
}

/** The lane's work on a programme, where failures are remembered. */
function laneOf(programmeId: string): string {
  return `${programmeId}|lane`;
}

function recipientOf(programmeId: string, { recipient }: Pick<QueuedMessage, 'recipient'>): string {
  return recipient.to === 'channel' ? `${programmeId}|channel` : `${programmeId}|${recipient.to}|${recipient.id}`;
}
