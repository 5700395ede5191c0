import type { ReactNode } from 'react';
import type { Overview } from '../../../src/hr-page/programme-api-contract';
import { Figures } from '../../components/figures';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ResponseRounds } from '../../components/response-rounds';
import { Section } from '../../components/section';
import { TimelineSection } from '../../components/timeline-section';
import { TextLink } from '../../components/text-link';
import { ObjectiveList } from '../../components/objective-list';
import { useMe } from '../../lib/me-context';
import { headlineOf } from '../../lib/headline-of';
import type { Words } from '../../lib/words-context';
import { useOverview } from '../../lib/use-overview';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { AskForPledge } from './ask-for-pledge';
import { CheckReach } from './check-reach';
import { ClosingSummary } from './closing-summary';
import { EnrolmentFunnel } from './enrolment-funnel';
import { ReadinessList } from './readiness-list';
import { RuleEnds } from './rule-ends';
import { ToDoList } from './to-do-list';
import { UnreadableRows } from './unreadable-rows';
import { WeeklyToDo } from './weekly-to-do';
import { WhatComesNext } from './what-comes-next';

/** HR's first screen: what comes next, where the programme stands, what it has reached. */
export function OverviewPage(): ReactNode {
  const overview = useOverview(useProgrammeId());
  // The frame around this page has shown loading and refusals.
  return overview.value === undefined ? null : <OverviewBody programme={overview.value} />;
}

function OverviewBody({ programme }: { readonly programme: Overview }): ReactNode {
  const page = usePageStyles();
  const words = useWords();
  const { t, format } = words;
  const { now } = useMe();
  const { counts } = programme;
  const isOver = programme.state === 'closed';
  return (
    <div className={page.page}>
      <PageHeading
        title={headline(programme, words)}
        {...(programme.foldedAt === undefined
          ? {}
          : { detail: t('overview.as-of', { when: format.moment(programme.foldedAt) }) })}
      />
      <UnreadableRows rows={programme.unreadable} />
      <ToDoList programme={programme} />
      <WeeklyToDo programme={programme} />
      <RuleEnds ends={programme.ruleEnds} />
      {programme.state === 'setup' && <ReadinessList programme={programme} />}
      <div className={page.columns}>
        <WhatComesNext programme={programme} />
        {isOver && <ClosingSummary programme={programme} />}
        {counts.participants.total > 0 && <EnrolmentFunnel counts={counts} isOver={isOver} />}
        {programme.state !== 'setup' && !isOver && (
          <Section title={t('overview.movement', { active: counts.pairs.active, held: counts.sessions.held })}>
            <Figures
              figures={[
                { label: t('overview.pairs-active'), value: format.number(counts.pairs.active) },
                { label: t('overview.proposals-open'), value: format.number(counts.proposals.open) },
                { label: t('overview.sessions-booked'), value: format.number(counts.sessions.booked) },
                { label: t('overview.sessions-held'), value: format.number(counts.sessions.held) },
                { label: t('overview.sessions-missed'), value: format.number(counts.sessions.missed) },
                { label: t('overview.pairs-finished'), value: format.number(counts.pairs.finished) },
                { label: t('overview.pairs-ended'), value: format.number(counts.pairs.ended) },
              ]}
            />
          </Section>
        )}
        <TimelineSection programme={programme} now={now} />
        <ResponseRounds rounds={programme.rounds} />
        <ObjectiveList objectives={programme.objectives} />
        <SponsorSection programme={programme} />
      </div>
    </div>
  );
}

function SponsorSection({ programme }: { readonly programme: Overview }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const { sponsor, pledge, channel } = programme;
  const isUnderWay = programme.state !== 'setup' && programme.state !== 'closed';
  return (
    <Section title={sponsor === undefined ? t('sponsor.none') : t('sponsor.is', { name: sponsor.name })}>
      {pledge !== undefined && (
        <p className={page.text}>
          {pledge.words === ''
            ? t('sponsor.pledged', { when: format.date(pledge.at) })
            : t('sponsor.pledged-words', { when: format.date(pledge.at), words: pledge.words })}
        </p>
      )}
      {sponsor !== undefined && pledge === undefined && <p className={page.text}>{t('sponsor.no-pledge')}</p>}
      {sponsor !== undefined && pledge === undefined && isUnderWay && <AskForPledge programme={programme} />}
      {sponsor?.remedy !== undefined && <p className={page.quiet}>{sponsor.remedy}</p>}
      {channel !== undefined && programme.state !== 'closed' && (
        <p className={page.quiet}>
          {t(channel.found ? 'channel.found' : 'channel.not-found', { team: channel.team, channel: channel.channel })}
        </p>
      )}
      {channel?.found === false && isUnderWay && <CheckReach programmeId={programme.id} />}
      {programme.state !== 'closed' && (
        <div>
          <TextLink to={`/programmes/${programme.id}/plan`}>{t('settings.open')}</TextLink>
        </div>
      )}
    </Section>
  );
}

function headline(programme: Overview, words: Words): string {
  const { readiness } = programme;
  if (programme.phase !== 'setting-up') return headlineOf({ ...programme, phase: programme.phase }, words);
  const missing = readiness.items.filter((item) => !item.done).length;
  if (!readiness.ready) return words.t('overview.missing', { count: missing });
  return words.t(programme.counts.participants.total > 0 ? 'overview.ready' : 'overview.ready-but');
}
