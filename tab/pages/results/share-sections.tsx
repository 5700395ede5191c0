import type { ReactNode } from 'react';
import type { ToldRound } from '../../../src/insight/results-contract';
import { DataBehind } from '../../components/data-behind';
import { IntervalRows } from '../../components/interval-rows';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { roundName } from '../../lib/round-name';
import { useWords } from '../../lib/words-context';
import { LadderSection } from './ladder-section';
import { useTicks } from './use-ticks';

type Share = ToldRound['choices'][number] & { readonly round: string; readonly instrument: ToldRound['instrument'] };

/** Who uses the tools, and who has contacts elsewhere, round by round. */
export function ShareSections({ rounds }: { readonly rounds: readonly ToldRound[] }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const shares = rounds.flatMap(({ round, instrument, choices }) =>
    choices.map((choice): Share => ({ ...choice, round, instrument })),
  );
  const contacts = shares.filter(({ measure }) => measure !== 'tool-use').toSorted(bySide);
  // Who waited had no hour: their share stands in the rows alone.
  const ofParticipants = contacts.filter(({ instrument }) => instrument !== 'waiting');
  const latest = ofParticipants.findLast(({ measure }) => measure === 'contacts-function') ?? ofParticipants.at(-1);
  return (
    <>
      <LadderSection rounds={rounds} side="mentee" />
      <LadderSection rounds={rounds} side="mentor" />
      {latest !== undefined && (
        <Section
          title={t('contacts.title', {
            share: format.share(latest.share),
            side: latest.side,
            place: latest.measure === 'contacts-site' ? 'site' : 'function',
          })}
        >
          <p className={page.quiet}>{t('contacts.what')}</p>
          <ShareRows shares={contacts} />
        </Section>
      )}
    </>
  );
}

function ShareRows({ shares }: { readonly shares: readonly Share[] }): ReactNode {
  const { t, survey, insight, format } = useWords();
  const ticks = useTicks();
  const labelOf = ({ measure, side, round, instrument }: Share): string =>
    [
      insight(`measure.${measure}`),
      t('ladder.row', { side: insight(`side.${side}`), round: roundName({ id: round, instrument }, t) }),
    ].join(' – ');
  const valueOf = ({ share, low, high }: Share): string =>
    t('ladder.value', { share: format.share(share), low: format.share(low), high: format.share(high) });
  return (
    <>
      <IntervalRows
        ticks={ticks.share}
        rows={shares.map((share) => ({
          key: `${share.measure}|${share.side}|${share.round}`,
          label: labelOf(share),
          detail: t('changes.people', { n: share.n }),
          value: valueOf(share),
          middle: share.share,
          low: share.low,
          high: share.high,
        }))}
      />
      <DataBehind
        columns={[insight('column.measure'), insight('column.n'), t('results.interval'), t('results.answers')]}
        rows={shares.map((share) => [
          labelOf(share),
          format.number(share.n),
          valueOf(share),
          share.counts
            .map(({ choice, k }) => t('ladder.choice', { choice: survey(`choice.${choice}`), count: format.number(k) }))
            .join(', '),
        ])}
      />
    </>
  );
}

function bySide(one: Share, other: Share): number {
  return one.measure.localeCompare(other.measure) || one.side.localeCompare(other.side);
}
