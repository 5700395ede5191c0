import type { ReactNode } from 'react';
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Overview } from '../../../src/hr-page/programme-api-contract';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

/** Says which stored rows cannot be read, by kind and key, for whoever runs the service; nothing when all can. */
export function UnreadableRows({ rows }: { readonly rows: Overview['unreadable'] }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  if (rows.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('unreadable.title', { count: rows.length })}</MessageBarTitle>
        {t('unreadable.what')}
        <ul className={page.plain}>
          {rows.map(({ kind, key }) => (
            <li key={`${kind}|${key}`}>
              <code>
                {kind} {key}
              </code>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
