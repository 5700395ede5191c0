import type { ReactNode } from 'react';
import { resultsSchema, type Results } from '../../../src/insight/results-contract';
import { useResource } from '../../api/use-resource';
import { Notice } from '../../components/notice';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { roundName } from '../../lib/round-name';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { AgainSection } from './again-section';
import { ChangeSection } from './change-section';
import { ComparisonSection } from './comparison-section';
import { CommentSections } from './comment-sections';
import { ExportResults } from './export-results';
import { ForecastSection } from './forecast-section';
import { LevelSection } from './level-section';
import { LookingBackSection } from './looking-back-section';
import { MovesSections } from './moves-section';
import { ObjectiveSection } from './objective-section';
import { OwnSections } from './own-sections';
import { PrivacyNote } from './privacy-note';
import { PilotSection } from './pilot-section';
import { ProgressPictures } from './progress-pictures';
import { GroupLinks, ResultGroup, type GroupName } from './result-group';
import { ShareSections } from './share-sections';

interface BodyProps {
  readonly programmeId: string;
  readonly results: Results;
}

/** What people answered, in groups: the figures that were frozen, and what is still to come. */
export function ResultsPage(): ReactNode {
  const id = useProgrammeId();
  const resource = useResource(`/programmes/${id}/results`, resultsSchema);
  return (
    <ResourceView resource={resource}>{(results) => <ResultsBody programmeId={id} results={results} />}</ResourceView>
  );
}

function ResultsBody({ programmeId, results }: BodyProps): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const { rounds, waiting } = results;
  const of = (instrument: Results['rounds'][number]['instrument']) =>
    rounds.find((round) => round.instrument === instrument);
  const [closing, followUp] = [of('closing'), of('follow-up')];
  const isEmpty = rounds.every(
    ({ levels, changes, choices, promoters, own }) =>
      own === undefined && [levels, changes, choices, promoters].every((figures) => figures.length === 0),
  );
  const groups: readonly GroupName[] = isEmpty
    ? ['to-come', 'changed', 'pairs', 'said']
    : ['changed', 'said', 'pairs', 'to-come'];
  const parts: Readonly<Record<GroupName, ReactNode>> = {
    changed: (
      <>
        <ObjectiveSection objectives={results.objectives} />
        <PilotSection programmeId={programmeId} />
        {closing !== undefined && <ChangeSection changes={closing.changes} title="changes.title" />}
        {followUp !== undefined && <ChangeSection changes={followUp.changes} title="follow-up.title" />}
        <ComparisonSection comparisons={of('waiting')?.comparisons} />
        {closing !== undefined && <LookingBackSection changes={closing.changes} />}
        <ShareSections rounds={rounds} />
        <MovesSections programmeId={programmeId} />
      </>
    ),
    said: (
      <>
        <AgainSection rounds={rounds} />
        <OwnSections rounds={rounds} />
        {rounds.toReversed().map((round) => (
          <LevelSection key={round.round} round={round} />
        ))}
        {/* Comments come with the figures of their round: asked for again once another is told. */}
        <CommentSections key={rounds.length} programmeId={programmeId} />
      </>
    ),
    pairs: <ProgressPictures programmeId={programmeId} />,
    'to-come': (
      <>
        {waiting.length > 0 && <Waiting waiting={waiting} />}
        {closing === undefined && <ForecastSection results={results} />}
      </>
    ),
  };
  // Comments have a threshold of their own: they may be told where no figure is.
  const isBare: Readonly<Record<GroupName, boolean>> = {
    changed: isEmpty && results.objectives.length === 0,
    said: rounds.length === 0,
    pairs: false,
    'to-come': waiting.length === 0 && closing !== undefined,
  };
  const shown = groups.filter((group) => !isBare[group]);
  return (
    <div className={page.page}>
      <PageHeading
        title={t('results.title')}
        detail={t('results.detail')}
        {...(!isEmpty ? { actions: <ExportResults programmeId={programmeId} /> } : {})}
      />
      <GroupLinks groups={shown} />
      {isEmpty && (
        <Notice title={t('results.empty')} text={t('results.empty-text', { scores: results.thresholds.scores })} />
      )}
      {shown.map((group) => (
        <ResultGroup key={group} group={group}>
          {parts[group]}
        </ResultGroup>
      ))}
      {isBare.changed && (
        <>
          <PilotSection programmeId={programmeId} />
          <MovesSections programmeId={programmeId} />
        </>
      )}
      <PrivacyNote thresholds={results.thresholds} />
    </div>
  );
}

function Waiting({ waiting }: Pick<Results, 'waiting'>): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  return (
    <Section title={t('results.waiting', { count: waiting.length })}>
      <ul className={page.list}>
        {waiting.map(({ round, instrument, closesAt }) => (
          <li key={round}>
            {t('results.waiting-line', {
              name: roundName({ id: round, instrument }, t),
              date: format.date(closesAt),
            })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
