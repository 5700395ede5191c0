import type { WriteBoardReport } from '../../src/hr-page/read-board-report';
import type { WriteSteeringReport } from '../../src/hr-page/read-steering';
import type { WriteResultsWorkbook } from '../../src/insight/export-figures';

/** The files that are written for a reader, each by its name. */
export interface DocumentWriters {
  readonly writeBoardReport: WriteBoardReport;
  readonly writeResultsWorkbook: WriteResultsWorkbook;
  readonly writeSteeringReport: WriteSteeringReport;
}

/** One file to be written, as a thread is given it. */
export interface DocumentWork {
  readonly writer: keyof DocumentWriters;
  /** What the writer takes; of which writer, the name says. */
  readonly told: unknown;
  readonly about: unknown;
}
