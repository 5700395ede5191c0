import { CodedError } from '../kernel/coded-error';
import { newestFirst } from '../kernel/read-newest';
import type { Stored, Write } from '../kernel/row-store';
import { cardEditKey } from './card';
import { messageKey, type MessageKind, type PersonalRecipient, type Recipient, type SubjectByKind } from './message';
import type { Change } from './change';
import { countersMoved } from './participant-counters';
import type { Participant } from './participant';
import { dueKey, type WorkToSchedule } from './due-work';
import type { Job } from './job';
import type { FactsByType, Projection, ProjectionType } from './projection';
import type { UseCaseContext, Ports, Saving } from './ports';
import type { AuditEntry, ProgrammeRows } from './rows';

type Kind = keyof ProgrammeRows;
type UnchangedRow = Extract<Write<ProgrammeRows>, { readonly op: 'replace' }>;

/**
 * Gathers what one use case changes in a programme: the new state, the messages and due work it causes and what the board's fold has to
 * know, written in one entity-group transaction by `commit`.
 */
export class UnitOfWork {
  private readonly writes: Write<ProgrammeRows>[] = [];
  private readonly unchanged: UnchangedRow[] = [];
  private readonly jobs: Job[] = [];
  private readonly counts: Record<string, number> = {};

  constructor(
    private readonly ports: Ports<Saving>,
    readonly programmeId: string,
    private readonly context: UseCaseContext,
    private readonly by: string,
  ) {}

  insert<K extends Kind>(kind: K, key: string, value: ProgrammeRows[K]): this {
    this.writes.push({ op: 'insert', kind, key, value } as unknown as Write<ProgrammeRows>);
    this.count(kind, undefined, value);
    return this;
  }

  replace<K extends Kind>(kind: K, stored: Stored<ProgrammeRows[K]>, value: ProgrammeRows[K]): this {
    this.writes.push({
      op: 'replace',
      kind,
      key: stored.key,
      value,
      etag: stored.etag,
    } as unknown as Write<ProgrammeRows>);
    this.count(kind, stored.value, value);
    return this;
  }

  /**
   * Makes the transaction depend on a row that it leaves as it is: it conflicts where the row has changed since it was read. Where the
   * row is written as well, before or after, it is written once.
   */
  requireUnchanged<K extends Kind>(kind: K, stored: Stored<ProgrammeRows[K]>): this {
    const { key, value, etag } = stored;
    this.unchanged.push({ op: 'replace', kind, key, value, etag } as unknown as UnchangedRow);
    return this;
  }

  remove<K extends Kind>(kind: K, stored: Stored<ProgrammeRows[K]>): this {
    this.writes.push({ op: 'delete', kind, key: stored.key, etag: stored.etag } as unknown as Write<ProgrammeRows>);
    this.count(kind, stored.value, undefined);
    return this;
  }

  /** Queues a message for the sending lane, not before `notBefore` (default: now). */
  queueMessage<K extends MessageKind>(message: {
    readonly kind: K;
    readonly recipient: Recipient;
    readonly subject: SubjectByKind[K];
    readonly notBefore?: string;
    readonly expiresAt?: string;
  }): this {
    const id = this.ports.ids.next();
    const notBefore =
      message.notBefore !== undefined && message.notBefore > this.context.now ? message.notBefore : this.context.now;
    return this.insert('queued', messageKey(notBefore, id), {
      id,
      kind: message.kind,
      recipient: message.recipient,
      subject: message.subject,
      createdAt: this.context.now,
      notBefore,
      ...(message.expiresAt === undefined ? {} : { expiresAt: message.expiresAt }),
      tries: 0,
      ambiguous: 0,
      correlationId: this.context.correlationId,
    });
  }

  /** Lets every card of somebody about something say what is true from now on; the one that was pressed does so itself. */
  editCards(recipient: PersonalRecipient, about: string): this {
    const id = this.ports.ids.next();
    const { now, correlationId, pressedOn } = this.context;
    return this.insert('card-edit', cardEditKey(now, id), {
      id,
      recipient,
      about,
      ...(pressedOn === undefined ? {} : { pressedOn }),
      notBefore: now,
      tries: 0,
      correlationId,
    });
  }

