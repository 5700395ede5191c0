import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { Participant } from '../domain/participant';
import { sideOf } from '../domain/proposal-rules';
import { loadPair } from '../pair/load-pair';
import { hourOffView } from './hour-off-view';
import { pauseOfPair } from '../domain/pause-rules';

/** From when sessions go on, and the hour that is off; no word of who is away or why. */
export const preparePairPaused: Preparation<Participant, 'programmes' | 'people'> = async (it, participant) => {
  const { pairId = '', calledOff } = it.message.subject;
  const people = await loadPair(it.ports, it.programme.id, pairId);
  const side = people === undefined ? undefined : sideOf(people.pair.value, participant.id);
  if (people?.pair.value.state !== 'active' || side === undefined) return doNotSend('cancelled', 'subject-gone');
  const pause = pauseOfPair(people.mentor.value, people.mentee.value, it.now);
  if (pause === undefined) return doNotSend('cancelled', 'already-done');
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  const off = calledOff === undefined || calledOff <= it.now ? {} : { calledOff };
  return toPerson(it, hourOffView(it.programme, it.reader, { partner, resumesOn: pause.until, ...off }), participant);
};
