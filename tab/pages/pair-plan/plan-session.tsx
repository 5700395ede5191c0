import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { MyPlanSession } from '../../../src/pair-plan/api-contract';
import { usePageStyles } from '../../components/page-styles';
import { useWords } from '../../lib/words-context';
import { ChangeSession } from './change-session';

const useStyles = makeStyles({
  session: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingBlock: tokens.spacingVerticalS },
  summary: { cursor: 'pointer', overflowWrap: 'anywhere' },
  next: { fontWeight: tokens.fontWeightSemibold },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS },
  label: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingInlineStart: '1.25em' },
});

interface Props {
  readonly programmeId: string;
  readonly session: MyPlanSession;
  readonly isNext: boolean;
}

/** One session of the plan: its aim, and folded behind it the agenda, questions, what to prepare and what may be changed. */
export function PlanSession({ programmeId, session, isNext }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const { number, aim, writtenAim, agenda, questions, prepare, milestone, isPast } = session;
  const state = isNext ? t('plan-of-pair.next') : isPast ? t('plan-of-pair.past') : undefined;
  return (
    <details className={styles.session} open={isNext}>
      <summary className={styles.summary}>
        <span className={isNext ? styles.next : undefined}>{t('plan-of-pair.session', { number, aim })}</span>
        {state !== undefined && <span className={page.small}> ({state})</span>}
      </summary>
      <div className={styles.body}>
        {writtenAim !== undefined && (
          <span className={page.small}>{t('plan-of-pair.written', { aim: writtenAim })}</span>
        )}
        <h5 className={styles.label}>{t('plan-of-pair.agenda')}</h5>
        <ul className={styles.list}>
          {agenda.map(({ minutes, words }) => (
            <li key={words}>
              <strong>{t('plan-of-pair.minutes', { minutes })}</strong> {words}
            </li>
          ))}
        </ul>
        <h5 className={styles.label}>{t('plan-of-pair.questions')}</h5>
        <ul className={styles.list}>
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <h5 className={styles.label}>{t('plan-of-pair.prepare')}</h5>
        <p className={page.text}>{prepare}</p>
        {milestone !== undefined && (
          <>
            <h5 className={styles.label}>{t('plan-of-pair.milestone')}</h5>
            <p className={page.text}>{milestone}</p>
          </>
        )}
        {session.actions.length > 0 && <ChangeSession programmeId={programmeId} session={session} />}
      </div>
    </details>
  );
}
