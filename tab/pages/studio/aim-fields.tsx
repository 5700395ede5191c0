import { useState, type ReactNode } from 'react';
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { PairingAim } from '../../../src/pairing/contract';
import { LabelledSelect } from '../../components/labelled-select';
import { NumberField } from '../../components/number-field';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
    marginTop: tokens.spacingVerticalS,
  },
});

const kinds = ['none', 'across', 'at-most'] as const;
const dimensions = ['function', 'site', 'country'] as const;
const sides = ['mentor', 'mentee'] as const;
const mostPairs = 10_000;
const newDepartment = { kind: 'at-most', side: 'mentor', department: '', pairs: 10 } as const;
type AtMost = Extract<PairingAim, { kind: 'at-most' }>;

interface Props {
  readonly aim: PairingAim | undefined;
  readonly disabled: boolean;
  readonly onChange: (aim: PairingAim | undefined) => void;
}

/** What the pairs should be like as a whole, if anything; what it costs is told with the next draft. */
export function AimFields({ aim, disabled, onChange }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  // An aim about a department counts once the department is named.
  const [unnamed, setUnnamed] = useState<AtMost>();
  const shown = unnamed ?? aim;
  const change = (next: PairingAim | undefined): void => {
    const named = next?.kind !== 'at-most' || next.department.trim() !== '';
    setUnnamed(named ? undefined : next);
    onChange(named ? next : undefined);
  };
  return (
    <fieldset className={styles.group} disabled={disabled}>
      <legend className={styles.legend}>{t('aim.title')}</legend>
      <p className={page.quiet}>{t('aim.text')}</p>
      <div className={styles.fields}>
        <LabelledSelect
          label={t('aim.kind')}
          value={shown?.kind ?? 'none'}
          onChoose={(kind) => {
            if (kind === 'across') change({ kind, by: 'function', percent: 50 });
            else change(kind === 'at-most' ? newDepartment : undefined);
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`aim.kind.${kind}`)}
            </option>
          ))}
        </LabelledSelect>
        {shown?.kind === 'across' && (
          <>
            <LabelledSelect
              label={t('aim.by')}
              value={shown.by}
              onChoose={(value) => {
                change({ ...shown, by: dimensions.find((one) => one === value) ?? shown.by });
              }}
            >
              {dimensions.map((one) => (
                <option key={one} value={one}>
                  {t(`aim.by.${one}`)}
                </option>
              ))}
            </LabelledSelect>
            <NumberField
              label={t('aim.percent')}
              value={shown.percent}
              low={1}
              high={100}
              slide={1}
              disabled={disabled}
              onChange={(percent) => {
                change({ ...shown, percent });
              }}
            />
          </>
        )}
        {shown?.kind === 'at-most' && <DepartmentFields aim={shown} disabled={disabled} onChange={change} />}
      </div>
    </fieldset>
  );
}

interface DepartmentProps {
  readonly aim: AtMost;
  readonly disabled: boolean;
  readonly onChange: (aim: AtMost) => void;
}

function DepartmentFields({ aim, disabled, onChange }: DepartmentProps): ReactNode {
  const { t } = useWords();
  return (
    <>
      <LabelledSelect
        label={t('aim.side')}
        value={aim.side}
        onChoose={(value) => {
          onChange({ ...aim, side: sides.find((one) => one === value) ?? aim.side });
        }}
      >
        {sides.map((one) => (
          <option key={one} value={one}>
            {t(`role.${one}`)}
          </option>
        ))}
      </LabelledSelect>
      <Field label={t('aim.department')} hint={t('aim.department-hint')}>
        <Input
          value={aim.department}
          maxLength={200}
          disabled={disabled}
          onChange={(_event, { value }) => {
            onChange({ ...aim, department: value });
          }}
        />
      </Field>
      <NumberField
        label={t('aim.pairs')}
        value={aim.pairs}
        low={0}
        high={mostPairs}
        disabled={disabled}
        onChange={(pairs) => {
          onChange({ ...aim, pairs });
        }}
      />
    </>
  );
}
