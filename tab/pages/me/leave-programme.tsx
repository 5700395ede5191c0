import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { MyPage } from '../../../src/own-page/api-contract';
import type { StepOf } from '../../../src/own-page/step-contract';
import { ConfirmButton } from '../../components/confirm-button';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

/** The way out of the programme: what it means and who will know, before it is done. Nothing for somebody who is not in. */
export function LeaveProgramme({ page: mine }: { readonly page: MyPage }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const { programmeId } = mine;
  const doing = useAction(programmeId);
  if (mine.me?.state !== 'enrolled' || mine.programmeState === 'closed') return null;
  const pairs = mine.pairs.filter(({ state }) => state === 'active').length;
  return (
    <Section title={t('me.departure')}>
      <p className={page.quiet}>{t('me.departure-text')}</p>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <ConfirmButton
          label={t('me.departure-button')}
          title={t('me.departure-title')}
          confirm={t('me.departure-confirm')}
          disabled={doing.busy}
          onConfirm={() => void doing.send({ verb: 'programme/leave-confirm', programmeId }, 'step.done')}
        >
          <p>{t('me.departure-what', { pairs })}</p>
          <p>{t('me.departure-who')}</p>
          <p>{t('me.departure-next')}</p>
        </ConfirmButton>
      </div>
    </Section>
  );
}

/** The way back for somebody who left by a word of their own. */
export function ReturnStep({
  programmeId,
  step,
}: {
  readonly programmeId: string;
  readonly step: StepOf<'return'>;
}): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const doing = useAction(programmeId);
  const [back] = step.actions;
  return (
    <Section title={t('me.waiting.withdrawn')}>
      <p className={page.quiet}>{t('step.return.what')}</p>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button disabled={doing.busy} onClick={() => void doing.send(back, 'step.done')}>
          {t('step.return.back')}
        </Button>
      </div>
    </Section>
  );
}
