import { draftText } from '../../../../src/draft/text/draft-text';
import { defineCardOf } from '../define-card-of';
import { homeButton, openUrl } from '../card-actions';
import { defineCard } from '../card-frame';
import { tabPageLink } from '../card-links';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** For HR: pairs want to go on, and until when a publication lets them. */
export const renewalsCard = defineCardOf('renewals', {
  summary: () => 'news',
  draw: (view, speaker, links) => {
    const { say } = speaker.of(draftText);
    const studio = tabPageLink(links, `/programmes/${view.programmeId}/pairing`);
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('renewals.title'),
        lines: [say('renewals.what'), say('renewals.how'), say('renewals.next', { date: speaker.day(view.until) })],
      },
      {},
      [...(studio === undefined ? [] : [openUrl(say('renewals.open'), studio, true)]), homeButton(speaker)],
    );
  },
});
