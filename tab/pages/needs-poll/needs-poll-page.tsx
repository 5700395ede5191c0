import type { ReactNode } from 'react';
import { needsPollAnswerSchema } from '../../../src/needs-poll/api-contract';
import { useResource } from '../../api/use-resource';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { ExportPoll } from './export-poll';
import { OpenPoll } from './open-poll';
import { PollResult } from './poll-result';

/** What people would learn and teach, asked once before enrolment, without a name. */
export function NeedsPollPage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t, format } = useWords();
  const resource = useResource(`/programmes/${id}/needs-poll`, needsPollAnswerSchema, 60_000);
  return (
    <ResourceView resource={resource}>
      {(answer) => {
        const isOpen = answer.polls.some(({ state }) => state !== 'closed');
        // Once somebody of each population was asked, there is nobody left to ask.
        const isSpent = answer.populations.every(({ isAskedBefore }) => isAskedBefore);
        const isTold = answer.polls.some(
          ({ result }) => result !== undefined && (result.topics.length > 0 || result.takePart !== undefined),
        );
        return (
          <div className={page.page}>
            <PageHeading
              title={t('poll.title')}
              detail={t('poll.detail')}
              {...(isTold ? { actions: <ExportPoll programmeId={id} /> } : {})}
            />
            {answer.polls.map((poll) =>
              poll.state === 'open' ? (
                <Notice
                  key={poll.id}
                  title={t('poll.open-until', { date: format.day(poll.closesOn) })}
                  text={t('poll.open-what', {
                    count: format.number(poll.invited),
                    population: t(`poll.population.${poll.population}`),
                  })}
                />
              ) : poll.state === 'ending' ? (
                <Notice
                  key={poll.id}
                  title={t('poll.closing', { date: format.day(poll.closesOn) })}
                  text={t('poll.closing-what')}
                />
              ) : (
                <PollResult key={poll.id} programmeId={id} answer={answer} poll={poll} />
              ),
            )}
            {!isOpen && !isSpent && answer.isBeforeEnrolment && <OpenPoll programmeId={id} answer={answer} />}
            {answer.isUncounted && <Notice title={t('poll.uncounted')} text={t('poll.uncounted-what')} />}
            {!answer.isBeforeEnrolment && answer.polls.length === 0 && (
              <Notice title={t('poll.title')} text={t('poll.frozen')} />
            )}
          </div>
        );
      }}
    </ResourceView>
  );
}
