import { countProgress, type Progress } from '../board/count-progress';
import { dayOf } from '../board/count-health';
import type { BoardRow } from '../domain/board';
import type { Ports } from '../domain/ports';
import { programmeCounts } from '../domain/programme-counts';
import { measureShare } from '../insight/statistics/measure-share';
import type { Instant } from '../kernel/clock';
import { readAll } from '../kernel/read-all';
import { ok, refused, type Result } from '../kernel/result';
import type { ProgressPage } from './progress-api-contract';
import { progressForSponsor } from './hide-few-from-sponsor';
import { roundCounts } from './round-counts';

const mostRounds = 50;

/** Who reads: HR knows every pair, the sponsor figures of the whole programme alone. */
export type ProgressReader = 'administrator' | 'sponsor';

/** What pairs have come to, in counts. Two point reads, the rounds, and the parts of the board, at most 256. */
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
  return reader === 'administrator' ? page : progressForSponsor(page, progress);
}

function pageOf({ months, paired, topics, ways, across, over }: Progress) {
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
