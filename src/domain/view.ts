import type { Language } from '../language/languages';
import type { CultureProfile } from './programme-contract';

/** For whom a card is drawn. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
  readonly culture: CultureProfile;
}

/** What every card about a programme says of it. */
export interface OfProgramme {
  readonly programmeId: string;
  readonly programmeName: string;
}

/**
 * What a person is shown, drawn from the state as it is now; names appear only where both have said yes. Each feature adds its views
 * where it makes them, and `bot/teams/cards` draws one card for each.
 */
export interface ViewByCard {
  notice: NoticeView;
}
export type CardView = ViewByCard[keyof ViewByCard];

/** A short answer that is not the state of something. */
export interface NoticeView {
  readonly card: 'notice';
  readonly notice: Notice;
}

/** Short answers that are not the state of something. Each has words of its own in both languages. */
export type Notice =
  | 'not-in-programme'
  | 'not-allowed'
  | 'not-found'
  | 'out-of-date'
  | 'not-saved'
  | 'working'
  | 'invalid-input'
  /** Of a text that is longer than its field takes. */
  | 'too-long'
  /** Of a date that could be two. */
  | 'date-unread'
  | 'programme-closed'
  | 'no-identity'
  | 'capacity-reached'
  /** In place of a message whose card Teams finds too large. */
  | 'shortened';
