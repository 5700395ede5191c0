import type { Notice } from '../../../src/domain/view';
import { memberText } from '../../../src/member/text/member-text';
import type { Speaker } from './speaker';

/** A notice as plain text, for answers that leave the pressed card where it is. */
export function noticeWords(notice: Notice, speaker: Speaker): string {
  const { plain } = speaker.of(memberText);
  return `${plain(`notice.${notice}.title`)}. ${plain(`notice.${notice}.what`)} ${plain(`notice.${notice}.next`)}`;
}
