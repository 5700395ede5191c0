/** A mixed-integer linear programme: the greatest gain within bounds of columns and rows. */
export interface Program {
  readonly columns: {
    readonly gain: readonly number[];
    readonly lower: readonly number[];
    readonly upper: readonly number[];
    /** Whether only whole numbers count. */
    readonly whole: readonly boolean[];
  };
  readonly rows: readonly ProgramRow[];
  /** Values of all columns that fit, to begin with. */
  readonly start?: readonly number[];
}

export interface ProgramRow {
  readonly lower: number;
  readonly upper: number;
  /** Columns with what each counts in the row. */
  readonly columns: readonly number[];
  readonly factors: readonly number[];
}

export interface ProgramAnswer {
  /** `best`: nothing gains more; `none`: nothing fits; `open`: the search ended before either was known. */
  readonly state: 'best' | 'none' | 'open';
  /** One value a column; absent where nothing was found. */
  readonly values?: ArrayLike<number>;
  /** No values that fit gain more, up to a rounding of floating point. */
  readonly bound: number;
}

/**
 * Solves a programme, looking into at most so many nodes of its search, so that the work does not depend on the machine. The search
 * for several aims asks it for small programmes only; whoever drafts pairs hands one in (HiGHS, `bot/workers/load-program-solver.ts`).
 */
export type SolveProgram = (program: Program, nodes: number) => ProgramAnswer;
