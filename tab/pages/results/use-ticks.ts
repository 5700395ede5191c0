import type { Tick } from '../../components/chart-scale';
import { useWords } from '../../lib/words-context';
import { useDecimals } from './use-decimals';

/** The axes of the charts of results. */
export interface Ticks {
  /** Points of a scale on either side of no change; what is beyond is drawn at the end. */
  readonly change: readonly Tick[];
  /** The scale from 1 to 5. */
  readonly scale: readonly Tick[];
  /** 0 to 1. */
  readonly share: readonly Tick[];
  /** -100 to 100. */
  readonly promoters: readonly Tick[];
}

/** The axes with their values as the reader's language writes them. */
export function useTicks(): Ticks {
  const { format } = useWords();
  const decimals = useDecimals();
  const ticks = (values: readonly number[], write: (value: number) => string): readonly Tick[] =>
    values.map((at) => ({ at, label: write(at) }));
  return {
    change: ticks([-2, -1, 0, 1, 2], decimals.points),
    scale: ticks([1, 2, 3, 4, 5], (value) => format.number(value)),
    share: ticks([0, 0.25, 0.5, 0.75, 1], (value) => format.share(value)),
    promoters: ticks([-100, -50, 0, 50, 100], decimals.points),
  };
}
