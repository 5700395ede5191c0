import type { ReactNode } from 'react';
import type { DraftDto } from '../../../src/draft/api-contract';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

interface Props {
  readonly refused: DraftDto['refusedLocks'];
  readonly names: ReadonlyMap<string, string>;
}

/** Pairs that were to be kept and that a rule forbids. */
export function RefusedLocks({ refused, names }: Props): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  if (refused.length === 0) return null;
  return (
    <Notice title={t('studio.locks-refused', { count: refused.length })} text={t('studio.locks-refused-text')}>
      <ul className={page.list}>
        {refused.map(({ pair: [mentor, mentee], ...reason }) => (
          <li key={`${mentor} ${mentee}`}>
            {t('studio.hand-refused-pair', {
              mentor: names.get(mentor) ?? mentor,
              mentee: names.get(mentee) ?? mentee,
              reason: reason[language],
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
