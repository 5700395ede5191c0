import { useEffect, useState, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { DraftListDto } from '../../../src/draft/api-contract';
import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { handMoves, type FreePerson } from './hand-moves';
import { handPanelId } from './hand-panel';
import { MoveList, type HandDraft } from './move-list';
import { PartnerFinder } from './partner-finder';
import type { Seeker } from './rank-moves';
import { SuggestedPairs } from './suggested-pairs';

const useStyles = makeStyles({
  panel: {
    position: 'sticky',
    bottom: '0',
    zIndex: 1,
    maxHeight: '60vh',
    overflowY: 'auto',
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
  },
});

interface Props extends Omit<HandDraft, 'every'> {
  readonly list: DraftListDto;
  readonly pairs: readonly ListPair[];
  readonly people: readonly FreePerson[];
}

/** What the chosen pairs and people allow: who else is possible for one of them, or what several could change with one another. */
export function ChangeByHand({ list, pairs, people, ...draft }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const [sought, setSought] = useState<string>();
  const hand = { ...draft, every: list.pairs };
  const moves = handMoves(pairs, people, list.pairs);
  const seekers = seekersOf(pairs, people);
  const seeker = seekers.find((one) => seekerKey(one) === sought);
  const many = pairs.length === 0 && people.length > 2;

  // What has the focus is scrolled clear of this panel, which stays at the bottom of the window.
  useEffect(() => {
    const { style } = document.documentElement;
    style.scrollPaddingBottom = '50vh';
    return () => {
      style.scrollPaddingBottom = '';
    };
  }, []);

  return (
    <div id={handPanelId} tabIndex={-1} className={styles.panel}>
      <Section title={t('studio.hand')}>
        {moves.length === 0 && seekers.length === 0 && !many && <p className={page.quiet}>{t('studio.hand-none')}</p>}
        {many && <SuggestedPairs key={people.map(({ id }) => id).join(' ')} {...hand} people={people} />}
        {seekers.length > 0 && (
          <div className={page.buttons}>
            {seekers.map((one) => (
              <Button
                key={seekerKey(one)}
                aria-expanded={one === seeker}
                onClick={() => {
                  setSought(one === seeker ? undefined : seekerKey(one));
                }}
              >
                {seekerWords(one)}
              </Button>
            ))}
          </div>
        )}
        {seeker !== undefined && <PartnerFinder key={seekerKey(seeker)} {...hand} list={list} seeker={seeker} />}
        {moves.length > 0 && <MoveList {...hand} moves={moves.map((move) => ({ move }))} />}
        <div>
          <Button appearance="subtle" onClick={draft.onClear}>
            {t('studio.hand-clear')}
          </Button>
        </div>
      </Section>
    </div>
  );

  function seekerWords({ person: { name }, side, from }: Seeker): string {
    if (from !== undefined) return t('studio.hand-another', { side, name });
    return t('studio.hand-find', { side, name });
  }
}

/** For whom a partner can be looked for: the one person that was chosen, or either of the one pair. */
function seekersOf(pairs: readonly ListPair[], people: readonly FreePerson[]): readonly Seeker[] {
  const [pair, otherPair] = pairs;
  const [person, otherPerson] = people;
  if (otherPair !== undefined || otherPerson !== undefined) return [];
  if (pair !== undefined && person === undefined) {
    return [
      { person: pair.mentor, side: 'mentor', from: pair },
      { person: pair.mentee, side: 'mentee', from: pair },
    ];
  }
  if (person === undefined || pair !== undefined) return [];
  return (['mentor', 'mentee'] as const)
    .filter((side) => person.role === side || person.role === 'both')
    .map((side) => ({ person: { id: person.id, name: person.name }, side }));
}

function seekerKey({ person, side, from }: Seeker): string {
  return `${side} ${person.id} ${from === undefined ? '' : `${from.mentor.id} ${from.mentee.id}`}`;
}
