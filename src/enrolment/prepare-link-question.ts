import { doNotSend, toAccount, type Preparation } from '../member/message-context';
import { linkQuestionView } from './link-question-view';

/** The question to an account whether it is a participant's, while it waits and nobody has asked for another one meanwhile. */
export const prepareLinkQuestion: Preparation<string, 'programmes' | 'people'> = async (it, directoryId) => {
  const { message, programme, reader } = it;
  const { participantId = '' } = message.subject;
  const participant = (await it.ports.programmes.get(programme.id, 'participant', participantId))?.value;
  if (participant === undefined) return doNotSend('cancelled', 'recipient-gone');
  const view = linkQuestionView(programme, participant, reader, directoryId);
  if (view.state !== 'open' || participant.linkAsked?.at !== message.createdAt)
    return doNotSend('cancelled', 'already-done');
  return toAccount(it, view, directoryId);
};
