import type { ReactNode } from 'react';
import type { RoundDto } from '../../src/hr-page/programme-api-contract';
import { roundName } from '../lib/round-name';
import { useWords } from '../lib/words-context';
import { BarRows, type BarRow } from './bar-rows';
import { DataBehind } from './data-behind';
import { usePageStyles } from './page-styles';
import { Section } from './section';

type Told = RoundDto & { readonly atLeast: number };
type Shared = Told & { readonly asked: number };

/** How many answered each survey at least, for the whole programme. */
export function ResponseRounds({ rounds }: { readonly rounds: readonly RoundDto[] }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const told = rounds.filter(isTold);
  const shares = told.filter(isShared);
  const waiting = rounds.filter((round) => !isTold(round) && round.asked !== undefined);
  const [best] = shares.toSorted((a, b) => shareOf(b) - shareOf(a));
  const atLeast = (round: Told): string =>
    isShared(round)
      ? t('rounds.at-least', { answered: format.number(round.atLeast), asked: format.number(round.asked) })
      : t('rounds.at-least-alone', { answered: round.atLeast });
  const isEmpty = told.length + waiting.length === 0;

  return (
    <Section
      title={
        best === undefined
          ? t('rounds.title-none')
          : t('rounds.title', { share: format.share(shareOf(best)), name: roundName(best, t) })
      }
    >
      {isEmpty && <p className={page.quiet}>{t(rounds.some(hasOpened) ? 'rounds.few' : 'rounds.empty')}</p>}
      {shares.length > 0 && (
        <BarRows
          rows={shares.map((round): BarRow => ({
            label: roundName(round, t),
            value: atLeast(round),
            share: shareOf(round),
          }))}
        />
      )}
      {told
        .filter((round) => !isShared(round))
        .map((round) => (
          <div key={round.id}>
            {roundName(round, t)} – {atLeast(round)}
          </div>
        ))}
      {waiting.map((round) => (
        <div key={round.id}>
          {roundName(round, t)} – {t('rounds.waiting')}
        </div>
      ))}
      {!isEmpty && <p className={page.quiet}>{t('rounds.why')}</p>}
      {told.length > 0 && (
        <DataBehind
          columns={[t('rounds.survey'), t('rounds.asked'), t('rounds.answered')]}
          rows={told.map((round) => [
            roundName(round, t),
            round.asked === undefined ? '–' : format.number(round.asked),
            format.number(round.atLeast),
          ])}
        />
      )}
    </Section>
  );
}

const hasOpened = ({ state }: RoundDto): boolean => state !== 'planned';

function isTold(round: RoundDto): round is Told {
  return round.atLeast !== undefined;
}

/** A share can be told of a round only where it is told how many were asked. */
function isShared(round: Told): round is Shared {
  return round.asked !== undefined;
}

function shareOf({ atLeast, asked }: Shared): number {
  return Math.min(1, atLeast / asked);
}
