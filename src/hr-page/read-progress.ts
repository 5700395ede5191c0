import { countProgress, type Progress } from '../board/count-progress';
import { dayOf } from '../board/count-health';
import type { BoardRow } from '../domain/board';
import type { Ports } from '../domain/ports';
import { programmeCounts } from '../domain/programme-counts';
import { measureShare } from '../insight/statistics/measure-share';
import type { Instant } from '../kernel/clock';
import { readAll } from '../kernel/read-all';
import { ok, refused, type Result } from '../kernel/result';
import { isTold } from '../privacy/small-groups';
import type { ProgressPage } from './progress-api-contract';
import { roundCounts } from './round-counts';

const mostRounds = 50;

/** Who reads: HR knows every pair, the sponsor figures of the whole programme alone. */
export type ProgressReader = 'administrator' | 'sponsor';

/** What pairs have come to, in counts. A point read, and one range of the board's parts, at most 256. */
export async function readProgress(
  ports: Ports<'programmes'>,
  programmeId: string,
  { reader, now }: { readonly reader: ProgressReader; readonly now: Instant },
): Promise<Result<ProgressPage, 'not-found'>> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined) return refused('not-found');
  return ok(await progressOf(ports, programmeId, { reader, now }));
}

/** The same of a programme that is known to be there. */
export async function progressOf(
  ports: Ports<'programmes'>,
  programmeId: string,
  { reader, now }: { readonly reader: ProgressReader; readonly now: Instant },
): Promise<ProgressPage> {
  const [head, rounds] = await Promise.all([
    ports.programmes.get(programmeId, 'board', 'head'),
    ports.programmes.range(programmeId, 'survey-round', { limit: mostRounds }),
  ]);
  const rows: BoardRow[] = [];
  for await (const part of readAll(ports.programmes, programmeId, 'board-part')) rows.push(...part.value.rows);
  const { participants } = programmeCounts(head?.value);
  const progress = countProgress(rows, dayOf(now));
  const page = {
    invited: participants.invited,
    enrolled: participants.enrolled,
    ...pageOf(progress),
    rounds: rounds.rows.map(({ value }) => roundCounts(value, head?.value)),
  };
  return reader === 'administrator' ? page : forSponsor(page, progress);
}

function pageOf({ months, paired, topics, ways, across, over }: Progress): Omit<ProgressPage, 'rounds'> {
  const share = measureShare(over.finished, over.of, 0);
  return {
    paired,
    hours: hoursOf(months),
    months: months.map((month) => ({ ...month })),
    topics: topics.map((topic) => ({ ...topic })),
    ways: ways.map((way) => ({ ...way })),
    across: { function: { ...across.function }, site: { ...across.site } },
    ...(share.hidden ? {} : { over: { ...over, low: share.low, high: share.high } }),
  };
}

function hoursOf(months: Progress['months']): NonNullable<ProgressPage['hours']> {
  return months.reduce((sum, { held, planned }) => ({ held: sum.held + held, planned: sum.planned + planned }), {
    held: 0,
    planned: 0,
  });
}

/** Whether both a part and its whole may be told: neither the part nor what is left of the whole is a few. */
function tellsOfNoFew(part: number, whole: number): boolean {
  return isTold(part) && (part === whole || isTold(Math.abs(whole - part)));
}

/**
 * What the sponsor reads of it: no count of people, pairs or held sessions under five, and of people and pairs none from which one under five follows. Months
 * are told all together or not at all, since their sum is told. From which function to which one learns is a cut, which is not theirs.
 */
function forSponsor(page: ProgressPage, { across, months }: Progress): ProgressPage {
  const { invited = 0, enrolled = 0, paired = 0, hours, over, ...rest } = page;
  const begun = months.filter(({ planned }) => planned > 0);
  const placeOf = (name: 'function' | 'site') => {
    const { joining, of } = across[name];
    return tellsOfNoFew(joining, of) ? { [name]: { joining, of } } : {};
  };
  return {
    ...rest,
    ...(isTold(enrolled) ? { enrolled } : {}),
    ...(tellsOfNoFew(enrolled, invited) ? { invited } : {}),
    ...(tellsOfNoFew(paired, enrolled) ? { paired } : {}),
    ...(hours !== undefined && (hours.planned === 0 || isTold(hours.held)) ? { hours } : {}),
    months: begun.length > 0 && begun.every(({ held }) => isTold(held)) ? rest.months : [],
    ways: [],
    across: { ...placeOf('function'), ...placeOf('site') },
    ...(over !== undefined && tellsOfNoFew(over.finished, over.of) ? { over } : {}),
  };
}
