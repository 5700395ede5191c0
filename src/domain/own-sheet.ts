/** What somebody has said in a survey so far, for themselves alone. */
export interface OwnSheet {
  /** `begun`: kept to go on later, counted nowhere. */
  readonly state: 'begun' | 'answered' | 'skipped';
  /** Question id → what was chosen or typed, as a form takes it; none where it was skipped. */
  readonly given: Readonly<Record<string, string>>;
}

/**
 * Reads the sheet of the one person it is bound to: of a pulse, about that pair. `dispatch` binds it to whoever pressed, reads their page or is
 * to receive a message, so that no feature but `survey` needs a port to answers. What it says goes to that person and is written nowhere.
 */
export type ReadOwnSheet = (surveyRound: string, pairId?: string) => Promise<OwnSheet | undefined>;
