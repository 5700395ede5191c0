import { programmeText } from '../../../../src/programme/text/programme-text';
import { defineCardOf } from '../define-card-of';
import { homeButton, openUrl } from '../card-actions';
import { defineCard } from '../card-frame';
import { tabPageLink } from '../card-links';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** For somebody new in the HR team of a programme: what they can do, what stays private, and where. */
export const administratorWelcomeCard = defineCardOf('administrator-welcome', {
  summary: () => 'news',
  draw: (view, speaker, links) => {
    const { say } = speaker.of(programmeText);
    const page = tabPageLink(links, `/programmes/${view.programmeId}`);
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('welcome.title'),
        lines: [say('welcome.what'), say('welcome.private'), say('welcome.next')],
      },
      {},
      [...(page === undefined ? [] : [openUrl(say('welcome.open'), page, true)]), homeButton(speaker)],
    );
  },
});
