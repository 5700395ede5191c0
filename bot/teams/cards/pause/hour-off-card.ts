import type { CardView } from '../../../../src/domain/view';
import { homeButton } from '../card-actions';
import { defineCard, type CardObject } from '../card-frame';
import { escapeText } from '../escape-text';
import type { Speaker } from '../speaker';

type View = Extract<CardView, { card: 'hour-off' }>;

const draw = defineCard<object>([]);

/** From when sessions go on, and the hour that is off; a delegate reads of the hour alone. */
export function hourOffCard(view: View, speaker: Speaker): CardObject {
  const { say } = speaker;
  const off =
    view.calledOff === undefined ? [] : [say('hour-off.called-off', { date: speaker.dateTime(view.calledOff) })];
  return draw(
    {
      programme: escapeText(view.programmeName),
      title: say('hour-off.title', { partner: view.partnerName ?? 'none' }),
      lines:
        view.resumesOn === undefined
          ? [...off, say('hour-off.delegate')]
          : [say('hour-off.resumes', { date: speaker.date(view.resumesOn) }), ...off, say('hour-off.kind')],
    },
    {},
    [homeButton(speaker, true)],
  );
}
