import { stop, toPerson, type Preparation } from '../member/prepared';
import type { Participant } from '../domain/participant';
import { sideOf } from '../domain/proposal-rules';
import { loadPair } from '../pair/load-pair';
import { partedView } from './parted-view';
import { hasHeard } from '../domain/pair-ending-rules';

/** The words of a pair's end go to somebody who is due to hear them, whether or not the other has heard. */
export const prepareParted: Preparation<Participant> = async (it, participant) => {
  const pairId = it.message.subject.pairId ?? '';
  const [people, parting] = await Promise.all([
    loadPair(it.ports, it.programme.id, pairId),
    it.ports.programmes.get(it.programme.id, 'parting', pairId),
  ]);
  const side = people === undefined ? undefined : sideOf(people.pair.value, participant.id);
  if (people === undefined || side === undefined || !hasHeard(parting?.value, side))
    return stop('cancelled', 'subject-gone');
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  return toPerson(it, partedView(it.programme, people.pair.value, participant, partner, it.reader), participant);
};
