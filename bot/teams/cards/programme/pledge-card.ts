import { memberText } from '../../../../src/member/text/member-text';
import { programmeText } from '../../../../src/programme/text/programme-text';
import { defineCardOf } from '../define-card-of';
import { execute, homeButton } from '../card-actions';
import { defineCard, factRows, facts } from '../card-frame';
import { escapeText } from '../escape-text';
import { labelledInput } from '../labelled-input';

const open = defineCard<{ about: ReturnType<typeof facts>; label: string; hint: string }>([
  factRows('about'),
  labelledInput('${label}', {
    type: 'Input.Text',
    id: 'words',
    isMultiline: true,
    maxLength: 500,
    placeholder: '${hint}',
  }),
]);

const given = defineCard<{ words: string }>([
  { type: 'TextBlock', $when: "${words != ''}", text: '${words}', wrap: true, isSubtle: true, spacing: 'Medium' },
]);

/** The sponsor's promise: asked for, or given. */
export const pledgeCard = defineCardOf('pledge', {
  summary: ({ state }) => (state === 'open' ? 'question' : 'news'),
  draw: (view, speaker) => {
    const { say } = speaker.of(programmeText);
    const programme = escapeText(view.programmeName);
    if (view.state === 'given') {
      const lines = [say('pledge.given-what'), say('pledge.given-next')];
      const words = view.words === '' ? '' : say('pledge.given-words', { words: view.words });
      return given({ programme, title: say('pledge.given-title'), lines }, { words }, [homeButton(speaker)]);
    }
    const sponsor = speaker.name(view.sponsorName);
    return open(
      {
        programme,
        title: say('pledge.title'),
        lines: [say('pledge.what', { sponsor }), say('pledge.who'), say('pledge.ask')],
      },
      {
        about: facts([[speaker.of(memberText).say('common.objectives'), view.objectives.map(escapeText).join(' · ')]]),
        label: say('pledge.words'),
        hint: say('pledge.words-hint'),
      },
      [execute('pledge/give', say('pledge.give'), { programmeId: view.programmeId }, { primary: true, inputs: true })],
    );
  },
});
