import type { Participant } from '../domain/participant';
import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import { needsPollView } from './poll-view';

/** The questions, to everybody alike who is asked, also to somebody who has answered by another way already. */
export const prepareNeedsPoll: Preparation<Participant, 'programmes' | 'people'> = async (it, participant) => {
  const poll = await it.ports.programmes.get(it.programme.id, 'needs-poll', it.message.subject.poll ?? '');
  if (poll === undefined) return doNotSend('cancelled', 'subject-gone');
  const view = needsPollView(it.programme, poll.value, it.reader, it.now);
  if (view.state === 'closed') return doNotSend('cancelled', 'already-done');
  return toPerson(it, view, participant);
};
