import type { ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import type { QuestionsAnswer } from '../../../src/questions/api-contract';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';

type Thresholds = QuestionsAnswer['thresholds'];

interface Props {
  readonly thresholds: Thresholds;
  readonly least: QuestionsAnswer['least'];
  readonly isFrozen: boolean;
  readonly faultAt: (name: keyof Thresholds) => string | undefined;
  readonly onChange: (thresholds: Thresholds) => void;
}

/** From how many answers on something is shown. */
export function ThresholdFields({ thresholds, least, isFrozen, faultAt, onChange }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <Section title={t('questions.thresholds')}>
      <p className={page.quiet}>{t(isFrozen ? 'questions.thresholds-rise' : 'questions.thresholds-what')}</p>
      <div className={page.bar}>
        {(['scores', 'comments'] as const).map((name) => {
          const fault = faultAt(name);
          return (
            <Field
              key={name}
              label={t(`questions.threshold.${name}`)}
              hint={t('questions.threshold-least', { least: least[name] })}
              {...(fault === undefined ? {} : { validationMessage: fault })}
            >
              <Input
                type="number"
                min={least[name]}
                value={String(thresholds[name])}
                onChange={(_event, { value }) => {
                  onChange({ ...thresholds, [name]: Number(value) });
                }}
              />
            </Field>
          );
        })}
      </div>
    </Section>
  );
}
