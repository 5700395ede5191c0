import type { FileLimitReason } from '../../src/people-file/people-issue';

/**
 * What a file of people may be at most. A programme has some thousands of people and HR's exports some dozen columns: ten times of both passes. What a file
 * makes of itself when it is unpacked or cut into cells is counted while it is read, so that no small file becomes a large one.
 * The words of each refusal give its number (`src/people-file/text`).
 */
export const fileLimits = {
  /** As it is sent; the tab sends 5 MB at most. */
  bytes: 20 * 1024 * 1024,
  /** Of all parts of a workbook that are read: a sheet of 50,000 rows and 40 columns has 70 MB of XML. */
  unzippedBytes: 100 * 1024 * 1024,
  /** Parts of a workbook, its pictures and themes among them. */
  parts: 2_000,
  /** That hold something, of all sheets. */
  rows: 50_000,
  /** Lines of a CSV with nothing but separators among them: spreadsheets have so many rows, and some are saved with all of them. */
  lines: 1_048_576,
  /** Of them, lines of another length than the first one. */
  unevenLines: 100_000,
  columns: 500,
  /** Of all sheets, with the empty ones before the last one of a row: 50,000 rows of 40 columns. */
  cells: 2_000_000,
  /** The most that a cell of a spreadsheet holds. */
  charactersPerCell: 32_767,
  /** Of all cells: some two hundred times a long name for each of 50,000 people. A text that cells share counts for each of them. */
  characters: 100_000_000,
} as const;

/** Thrown while a file is read, as soon as it is beyond a limit. */
export class FileTooLarge extends Error {
  constructor(readonly reason: FileLimitReason) {
    super(reason);
  }
}

/** Counts what a file holds while it is read; its functions throw `FileTooLarge`. */
export interface FileCounter {
  /** A row that holds something. */
  readonly row: () => void;
  /** Cells of a row, up to its last one that holds something. */
  readonly cells: (count: number) => void;
  /** A text that a cell holds; of at most `most` characters, those of a spreadsheet's cell where nothing else is said. */
  readonly text: (characters: number, most?: number) => void;
}

/** A counter for one file. */
export function countFile(): FileCounter {
  let [rows, cells, characters] = [0, 0, 0];
  return {
    row: () => {
      rows += 1;
      if (rows > fileLimits.rows) throw new FileTooLarge('file-too-many-rows');
    },
    cells: (count) => {
      cells += count;
      if (cells > fileLimits.cells) throw new FileTooLarge('file-too-many-cells');
    },
    text: (length, most = fileLimits.charactersPerCell) => {
      characters += length;
      if (length > most) throw new FileTooLarge('file-cell-too-long');
      if (characters > fileLimits.characters) throw new FileTooLarge('file-too-much-text');
    },
  };
}
