import { ownPageText } from '../../../../src/own-page/text/own-page-text';
import { pauseText } from '../../../../src/pause/text/pause-text';
import { defineCardOf } from '../define-card-of';
import { execute, homeButton } from '../card-actions';
import { defineCard } from '../card-frame';
import { escapeText } from '../escape-text';
import { labelledInput } from '../labelled-input';

interface DateInput {
  readonly label: string;
  readonly value: string;
  readonly earliest: string;
  readonly latest: string;
}

const draw = defineCard<{ dates: readonly DateInput[] }>([
  {
    type: 'Container',
    $data: '${dates}',
    items: [
      labelledInput('${label}', {
        type: 'Input.Date',
        id: 'until',
        min: '${earliest}',
        max: '${latest}',
        value: '${value}',
      }),
    ],
  },
]);

/** A pause: what it means and who will know, until when; or that it is over. */
export const pauseCard = defineCardOf('pause', {
  summary: () => 'news',
  draw: (view, speaker) => {
    const { say } = speaker.of(pauseText);
    const ids = { programmeId: view.programmeId };
    const top = {
      programme: escapeText(view.programmeName),
      title: say('pause.title', {
        state: view.state,
        date: view.until === undefined ? '' : speaker.date(view.until),
      }),
    };
    if (view.state === 'over')
      return draw({ ...top, lines: [say('pause.over-what')] }, { dates: [] }, [homeButton(speaker, true)]);
    const away = view.state === 'paused';
    return draw(
      { ...top, lines: [say('pause.what'), say('pause.who'), say('pause.next')] },
      {
        dates: [
          {
            label: say('pause.until'),
            value: view.until ?? view.earliest,
            earliest: view.earliest,
            latest: view.latest,
          },
        ],
      },
      [
        execute('pause/set', say(away ? 'pause.change' : 'pause.set'), ids, { primary: !away, inputs: true }),
        ...(away ? [execute('pause/end', say('pause.end'), ids, { primary: true })] : []),
        execute('programme/leave', speaker.of(ownPageText).say('home.leave'), ids),
        homeButton(speaker),
      ],
    );
  },
});
