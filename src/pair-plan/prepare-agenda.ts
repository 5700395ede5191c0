import { hasHeard } from '../domain/pair-ending-rules';
import type { PairReading } from '../domain/pair-vault';
import type { Participant } from '../domain/participant';
import { sideOf } from '../domain/proposal-rules';
import { sessionKey } from '../domain/session';
import { plusMilliseconds } from '../kernel/clock';
import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import { loadPair } from '../pair/load-pair';
import { latestAgenda } from '../session/find-agenda-time';
import { agendaView } from './agenda-view';
import { readPlan } from './read-plan';

/** What tomorrow's session is for, while it stands at the time that was booked and leaves time to prepare. */
export const prepareAgenda: Preparation<Participant, 'programmes' | 'people', PairReading> = async (
  it,
  participant,
) => {
  const { pairId = '', sessionNumber = 0, slotRound } = it.message.subject;
  const [people, session, ending] = await Promise.all([
    loadPair(it.ports, it.programme.id, pairId),
    it.ports.programmes.get(it.programme.id, 'session', sessionKey(pairId, sessionNumber)),
    it.ports.programmes.get(it.programme.id, 'pair-ending', pairId),
  ]);
  const side = people === undefined ? undefined : sideOf(people.pair.value, participant.id);
  if (people?.pair.value.state !== 'active' || session === undefined || side === undefined)
    return doNotSend('cancelled', 'subject-gone');
  if (hasHeard(ending?.value, side)) return doNotSend('cancelled', 'subject-gone');
  const { state, booked } = session.value;
  if (state !== 'booked' || booked === undefined || session.value.slotRound !== slotRound)
    return doNotSend('cancelled', 'already-done');
  if (it.now > plusMilliseconds(booked.start, -latestAgenda)) return doNotSend('skipped', 'too-late');
  const plan = await readPlan(it.ports, it.programme, people.pair.value);
  const planned = plan.sessions[sessionNumber - 1];
  if (planned === undefined) return doNotSend('cancelled', 'subject-gone');
  const view = agendaView(it.programme, people, side, session.value, booked, planned, it.reader);
  return toPerson(it, view, participant);
};
