import type { ReactNode } from 'react';
import type { ToldRound } from '../../../src/insight/results-contract';
import { BarRows } from '../../components/bar-rows';
import { DataBehind } from '../../components/data-behind';
import { Section } from '../../components/section';
import { roundName } from '../../lib/round-name';
import { useWords } from '../../lib/words-context';
import { useDecimals } from './use-decimals';

/** The ends of agreement. */
const [least, most] = [1, 5];

/** The means of one round. */
export function LevelSection({ round: { round, instrument, levels } }: { readonly round: ToldRound }): ReactNode {
  const { t, insight, format } = useWords();
  const decimals = useDecimals();
  const [highest] = levels.filter(({ cut }) => cut === undefined).toSorted((one, other) => other.mean - one.mean);
  if (highest === undefined) return null;
  const labelOf = ({ measure, side, cut }: ToldRound['levels'][number]): string => {
    const [name, role] = [insight(`measure.${measure}`), insight(`side.${side}`)];
    return cut === undefined ? `${name} – ${role}` : t('levels.cut', { measure: name, side: role, cut });
  };
  return (
    <Section
      title={t('levels.title', {
        name: roundName({ id: round, instrument }, t),
        mean: decimals.decimal(highest.mean),
        measure: insight(`measure.${highest.measure}`),
        side: insight(`side.${highest.side}`),
      })}
    >
      <BarRows
        rows={levels.map((level) => ({
          label: labelOf(level),
          value: t('levels.value', { mean: decimals.decimal(level.mean) }),
          share: (level.mean - least) / (most - least),
        }))}
      />
      <DataBehind
        columns={[insight('column.measure'), insight('column.n'), t('levels.mean')]}
        rows={levels.map((level) => [labelOf(level), format.number(level.n), decimals.decimal(level.mean)])}
      />
    </Section>
  );
}
