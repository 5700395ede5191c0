import type { Instant } from '../kernel/clock';
import type { Role } from './participant';

export const genders = ['woman', 'man', 'non-binary'] as const;
export const ageBands = ['under-30', '30-39', '40-49', '50-59', '60-and-over'] as const;
export type Gender = (typeof genders)[number];
export type AgeBand = (typeof ageBands)[number];

/** What a programme may be mixed in beyond functions and places; the person alone says it, each by itself. */
export const diversityAttributes = ['gender', 'ageBand'] as const;
export type DiversityAttribute = (typeof diversityAttributes)[number];
export type DiversityValue = Gender | AgeBand;

/** One answer of one person. Nothing that HR changes afterwards moves it: role and group are those of the first yes. */
export interface Said<V extends DiversityValue = DiversityValue> {
  readonly value: V;
  /** When the person said yes. */
  readonly since: Instant;
  /** When they chose this value. */
  readonly at: Instant;
  readonly role: Role;
  /** The person's function as `foldText` writes it; empty where it is not known. */
  readonly group: string;
}

/**
 * What a person said of themselves for the mix of the programme, each with a yes of its own. The row is gone
 * when nothing is left. It is nowhere else, and nobody but the person reads it.
 */
export interface DiversityAnswers {
  readonly gender?: Said<Gender>;
  readonly ageBand?: Said<AgeBand>;
}

/** How many gave each answer. */
export type Counts = Readonly<Partial<Record<string, number>>>;

/** A group whose answers count together. */
export interface CountedGroup {
  /** Answers chosen after this moment wait until at least five of the group have changed. */
  readonly until: Instant;
  /** Absent since somebody withdrew: it is counted anew, of those up to `until`, before it is used again. */
  readonly counts?: Counts;
}

/** What one side of the programme said, by function; `rest` is everybody whose function has no group yet. */
export interface DiversityTally {
  readonly groups: Readonly<Record<string, CountedGroup>>;
  readonly rest: CountedGroup;
}
