import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { myPlanSchema, type MyPlan } from '../../../src/pair-plan/api-contract';
import { useResource } from '../../api/use-resource';
import { usePageStyles } from '../../components/page-styles';
import { pairPlanWords } from '../../lib/word-groups';
import { useMoreWords } from '../../lib/use-more-words';
import { useWords } from '../../lib/words-context';
import { PlanSession } from './plan-session';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  facts: { margin: 0 },
  term: { fontWeight: tokens.fontWeightSemibold },
  fact: { margin: 0 },
});

interface Props {
  readonly programmeId: string;
  readonly pairId: string;
}

/** What each session of a pair is for, the next one open; nothing until its words and the plan are there. */
export default function PairPlan({ programmeId, pairId }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  const hasWords = useMoreWords(pairPlanWords);
  const { value: plan } = useResource(`/programmes/${programmeId}/me/pairs/${pairId}/plan`, myPlanSchema);
  if (!hasWords || plan === undefined) return null;
  return (
    <div className={page.stack}>
      <h4 className={styles.title}>{t('plan-of-pair.title')}</h4>
      <span className={page.small}>{t('plan-of-pair.who')}</span>
      {plan.project !== undefined && <Project project={plan.project} />}
      {plan.sessions.map((session) => (
        <PlanSession
          // The session that comes next opens by itself once the one before is past.
          key={`${session.number}-${session.number === plan.current ? 'next' : 'other'}`}
          programmeId={programmeId}
          session={session}
          isNext={session.number === plan.current}
        />
      ))}
    </div>
  );
}

function Project({ project }: { readonly project: NonNullable<MyPlan['project']> }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const parts = [
    ['plan-of-pair.question', project.question],
    ['plan-of-pair.deliverable', project.deliverable],
    ['plan-of-pair.demo', project.demo],
  ] as const;
  return (
    <dl className={styles.facts} aria-label={t('plan-of-pair.project')}>
      {parts.map(([label, words]) => (
        <div key={label}>
          <dt className={styles.term}>{t(label)}</dt>
          <dd className={styles.fact}>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
