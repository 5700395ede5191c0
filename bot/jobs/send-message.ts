import { CodedError } from '../../src/kernel/coded-error';
import { unreachable } from '../../src/kernel/result';
import type { Stored } from '../../src/kernel/row-store';
import type { QueuedMessage } from '../../src/domain/message';
import { keepConversation } from '../../src/enrolment/keep-conversation';
import { loseReach } from '../../src/enrolment/lose-reach';
import { whatShows } from '../../src/dispatch/prepare-edit';
import { markSending, mayRepeat } from './claim-messages';
import type { BackgroundDeps } from './background-deps';
import { endMessage, contextOf, isUntold, putOff, requeue, tryAgainLater } from './message-ending';
import { timedOut, type SendOutcome } from '../../src/domain/send-outcome';
import type { Sendable } from './message-sender';

/** Milliseconds (programme time) before what may have arrived, or hung, is tried again. */
export const repeatAfter = 30_000;
const mostDrawings = 5;
/** Teams refuses the address it was asked at; nothing follows from that for the person or the channel. */
const wrongHost = /^invalidbotapihost$/i;

type Outcome = SendOutcome & { readonly shortened?: boolean };

/** What the lane hands to each send. */
export interface SendTurn {
  /** Waits for the budget; false when nothing more may go in this turn. */
  readonly mayGo: () => Promise<boolean>;
  /** Sends when nothing else is on its way into the same conversation. */
  readonly alone: <T>(conversation: string, send: () => Promise<T>) => Promise<T>;
  readonly slowTenant: (milliseconds: number) => Promise<void>;
}

/** Whether Teams left the request without an answer until it was given up. */
export type Answered = 'answered' | 'hung';

/** Sends one claimed message and writes what came of it. Whatever fails in between is healed when the claim runs out. */
export async function sendMessage(
  deps: BackgroundDeps,
  programmeId: string,
  claimed: Stored<QueuedMessage>,
  turn: SendTurn,
): Promise<Answered> {
  // Marked before it is known whether it goes out: the mark would tell.
  const held = isUntold(claimed.value) ? await markSending(deps, programmeId, claimed) : claimed;
  if (held === undefined) return 'answered';
  const prepared = await drawn(deps, programmeId, held, () =>
    deps.prepareToSend(programmeId, held.value, contextOf(deps, held.value)),
  );
  if (prepared === undefined) return 'answered';
  if (!prepared.ok && prepared.state === 'put-off') {
    await putOff(deps, programmeId, held, prepared.until);
    return 'answered';
  }
  if (!prepared.ok) {
    await endMessage(deps, programmeId, held, { state: prepared.state, reason: prepared.reason });
    return 'answered';
  }
  const { target } = prepared;
  const conversation = target.to === 'person' ? target.directoryId : target.channel.channelId;
  return turn.alone(conversation, () => sendPrepared(deps, programmeId, held, prepared, turn));
}

async function sendPrepared(
  deps: BackgroundDeps,
  programmeId: string,
  claimed: Stored<QueuedMessage>,
  prepared: Sendable,
  turn: SendTurn,
): Promise<Answered> {
  const { kind } = claimed.value;
  if (!(await turn.mayGo())) {
    await requeue(deps, programmeId, claimed, { waitMilliseconds: 0 });
    return 'answered';
  }
  const sending = isUntold(claimed.value) ? claimed : await markSending(deps, programmeId, claimed);
  if (sending === undefined) return 'answered';
  const whole = await drawn(deps, programmeId, sending, () => deps.sender.send(prepared));
  if (whole === undefined) return 'answered';
  const outcome = whole.outcome === 'too-large' ? await sendSmall(deps, programmeId, sending, prepared, turn) : whole;
  if (outcome === undefined) return 'answered';
  deps.crash?.('sent', kind);
  await record(deps, programmeId, sending, prepared, outcome, turn);
  deps.crash?.('marked', kind);
  return 'reason' in outcome && outcome.reason === timedOut ? 'hung' : 'answered';
}

