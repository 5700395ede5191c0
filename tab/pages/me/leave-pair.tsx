import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import type { MyPair } from '../../../src/own-page/pair-contract';
import { ConfirmButton } from '../../components/confirm-button';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { useAction } from './use-action';

interface Props {
  readonly programmeId: string;
  readonly pair: MyPair;
}

/** The way out of a pair: what it means and who will know. */
export function LeavePair({ programmeId, pair }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const doing = useAction(programmeId);
  if (pair.leave === undefined) return null;
  if (pair.leave === 'asked')
    return (
      <div className={page.stack}>
        <p className={page.quiet}>{t('me.leave-asked')}</p>
        {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
        {pair.mayStay === true && (
          <div className={page.buttons}>
            <Button
              disabled={doing.busy}
              onClick={() =>
                void doing.send({ verb: 'pair/stay', programmeId, pairId: pair.pairId }, 'me.leave-taken-back')
              }
            >
              {t('me.leave-take-back')}
            </Button>
          </div>
        )}
      </div>
    );
  return (
    <div className={page.stack}>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <ConfirmButton
          label={t('me.leave')}
          title={t('me.leave-title', { name: pair.partner.name })}
          confirm={t('me.leave-confirm')}
          disabled={doing.busy}
          onConfirm={() =>
            void doing.send({ verb: 'pair/leave-confirm', programmeId, pairId: pair.pairId }, 'me.leave-noted')
          }
        >
          <p>{t('me.leave-what')}</p>
          <p>{t('me.leave-who', { name: pair.partner.name })}</p>
        </ConfirmButton>
      </div>
    </div>
  );
}

interface RematchProps {
  readonly programmeId: string;
  /** The pair that ended. */
  readonly pairId: string;
  readonly wish: 'another' | 'enough';
}

/** After the end of a pair: another partner, or no more. */
export function RematchChoice({ programmeId, pairId, wish }: RematchProps): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const doing = useAction(programmeId);
  const other = wish === 'another' ? 'enough' : 'another';
  return (
    <Section title={t(`me.rematch-${wish}`)}>
      <p className={page.quiet}>{t(`me.rematch-${wish}-text`)}</p>
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button
          disabled={doing.busy}
          onClick={() => void doing.send({ verb: `rematch/${other}`, programmeId, pairId }, 'step.done')}
        >
          {t(`me.rematch-choose-${other}`)}
        </Button>
      </div>
    </Section>
  );
}
