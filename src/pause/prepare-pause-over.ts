import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { Participant } from '../domain/participant';
import { pauseView } from './pause-view';
import { isPaused } from '../domain/pause-rules';

/** That a pause is over, unless another has begun. */
export const preparePauseOver: Preparation<Participant, 'people'> = async (it, participant) => {
  if (isPaused(participant, it.now)) return doNotSend('cancelled', 'already-done');
  return toPerson(it, pauseView(it.programme, participant, it.reader, it.now, true), participant);
};
