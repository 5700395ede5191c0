import type { ReactNode } from 'react';
import { NumberField } from '../../components/number-field';
import { useWords } from '../../lib/words-context';

/** The share of pairs an aim begins with. */
export const usualPercent = 50;

interface WithShare {
  /** At least so many of a hundred pairs. */
  readonly percent: number;
}

interface Props<Aim extends WithShare> {
  readonly aim: Aim;
  readonly disabled: boolean;
  readonly onChange: (aim: Aim) => void;
}

/** The share of the pairs that an aim asks for. */
export function ShareField<Aim extends WithShare>({ aim, disabled, onChange }: Props<Aim>): ReactNode {
  const { t } = useWords();
  return (
    <NumberField
      label={t('aim.percent')}
      value={aim.percent}
      low={1}
      high={100}
      slide={1}
      disabled={disabled}
      onChange={(percent) => {
        onChange({ ...aim, percent });
      }}
    />
  );
}

/** The aim asking for the share that was reached; undefined where that is nothing, or no less. */
export function lowerShare<Aim extends WithShare>(aim: Aim, reached: number, pairs: number): Aim | undefined {
  const percent = pairs === 0 ? 0 : Math.floor((100 * reached) / pairs);
  return percent < 1 || percent >= aim.percent ? undefined : { ...aim, percent };
}
