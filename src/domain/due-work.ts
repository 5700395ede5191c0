import type { Instant } from '../kernel/clock';
import { hashText } from '../kernel/hash-text';

/**
 * What can fall due in a programme, and what its `ref` names. A feature adds its kinds in its `due.ts`; `src/dispatch/due-work.ts` does
 * not compile while one of them has no step.
 */
export interface RefByKind {}
export type DueKind = keyof RefByKind;

/** Work that falls due at a moment. */
export interface DueWork {
  readonly kind: DueKind;
  readonly at: Instant;
  /** Proposal id, session key, survey round, month number ... as the kind needs. */
  readonly ref: string;
  /** Tells apart works of one kind about one thing: a set of slots, a revision, a side. Empty where there is only one. */
  readonly occurrence: string;
  /** Of the act that caused it: `UnitOfWork.schedule` writes it. */
  readonly correlationId: string;
}

/** What a use case lets fall due. */
export type WorkToSchedule = Omit<DueWork, 'correlationId'>;

/** Into so many shards the due work of a programme falls; each is worked by one server at a time. */
export const shardCount = 16;

/** Every shard; the first is that of the programme itself. */
export const everyShard: readonly number[] = Array.from({ length: shardCount }, (_, shard) => shard);

/** What a `ref` may name that is a pair's or a person's: up to its bar it is the id that chooses the shard. */
type OfSomebody = 'pair id' | 'session key' | 'proposal id' | 'participant id';
type OfProgramme = { [K in DueKind]: RefByKind[K] extends OfSomebody ? never : K }[DueKind];

/** Kinds that are about the programme as a whole: the compiler asks for each whose `ref` names neither a pair nor a person. */
const ofProgramme: Readonly<Record<OfProgramme, true>> = {
  'answers-expire': true,
  'channel-remind': true,
  comments: true,
  figures: true,
  'needs-poll-close': true,
  'needs-poll-night': true,
  'needs-poll-open': true,
  nightly: true,
  'pairing-round-end': true,
  'programme-close': true,
  'renewals-lapse': true,
  'sponsor-report': true,
  'sponsor-results': true,
  'survey-close': true,
  'survey-open': true,
  'survey-remind': true,
  'weekly-to-do': true,
};

/**
 * The shard of due work, 0 to 15: a hash of the pair it is about, else of the person; 0 for what is about the whole programme. A
 * proposal has the id of the pair that it becomes.
 */
export function shardOf({ kind, ref }: Pick<DueWork, 'kind' | 'ref'>): number {
  return kind in ofProgramme ? 0 : hashText(ref.split('|', 1)[0] ?? '') % shardCount;
}

/** How the row keys of a shard begin. */
export function shardPrefix(shard: number): string {
  return `${String(shard).padStart(2, '0')}|`;
}

/** Row key of due work: by its shard, and in it by its UTC moment; the same work of the same moment is there once. */
export function dueKey(due: Pick<DueWork, 'at' | 'kind' | 'ref' | 'occurrence'>): string {
  return `${shardPrefix(shardOf(due))}${due.at}|${due.kind}|${due.ref}|${due.occurrence}`;
}
