import type { QueuedMessage } from '../domain/message';
import { isPaused } from '../domain/pause-rules';
import type { UseCaseContext } from '../domain/ports';
import { doNotSend, type Prepared } from '../member/message-context';
import { accountReader, channelReader, contactReader, participantReader } from '../member/reader';
import { pairPorts, type AllPorts } from './all-ports';
import { messages } from './messages';
import { bindOwnSheet } from './own-sheets';

/**
 * Draws a queued message from the state as it is now, for the person it goes to, or says why it is not sent: the state has moved on
 * (cancelled), its time is over (skipped), nobody can be reached (blocked).
 */
export async function prepareMessage(
  all: AllPorts,
  programmeId: string,
  message: QueuedMessage,
  { now }: UseCaseContext,
): Promise<Prepared> {
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
  if (recipient.to === 'channel') {
    const reader = channelReader(programme, programme.plan.languages[0] ?? 'fr');
    return declared.channel?.({ ...about, reader }) ?? doNotSend('failed', 'wrong-recipient');
  }
  if (recipient.to === 'account') {
    if (declared.account === undefined) return doNotSend('failed', 'wrong-recipient');
    return declared.account({ ...about, reader: await accountReader(ports, programme, recipient.id) }, recipient.id);
  }
  if (recipient.to === 'contact') {
    const contact = (await ports.programmes.get(programmeId, 'contact', recipient.id))?.value;
    if (contact === undefined) return doNotSend('cancelled', 'recipient-gone');
    if (declared.contact === undefined) return doNotSend('failed', 'wrong-recipient');
    return declared.contact({ ...about, reader: await contactReader(ports, programme, contact) }, contact);
  }
  const participant = (await ports.programmes.get(programmeId, 'participant', recipient.id))?.value;
  if (participant === undefined) return doNotSend('cancelled', 'recipient-gone');
  if (participant.state === 'withdrawn') return doNotSend('cancelled', 'recipient-left');
  if (declared.participant === undefined) return doNotSend('failed', 'wrong-recipient');
  if (declared.waitsForReturn === true && isPaused(participant, now)) return doNotSend('skipped', 'away');
  return declared.participant(
    { ...about, reader: await participantReader(ports, programme, participant) },
    participant,
  );
}

/** The same with its ports already given: what the sending lane receives. */
export type PrepareMessage = (
  programmeId: string,
  message: QueuedMessage,
  context: UseCaseContext,
) => Promise<Prepared>;
