import type { ReactNode } from 'react';
import { Field, makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';
import type { DraftDto } from '../../../src/draft/api-contract';
import type { PairingPolicy } from '../../../src/domain/pairing-contract';
import { NumberField } from '../../components/number-field';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import { AimFields } from './aim-fields';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  after: { marginTop: tokens.spacingVerticalM },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    alignItems: 'start',
  },
});

const weights = [
  'topics',
  'teaching',
  'pedagogy',
  'openness',
  'availability',
  'language',
  'otherFunction',
  'otherSite',
  'otherCountry',
] as const satisfies readonly (keyof PairingPolicy['weights'])[];
const mostPoints = 1000;
const slide = 10;
const numbers = [
  { name: 'minLevelsAbove', low: -9, high: 9 },
  { name: 'minCommonHours', low: 1, high: 40 },
  { name: 'minScore', low: 0, high: 10_000 },
  { name: 'monthsApart', low: 0, high: 120 },
] as const;
const switches = ['allowSameTeam', 'allowGuests', 'liftWorst'] as const;

interface Props {
  readonly policy: PairingPolicy;
  /** The draft that tells what its aims cost. */
  readonly draft: DraftDto;
  readonly disabled: boolean;
  readonly onChange: (policy: PairingPolicy) => void;
}

/** Every weight, rule and aim of a policy, in words. */
export function PolicyFields({ policy, draft, disabled, onChange }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const most = Object.values(policy.weights).reduce((sum, points) => sum + points, 0);
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('policy.weights')}</legend>
        <div className={styles.fields}>
          {weights.map((name) => (
            <NumberField
              key={name}
              label={t(`policy.weight.${name}`)}
              value={policy.weights[name]}
              low={0}
              high={mostPoints}
              slide={slide}
              disabled={disabled}
              onChange={(points) => {
                onChange({ ...policy, weights: { ...policy.weights, [name]: points } });
              }}
            />
          ))}
        </div>
        <p className={mergeClasses(page.quiet, styles.after)}>{t('policy.most', { points: most })}</p>
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('policy.rules')}</legend>
        <div className={styles.fields}>
          {numbers.map(({ name, low, high }) => (
            <NumberField
              key={name}
              label={t(`policy.rule.${name}`)}
              hint={t(`policy.hint.${name}`)}
              value={policy[name]}
              low={low}
              high={high}
              disabled={disabled}
              onChange={(value) => {
                onChange({ ...policy, [name]: value });
              }}
            />
          ))}
        </div>
        <div className={mergeClasses(styles.fields, styles.after)}>
          {switches.map((name) => (
            <Field key={name} {...(name === 'liftWorst' ? { hint: t('policy.hint.liftWorst') } : {})}>
              <Switch
                label={t(`policy.rule.${name}`)}
                checked={policy[name]}
                disabled={disabled}
                onChange={(_event, { checked }) => {
                  onChange({ ...policy, [name]: checked });
                }}
              />
            </Field>
          ))}
        </div>
      </fieldset>
      <AimFields
        aims={policy.aims}
        draft={draft}
        disabled={disabled}
        onChange={(aims) => {
          onChange({ ...policy, aims });
        }}
      />
    </>
  );
}
