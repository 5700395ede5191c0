import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { programmeMonth } from '../domain/programme-phase';
import type { Instrument } from '../domain/survey';
import type { OfProgramme, Reader } from '../domain/view';
import type { FollowedObjective, Results } from '../insight/results-contract';
import { resultsOf } from '../insight/read-results';
import type { Instant } from '../kernel/clock';
import type { ProgressPage } from './progress-api-contract';
import { progressOf } from './read-progress';
import { sponsorFigures } from './sponsor-page';

/** The three figures that count, as the sponsor's page tells them too; one that would tell of a few is absent. */
export interface SponsorReportView extends OfProgramme {
  readonly card: 'sponsor-report';
  /** month: as it goes on. results: the closing survey has its figures. */
  readonly state: 'month' | 'results';
  readonly month: number | 'before' | 'after';
  readonly months: number;
  /** Hours held, and those that were to have been held by now; none of either before the first month of a pair is over. */
  readonly hours?: { readonly held: number; readonly planned: number };
  /** Who takes part. */
  readonly pairs: { readonly active?: number; readonly finished?: number };
  readonly told: ToldToSponsor;
}

/** What answers tell, the most that there is. */
export type ToldToSponsor =
  | {
      readonly is: 'objective';
      readonly wording: string;
      readonly at: NonNullable<FollowedObjective['last']>;
      readonly target?: number;
      readonly unit: string;
    }
  /** How many changes of the same people stand out from chance. */
  | { readonly is: 'changes'; readonly clear: number; readonly of: number }
  /** How many answered the latest survey at least. */
  | { readonly is: 'answers'; readonly instrument: Instrument; readonly atLeast: number }
  /** `fewest`: of how many people a figure of answers is told at least. */
  | { readonly is: 'nothing'; readonly fewest: number };

declare module '../domain/view' {
  interface ViewByCard {
    'sponsor-report': SponsorReportView;
  }
}

/** Where the programme stands, for its sponsor, as things are when it is sent. */
export async function sponsorReportView(
  ports: Ports<'programmes'>,
  programme: Programme,
  state: SponsorReportView['state'],
  reader: Reader,
  now: Instant,
): Promise<SponsorReportView> {
  const [progress, results, head] = await Promise.all([
    progressOf(ports, programme.id, { reader: 'sponsor', now }),
    resultsOf(ports, programme, now),
    ports.programmes.get(programme.id, 'board', 'head'),
  ]);
  const figures = new Map(sponsorFigures(head?.value).map(({ figure, value }) => [figure, value]));
  const [active, finished] = [figures.get('pairs-active'), figures.get('pairs-finished')];
  return {
    card: 'sponsor-report',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    state,
    month: programmeMonth(programme, now),
    months: programme.plan.months,
    ...(progress.hours === undefined ? {} : { hours: progress.hours }),
    pairs: { ...(active === undefined ? {} : { active }), ...(finished === undefined ? {} : { finished }) },
    told: state === 'results' ? toldAtEnd(results) : toldMeanwhile(results, progress, reader),
  };
}

function toldAtEnd({ rounds, thresholds }: Results): ToldToSponsor {
  const since = rounds
    .filter(({ instrument }) => instrument === 'closing')
    .flatMap(({ changes }) => changes.filter((change) => change.since === 'baseline'));
  if (since.length === 0) return { is: 'nothing', fewest: thresholds.scores };
  return { is: 'changes', clear: since.filter(({ low, high }) => low > 0 || high < 0).length, of: since.length };
}

/** The first objective of the plan that answers tell of: the one nearest its target would be chosen by chance. */
function toldMeanwhile(
  { objectives, thresholds }: Results,
  { rounds }: ProgressPage,
  { language }: Reader,
): ToldToSponsor {
  const objective = objectives.find(({ first, last }) => first !== undefined || last !== undefined);
  const at = objective?.last ?? objective?.first;
  if (objective !== undefined && at !== undefined)
    return {
      is: 'objective',
      wording: objective.wording[language],
      at,
      unit: objective.unit,
      ...(objective.target === undefined ? {} : { target: objective.target }),
    };
  const answered = rounds
    .filter(({ instrument, atLeast }) => instrument !== 'pulse' && instrument !== 'waiting' && atLeast !== undefined)
    .toSorted((a, b) => (a.closesAt < b.closesAt ? -1 : 1))
    .at(-1);
  return answered?.atLeast === undefined
    ? { is: 'nothing', fewest: thresholds.scores }
    : { is: 'answers', instrument: answered.instrument, atLeast: answered.atLeast };
}
