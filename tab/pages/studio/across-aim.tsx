import type { ReactNode } from 'react';
import type { PairingAim } from '../../../src/pairing/contract';
import { LabelledSelect } from '../../components/labelled-select';
import { NumberField } from '../../components/number-field';
import { useWords } from '../../lib/words-context';
import type { AimFieldsProps, AimKind } from './aim-kind';

type Across = Extract<PairingAim, { kind: 'across' }>;
const dimensions = ['function', 'site', 'country'] as const;
const usualPercent = 50;

/** At least a share of the pairs is across functions, sites or countries. */
export const acrossAim: AimKind<Across> = {
  bound: 'least',
  begin: (others) => {
    const by = dimensions.find((one) => !isTaken(one, others));
    return by === undefined ? undefined : { kind: 'across', by, percent: usualPercent };
  },
  isWhole: () => true,
  words: ({ by, percent }, t) => t('aim.across', { by, percent }),
  lowered: (aim, reached, pairs) => {
    const percent = pairs === 0 ? 0 : Math.floor((100 * reached) / pairs);
    return percent < 1 || percent >= aim.percent ? undefined : { ...aim, percent };
  },
  Fields: AcrossFields,
};

function isTaken(by: Across['by'], others: readonly PairingAim[]): boolean {
  return others.some((other) => other.kind === 'across' && other.by === by);
}

function AcrossFields({ aim, others, disabled, onChange }: AimFieldsProps<Across>): ReactNode {
  const { t } = useWords();
  return (
    <>
      <LabelledSelect
        label={t('aim.by')}
        value={aim.by}
        onChoose={(value) => {
          onChange({ ...aim, by: dimensions.find((one) => one === value) ?? aim.by });
        }}
      >
        {dimensions.map((one) => (
          <option key={one} value={one} disabled={isTaken(one, others)}>
            {t(`aim.by.${one}`)}
          </option>
        ))}
      </LabelledSelect>
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
    </>
  );
}
