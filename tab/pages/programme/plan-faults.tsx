import type { ReactNode } from 'react';
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import type { PlanIssue } from './plan-issues';

/** What must be mended before a plan can be saved. */
export function PlanFaults({
  name,
  issues,
}: {
  readonly name: string;
  readonly issues: readonly PlanIssue[];
}): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('plan.faulty', { name })}</MessageBarTitle>
        {t('plan.faulty-what', { count: issues.length })}
        <ul className={page.list}>
          {issues.map((issue) => (
            <li key={`${issue.path} ${issue.words}`}>
              <strong>{issue.path}</strong> – {issue.words}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
