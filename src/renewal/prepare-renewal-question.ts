import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { Participant } from '../domain/participant';
import { sideOf } from '../domain/proposal-rules';
import { loadPair } from '../pair/load-pair';
import { renewalView } from './renewal-view';
import { isAsking } from '../domain/renewal-rules';

/** The question goes to both, also to somebody who has answered on their page: which of the two were sent would tell who had. */
export const prepareRenewalQuestion: Preparation<Participant, 'programmes' | 'people'> = async (it, participant) => {
  const pairId = it.message.subject.pairId ?? '';
  const [people, renewal] = await Promise.all([
    loadPair(it.ports, it.programme.id, pairId),
    it.ports.programmes.get(it.programme.id, 'renewal', pairId),
  ]);
  const side = people === undefined ? undefined : sideOf(people.pair.value, participant.id);
  if (people === undefined || renewal === undefined || side === undefined)
    return doNotSend('cancelled', 'subject-gone');
  if (!isAsking(renewal.value, it.now)) return doNotSend('cancelled', 'already-done');
  return toPerson(it, renewalView(it.programme, { ...people, side }, renewal.value, it.reader, it.now), participant);
};
