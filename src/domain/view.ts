import type { Instant } from '../kernel/clock';
import type { DiversityAttribute, DiversityValue } from './diversity';
import type { CultureProfile } from './programme-contract';
import type { Language } from '../language/languages';
import type { Side } from './proposal';
import type { Question } from './instruments';

/** For whom a card is drawn. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
  readonly culture: CultureProfile;
}

interface Of {
  readonly programmeId: string;
  readonly programmeName: string;
}

export interface SlotView {
  readonly index: number;
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * What a person is shown, drawn from the state as it is now. One card for each, in `bot/teams/cards`.
 * Names appear only where both have said yes.
 */
export type CardView =
  | (Of & {
      readonly card: 'pledge';
      readonly state: 'open' | 'given';
      readonly words: string;
      readonly objectives: readonly string[];
      readonly sponsorName: string;
    })
  | (Of & {
      readonly card: 'invitation';
      readonly state: 'open' | 'in' | 'not-now' | 'closed';
      readonly role: 'mentor' | 'mentee' | 'both';
      readonly months: number;
      readonly sponsorName: string;
      readonly objectives: readonly string[];
      readonly profile: ProfileView;
      /** Whether the programme lets people say something of themselves for its diversity. */
      readonly diversity?: true;
    })
  | (Of & {
      readonly card: 'proposal';
      /** open: this person can answer. waiting: they said yes and the other side is asked. not-formed, formed: ends. */
      readonly state: 'open' | 'waiting' | 'not-formed' | 'formed' | 'declined-by-me';
      readonly side: Side;
      readonly reminder: boolean;
      readonly proposalId: string;
      readonly revision: number;
      /** Names of families of topics in the reader's language. */
      readonly topicFamilies: readonly string[];
      readonly partnerFunction?: string;
      readonly replyBy: Instant;
      readonly months: number;
      /** What the reader can do, where it was not formed and no other partner is looked for in this round. */
      readonly advice?: string;
    })
  | (Of & {
      readonly card: 'introduction';
      readonly side: Side;
      readonly partnerName: string;
      readonly partnerEmail?: string;
      readonly partnerFunction?: string;
      readonly partnerSite?: string;
      readonly partnerTimeZone: string;
      readonly topics: readonly string[];
      readonly reasons: readonly string[];
      readonly months: number;
      /** The two were a pair before. */
      readonly goesOn?: 'again' | 'swap';
      /** Where its months begin later. */
      readonly beginsAt?: Instant;
    })
  | (Of & {
      readonly card: 'pair';
      /** leaving: this person has asked to end it. over: they have heard that it ended. */
      readonly state: 'active' | 'leaving' | 'over';
      /** Whether their wish to end it can be taken back. */
      readonly mayStay: boolean;
      readonly pairId: string;
      readonly side: Side;
      readonly partnerName: string;
      readonly partnerEmail?: string;
      readonly nextSession?: Instant;
    })
  | (Of & {
      readonly card: 'pause';
      readonly state: 'open' | 'paused' | 'over';
      /** ISO date of the first day back. */
      readonly until?: string;
      /** ISO dates between which a pause may end. */
      readonly earliest: string;
      readonly latest: string;
    })
  | (Of & {
      /** What the person may say of themselves for the mix of the programme; drawn for nobody else. */
      readonly card: 'diversity';
      readonly answers: readonly DiversityAnswer[];
    })
  | (Of & {
      /** open: what leaving the programme means. gone: this person takes no part any more. */
      readonly card: 'departure';
      readonly state: 'open' | 'gone';
      /** Running pairs of theirs. */
      readonly pairs: number;
      /** Whether a press brings them back. */
      readonly mayReturn: boolean;
    })
  | (Of & {
      readonly card: 'hour-off';
      /** Absent for a delegate. */
      readonly partnerName?: string;
      /** ISO date from which sessions go on. */
      readonly resumesOn?: string;
      /** Beginning of the booked hour that is off. */
      readonly calledOff?: Instant;
    })
  | (Of & {
      readonly card: 'leave';
      /** open: not asked yet. asked: by this person. stayed: they have taken it back. */
      readonly state: 'open' | 'asked' | 'stayed' | 'over';
      readonly mayStay: boolean;
      readonly pairId: string;
      readonly partnerName: string;
    })
  | (Of & {
      readonly card: 'pair-ended';
      readonly pairId: string;
      readonly partnerName: string;
      /** Its months were over, or it ended before. */
      readonly finished: boolean;
      /** What the reader wants next. */
      readonly wish: 'another' | 'enough';
    })
  | (Of & {
      /** What now, for one of the two of a finished pair. */
      readonly card: 'renewal';
      /** chosen: may still be changed. closed: the reply date is over, whatever anybody said. */
      readonly state: 'open' | 'chosen' | 'closed';
      readonly pairId: string;
      readonly side: Side;
      readonly partnerName: string;
      readonly months: number;
      readonly canSwap: boolean;
      /** The reader's own choice. */
      readonly goOn: readonly ('again' | 'swap')[];
      readonly otherwise?: 'another' | 'enough';
      readonly replyBy: Instant;
      /** Until when the reader hears that the two go on, if they do. */
      readonly hearsBy: Instant;
    })
  | (Of & {
      readonly card: 'slots';
      /** answered: waiting for the other. stale: another round or another state has replaced it. */
      readonly state: 'open' | 'answered' | 'stale';
      readonly asDelegate: boolean;
      readonly pairId: string;
      readonly number: number;
      readonly round: number;
      /** Absent for a delegate, who sees times and nothing else. */
      readonly partnerName?: string;
      readonly partnerTimeZone?: string;
      readonly slots: readonly SlotView[];
      readonly chosen: readonly number[];
    })
  | (Of & {
      readonly card: 'booked';
      readonly asDelegate: boolean;
      readonly pairId: string;
      readonly number: number;
      readonly round: number;
      readonly partnerName?: string;
      readonly partnerTimeZone?: string;
      readonly start: Instant;
      readonly end: Instant;
      /** Signed address of the iCalendar file. */
      readonly calendarPath: string;
      readonly canMove: boolean;
    })
  | (Of & {
      readonly card: 'met';
      readonly state: 'open' | 'answered-no' | 'closed';
      /** The hour was not held and its month has time left. */
      readonly canMove: boolean;
      readonly pairId: string;
      readonly number: number;
      readonly round: number;
      readonly partnerName: string;
      readonly start: Instant;
    })
  | (Of & {
      readonly card: 'survey';
      readonly state: 'open' | 'answered' | 'skipped' | 'closed';
      readonly reminder: boolean;
      readonly surveyRound: string;
      /** The pair whose session a pulse asks about. */
      readonly pairId?: string;
      readonly instrument: 'baseline' | 'pulse' | 'midpoint' | 'closing';
      readonly questions: readonly Question[];
      readonly closesAt: Instant;
      /** Session number for a pulse. */
      readonly number?: number;
    })
  | (Of & {
      readonly card: 'channel-reminder';
      readonly month: number;
      readonly months: number;
      /** Absent under five pairs. */
      readonly counts?: { readonly pairs: number; readonly held: number; readonly booked: number };
      readonly tip: number;
    })
  | (Of & {
      /** Where a volunteer without a partner stands. */
      readonly card: 'standing';
      readonly state: 'waiting' | 'not-this-time';
      /** What the reader can do, of themselves only. */
      readonly advice?: string;
    })
  | (Of & {
      /** For HR: a round is over and its replacements can be looked at. Counts of the programme. */
      readonly card: 'replacements';
      readonly pairs: number;
      readonly suggested: number;
    })
  | (Of & {
      /**
       * For HR: pairs want to go on, and until when a publication lets them. No count: pairs join the draft while it waits, and a
       * message that is sent once more after a crash has to read the same.
       */
      readonly card: 'renewals';
      readonly until: Instant;
    })
  | {
      readonly card: 'home';
      readonly personName: string;
      /** What is open for this person, newest first, at most three. */
      readonly programmes: readonly HomeProgramme[];
      readonly language: Language;
      /** Why the home card is shown: hello, an unclear text, a changed language. */
      readonly because: 'hello' | 'unclear' | 'language' | 'asked';
    }
  | { readonly card: 'notice'; readonly notice: Notice };

