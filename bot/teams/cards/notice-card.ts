import type { Notice } from '../../../src/domain/view';
import { homeButton, openUrl } from './card-actions';
import { defineCard, type CardObject } from './card-frame';
import type { CardLinks } from './card-links';
import type { Speaker } from './speaker';

const draw = defineCard<object>([]);

/** A short answer: what happened, what is safe, what to do. */
export function noticeCard(notice: Notice, speaker: Speaker, links: CardLinks): CardObject {
  const { say } = speaker;
  const text = (part: 'title' | 'what' | 'next') => say(`notice.${notice}.${part}`);
  const opens = notice === 'shortened' && links.tab !== undefined ? [openUrl(say('home.tab'), links.tab)] : [];
  return draw({ title: text('title'), lines: [text('what'), text('next')] }, {}, [homeButton(speaker), ...opens]);
}

/** The same as plain text, for answers that leave the pressed card where it is. */
export function noticeWords(notice: Notice, { plain }: Speaker): string {
  const text = (part: 'title' | 'what' | 'next') => plain(`notice.${notice}.${part}`);
  return `${text('title')}. ${text('what')} ${text('next')}`;
}
