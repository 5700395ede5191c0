import { draftText } from '../../../../src/draft/text/draft-text';
import { defineCardOf } from '../define-card-of';
import { homeButton, openUrl } from '../card-actions';
import { defineCard } from '../card-frame';
import { tabPageLink } from '../card-links';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** For HR: the answers of a round are in, and for who is still free a new draft can be looked at. Counts only. */
export const replacementsCard = defineCardOf('replacements', {
  summary: () => 'news',
  draw: (view, speaker, links) => {
    const { say } = speaker.of(draftText);
    const { pairs, suggested } = view;
    const studio = tabPageLink(links, `/programmes/${view.programmeId}/pairing`);
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('replacements.title'),
        lines: [say('replacements.what', { pairs, suggested }), say('replacements.next', { suggested })],
      },
      {},
      [
        ...(studio === undefined ? [] : [openUrl(say('replacements.open', { suggested }), studio, true)]),
        homeButton(speaker),
      ],
    );
  },
});