/** Once more as a smaller card, which takes its own place in the budget; the ledger tells. */
async function sendSmall(
  deps: BackgroundDeps,
  programmeId: string,
  message: Stored<QueuedMessage>,
  prepared: Sendable,
  turn: SendTurn,
): Promise<Outcome | undefined> {
  if (!(await turn.mayGo())) {
    await requeue(deps, programmeId, message, { waitMilliseconds: 0 });
    return undefined;
  }
  const outcome = await drawn(deps, programmeId, message, () => deps.sender.send(prepared, 'small'));
  return outcome?.outcome === 'sent' ? { ...outcome, shortened: true } : outcome;
}

/** What `draw` returns; a message that cannot be drawn is tried again a few times and given up, so that it holds nobody up. */
async function drawn<T>(
  deps: BackgroundDeps,
  programmeId: string,
  message: Stored<QueuedMessage>,
  draw: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await draw();
  } catch (error) {
    if (error instanceof CodedError && error.code.startsWith('storage-')) throw error;
    const { id, kind, correlationId } = message.value;
    deps.log.error(
      { programmeId, messageId: id, kind, correlationId, ...deps.errorFields(error) },
      'A message cannot be drawn',
    );
    await tryAgainLater(deps, programmeId, message, { milliseconds: 0, reason: 'not-drawn', mostTries: mostDrawings });
    return undefined;
  }
}

async function record(
  deps: BackgroundDeps,
  programmeId: string,
  message: Stored<QueuedMessage>,
  prepared: Sendable,
  outcome: Outcome,
  turn: SendTurn,
): Promise<void> {
  switch (outcome.outcome) {
    case 'sent': {
      const { conversationId, activityId } = outcome;
      const reason = outcome.shortened === true ? 'shortened' : '';
      const ending = { state: 'sent', reason, conversationId, activityId } as const;
      if (prepared.target.to === 'channel') {
        await endMessage(deps, programmeId, message, ending);
        return;
      }
      const { directoryId } = prepared.target;
      const shows = whatShows(deps.ports, prepared.view, prepared.reader);
      await endMessage(deps, programmeId, message, ending, {
        directoryId,
        conversationId,
        activityId,
        ...(shows === undefined ? {} : { shows }),
      });
      await keepConversation(deps.ports, directoryId, conversationId);
      return;
    }
    case 'retry':
      if (!outcome.wholeTenant)
        return tryAgainLater(deps, programmeId, message, {
          milliseconds: outcome.afterMilliseconds,
          reason: outcome.reason,
        });
      // The message is not to blame: it keeps its place and its tries, everybody waits.
      await turn.slowTenant(outcome.afterMilliseconds);
      await requeue(deps, programmeId, message, { waitMilliseconds: 0 });
      return;
    case 'blocked':
      return blocked(deps, programmeId, message, prepared, outcome.reason);
    case 'ambiguous':
      deps.metrics.send(message.value.kind, 'ambiguous-try');
      if (mayRepeat(message.value))
        await requeue(deps, programmeId, message, {
          ambiguous: message.value.ambiguous + 1,
          waitMilliseconds: repeatAfter,
        });
      else await endMessage(deps, programmeId, message, { state: 'ambiguous', reason: outcome.reason });
      return;
    case 'too-large':
      await endMessage(deps, programmeId, message, { state: 'failed', reason: 'too-large' });
      return;
    case 'failed':
      await endMessage(deps, programmeId, message, { state: 'failed', reason: outcome.reason });
      return;
    default:
      return unreachable(outcome);
  }
}

/** Nothing more is sent to a person who cannot be written to until they are heard of; a channel's message is left out. */
async function blocked(
  deps: BackgroundDeps,
  programmeId: string,
  message: Stored<QueuedMessage>,
  prepared: Sendable,
  reason: string,
): Promise<void> {
  if (wrongHost.test(reason)) {
    await endMessage(deps, programmeId, message, { state: 'failed', reason: 'wrong-host' });
    return;
  }
  if (prepared.target.to === 'channel') {
    await endMessage(deps, programmeId, message, { state: 'skipped', reason: 'channel-missing' });
    return;
  }
  const why = /blockedbyuser|writesblocked|^blocked$/i.test(reason) ? 'blocked' : 'app-missing';
  await loseReach(deps.ports, prepared.target.directoryId, why, contextOf(deps, message.value));
  await endMessage(deps, programmeId, message, { state: 'blocked', reason: why });
}
