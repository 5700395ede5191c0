import type { ReactNode } from 'react';
import type { PairingAim } from '../../../src/domain/pairing-contract';
import { LabelledSelect } from '../../components/labelled-select';
import { useWords } from '../../lib/words-context';
import type { AimFieldsProps, AimKind } from './aim-kind';
import { lowerShare, ShareField, usualPercent } from './share-field';

type Across = Extract<PairingAim, { kind: 'across' }>;
const dimensions = ['function', 'site', 'country'] as const;

/** At least a share of the pairs is across functions, sites or countries. */
export const acrossAim: AimKind<Across> = {
  bound: 'least',
  begin: (others) => {
    const by = dimensions.find((one) => !isTaken(one, others));
    return by === undefined ? undefined : { kind: 'across', by, percent: usualPercent };
  },
  isWhole: () => true,
  words: ({ by, percent }, t) => t('aim.across', { by, percent }),
  lowered: lowerShare,
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
      <ShareField aim={aim} disabled={disabled} onChange={onChange} />
    </>
  );
}
