import type { Ports } from '../domain/ports';
import { ok, refused, type Result } from '../kernel/result';
import type { Instant } from '../kernel/clock';
import type { Language, Localised } from '../language/languages';
import { listFigures, type FigureLine } from './list-figures';
import { listOwnFigures, type OwnFigureLine } from './list-own-figures';
import { readResults } from './read-results';

export interface FigureExport {
  readonly name: Localised<string>;
  /** IANA zone of the programme. */
  readonly timeZone: string;
  readonly figures: readonly FigureLine[];
  /** Of the questions that HR wrote. */
  readonly own: readonly OwnFigureLine[];
}

/** Writes an XLSX workbook of figures, in the reader's language. */
export type WriteResultsWorkbook = (
  taken: FigureExport,
  about: { readonly language: Language; readonly now: Instant },
) => Promise<Uint8Array>;

/** What a programme's page of results tells, to be taken away as a file. Nobody is in it, so that it was taken is not recorded. */
export async function exportFigures(
  ports: Ports<'programmes'>,
  programmeId: string,
  now: Instant,
): Promise<Result<FigureExport, 'not-found'>> {
  const [programme, results] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    readResults(ports, programmeId, now),
  ]);
  if (programme === undefined) return refused('not-found');
  if (!results.ok) return results;
  const { name, timeZone } = programme.value.plan;
  return ok({ name, timeZone, figures: listFigures(results.value), own: listOwnFigures(results.value) });
}
