import type { ReactNode } from 'react';
import { Checkbox } from '@fluentui/react-components';
import { diversityAttributes } from '../../../src/domain/diversity';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import type { PlanSettings } from './plan-edits';

interface Props {
  readonly diversity: PlanSettings['diversity'];
  readonly onChange: (diversity: PlanSettings['diversity']) => void;
}

/** What people may say of themselves for the mix of the programme. */
export function MixFields({ diversity, onChange }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <Section title={t('settings.diversity')}>
      <p className={page.quiet}>{t('settings.diversity-what')}</p>
      {diversityAttributes.map((attribute) => (
        <Checkbox
          key={attribute}
          label={t(`settings.diversity-${attribute}`)}
          checked={diversity[attribute]}
          onChange={(_event, { checked }) => {
            onChange({ ...diversity, [attribute]: checked === true });
          }}
        />
      ))}
    </Section>
  );
}
