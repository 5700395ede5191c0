import type { Ports } from '../domain/ports';
import { measureIds } from '../domain/figures';
import { exportFigures } from '../insight/export-figures';
import type { FigureLine } from '../insight/list-figures';
import type { Instant } from '../kernel/clock';
import { ok, type Result } from '../kernel/result';
import type { Language } from '../language/languages';
import type { SponsorPage } from './programme-api-contract';
import type { ToldPilot } from './pilot-api-contract';
import { movesWords } from './moves-words';
import { readMoves } from './read-moves';
import { readPilot } from './read-pilot';
import { readSponsorPage } from './sponsor-page';

/** What fits on a page that is read. */
const mostChanges = 5;

export interface BoardReport {
  readonly programme: SponsorPage;
  /** IANA zone of the programme. */
  readonly timeZone: string;
  /** Of how many people a figure of answers is told at least. */
  readonly fewest: number;
  /** At most five changes since the baseline, measure by measure with both roles: the largest would be those of chance. */
  readonly changes: readonly FigureLine[];
  readonly again: readonly FigureLine[];
  /** The rule of a pilot, where the plan has one, weighed by what the sponsor is told. */
  readonly pilot?: ToldPilot;
  /** Who left and who moved, one sentence a figure that the sponsor may read; none of people under thirty. */
  readonly moves: readonly string[];
}

/** Writes the report as a PDF of one page, in the reader's language. */
export type WriteBoardReport = (
  report: BoardReport,
  about: { readonly language: Language; readonly now: Instant },
) => Promise<Uint8Array>;

/** What a board is told on one page: the sponsor's counts, the objectives, figures of the closing survey, the rule of a pilot, and who left or moved. What is hidden is not in it. */
export async function readBoardReport(
  ports: Ports<'programmes'>,
  programmeId: string,
  { language, now }: { readonly language: Language; readonly now: Instant },
): Promise<Result<BoardReport, 'not-found'>> {
  const [programme, taken, pilot, moves] = await Promise.all([
    readSponsorPage(ports, programmeId, now),
    exportFigures(ports, programmeId, { now, cuts: false }),
    readPilot(ports, programmeId, { reader: 'sponsor', language, now }),
    readMoves(ports, programmeId, { reader: 'sponsor', now }),
  ]);
  if (!programme.ok) return programme;
  if (!taken.ok) return taken;
  if (!pilot.ok) return pilot;
  if (!moves.ok) return moves;
  const closing = taken.value.figures.filter(({ instrument }) => instrument === 'closing');
  return ok({
    programme: programme.value,
    timeZone: taken.value.timeZone,
    fewest: taken.value.thresholds.scores,
    changes: closing
      .filter(({ kind }) => kind === 'change')
      .toSorted((a, b) => measureIds.indexOf(a.measure) - measureIds.indexOf(b.measure))
      .slice(0, mostChanges),
    again: closing.filter(({ kind }) => kind === 'promoters'),
    ...(pilot.value === undefined ? {} : { pilot: pilot.value }),
    moves: movesWords(moves.value, language),
  });
}
