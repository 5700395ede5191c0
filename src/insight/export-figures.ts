import type { Ports } from '../domain/ports';
import { ok, refused, type Result } from '../kernel/result';
import type { Instant } from '../kernel/clock';
import type { Language, Localised } from '../language/languages';
import type { CommentBlock } from './comments-contract';
import type { FigureColumn } from './describe-figure';
import { listFigures, type FigureLine } from './list-figures';
import type { Results } from './results-contract';
import { resultsOf } from './read-results';
import { dropCuts } from './drop-cuts';
import { listOwnFigures, type OwnFigureLine } from './list-own-figures';

export interface FigureExport {
  readonly name: Localised<string>;
  /** IANA zone of the programme. */
  readonly timeZone: string;
  /** From how many answers on figures and comments are told. */
  readonly thresholds: Results['thresholds'];
  readonly figures: readonly FigureLine[];
  /** Of the questions that HR wrote. */
  readonly own: readonly OwnFigureLine[];
}

export type FileLine = Readonly<Partial<Record<FigureColumn, string | number>>> & { readonly format?: string };

/** Lines of a file that are of no survey, in the reader's language; a sheet of their own in a workbook. */
export interface FileLines {
  readonly sheet: string;
  readonly columns: readonly FigureColumn[];
  /** How a spreadsheet writes the values, as the format of a cell; a line may have one of its own. */
  readonly format: string;
  readonly lines: readonly FileLine[];
}

/** What a file for a spreadsheet holds. */
export interface ResultsFile extends FigureExport {
  readonly others: readonly FileLines[];
  readonly comments: readonly CommentBlock[];
}

/** Writes an XLSX workbook of figures, in the reader's language. */
export type WriteResultsWorkbook = (
  taken: ResultsFile,
  about: { readonly language: Language; readonly now: Instant },
) => Promise<Uint8Array>;

/** What a programme's page of results tells its reader, to be taken away as a file. Nobody is in it, so that it was taken is not recorded. */
export async function exportFigures(
  ports: Ports<'programmes'>,
  programmeId: string,
  { now, cuts }: { readonly now: Instant; readonly cuts: boolean },
): Promise<Result<FigureExport, 'not-found'>> {
  const programme = (await ports.programmes.get(programmeId, 'programme', 'programme'))?.value;
  if (programme === undefined) return refused('not-found');
  const { name, timeZone } = programme.plan;
  const read = await resultsOf(ports, programme, now);
  const results = cuts ? read : dropCuts(read);
  return ok({
    name,
    timeZone,
    thresholds: results.thresholds,
    figures: listFigures(results),
    own: listOwnFigures(results),
  });
}
