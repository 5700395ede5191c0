import type { CardView, Notice, Reader } from '../domain/view';

/** What a press leads to: the card that is true now, for the one who pressed. */
export interface ActionOutcome {
  readonly view: CardView;
  readonly reader: Reader;
  /** Whether anything was written. */
  readonly changed: boolean;
}

/** A short answer that changes nothing. */
export function noticed(notice: Notice, reader: Reader): ActionOutcome {
  return { view: { card: 'notice', notice }, reader, changed: false };
}

/** The current card. */
export function shown(view: CardView, reader: Reader, changed: boolean): ActionOutcome {
  return { view, reader, changed };
}
