import { ownPageText } from '../../../../src/own-page/text/own-page-text';
import { pairEndingText } from '../../../../src/pair-ending/text/pair-ending-text';
import { defineCardOf } from '../define-card-of';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** What ending a pair means and who will know, before it is asked for; then that it is noted. */
export const leaveCard = defineCardOf('leave', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { say } = speaker.of(pairEndingText);
    const programme = escapeText(view.programmeName);
    const ids = { programmeId: view.programmeId, pairId: view.pairId };
    switch (view.state) {
      case 'open':
        return draw(
          {
            programme,
            title: say('leave.title', { partner: view.partnerName }),
            lines: [say('leave.what'), say('leave.who', { partner: view.partnerName }), say('leave.hours')],
          },
          {},
          [
            execute('pair/leave-confirm', say('leave.confirm'), ids),
            execute('pair/show', say('leave.stay'), ids, { primary: true }),
          ],
        );
      case 'asked':
        return draw(
          {
            programme,
            title: say('leave.asked-title'),
            lines: [say('leave.what'), say('leave.who', { partner: view.partnerName })],
          },
          {},
          [...(view.mayStay ? [execute('pair/stay', say('leave.take-back'), ids)] : []), homeButton(speaker)],
        );
      case 'stayed':
        return draw(
          { programme, title: say('leave.stayed-title'), lines: [say('leave.stayed-what'), say('leave.stayed-next')] },
          {},
          [execute('pair/show', speaker.of(ownPageText).say('home.pair'), ids), homeButton(speaker)],
        );
      case 'over':
        return draw(
          { programme, title: say('pair.title', { partner: view.partnerName }), lines: [say('pair.over')] },
          {},
          [homeButton(speaker)],
        );
    }
  },
});
