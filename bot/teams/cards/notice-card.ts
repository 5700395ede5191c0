import type { Notice } from '../../../src/messaging/view';
import { homeButton } from './card-actions';
import { defineCard, type CardObject } from './card-frame';
import type { Speaker } from './speaker';

const draw = defineCard<object>([]);

/** A short answer: what happened, what is safe, what to do. */
export function noticeCard(notice: Notice, speaker: Speaker): CardObject {
  const { say } = speaker;
  const text = (part: 'title' | 'what' | 'next') => say(`notice.${notice}.${part}`);
  return draw({ title: text('title'), lines: [text('what'), text('next')] }, {}, [homeButton(speaker)]);
}
