import type { ReactNode } from 'react';
import { Switch } from '@fluentui/react-components';
import { actionAnswerSchema } from '../../../src/hr-page/action-api-contract';
import type { Action } from '../../../src/dispatch/actions';
import type { Overview } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';

/** Whether the reader is sent the list on Monday mornings: for themselves alone, and off until they want it. */
export function WeeklyToDo({ programme }: { readonly programme: Overview }): ReactNode {
  const { t } = useWords();
  const announce = useAnnounce();
  const { id, weeklyToDo, state } = programme;
  const set = useCommand(`/programmes/${id}`);
  if (weeklyToDo === undefined || state === 'closed') return null;

  async function choose(wanted: boolean): Promise<void> {
    const body: Action = { verb: wanted ? 'to-do/weekly' : 'to-do/weekly-stop', programmeId: id };
    const answer = await set.run({ path: '/actions', schema: actionAnswerSchema, body });
    if (answer !== undefined) announce(t(wanted ? 'to-do.weekly-on' : 'to-do.weekly-off'));
  }

  return (
    <div>
      {set.problem !== undefined && <ProblemNotice problem={set.problem} />}
      <Switch
        checked={weeklyToDo}
        disabled={set.busy}
        label={t('to-do.weekly')}
        onChange={(_event, { checked }) => void choose(checked)}
      />
    </div>
  );
}
