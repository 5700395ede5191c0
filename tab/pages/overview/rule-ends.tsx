import type { ReactNode } from 'react';
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Overview } from '../../../src/hr-page/programme-api-contract';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

/** Pairs that a change of the organisation ended, with the rule, for HR alone; nothing when there are none. */
export function RuleEnds({ ends }: { readonly ends: Overview['ruleEnds'] }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  if (ends.length === 0) return null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('rule-ends.title', { count: ends.length })}</MessageBarTitle>
        {t('rule-ends.what')}
        <ul className={page.plain}>
          {ends.map(({ pairId, mentor, mentee, rule, at }) => (
            <li key={pairId}>{t('rule-ends.pair', { mentor, mentee, rule, date: format.date(at) })}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