  /** Makes work fall due. */
  schedule(due: WorkToSchedule): this {
    return this.insert('due', dueKey(due), { ...due, correlationId: this.context.correlationId });
  }

  /** Lets a change follow in another partition. */
  project<T extends ProjectionType>(projection: { readonly type: T } & FactsByType[T]): this {
    const id = this.ports.ids.next();
    return this.insert('projection', id, { ...projection, id } as unknown as Projection);
  }

  /** Starts long work: the job row is written with the rest, the queue is told after the commit. */
  startJob(kind: Job['kind'], ref: string): Job {
    const job: Job = {
      id: newestFirst(this.ports.ids.next()),
      kind,
      ref,
      state: 'queued',
      progress: 0,
      tries: 0,
      createdAt: this.context.now,
      correlationId: this.context.correlationId,
    };
    this.jobs.push(job);
    this.insert('job', job.id, job);
    return job;
  }

  /** Records what changed, for the fold. */
  recordChange(what: string, facts: Pick<Change, 'pairIds' | 'counts' | 'sentOf'> = {}): this {
    const id = this.ports.ids.next();
    return this.insert('change', `${this.context.now}|${id}`, {
      at: this.context.now,
      id,
      what,
      correlationId: this.context.correlationId,
      by: this.by,
      ...facts,
    });
  }

  /** Keeps for good who did this, and to what. */
  recordAudit(what: AuditEntry['what'], about?: string, operator?: AuditEntry['operator']): this {
    const { now: at, correlationId } = this.context;
    return this.insert('audit', `${at}|${this.ports.ids.next()}`, {
      at,
      by: this.by,
      what,
      correlationId,
      ...(about === undefined ? {} : { about }),
      ...(operator === undefined ? {} : { operator }),
    });
  }

  /** Writes everything or nothing. Returns false when another change came first. Throws `transaction-too-large`. */
  async commit(): Promise<boolean> {
    if (this.writes.length === 0 && this.unchanged.length === 0) return true;
    const counts = Object.fromEntries(Object.entries(this.counts).filter(([, by]) => by !== 0));
    if (Object.keys(counts).length > 0) this.recordChange('people-counted', { counts });
    const unchanged = this.unchangedAlone();
    if (unchanged === undefined) return false;
    const result = await this.ports.programmes.commit(this.programmeId, [...this.writes, ...unchanged]);
    if (!result.ok) {
      if (result.reason === 'too-large')
        throw new CodedError('transaction-too-large', 'The change does not fit into one transaction');
      return false;
    }
    for (const job of this.jobs) await this.ports.work.send({ programmeId: this.programmeId, jobId: job.id });
    return true;
  }

  /** People are counted where their rows are written, so that no use case can forget it or count otherwise. */
  private count<K extends Kind>(
    kind: K,
    before: ProgrammeRows[K] | undefined,
    after: ProgrammeRows[K] | undefined,
  ): void {
    if (kind !== 'participant') return;
    const moved = countersMoved(before as Participant | undefined, after as Participant | undefined);
    for (const [name, by] of Object.entries(moved)) this.counts[name] = (this.counts[name] ?? 0) + by;
  }

  /** The rows that are held and not written, each once; undefined where a row was read twice and changed in between. */
  private unchangedAlone(): readonly UnchangedRow[] | undefined {
    const place = ({ kind, key }: Write<ProgrammeRows>): string => `${kind}|${key}`;
    const etags = new Map<string, string>();
    for (const write of this.writes) if (write.op !== 'insert') etags.set(place(write), write.etag);
    const alone: UnchangedRow[] = [];
    for (const row of this.unchanged) {
      const known = etags.get(place(row));
      if (known !== undefined && known !== row.etag) return undefined;
      if (known === undefined) alone.push(row);
      etags.set(place(row), row.etag);
    }
    return alone;
  }
}

/** Tells `retryOnConflict` that another change came first. */
export const conflict = Symbol('conflict');

/**
 * Runs a decision that ends in a commit; when another change came first it reads again and decides anew.
 * Throws `too-busy` after so many conflicts (default 5).
 */
export async function retryOnConflict<T>(run: () => Promise<T | typeof conflict>, tries = 5): Promise<T> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const outcome = await run();
    if (outcome !== conflict) return outcome;
  }
  throw new CodedError('too-busy', 'Other changes kept coming first');
}
