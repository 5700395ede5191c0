import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { roundSchema } from '../../src/hr-page/programme-api-contract';
import { roundName } from '../lib/round-name';
import { useWords } from '../lib/words-context';
import { BarRows, type BarRow } from './bar-rows';
import { DataBehind } from './data-behind';
import { HiddenNotice } from './hidden-notice';
import { usePageStyles } from './page-styles';
import { Section } from './section';

type Round = z.infer<typeof roundSchema>;

/** How many answered each survey, for the whole programme and from five people up. */
export function ResponseRounds({ rounds }: { readonly rounds: readonly Round[] }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const started = rounds.filter((round) => round.state !== 'planned');
  const shown = started.flatMap(readable);
  const hidden = started.filter((round) => readable(round).length === 0);
  const [best] = shown.toSorted((a, b) => b.answered / b.asked - a.answered / a.asked);
  const name = (round: Round): string => roundName(round, t);

  return (
    <Section
      title={
        best === undefined
          ? t('rounds.title-none')
          : t('rounds.title', { share: format.share(best.answered / best.asked), name: name(best.round) })
      }
    >
      {started.length === 0 && <p className={page.quiet}>{t('rounds.empty')}</p>}
      {shown.length > 0 && (
        <BarRows
          rows={shown.map(({ round, asked, answered }): BarRow => ({
            label: name(round),
            value: `${format.number(answered)} / ${format.number(asked)}`,
            share: answered / asked,
          }))}
        />
      )}
      {hidden.length > 0 && (
        <div className={page.stack}>
          {hidden.map((round) => (
            <div key={round.id}>
              {name(round)} – <HiddenNotice />
            </div>
          ))}
          <p className={page.quiet}>{t('hidden.why')}</p>
        </div>
      )}
      {shown.length > 0 && (
        <DataBehind
          columns={[t('rounds.survey'), t('rounds.asked'), t('rounds.answered'), t('rounds.share')]}
          rows={shown.map(({ round, asked, answered }) => [
            name(round),
            format.number(asked),
            format.number(answered),
            format.share(answered / asked),
          ])}
        />
      )}
    </Section>
  );
}

interface Readable {
  readonly round: Round;
  readonly asked: number;
  readonly answered: number;
}

function readable(round: Round): readonly Readable[] {
  const { asked, answered } = round;
  return round.hidden || asked === undefined || answered === undefined || asked === 0
    ? []
    : [{ round, asked, answered }];
}
