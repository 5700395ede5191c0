import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';
import { useDraftPage } from './use-draft';

const useStyles = makeStyles({
  reasons: { listStyle: 'none', margin: '6px 0 0', padding: 0, display: 'grid', gap: '4px' },
  reason: { display: 'grid', gridTemplateColumns: '52px minmax(0, 1fr)' },
  points: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly programmeId: string;
  readonly draftId: string;
  readonly revision: number;
  readonly pair: ListPair;
}

/** Why two people are a pair: every part with its points, which add up to the pair’s. */
export function PairReasons({ programmeId, draftId, revision, pair }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, format, language } = useWords();
  const shown = useDraftPage(programmeId, draftId, pair.partNumber, revision);
  const found = shown.value?.pairs.find((one) => one.mentor.id === pair.mentor.id && one.mentee.id === pair.mentee.id);
  if (found === undefined) {
    if (shown.problem !== undefined)
      return <ProblemNotice problem={shown.problem} onRetry={() => void shown.refresh()} />;
    return (
      <div className={page.small}>
        {t(shown.value?.revision === revision ? 'studio.reasons-gone' : 'studio.left-loading')}
      </div>
    );
  }
  return (
    <>
      <ul className={styles.reasons}>
        {found.parts.map((part) => (
          <li key={`${part.part} ${part.reason.en}`} className={styles.reason}>
            <span className={styles.points}>
              {part.points >= 0 ? '+' : '−'}
              {format.number(Math.abs(part.points))}
            </span>
            <span>{part.reason[language]}</span>
          </li>
        ))}
        {(found.unknown ?? []).map((words) => (
          <li key={words.en} className={styles.reason}>
            <span className={styles.points}>?</span>
            <span>{words[language]}</span>
          </li>
        ))}
      </ul>
      <div className={page.small}>{t('studio.reasons-sum', { points: found.score })}</div>
    </>
  );
}
