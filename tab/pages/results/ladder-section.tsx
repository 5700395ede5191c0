import type { ReactNode } from 'react';
import type { ToldRound } from '../../../src/insight/results-contract';
import { BeforeAfterRows } from '../../components/before-after-rows';
import { DataBehind } from '../../components/data-behind';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { roundName } from '../../lib/round-name';
import { useWords } from '../../lib/words-context';
import { useTicks } from './use-ticks';

type Told = ToldRound['choices'][number] & Pick<ToldRound, 'round' | 'instrument'>;

interface Props {
  readonly rounds: readonly ToldRound[];
  readonly side: Told['side'];
}

/** How far people have come with the tools, from daily to never: at the start, and in the latest round that tells of it. */
export function LadderSection({ rounds, side }: Props): ReactNode {
  const page = usePageStyles();
  const { t, survey, format } = useWords();
  const ticks = useTicks();
  // Who waited for a partner had no hour: a step of theirs is no step of the programme.
  const ofParticipants = rounds.filter(({ instrument }) => instrument !== 'waiting');
  const told = ofParticipants.flatMap(({ round, instrument, choices }) =>
    choices
      .filter((choice) => choice.measure === 'tool-use' && choice.side === side)
      .map((choice): Told => ({ ...choice, round, instrument })),
  );
  const latest = told.at(-1);
  if (latest === undefined) return null;
  const before = told.find(({ instrument, round }) => instrument === 'baseline' && round !== latest.round);
  const nameOf = ({ round, instrument }: Told): string => roundName({ id: round, instrument }, t);
  const stepOf = (figure: Told | undefined, choice: string) => {
    const step = figure?.counts.find((count) => count.choice === choice);
    return figure === undefined || step === undefined
      ? undefined
      : { at: step.k / figure.n, interval: [step.low, step.high] as const, k: step.k };
  };
  const words = (step: ReturnType<typeof stepOf>): string =>
    step === undefined
      ? '–'
      : t('ladder.value', {
          share: format.share(step.at),
          low: format.share(step.interval[0]),
          high: format.share(step.interval[1]),
        });
  const rows = latest.counts.toReversed().map(({ choice }) => {
    const steps = [stepOf(before, choice), stepOf(latest, choice)] as const;
    return {
      key: choice,
      label: survey(`choice.${choice}`),
      value: steps.flatMap((step) => (step === undefined ? [] : [format.share(step.at)])).join(' → '),
      steps,
    };
  });
  return (
    <Section
      title={
        before === undefined
          ? t('ladder.title', { share: format.share(latest.share), side })
          : t('ladder.change', { before: format.share(before.share), after: format.share(latest.share), side })
      }
    >
      <p className={page.quiet}>{t('ladder.what')}</p>
      <BeforeAfterRows
        ticks={ticks.share}
        legend={{
          before:
            before === undefined ? t('ladder.no-start') : t('ladder.legend', { round: nameOf(before), n: before.n }),
          after: t('ladder.legend', { round: nameOf(latest), n: latest.n }),
        }}
        rows={rows.map(({ steps: [first, last], ...row }) => ({
          ...row,
          ...(first === undefined ? {} : { before: first }),
          ...(last === undefined ? {} : { after: last }),
        }))}
      />
      <DataBehind
        columns={[t('ladder.step'), t('ladder.start'), nameOf(latest)]}
        rows={rows.map(({ label, steps: [first, last] }) => [label, words(first), words(last)])}
      />
    </Section>
  );
}
