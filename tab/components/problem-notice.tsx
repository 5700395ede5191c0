import type { ReactNode } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ShownProblem } from '../api/api-client';
import type { Translate } from '../lib/translate';
import { useWords } from '../lib/words-context';

interface Props {
  readonly problem: ShownProblem;
  readonly onRetry?: () => void;
  /** A refresh failed but the last good data is shown. */
  readonly mild?: boolean;
}

/** What was not done, what is safe and what to do: the server's words, or ours when it could not be reached. */
export function ProblemNotice({ problem, onRetry, mild = false }: Props): ReactNode {
  const { t } = useWords();
  return (
    <MessageBar intent={mild ? 'warning' : 'error'} layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{mild ? t('problem.title-stale') : t('problem.title')}</MessageBarTitle>
        {wordsOf(problem, t)}
        {problem.correlationId !== undefined && ` ${t('problem.reference', { id: problem.correlationId })}`}
        {problem.fields !== undefined && (
          <ul>
            {problem.fields.map((field) => (
              <li key={field.path}>
                <strong>{field.path}</strong> – {field.message}
              </li>
            ))}
          </ul>
        )}
      </MessageBarBody>
      {onRetry !== undefined && (
        <MessageBarActions>
          <Button onClick={onRetry}>{t('problem.retry')}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function wordsOf(problem: ShownProblem, t: Translate): string {
  if (problem.message !== undefined) return problem.message;
  switch (problem.code) {
    case 'offline':
      return t('problem.offline');
    case 'no-token':
      return t('problem.no-token');
    case 'not-found':
      return t('problem.not-found');
    default:
      return t('problem.unreadable');
  }
}
