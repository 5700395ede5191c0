import { hrPageText } from '../../../../src/hr-page/text/hr-page-text';
import { defineCardOf } from '../define-card-of';
import { execute, homeButton, openUrl } from '../card-actions';
import { defineCard } from '../card-frame';
import { tabPageLink } from '../card-links';
import { escapeText } from '../escape-text';

const draw = defineCard<{ items: readonly { readonly text: string }[] }>([
  {
    type: 'Container',
    $when: '${count(items) > 0}',
    spacing: 'Medium',
    items: [{ type: 'TextBlock', $data: '${items}', text: '${text}', wrap: true, spacing: 'Small' }],
  },
]);

/** For an administrator who wants it: what there is to do, in counts, and the way to where it is seen to. */
export const weeklyToDoCard = defineCardOf('weekly-to-do', {
  summary: () => 'news',
  draw: (view, speaker, links) => {
    const { say } = speaker.of(hrPageText);
    const { programmeId, items } = view;
    const overview = tabPageLink(links, `/programmes/${programmeId}`);
    const open = overview === undefined ? [] : [openUrl(say('weekly.open'), overview, true)];
    const programme = escapeText(view.programmeName);
    if (view.state === 'off')
      return draw({ programme, title: say('weekly.off-title'), lines: [say('weekly.off-what')] }, { items: [] }, [
        execute('to-do/weekly', say('weekly.start'), { programmeId }),
        ...open,
        homeButton(speaker),
      ]);
    const stop = execute('to-do/weekly-stop', say('weekly.stop'), { programmeId });
    if (items.length === 0)
      return draw({ programme, title: say('weekly.on-title'), lines: [say('weekly.on-what')] }, { items: [] }, [
        ...open,
        stop,
        homeButton(speaker),
      ]);
    return draw(
      {
        programme,
        title: say('weekly.title', { count: items.length }),
        lines: [say('weekly.what', { date: speaker.day(view.asOf) })],
      },
      {
        items: items.map(({ item, count, until, atLeast }) => ({
          text: `- ${say(`weekly.${item}`, { count, bound: atLeast === true ? 'least' : 'exact', date: until === undefined ? '' : speaker.day(until) })}`,
        })),
      },
      [...open, stop, homeButton(speaker)],
    );
  },
});
