import type { Subject } from '../domain/message';
import type { Reader } from '../domain/view';
import type { PersonalPress } from '../member/press';
import { accountReader } from '../member/reader';
import { linkQuestionView, type LinkQuestionView } from './link-question-view';

/** The question as a look from the account shows it; undefined where the programme or the participant is there no more. */
export async function showLinkQuestion(
  { ports, actor: { directoryId } }: PersonalPress<'programmes' | 'people'>,
  programmeId: string,
  { participantId = '' }: Subject,
): Promise<{ readonly view: LinkQuestionView; readonly reader: Reader } | undefined> {
  const [programme, participant] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'participant', participantId),
  ]);
  if (programme === undefined || participant === undefined) return undefined;
  const reader = await accountReader(ports, programme.value, directoryId);
  return { view: linkQuestionView(programme.value, participant.value, reader, directoryId), reader };
}
