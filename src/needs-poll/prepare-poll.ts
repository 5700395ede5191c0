import type { Participant } from '../domain/participant';
import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import { needsPollView } from './poll-view';
import { wasAskedBy } from './rules';

/** The questions, to everybody alike who is asked, also to somebody who has answered by another way already. */
export const prepareNeedsPoll: Preparation<Participant, 'programmes' | 'people'> = async (it, participant) => {
  const { poll: id = '' } = it.message.subject;
  const [poll, polled] = await Promise.all([
    it.ports.programmes.get(it.programme.id, 'needs-poll', id),
    it.ports.programmes.get(it.programme.id, 'polled', participant.id),
  ]);
  // An account that was linked anew since is another person's, or could be.
  if (poll === undefined || !wasAskedBy(id, polled?.value, participant)) return doNotSend('cancelled', 'subject-gone');
  const view = needsPollView(it.programme, poll.value, it.reader, it.now);
  if (view.state !== 'open') return doNotSend('cancelled', 'already-done');
  return toPerson(it, view, participant);
};
