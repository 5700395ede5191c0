import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { ChosenDto } from '../../../src/draft/api-contract';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import { differenceOf } from './choice-sets';

interface Props {
  readonly shown: ChosenDto;
  readonly next: ChosenDto;
  readonly busy: boolean;
  readonly onRun: () => void;
}

const kinds = ['locked', 'unlocked', 'apart', 'together', 'policy'] as const;

/** What was decided since the draft was computed: it holds at the next run, which this starts. */
export function PendingChoices({ shown, next, busy, onRun }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const difference = differenceOf(shown, next);
  if (difference === undefined) return null;
  return (
    <Notice title={t('studio.pending')} text={t('studio.pending-text')}>
      <ul className={page.list}>
        {kinds
          .filter((kind) => difference[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t(`studio.pending-${kind}`, { count: difference[kind] })}</li>
          ))}
      </ul>
      <Button appearance="primary" disabled={busy} onClick={onRun}>
        {t('studio.run-pending')}
      </Button>
    </Notice>
  );
}
