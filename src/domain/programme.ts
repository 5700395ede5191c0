import type { Instant } from '../kernel/clock';
import type { LinkSource, ReachState } from './participant';
import type { ProgrammePlan } from './programme-contract';
import type { Language, Localised } from '../language/languages';

/** setup: enrolment shut. enrolling: invitations are out. running: proposals published. closed: over. */
export const programmeStates = ['setup', 'enrolling', 'running', 'paused', 'closed'] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/** A channel the bot was seen in, as its installation told. */
export interface ChannelReference {
  readonly teamId: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly teamName: string;
  readonly channelName: string;
}

/** The sponsor's public promise, pressed on a card. */
export interface Pledge {
  readonly at: Instant;
  readonly words: string;
}

export interface Programme {
  readonly id: string;
  readonly plan: ProgrammePlan;
  readonly state: ProgrammeState;
  readonly createdAt: Instant;
  readonly pledge?: Pledge;
  /** When the sponsor was last asked for it. */
  readonly pledgeAskedAt?: Instant;
  readonly channel?: ChannelReference;
  readonly openedAt?: Instant;
  /** When month 1 begins: the planned day, or the first publication where that comes later. */
  readonly beginsAt?: Instant;
  readonly closedAt?: Instant;
  /** When the plan last began to ask for gender or age band, where it had not asked from its beginning. */
  readonly diversitySince?: { readonly gender?: Instant; readonly ageBand?: Instant };
  readonly revision: number;
}

export type ContactRole = 'sponsor' | 'administrator' | 'delegate';

/** Somebody with a part in the programme who is not one of its mentors or mentees. */
export interface Contact {
  /** `sponsor`, `administrator-1`, `delegate-1` ... */
  readonly id: string;
  readonly role: ContactRole;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
  /** For a delegate: the mentee's participant id. */
  readonly menteeId?: string;
  readonly directoryId?: string;
  readonly linkedBy?: LinkSource;
  /** Of an administrator: when the message that says what they can do was queued. */
  readonly welcomedAt?: Instant;
  /** Of an administrator who wants the list of what there is to do each week in their chat: since when. */
  readonly weeklyToDoSince?: Instant;
  readonly reach: ReachState;
}

/** One entry of the tenant's list of programmes. */
export interface ProgrammeEntry {
  readonly id: string;
  readonly name: Localised<string>;
  readonly state: ProgrammeState;
}

/** What a person's own partition says of one programme; follows from the programme, never the other way round. */
export interface Membership {
  readonly programmeId: string;
  readonly participantId?: string;
  readonly contacts: readonly { readonly id: string; readonly role: ContactRole; readonly menteeId?: string }[];
}
