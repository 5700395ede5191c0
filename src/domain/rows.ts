import type { Instant } from '../kernel/clock';
import type { RowStore, UnreadableRow } from '../kernel/row-store';
import type { BoardHead, BoardPart } from './board';
import type { CardEdit, StandingCard } from './card';
import type { CharterAcceptance } from './charter';
import type { RoundFigures } from './figures';
import type { FormerPair } from './former-pair';
import type { DraftHead, DraftList, DraftPart } from './draft';
import type { DiversityAnswers, DiversityTally } from './diversity';
import type { LedgerEntry, ListedMessage, MessageDay, QueuedMessage, UnreachedPerson } from './message';
import type { MoveTotals } from './moves';
import type { NeedsPoll, Polled } from './needs-poll';
import type { Participant, PersonProfile } from './participant';
import type { PairEnding, RuleEnd } from './pair-ending';
import type { PairPlan } from './pair-plan';
import type { Pair, PersonPairs, Proposal } from './proposal';
import type { Renewal } from './renewal';
import type { Session } from './session';
import type { ResponseStatus, SealedSheet, SurveyEdition, SurveyRound } from './survey';
import type { Change } from './change';
import type { Projection } from './projection';
import type { Job } from './job';
import type { DueWork } from './due-work';
import type { NewWork, ShardHolders } from './shard';
import type { Contact, Membership, Programme, ProgrammeEntry } from './programme';
import type { Language } from '../language/languages';

/** An import and whether HR has confirmed it. What the file says is in its parts. */
export interface ImportHead {
  readonly id: string;
  readonly fileName: string;
  readonly inputHash: string;
  readonly partCount: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Of a file that lists everybody: how many people are not in it. Their ids are in its parts. */
  readonly leaving?: number;
  /** They are more than a fifth: the confirmation gives their number. */
  readonly asksAgain?: true;
  readonly state: 'previewed' | 'confirmed' | 'applied';
  readonly createdAt: Instant;
  readonly createdBy: string;
}

/** At most 20 people, 40 lines or 20 who leave. */
export interface ImportPart {
  readonly people: readonly PersonProfile[];
  /** Person id and manager id of rows that could not be taken: they still say who reports to whom. */
  readonly lines?: readonly (readonly [string, string])[];
  /** People who take no part any more, since a file that lists everybody does not name them. */
  readonly leaving?: readonly string[];
}

/** Who somebody outside the programme reports to, so that a chain of managers has no hole. */
export interface ReportingLine {
  readonly managerId: string;
  /** Import that changed it last. */
  readonly changedBy?: string;
}

/** That somebody did what has to be answered for later, such as taking the board away. Never folded, never removed. */
export interface AuditEntry {
  readonly at: Instant;
  /** Directory id of who did it. */
  readonly by: string;
  readonly what:
    | 'board-exported'
    | 'person-withdrawn'
    | 'person-returned'
    | 'absent-withdrawn'
    | 'messages-read'
    | 'published-without-managers'
    | 'link-asked'
    | 'link-yes-waits'
    | 'link-confirmed'
    | 'link-withdrawn'
    | 'link-denied'
    | 'needs-poll-opened'
    | 'needs-poll-closed'
    | 'moves-6-typed'
    | 'moves-12-typed';
  /** Id of the participant, the import, the draft or the needs poll that it was done to. */
  readonly about?: string;
  /** Where a command did it: who typed it, and why, in their words. */
  readonly operator?: { readonly name: string; readonly why: string };
  readonly correlationId: string;
}

/** That a booked session has taken this half hour of a participant. */
export interface TakenHour {
  readonly sessionKey: string;
}

/** That a person was asked by a proposal, so that their page finds it. */
export interface AskedOf {
  readonly proposalId: string;
}

