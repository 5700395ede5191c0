import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { Participant } from '../domain/participant';
import { sideOf } from '../domain/proposal-rules';
import { loadPair } from '../pair/load-pair';
import { pairEndedView } from './pair-ended-view';
import { hasHeard } from '../domain/pair-ending-rules';

/** The words of a pair's end go to somebody who is due to hear them, whether or not the other has heard. */
export const preparePairEnded: Preparation<Participant, 'programmes' | 'people'> = async (it, participant) => {
  const pairId = it.message.subject.pairId ?? '';
  const [people, ending] = await Promise.all([
    loadPair(it.ports, it.programme.id, pairId),
    it.ports.programmes.get(it.programme.id, 'pair-ending', pairId),
  ]);
  const side = people === undefined ? undefined : sideOf(people.pair.value, participant.id);
  // Whoever finished their months and is not asked whether they go on hears so.
  const isDone =
    people?.pair.value.state === 'finished' &&
    (await it.ports.programmes.get(it.programme.id, 'renewal', pairId)) === undefined;
  if (people === undefined || side === undefined || !(isDone || hasHeard(ending?.value, side)))
    return doNotSend('cancelled', 'subject-gone');
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  return toPerson(it, pairEndedView(it.programme, people.pair.value, participant, partner, it.reader), participant);
};
