import type { ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import type { ChosenDto, DraftListDto } from '../../../src/draft/api-contract';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { namesIn, pairKey } from './choice-sets';
import { keyOf } from './pair-view';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', alignItems: 'center', justifyContent: 'space-between' },
});

type Ids = ChosenDto['locked'][number];

interface Props {
  readonly next: ChosenDto;
  readonly list: DraftListDto | undefined;
  /** Absent where the draft can no longer be changed. */
  readonly onUnlock: ((pair: Ids) => void) | undefined;
  readonly onRejoin: ((pair: Ids) => void) | undefined;
}

/** Choices that the list of pairs cannot show: people who are kept apart, and kept pairs that are not in this draft. */
export function ChosenPairs({ next, list, onUnlock, onRejoin }: Props): ReactNode {
  const { t } = useWords();
  const there = new Set(list?.pairs.map(keyOf));
  const names = namesIn(list);
  const missing = next.locked.filter(([mentor, mentee]) => !there.has(pairKey(mentor, mentee)));
  return (
    <>
      {next.apart.length > 0 && (
        <Section title={t('studio.apart-list', { count: next.apart.length })}>
          <Pairs pairs={next.apart} names={names} words={t('studio.rejoin')} onUndo={onRejoin} />
        </Section>
      )}
      {missing.length > 0 && (
        <Section title={t('studio.locked-list', { count: missing.length })}>
          <Pairs pairs={missing} names={names} words={t('studio.unlock')} onUndo={onUnlock} />
        </Section>
      )}
    </>
  );
}

interface PairsProps {
  readonly pairs: readonly Ids[];
  readonly names: ReadonlyMap<string, string>;
  readonly words: string;
  readonly onUndo: ((pair: Ids) => void) | undefined;
}

function Pairs({ pairs, names, words, onUndo }: PairsProps): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <ul className={page.plain}>
      {pairs.map((pair) => {
        const [mentor, mentee] = pair.map((id) => names.get(id) ?? id) as Ids;
        return (
          <li key={pair.join(' ')} className={styles.row}>
            <span>{t('studio.two-people', { mentor, mentee })}</span>
            {onUndo !== undefined && (
              <Button
                size="small"
                aria-label={t('studio.of-pair', { what: words, mentor, mentee })}
                onClick={() => {
                  onUndo(pair);
                }}
              >
                {words}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
