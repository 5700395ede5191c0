import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { StepOf } from '../../../src/own-page/step-contract';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { CharterWords } from './charter-words';
import { useAction } from './use-action';

interface Props {
  readonly programmeId: string;
  readonly step: StepOf<'charter'>;
}

/** What the two of a pair promise each other before their first session: the same words as on the card. */
export function CharterStep({ programmeId, step }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const doing = useAction(programmeId);
  const name = step.partnerName;
  return (
    <Section title={t('step.charter.title', { name })}>
      <CharterWords words={step.words} />
      {step.partnerAccepted && <p className={page.text}>{t('step.charter.partner', { name })}</p>}
      <p className={page.quiet}>{t('step.charter.what')}</p>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button
          appearance="primary"
          disabled={doing.busy}
          onClick={() => void doing.send(step.actions[0], 'step.charter.done')}
        >
          {t('step.charter.accept')}
        </Button>
      </div>
    </Section>
  );
}
