import { memberText } from '../../../src/member/text/member-text';
import { ownPageText } from '../../../src/own-page/text/own-page-text';
import { homeButton, openUrl } from './card-actions';
import { defineCard } from './card-frame';
import { defineCardOf } from './define-card-of';

const draw = defineCard<object>([]);

/** A short answer: what happened, what is safe, what to do. */
export const noticeCard = defineCardOf('notice', {
  summary: () => 'news',
  draw: ({ notice }, speaker, links) => {
    const { say } = speaker.of(memberText);
    const tab =
      notice === 'shortened' && links.tab !== undefined
        ? [openUrl(speaker.of(ownPageText).say('home.tab'), links.tab)]
        : [];
    return draw(
      { title: say(`notice.${notice}.title`), lines: [say(`notice.${notice}.what`), say(`notice.${notice}.next`)] },
      {},
      [homeButton(speaker), ...tab],
    );
  },
});
