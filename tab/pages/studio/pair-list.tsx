import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { Pager } from '../../components/pager';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { PairFilters } from './pair-filters';
import { PairRow, type PairActions } from './pair-row';
import { allPairs, choosePairs, keyOf, searchable, type PairChoice, type PairMarks } from './pair-view';

const pairsPerPage = 40;

interface Props {
  readonly programmeId: string;
  readonly draftId: string;
  readonly revision: number;
  readonly pairs: readonly ListPair[];
  readonly marks: PairMarks;
  readonly chosen: ReadonlySet<string>;
  readonly published: boolean;
  readonly actions: PairActions | undefined;
}

/** The pairs of a draft, searched, filtered and sorted in the browser, a page at a time so that thousands of people make no pause. */
export function PairList(props: Props): ReactNode {
  const { programmeId, draftId, revision, pairs, marks, chosen, published, actions } = props;
  const page = usePageStyles();
  const { t, language } = useWords();
  const [choice, setChoice] = useState(allPairs);
  const [wanted, setWanted] = useState(0);
  // What is typed shows at once; the rows follow in small steps that a key press may interrupt.
  const drawn = useDeferredValue(choice);
  const drawnPage = useDeferredValue(wanted);
  const words = useMemo(() => searchable(pairs), [pairs]);
  const found = useMemo(() => choosePairs(words, drawn, marks, language), [words, drawn, marks, language]);
  const pages = Math.ceil(found.length / pairsPerPage);
  const shown = Math.min(drawnPage, Math.max(0, pages - 1));
  const change = (part: Partial<PairChoice>): void => {
    setChoice({ ...choice, ...part });
    setWanted(0);
  };
  return (
    <Section title={t('studio.list', { count: found.length })}>
      <p className={page.quiet}>{t(actions === undefined ? 'studio.hand-closed' : 'studio.hand-hint')}</p>
      <PairFilters pairs={pairs} choice={choice} onChange={change} />
      {found.length === 0 ? (
        <div className={page.stack}>
          <p className={page.quiet}>{t('studio.none-found')}</p>
          <div>
            <Button
              onClick={() => {
                change({ ...allPairs, order: choice.order });
              }}
            >
              {t('filter.clear')}
            </Button>
          </div>
        </div>
      ) : (
        <ul className={page.plain}>
          {found.slice(shown * pairsPerPage, (shown + 1) * pairsPerPage).map((pair) => {
            const key = keyOf(pair);
            return (
              <PairRow
                key={key}
                programmeId={programmeId}
                draftId={draftId}
                revision={revision}
                pair={pair}
                locked={marks.locked.has(key)}
                apart={marks.apart.has(key)}
                chosen={chosen.has(key)}
                published={published}
                actions={actions}
              />
            );
          })}
        </ul>
      )}
      <Pager label={t('studio.tab.pairs')} page={shown} pages={pages} onPage={setWanted} />
    </Section>
  );
}
