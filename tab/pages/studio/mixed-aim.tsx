import type { ReactNode } from 'react';
import { type PairingAim, mixedBy } from '../../../src/domain/pairing-contract';
import { LabelledSelect } from '../../components/labelled-select';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import type { AimFieldsProps, AimKind } from './aim-kind';
import { lowerShare, ShareField, usualPercent } from './share-field';

type Mixed = Extract<PairingAim, { kind: 'mixed' }>;

/** At least a share of the pairs is mixed in gender or age band, as far as groups tell. */
export const mixedAim: AimKind<Mixed> = {
  bound: 'least',
  begin: (others, mixable) => {
    const by = mixable.find((one) => !isTaken(one, others));
    return by === undefined ? undefined : { kind: 'mixed', by, percent: usualPercent };
  },
  isWhole: () => true,
  words: ({ by, percent }, t) => t('aim.mixed', { by, percent }),
  lowered: lowerShare,
  Fields: MixedFields,
};

function isTaken(by: Mixed['by'], others: readonly PairingAim[]): boolean {
  return others.some((other) => other.kind === 'mixed' && other.by === by);
}

function MixedFields({ aim, others, mixable, disabled, onChange }: AimFieldsProps<Mixed>): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <>
      <LabelledSelect
        label={t('aim.mixed-by')}
        value={aim.by}
        onChoose={(value) => {
          onChange({ ...aim, by: mixedBy.find((one) => one === value) ?? aim.by });
        }}
      >
        {mixedBy.map((one) => (
          <option key={one} value={one} disabled={isTaken(one, others) || !mixable.includes(one)}>
            {t(`aim.mixed-by.${one}`)}
          </option>
        ))}
      </LabelledSelect>
      <ShareField aim={aim} disabled={disabled} onChange={onChange} />
      <p className={page.quiet}>{t('aim.mixed-what')}</p>
    </>
  );
}
