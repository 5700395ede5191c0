import { dayOf, healthCounts } from '../board/count-health';
import type { BoardHead } from '../domain/board';
import type { Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { programmeCounts } from '../domain/programme-counts';
import { programmeMonth } from '../domain/programme-phase';
import { roundName } from '../insight/describe-figure';
import { resultsOf } from '../insight/read-results';
import type { FollowedObjective } from '../insight/results-contract';
import { writeAmount, writeTold } from '../insight/write-told';
import type { Instant } from '../kernel/clock';
import { ok, refused, type Result } from '../kernel/result';
import { formatLongDay } from '../language/format-long-day';
import type { Language } from '../language/languages';
import { formatDay } from '../language/format-date-time';
import { listToDo } from './list-to-do';
import type { ToDo } from './programme-api-contract';
import { movesWords } from './moves-words';
import { readMoves } from './read-moves';
import { progressOf } from './read-progress';
import { readinessWords } from './readiness-words';
import type { Decision, Steering } from './steering-api-contract';
import { hrPageText } from './text/hr-page-text';
import { weighObjective } from './weigh-objective';

interface About {
  readonly language: Language;
  readonly now: Instant;
}

/** Writes the month's page as a PDF, in the reader's language. */
export type WriteSteeringReport = (steering: Steering, about: About) => Promise<Uint8Array>;

/** A month for whoever runs the programme: decisions wanted, hours against those planned, where the targets stand, and who left or moved. Counts alone; nobody's answer. */
export async function readSteering(
  ports: Ports<'programmes'>,
  programmeId: string,
  about: About,
): Promise<Result<Steering, 'not-found'>> {
  const { language, now } = about;
  const [programme, head] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'board', 'head'),
  ]);
  if (programme === undefined) return refused('not-found');
  const [toDo, results, progress, moves] = await Promise.all([
    listToDo(ports, { programme: programme.value, head: head?.value, now }),
    resultsOf(ports, programme.value, now),
    progressOf(ports, programmeId, { reader: 'administrator', now }),
    readMoves(ports, programmeId, { reader: 'administrator', now }),
  ]);
  if (!moves.ok) return moves;
  const targets = results.objectives.map((objective) => targetOf(objective, language));
  const behind = targets.filter(({ state }) => state === 'behind').length;
  const hours = progress.hours ?? { held: 0, planned: 0 };
  return ok({
    name: programme.value.plan.name[language],
    date: dateOf(programme.value, about),
    decisions: [
      ...asked(programme.value, language),
      ...toDo.map((item) => decisionOf(item, programme.value, language)),
      ...fromFigures(programme.value, { head: head?.value, toDo, now }, language),
      ...some('behind', behind, language),
    ],
    hours: { words: hrPageText(language, 'steering.hours', hours), ...hours, months: progress.months },
    targets,
    moves: [...movesWords(moves.value, language)],
  });
}

type Wanted = Steering['decisions'][number];

/** What enrolment waits for, and the sponsor's pledge. */
function asked(programme: Programme, language: Language): readonly Wanted[] {
  if (programme.state === 'setup') {
    const missing = readinessWords(programme, language).items.filter(({ done }) => !done).length;
    return some('readiness', missing, language);
  }
  const isOpen = programme.state !== 'closed' && programme.plan.sponsor !== undefined;
  return some('pledge', isOpen && programme.pledge === undefined ? 1 : 0, language);
}

/** Pairs without a date and people without a partner, where nothing that there is to do speaks of them yet. */
function fromFigures(
  { state }: Programme,
  { head, toDo, now }: { readonly head: BoardHead | undefined; readonly toDo: readonly ToDo[]; readonly now: Instant },
  language: Language,
): readonly Wanted[] {
  if (state !== 'running') return [];
  const { quiet } = healthCounts(head?.healthByDay ?? {}, dayOf(now));
  const { withoutPartner } = programmeCounts(head).participants;
  const isSeenTo = toDo.some(({ item }) => item === 'draft' || item === 'publish');
  return [...some('quiet', quiet, language), ...(isSeenTo ? [] : some('without-partner', withoutPartner, language))];
}

function some(decision: Exclude<Decision, ToDo['item']>, count: number, language: Language): readonly Wanted[] {
  return count === 0
    ? []
    : [{ decision, count, words: hrPageText(language, `steering.decision.${decision}`, { count }) }];
}

/** In the words of the weekly list. */
function decisionOf({ item, count, until, atLeast }: ToDo, { plan }: Programme, language: Language): Wanted {
  const date = until === undefined ? '' : formatDay(until, plan.timeZone, language);
  const bound = atLeast === true ? 'least' : 'exact';
  return { decision: item, count, words: hrPageText(language, `weekly.${item}`, { count, bound, date }) };
}

function dateOf(programme: Programme, { language, now }: About): string {
  const { plan, state } = programme;
  const month = programmeMonth(programme, now);
  const phase = state === 'closed' ? 'closed' : typeof month === 'number' ? 'during' : month;
  return hrPageText(language, 'steering.date', {
    date: formatLongDay(now, plan.timeZone, language),
    phase: hrPageText(language, `steering.phase.${phase}`, {
      month: typeof month === 'number' ? month : 0,
      months: plan.months,
    }),
  });
}

function targetOf(objective: FollowedObjective, language: Language): Steering['targets'][number] {
  const { wording, unit, baseline, target, first, last } = objective;
  const state = weighObjective(objective);
  const told = [first, last].flatMap((at) => (at === undefined ? [] : [at]));
  return {
    wording: wording[language],
    state,
    words: [
      ...(baseline === undefined || target === undefined
        ? []
        : [
            hrPageText(language, 'steering.target-from-to', {
              baseline: writeAmount(baseline, unit, language),
              target: writeAmount(target, unit, language),
            }),
          ]),
      ...told.map((at) =>
        hrPageText(language, 'steering.target-now', {
          round: roundName(at, language),
          value: writeTold(at, language),
          n: at.n,
        }),
      ),
      hrPageText(language, `steering.target-${state}`),
    ],
  };
}
