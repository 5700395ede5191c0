import { nextContactTimeFor, type Somewhere } from '../calendar/next-contact-time';
import type { QueuedMessage } from '../domain/message';
import { isPaused } from '../domain/pause-rules';
import type { UseCaseContext } from '../domain/ports';
import type { Instant } from '../kernel/clock';
import { doNotSend, type NotSent, type Prepared } from '../member/message-context';
import { accountReader, channelReader, contactReader, participantReader } from '../member/reader';
import { pairPorts, type AllPorts } from './all-ports';
import { messages } from './messages';
import { bindOwnSheet } from './own-sheets';
import { withReadsOnce } from './reads-once';

/** A message of which the state still has somebody to write to: where they live, and its card when it is asked for. */
interface Addressed {
  readonly ok: true;
  readonly lives: Somewhere;
  readonly draw: () => Promise<Prepared>;
}

/** An unprompted message that has come too late for its hour: it waits until then (programme time). */
export interface PutOff {
  readonly ok: false;
  readonly state: 'put-off';
  readonly until: Instant;
}

/**
 * Draws a queued message from the state as it is now, for the person it goes to, or says why it is not sent: the state has moved on
 * (cancelled), its time is over (skipped), nobody can be reached (blocked). At any hour.
 */
export async function prepareMessage(
  all: AllPorts,
  programmeId: string,
  message: QueuedMessage,
  context: UseCaseContext,
): Promise<Prepared> {
  const addressed = await addressMessage(all, programmeId, message, context);
  return addressed.ok ? addressed.draw() : addressed;
}

/**
 * The same for what goes out now: it was queued for a decent hour, which a server that was away or busy may have missed. What is unprompted then
 * waits for the next one, and is skipped where that is past its end. The hour is asked before the card is drawn, so that what a person said
 * in private does not decide whether their message waits.
 */
export async function prepareToSend(
  stored: AllPorts,
  programmeId: string,
  message: QueuedMessage,
  context: UseCaseContext,
): Promise<Prepared | PutOff> {
  const all = withReadsOnce(stored);
  const addressed = await addressMessage(all, programmeId, message, context);
  if (!addressed.ok) return addressed;
  if (messages[message.kind].class.is === 'unprompted') {
    const until = nextContactTimeFor(all, addressed.lives, context.now);
    if (message.expiresAt !== undefined && until >= message.expiresAt) return doNotSend('skipped', 'too-late');
    if (until > context.now) return { ok: false, state: 'put-off', until };
  }
  return addressed.draw();
}

async function addressMessage(
  all: AllPorts,
  programmeId: string,
  message: QueuedMessage,
  { now }: UseCaseContext,
): Promise<Addressed | NotSent> {
  const ports = pairPorts(all);
  const programme = (await ports.programmes.get(programmeId, 'programme', 'programme'))?.value;
  if (programme === undefined) return doNotSend('cancelled', 'programme-gone');
  const declared = messages[message.kind];
  if (programme.state === 'paused' || (programme.state === 'closed' && declared.goesAfterEnd !== true))
    return doNotSend('cancelled', `programme-${programme.state}`);
  if (message.expiresAt !== undefined && now >= message.expiresAt) return doNotSend('skipped', 'too-late');
  const { recipient } = message;
  const ownSheet = bindOwnSheet(all, programmeId, recipient.to === 'participant' ? recipient.id : undefined);
  const about = { ports, programme, message, now, ownSheet };
  switch (recipient.to) {
    case 'channel': {
      const { channel } = declared;
      if (channel === undefined) return doNotSend('failed', 'wrong-recipient');
      const reader = channelReader(programme, programme.plan.languages[0] ?? 'fr');
      return { ok: true, lives: { profile: programme.plan }, draw: () => channel({ ...about, reader }) };
    }
    case 'account': {
      const { account } = declared;
      if (account === undefined) return doNotSend('failed', 'wrong-recipient');
      const reader = await accountReader(ports, programme, recipient.id);
      return { ok: true, lives: reader, draw: () => account({ ...about, reader }, recipient.id) };
    }
    case 'contact': {
      const person = (await ports.programmes.get(programmeId, 'contact', recipient.id))?.value;
      if (person === undefined) return doNotSend('cancelled', 'recipient-gone');
      const { contact } = declared;
      if (contact === undefined) return doNotSend('failed', 'wrong-recipient');
      return {
        ok: true,
        lives: person,
        draw: async () => contact({ ...about, reader: await contactReader(ports, programme, person) }, person),
      };
    }
    case 'participant': {
      const person = (await ports.programmes.get(programmeId, 'participant', recipient.id))?.value;
      if (person === undefined) return doNotSend('cancelled', 'recipient-gone');
      if (person.state === 'withdrawn') return doNotSend('cancelled', 'recipient-left');
      const { participant } = declared;
      if (participant === undefined) return doNotSend('failed', 'wrong-recipient');
      if (declared.waitsForReturn === true && isPaused(person, now)) return doNotSend('skipped', 'away');
      return {
        ok: true,
        lives: person,
        draw: async () => participant({ ...about, reader: await participantReader(ports, programme, person) }, person),
      };
    }
  }
}

/** `prepareToSend` with its ports already given: what the sending lane receives. */
export type PrepareToSend = (
  programmeId: string,
  message: QueuedMessage,
  context: UseCaseContext,
) => Promise<Prepared | PutOff>;
