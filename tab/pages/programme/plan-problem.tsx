import type { ReactNode } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ShownProblem } from '../../api/api-client';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';

interface Props {
  readonly problem: ShownProblem;
  readonly busy: boolean;
  /** Saves although the reader no longer administers the programme then. */
  readonly onLeave: () => void;
}

/** Why a plan was not saved; where it takes the reader out of its administrators, the way to save it all the same. */
export function PlanProblem({ problem, busy, onLeave }: Props): ReactNode {
  const { t } = useWords();
  if (problem.code !== 'leaves-yourself') return <ProblemNotice problem={problem} />;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('plan.leaving')}</MessageBarTitle>
        {problem.message}
      </MessageBarBody>
      <MessageBarActions>
        <Button disabled={busy} onClick={onLeave}>
          {t('plan.leave')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
