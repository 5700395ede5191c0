import { doNotSend, toPerson, type MessageContext, type Preparation, type Prepared } from '../member/message-context';
import type { Participant } from '../domain/participant';
import { hasAcceptedCharter } from '../domain/charter-rules';
import { hasHeard } from '../domain/pair-ending-rules';
import type { Contact } from '../domain/programme';
import type { Side } from '../domain/proposal';
import { calendarPath } from './calendar-link';
import { loadPair } from '../pair/load-pair';
import { sessionKey } from '../domain/session';
import { sessionView } from './session-view';

/** Slots, a booking or the question whether they met, for one of the two, while the session still stands there. */
export const prepareSession: Preparation<Participant, 'programmes' | 'people' | 'secrets' | 'signingKey'> = (
  it,
  participant,
) => sessionOf(it, participant.id, participant, false);

/** The same for the delegate of a mentee. */
export const prepareDelegatedSession: Preparation<Contact, 'programmes' | 'people' | 'secrets' | 'signingKey'> = async (
  it,
  contact,
) =>
  contact.role === 'delegate' && contact.menteeId !== undefined
    ? sessionOf(it, contact.menteeId, contact, true)
    : doNotSend('failed', 'wrong-recipient');

async function sessionOf(
  it: MessageContext<'programmes' | 'people' | 'secrets' | 'signingKey'>,
  participantId: string,
  to: Participant | Contact,
  asDelegate: boolean,
): Promise<Prepared> {
  const { subject, kind } = it.message;
  const people = await loadPair(it.ports, it.programme.id, subject.pairId ?? '');
  const number = subject.sessionNumber ?? 0;
  const session = (await it.ports.programmes.get(it.programme.id, 'session', sessionKey(subject.pairId ?? '', number)))
    ?.value;
  if (people?.pair.value.state !== 'active' || session === undefined) return doNotSend('cancelled', 'subject-gone');
  const wanted = kind === 'slots' ? 'proposing' : kind === 'booked' ? 'booked' : 'asked';
  if (session.state !== wanted || session.slotRound !== subject.slotRound)
    return doNotSend('cancelled', 'already-done');
  const side: Side = session.mentorId === participantId ? 'mentor' : 'mentee';
  if (people[side].value.state === 'withdrawn') return doNotSend('cancelled', 'recipient-left');
  if (kind === 'slots' && session.slotAnswers[side] !== undefined) return doNotSend('cancelled', 'already-done');
  if (kind === 'met' && session.met[side] !== undefined) return doNotSend('cancelled', 'already-done');
  const ending = await it.ports.programmes.get(it.programme.id, 'pair-ending', people.pair.key);
  if (hasHeard(ending?.value, side)) return doNotSend('cancelled', 'subject-gone');
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  const path = calendarPath(
    { programmeId: it.programme.id, pairId: session.pairId, number, side },
    it.ports.signingKey(),
    it.ports.secrets,
  );
  const accepted = hasAcceptedCharter(people.pair.value, side);
  const who = { reader: it.reader, side, asDelegate, partner, hasAcceptedCharter: accepted, calendarPath: path };
  return toPerson(it, sessionView(it.programme, session, who, it.now), to);
}
