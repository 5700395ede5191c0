import { lazy, Suspense, type ReactNode } from 'react';
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { linkChat } from '../../../src/kernel/link-chat';
import type { MyPair } from '../../../src/own-page/pair-contract';
import type { StepOf } from '../../../src/own-page/step-contract';
import { ConfirmButton } from '../../components/confirm-button';
import { DataTable, type Column } from '../../components/data-table';
import { MonthSteps, MonthStepsLegend } from '../../components/month-steps';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { CharterWords } from './charter-words';
import { LeavePair } from './leave-pair';
import { useAction } from './use-action';

/** What each session is for: its code and words come after the page. */
const PairPlan = lazy(() => import('../pair-plan/pair-plan'));

const useStyles = makeStyles({
  next: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  sub: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly programmeId: string;
  readonly pair: MyPair;
  readonly timeZone: string | undefined;
  /** Present while the hour that is booked may still be moved. */
  readonly move: StepOf<'move'> | undefined;
}

/** A pair as its own two people see it: the other one, the next hour, the months, what was. */
export function MyPairSection({ programmeId, pair, timeZone, move }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, topic, format } = useWords();
  const { partner } = pair;
  const where = [partner.function, partner.site].filter((part) => part !== undefined).join(', ');
  const columns: readonly Column<MyPair['history'][number]>[] = [
    { key: 'number', title: t('me.session'), cell: (session) => format.number(session.number) },
    {
      key: 'when',
      title: t('me.when'),
      cell: (session) => (session.start === undefined ? '–' : format.moment(session.start, timeZone)),
    },
    { key: 'state', title: t('me.state'), cell: (session) => t(`steps.${session.state}`) },
  ];
  return (
    <Section title={t(pair.state === 'active' ? 'me.pair' : `me.pair-${pair.state}`, { name: partner.name })}>
      <div className={page.stack}>
        {where !== '' && <span>{where}</span>}
        {pair.topics.length > 0 && <span>{t('me.topics', { topics: pair.topics.map(topic).join(', ') })}</span>}
        {partner.email !== undefined && (
          <span>
            <Link href={linkChat(partner.email)} target="_blank" rel="noreferrer">
              {t('me.write', { name: partner.shownName })}
            </Link>
          </span>
        )}
      </div>
      {pair.resumesOn !== undefined && (
        <p className={page.text}>
          {t('me.resumes-on', { date: format.date(`${pair.resumesOn}T12:00:00.000Z`, 'UTC') })}
        </p>
      )}
      {pair.hearsBy !== undefined && (
        <p className={page.text}>
          {t('me.renewal-hears', { name: partner.shownName, date: format.date(pair.hearsBy, timeZone) })}
        </p>
      )}
      {pair.state === 'active' && <NextSession programmeId={programmeId} pair={pair} timeZone={timeZone} move={move} />}
      <div className={page.stack}>
        <h4 className={styles.sub}>{t('me.months')}</h4>
        <div>
          <MonthSteps months={pair.months} />
        </div>
        <MonthStepsLegend />
      </div>
      {pair.state !== 'ended' && (
        <Suspense>
          <PairPlan programmeId={programmeId} pairId={pair.pairId} />
        </Suspense>
      )}
      {pair.history.length > 0 && (
        <div className={page.stack}>
          <h4 className={styles.sub}>{t('me.history')}</h4>
          <DataTable
            caption={t('me.history')}
            columns={columns}
            rows={pair.history}
            rowKey={(session) => String(session.number)}
          />
        </div>
      )}
      {pair.charter !== undefined && (
        <div className={page.stack}>
          <h4 className={styles.sub}>{t('me.charter')}</h4>
          <CharterWords words={pair.charter.words} />
          <span className={page.small}>
            {t('me.charter-accepted', {
              date: format.date(`${pair.charter.acceptedOn}T12:00:00.000Z`, 'UTC'),
              both: pair.charter.partnerAccepted ? 'yes' : 'no',
              name: partner.shownName,
            })}
          </span>
        </div>
      )}
      <LeavePair programmeId={programmeId} pair={pair} />
    </Section>
  );
}

function NextSession({ programmeId, pair, timeZone, move }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, format } = useWords();
  const doing = useAction(programmeId);
  const next = pair.nextSession;
  if (next === undefined)
    return <p className={page.quiet}>{t(pair.months.includes('proposing') ? 'me.no-next-asked' : 'me.no-next')}</p>;
  const theirs = format.timeElsewhere(next.start, pair.partner.timeZone, timeZone);
  const action = move?.actions[0];
  return (
    <div className={page.stack}>
      <h4 className={styles.sub}>{t('me.next', { number: next.number })}</h4>
      <p className={styles.next}>{format.span(next.start, next.end, timeZone)}</p>
      {theirs !== undefined && (
        <span className={page.small}>
          {t('me.zones', {
            mine: timeZone === undefined ? '' : format.zone(timeZone),
            name: pair.partner.shownName,
            time: theirs,
            theirs: format.zone(pair.partner.timeZone),
          })}
        </span>
      )}
      {doing.problem !== undefined && <ProblemNotice problem={doing.problem} />}
      <div className={page.buttons}>
        <Button as="a" href={next.calendarPath} target="_blank" rel="noreferrer">
          {t('me.calendar')}
        </Button>
        {action !== undefined && (
          <ConfirmButton
            label={t('me.move')}
            title={t('me.move-title')}
            confirm={t('me.move-confirm')}
            disabled={doing.busy}
            onConfirm={() => void doing.send(action, 'me.moved')}
          >
            <p>{t('me.move-what')}</p>
          </ConfirmButton>
        )}
      </div>
    </div>
  );
}
