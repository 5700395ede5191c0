import { programmeText } from '../../../../src/programme/text/programme-text';
import { localeOf } from '../../../../src/language/languages';
import { defineCardOf } from '../define-card-of';
import { homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';

const draw = defineCard<object>([]);

/** For somebody who has left the HR team of a programme: what that means, and who is still there to ask. */
export const administratorFarewellCard = defineCardOf('administrator-farewell', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { say } = speaker.of(programmeText);
    const list = new Intl.ListFormat(localeOf[speaker.reader.language], { type: 'conjunction' });
    return draw(
      {
        programme: escapeText(view.programmeName),
        title: say('farewell.title'),
        lines: [say('farewell.what'), say('farewell.who', { names: list.format(view.administrators) })],
      },
      {},
      [homeButton(speaker)],
    );
  },
});
