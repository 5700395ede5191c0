import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { PairReading } from '../domain/pair-vault';
import type { Participant } from '../domain/participant';
import { loadPair } from './load-pair';
import { introductionView } from './introduction-view';
import { readCharter } from './read-charter';
import type { Side } from '../domain/proposal';

/** Who the partner is, while the pair runs. */
export const prepareIntroduction: Preparation<Participant, 'programmes' | 'people', PairReading> = async (
  it,
  participant,
) => {
  const people = await loadPair(it.ports, it.programme.id, it.message.subject.pairId ?? '');
  if (people?.pair.value.state !== 'active') return doNotSend('cancelled', 'subject-gone');
  const side: Side = people.pair.value.mentorId === participant.id ? 'mentor' : 'mentee';
  const [proposal, charter] = await Promise.all([
    it.ports.programmes.get(it.programme.id, 'proposal', people.pair.value.proposalId),
    readCharter(it.ports, it.programme.id, people.pair.value, side),
  ]);
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  const reasons = proposal?.value.parts ?? [];
  return toPerson(
    it,
    introductionView(it.programme, people.pair.value, side, partner, reasons, charter, it.reader, it.now),
    participant,
  );
};
