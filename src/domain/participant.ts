import type { Instant } from '../kernel/clock';
import type { PersonalCode } from './pairing';

/** Role asked for in a programme; `both` may mentor one person and be mentored by another. */
export const roles = ['mentor', 'mentee', 'both'] as const;
export type Role = (typeof roles)[number];

/** A topic of the catalogue the person shares, with a level from 1 (practises) to 4 (teaches others). */
export interface Expertise {
  readonly topic: string;
  readonly level: number;
}

/** A topic of the catalogue the person wants to explore, priority 1 (nice to have) to 3 (most wanted). */
export interface Goal {
  readonly topic: string;
  readonly priority: number;
}

/** How somebody likes to teach or to learn. */
export const learningWays = ['by-doing', 'by-talking', 'by-examples', 'step-by-step'] as const;
export type LearningWay = (typeof learningWays)[number];

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A weekly window in the person's own wall time, `HH:MM` to `HH:MM`. */
export interface AvailabilityWindow {
  readonly day: Weekday;
  readonly from: string;
  readonly to: string;
}

/** What a people file says of one person, after defaults. Diversity fields stay unused without the person's consent. */
export interface PersonProfile {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly role: Role;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly country?: string;
  readonly site?: string;
  readonly function?: string;
  readonly department?: string;
  readonly team?: string;
  /** 1 (most junior) to 10 (top executive). */
  readonly level?: number;
  readonly managerId?: string;
  readonly expertise: readonly Expertise[];
  readonly goals: readonly Goal[];
  readonly availability: readonly AvailabilityWindow[];
  /** How many pairs the person can be in at once, on each side for somebody who is both. */
  readonly capacity: number;
  readonly exclude: readonly string[];
  /** Ids of the people on the person's appraisal panel. */
  readonly appraisedBy?: readonly string[];
  readonly teachingStyle?: readonly LearningWay[];
  readonly learningStyle?: readonly LearningWay[];
  /** Ease in sharing knowledge as the person states it, 1 to 4. */
  readonly pedagogy?: number;
  /** Openness to new topics as the person states it, 1 to 4. */
  readonly openness?: number;
  /** The partner, such as a university, that a mentor from outside comes from. */
  readonly partnerOrganisation?: string;
  readonly guest: boolean;
  readonly ageBand?: string;
  readonly gender?: string;
  readonly consentDiversity: boolean;
  /** What nobody has said of the person, so that a default stands in its place; absent where all was said. */
  readonly notStated?: readonly NotStated[];
}

/**
 * What a default may stand for. Only a default that nobody would take for theirs is told of: it earns no points, forbids nothing and is in no
 * reason. `firstLanguage`: of several languages, nobody knows in which one the person is most at ease.
 */
export const notStatedFields = ['timeZone', 'languages', 'firstLanguage', 'availability'] as const;
export type NotStated = (typeof notStatedFields)[number];

/** Whether somebody has said it, or their country or site does. */
export function isStated({ notStated = [] }: Pick<PersonProfile, 'notStated'>, field: NotStated): boolean {
  return !notStated.includes(field);
}

/** The profile with what the person corrected; what they said is stated. */
export function corrected(profile: PersonProfile, corrections: ProfileCorrections): PersonProfile {
  const { notStated = [], ...said } = { ...profile, ...corrections };
  const left = notStated.filter((field) => corrections[field === 'firstLanguage' ? 'languages' : field] === undefined);
  return left.length === 0 ? said : { ...said, notStated: left };
}

export const participantStates = ['imported', 'invited', 'enrolled', 'not-now', 'withdrawn'] as const;
export type ParticipantState = (typeof participantStates)[number];

/** How a row of the people file was tied to a directory id (never by an e-mail address of a token). */
export type LinkSource = 'team-roster' | 'directory' | 'by-hand';

export const reaches = ['unknown', 'reachable', 'not-linked', 'app-missing', 'blocked'] as const;
export type ReachState = (typeof reaches)[number];

/** What the person may say of themselves. */
export type ProfileCorrections = Partial<
  Pick<
    PersonProfile,
    | 'languages'
    | 'timeZone'
    | 'expertise'
    | 'goals'
    | 'teachingStyle'
    | 'learningStyle'
    | 'pedagogy'
    | 'openness'
    | 'availability'
    | 'capacity'
  >
>;

/** waiting: a partner is still looked for. not-this-time: every search is done. */
export type Standing = 'waiting' | 'not-this-time';

/** Time away that a person set themselves; no reason is asked. */
export interface Pause {
  /** ISO date of the first day back, in the person's zone. */
  readonly until: string;
  /** First moment of that day. */
  readonly resumesAt: Instant;
  readonly since: Instant;
}

/**
 * A link by hand that an administrator asked for, and that waits for a yes: another administrator's, or that of the account where it has
 * the person's name. Ties nobody to anything.
 */
export interface LinkAsked {
  readonly directoryId: string;
  /** Directory id of who asked. */
  readonly by: string;
  readonly at: Instant;
  /** The account has said yes under another name than the file's: a second administrator decides. */
  readonly saidYes?: { readonly name: string; readonly at: Instant };
}

/** That an account answered that it is not this person's. Told to the administrators until a link is asked for again, or holds. */
export interface LinkDenied {
  readonly directoryId: string;
  readonly at: Instant;
}

/** That somebody takes no part any more, and by whose word: their own, HR's, or a file that lists everybody. No reason is kept. */
export interface Departure {
  readonly at: Instant;
  readonly by: 'person' | 'hr' | 'file';
  /** Where they stood before. */
  readonly from: ParticipantState;
}

/** One person in one programme. `profile.id` is the identifier of the people file. */
export interface Participant {
  readonly id: string;
  readonly profile: PersonProfile;
  readonly state: ParticipantState;
  readonly directoryId?: string;
  readonly linkedBy?: LinkSource;
  readonly linkAsked?: LinkAsked;
  readonly linkDenied?: LinkDenied;
  readonly reach: ReachState;
  /** Hash of what the people file said, so that the same file twice changes nothing. */
  readonly importHash: string;
  /** Import that last changed the person's place in the organisation. */
  readonly movedBy?: string;
  /** What the person corrected; wins over any later file. */
  readonly corrections?: ProfileCorrections;
  /** What a volunteer without a partner heard last, and after which draft's round. */
  readonly standing?: {
    readonly told: Standing;
    readonly draftId?: string;
    readonly at: Instant;
    /** What they can do themselves; absent where no draft has looked for them. */
    readonly advice?: PersonalCode;
  };
  readonly invitedAt?: Instant;
  readonly enrolledAt?: Instant;
  readonly pause?: Pause;
  /** While the person is withdrawn. */
  readonly departure?: Departure;
  /**
   * What the person wants since a pair of theirs was over; absent before, and again once they are in a new one. unsaid: it finished, and
   * they have not said.
   */
  readonly rematch?: { readonly wish: 'another' | 'enough' | 'unsaid'; readonly since: Instant };
  /** In how many running pairs the person is; absent where in none. The rows of `person-pairs` say which. */
  readonly pairs?: number;
  /** Rises with every change; a card carries it so that a stale press is recognised. */
  readonly revision: number;
}