/** The programme partition: the truth. The key of each kind, and what may be done with it, is in `row-declarations.ts`. */
export interface ProgrammeRows {
  programme: Programme;
  participant: Participant;
  contact: Contact;
  'person-pairs': PersonPairs;
  diversity: DiversityAnswers;
  'diversity-tally': DiversityTally;
  import: ImportHead;
  'import-part': ImportPart;
  line: ReportingLine;
  draft: DraftHead;
  'draft-part': DraftPart;
  'draft-list': DraftList;
  proposal: Proposal;
  asked: AskedOf;
  pair: Pair;
  'pair-ending': PairEnding;
  'rule-end': RuleEnd;
  renewal: Renewal;
  session: Session;
  taken: TakenHour;
  'needs-poll': NeedsPoll;
  polled: Polled;
  'survey-round': SurveyRound;
  figures: RoundFigures;
  moves: MoveTotals;
  status: ResponseStatus;
  due: DueWork;
  shard: ShardHolders | NewWork;
  queued: QueuedMessage;
  ledger: LedgerEntry;
  listed: ListedMessage;
  unreached: UnreachedPerson;
  'message-day': MessageDay;
  card: StandingCard;
  'card-edit': CardEdit;
  job: Job;
  projection: Projection;
  change: Change;
  audit: AuditEntry;
  board: BoardHead;
  'board-part': BoardPart;
  unreadable: UnreadableRow;
}

/** Where Teams reaches a person, from the newest activity. */
export interface ConversationReference {
  readonly conversationId?: string;
  readonly serviceUrl: string;
  /** Teams user id (`29:...`). */
  readonly teamsUserId: string;
  readonly updatedAt: Instant;
  /** Whether the person has the app, or shares a team that has it. */
  readonly via: 'personal' | 'team';
}

/** A person in the tenant, whatever the programme. */
export interface PersonRows {
  person: {
    readonly directoryId: string;
    readonly name: string;
    /** The language they chose. */
    readonly language?: Language;
    /** The language of their Teams when they were first heard of; counts only where nothing better is known. */
    readonly seenLanguage?: Language;
    readonly timeZone?: string;
  };
  reference: ConversationReference;
  membership: Membership;
  former: FormerPair;
  booked: { readonly start: Instant; readonly end: Instant; readonly programmeId: string; readonly sessionKey: string };
}

/** A team the bot was added to. */
export interface KnownTeam {
  readonly teamId: string;
  readonly name: string;
  readonly serviceUrl: string;
  readonly seenAt: Instant;
}

/** The sending lane: who holds it (real time) and when the next message may go. */
export interface Lane {
  readonly holder: string;
  readonly heldUntil: Instant;
  readonly notBefore: Instant;
}

/** In which layout the rows of all tables lie, by its name: the stamp that a server reads before it starts. */
export interface LayoutStamp {
  readonly name: string;
}

/** Rows of the tenant as a whole. */
export interface TenantRows {
  entry: ProgrammeEntry;
  team: KnownTeam;
  lane: Lane;
  layout: LayoutStamp;
}

/** Answers, apart from everything that names a person. */
export interface AnswerRows {
  /** A sheet as its person left it, until a night seals it. */
  'waiting-sheet': SealedSheet;
  sheet: SealedSheet;
  edition: SurveyEdition;
  /** Comments of a round as HR reads them, some to a row. */
  comments: SealedSheet;
  /** One for everybody who is asked by a needs poll, blank until they answer. */
  ballot: SealedSheet;
}

/** Survey keys, in a table of their own. Destroying the row anonymises. */
export interface KeyRows {
  /** Sealed under the secret that is kept outside the storage account. */
  key: { readonly wrapped: string; readonly createdAt: Instant };
  /** Of a needs poll, likewise; destroyed at its close. */
  'poll-key': { readonly wrapped: string; readonly createdAt: Instant };
}

/** What belongs to a pair alone, in a table of its own. */
export interface PairRows {
  charter: CharterAcceptance;
  plan: PairPlan;
}

export type ProgrammeStore = RowStore<ProgrammeRows>;
export type PersonStore = RowStore<PersonRows>;
export type TenantStore = RowStore<TenantRows>;
export type AnswerStore = RowStore<AnswerRows>;
export type KeyStore = RowStore<KeyRows>;
export type PairStore = RowStore<PairRows>;
