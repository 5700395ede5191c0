import type { Instant } from '../kernel/clock';
import type { Language } from '../language/languages';

/** One programme on the home card: what somebody is in it, and where they stand. */
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

export interface HomeView {
  readonly card: 'home';
  readonly personName: string;
  /** What is open for this person, newest first, at most three. */
  readonly programmes: readonly HomeProgramme[];
  readonly language: Language;
  /** Why the home card is shown: hello, an unclear text, a changed language. */
  readonly because: 'hello' | 'unclear' | 'language' | 'asked';
}

declare module '../domain/view' {
  interface ViewByCard {
    home: HomeView;
  }
}
