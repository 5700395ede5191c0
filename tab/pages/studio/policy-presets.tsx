import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { PairingPolicy } from '../../../src/domain/pairing-contract';
import { presetPolicy } from '../../../src/pairing/scoring/policy';
import { LabelledSelect } from '../../components/labelled-select';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';

const templates = [
  'blank',
  'top-executives',
  'digital-and-careers',
  'bank-and-university',
  'sustainability',
  'strong-hierarchy',
] as const;

interface Props {
  readonly onChoose: (policy: PairingPolicy) => void;
  readonly onReset: () => void;
}

/** Weights and rules to begin from, by kind of programme, and the way back to those of the draft. */
export function PolicyPresets({ onChoose, onReset }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <div className={page.bar}>
      <div className={page.field}>
        <LabelledSelect
          label={t('policy.preset')}
          value=""
          onChoose={(template) => {
            if (template !== '') onChoose(presetPolicy(template));
          }}
        >
          <option value="">{t('policy.preset-none')}</option>
          {templates.map((template) => (
            <option key={template} value={template}>
              {t(`policy.preset.${template}`)}
            </option>
          ))}
        </LabelledSelect>
      </div>
      <Button onClick={onReset}>{t('policy.reset')}</Button>
    </div>
  );
}
