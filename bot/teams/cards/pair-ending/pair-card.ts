import { charterText } from '../../../../src/charter/text/charter-text';
import { memberText } from '../../../../src/member/text/member-text';
import { ownPageText } from '../../../../src/own-page/text/own-page-text';
import { pairText } from '../../../../src/pair/text/pair-text';
import { pairEndingText } from '../../../../src/pair-ending/text/pair-ending-text';
import { defineCardOf } from '../define-card-of';
import { linkChat } from '../../../../src/kernel/link-chat';
import { execute, homeButton, openUrl } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** A person's own pair: the next hour, a way to write to the partner, and the way out. */
export const pairCard = defineCardOf('pair', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { say } = speaker.of(pairEndingText);
    const ids = { programmeId: view.programmeId, pairId: view.pairId };
    const over = view.state === 'over';
    const write =
      over || view.partnerEmail === undefined
        ? []
        : [
            openUrl(
              speaker.of(memberText).plain('common.write', { partner: view.partnerName }),
              linkChat(view.partnerEmail),
              true,
            ),
          ];
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('pair.title', { partner: view.partnerName }),
        lines: over
          ? [say('pair.over')]
          : [
              say('pair.what', {
                when: view.nextSession === undefined ? 'none' : 'set',
                date: view.nextSession === undefined ? '' : speaker.dateTime(view.nextSession),
              }),
              view.state === 'leaving' ? say('pair.leaving') : speaker.of(pairText).say('introduction.who'),
            ],
      },
      {},
      [
        ...write,
        ...(over ? [] : [execute('charter/show', speaker.of(charterText).say('charter.show'), ids)]),
        ...(over
          ? []
          : [execute('pause/open', speaker.of(ownPageText).say('home.pause'), { programmeId: view.programmeId })]),
        ...(view.state === 'active' ? [execute('pair/leave', say('pair.leave'), ids)] : []),
        ...(view.state === 'leaving' && view.mayStay ? [execute('pair/stay', say('leave.take-back'), ids)] : []),
        homeButton(speaker),
      ],
    );
  },
});
