import type { ReactNode } from 'react';
import type { LiveResource } from '../api/use-resource';
import { useWords } from '../lib/words-context';
import { Loading } from './loading';
import { ProblemNotice } from './problem-notice';

interface Props<T> {
  readonly resource: LiveResource<T>;
  readonly children: (value: T) => ReactNode;
  /** Shown instead of the error when the thing does not exist yet. */
  readonly missing?: ReactNode;
}

/** The states of data that comes from the server: loading, refused, there, and there but no longer fresh. */
export function ResourceView<T>({ resource, children, missing }: Props<T>): ReactNode {
  const { t } = useWords();
  const retry = (): void => {
    void resource.refresh();
  };
  if (resource.value !== undefined) {
    return (
      <>
        {resource.problem !== undefined && <ProblemNotice mild problem={resource.problem} onRetry={retry} />}
        {children(resource.value)}
      </>
    );
  }
  if (resource.problem !== undefined) {
    if (missing !== undefined && resource.problem.code === 'not-found') return missing;
    return <ProblemNotice problem={resource.problem} onRetry={retry} />;
  }
  return <Loading label={t('loading')} />;
}
