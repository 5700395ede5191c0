import { useId, type ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { aimSubject, type PairingAim } from '../../../src/domain/pairing-contract';
import { LabelledSelect } from '../../components/labelled-select';
import { NumberField } from '../../components/number-field';
import { useWords } from '../../lib/words-context';
import type { AimFieldsProps, AimKind } from './aim-kind';

type AtMost = Extract<PairingAim, { kind: 'at-most' }>;
const sides = ['mentor', 'mentee'] as const;
const mostPairs = 10_000;
/** The slider reaches as far as a limit usually goes; the field beside it takes any number. */
const usualPairs = 100;

/** At most so many pairs have a mentor, or a mentee, of one department. */
export const atMostAim: AimKind<AtMost> = {
  bound: 'most',
  begin: () => ({ kind: 'at-most', side: 'mentor', department: '', pairs: 10 }),
  isWhole: ({ department }) => department.trim() !== '',
  words: ({ side, department, pairs }, t) => t('aim.at-most', { side, department: department.trim(), pairs }),
  lowered: (aim, reached) => (reached <= aim.pairs ? undefined : { ...aim, pairs: Math.ceil(reached) }),
  Fields: AtMostFields,
};

function AtMostFields({ aim, others, departments, disabled, onChange }: AimFieldsProps<AtMost>): ReactNode {
  const { t } = useWords();
  const list = useId();
  const twice = others.some((other) => aimSubject(other) === aimSubject(aim));
  const unnamed = !atMostAim.isWhole(aim);
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
      <Field
        label={t('aim.department')}
        hint={t('aim.department-hint')}
        {...(twice && !unnamed ? { validationMessage: t('aim.twice') } : {})}
      >
        <Input
          value={aim.department}
          maxLength={200}
          list={list}
          disabled={disabled}
          onChange={(_event, { value }) => {
            onChange({ ...aim, department: value });
          }}
        />
      </Field>
      <datalist id={list}>
        {departments.map((department) => (
          <option key={department} value={department} />
        ))}
      </datalist>
      <NumberField
        label={t('aim.pairs')}
        value={aim.pairs}
        low={0}
        high={mostPairs}
        slide={1}
        slideTo={usualPairs}
        disabled={disabled}
        onChange={(pairs) => {
          onChange({ ...aim, pairs });
        }}
      />
    </>
  );
}