export interface DiversityAnswer {
  readonly attribute: DiversityAttribute;
  /** Absent where the person does not say. */
  readonly value?: DiversityValue;
  /** When they said yes. */
  readonly since?: Instant;
}

export interface ProfileView {
  readonly languages: readonly string[];
  /** Topic names in the reader's language, joined by commas as they can be typed back. */
  readonly expertise: string;
  readonly goals: string;
  /** Weekly hours as they can be typed back. */
  readonly availability: string;
  /** Pairs at once. */
  readonly capacity: number;
  readonly teachingStyle?: readonly string[];
  readonly learningStyle?: readonly string[];
  /** As the person states them, 1 to 4. */
  readonly pedagogy?: number;
  readonly openness?: number;
}

export interface HomeProgramme {
  readonly programmeId: string;
  readonly programmeName: string;
  readonly role: 'mentor' | 'mentee' | 'both' | 'sponsor' | 'administrator' | 'delegate';
  /** gone: takes no part any more and may come back by a press; out: by HR's hand only. */
  readonly state:
    | 'invited'
    | 'waiting'
    | 'proposal-open'
    | 'paired'
    | 'paused'
    | 'renewal-open'
    | 'renewal-over'
    | 'enough'
    | 'not-now'
    | 'gone'
    | 'out'
    | 'none';
  /** The pair named, or the one that ended last. */
  readonly pairId?: string;
  readonly partnerName?: string;
  readonly nextSession?: Instant;
  /** ISO date of the first day back, for somebody who is away. */
  readonly until?: string;
  /** Whether the person, who is in, may say something of themselves for the mix of the programme. */
  readonly diversity?: true;
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
  | 'programme-closed'
  | 'no-identity'
  | 'capacity-reached'
  /** In place of a message whose card Teams finds too large. */
  | 'shortened';
