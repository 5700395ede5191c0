import type { ReactNode } from 'react';
import type { DraftDto } from '../../../src/draft/api-contract';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

interface Props {
  readonly pairs: DraftDto['notAsked'];
  readonly names: ReadonlyMap<string, string>;
  /** They wanted to go on. */
  readonly renews?: true;
}

/** Pairs of a published draft that came to nothing at once: one of the two took no part any more, or, of those who wanted to go on, had no place or may not. */
export function NotAsked({ pairs, names, renews }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  if (pairs.length === 0) return null;
  return (
    <Notice
      title={t(renews ? 'renewal.left-out' : 'studio.not-asked', { count: pairs.length })}
      text={t(renews ? 'renewal.left-out-text' : 'studio.not-asked-text')}
    >
      <ul className={page.list}>
        {pairs.map(([mentor, mentee]) => (
          <li key={`${mentor} ${mentee}`}>
            {t('studio.not-asked-pair', { mentor: names.get(mentor) ?? mentor, mentee: names.get(mentee) ?? mentee })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
