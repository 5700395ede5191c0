import type { Instant } from '../../src/kernel/clock';
import { readAll } from '../../src/kernel/read-all';
import type { Write } from '../../src/kernel/row-store';
import type { Ports } from '../../src/domain/ports';
import type { ProgrammeRows, ProgrammeStore } from '../../src/domain/rows';
import { atOnce } from '../../src/domain/shard-rules';
import type { PendingWork } from './pending-work';
import { programmeIds } from './programmes';
import { isOver } from './work-runner';

/** Which part of the background works off which rows. */
const parts = { tick: ['due', 'projection', 'change'], lane: ['queued', 'card-edit'], work: ['job'] } as const;
export type Part = keyof typeof parts;
type Kind = (typeof parts)[Part][number];
const kinds = Object.values(parts).flat() as readonly Kind[];

/**
 * What waits in the background of a process that is alone on its storage, by what it has written itself: it need not ask the storage each time. What lies there
 * already is read once, and again after a write of which nobody knows whether it was done.
 */
export class KnownWork {
  private readonly moments = new Map<Kind, Map<string, Instant>>(kinds.map((kind) => [kind, new Map()]));
  private isSure = false;
  /** The look at the storage that is under way: whoever asks meanwhile waits for it. */
  private reading: Promise<void> | undefined;
  /** Rows written while it is under way: what they say is newer than what is read. */
  private readonly writtenMeanwhile = new Set<string>();

  /** The store with each transaction noted. */
  watch(store: ProgrammeStore): ProgrammeStore {
    return {
      ...store,
      commit: async (partition, writes) => {
        try {
          const result = await store.commit(partition, writes);
          if (result.ok) for (const write of writes) this.noteWrite(partition, write);
          return result;
        } catch (error) {
          this.isSure = false;
          throw error;
        }
      },
    };
  }

  /** What can be done at `now`, or when next; as `pendingWork` tells it, of all rows that can be read. */
  async pending(ports: Ports<'programmes' | 'tenants'>, now: Instant): Promise<PendingWork> {
    await this.beSure(ports);
    let isWaiting = false;
    let next: Instant | undefined;
    for (const rows of this.moments.values())
      for (const at of rows.values())
        if (at <= now) isWaiting = true;
        else if (next === undefined || at < next) next = at;
    return { now: isWaiting, ...(next === undefined ? {} : { next }) };
  }

  /** Whether this part of the background has something to do at `now`. */
  async waitsFor(part: Part, ports: Ports<'programmes' | 'tenants'>, now: Instant): Promise<boolean> {
    await this.beSure(ports);
    for (const kind of parts[part]) for (const at of this.moments.get(kind)?.values() ?? []) if (at <= now) return true;
    return false;
  }

  /** What should wait could not be worked off: the storage is asked the next time. */
  doubt(): void {
    this.isSure = false;
  }

  private async beSure(ports: Ports<'programmes' | 'tenants'>): Promise<void> {
    if (this.isSure && this.reading === undefined) return;
    this.reading ??= this.readStorage(ports).finally(() => {
      this.reading = undefined;
    });
    await this.reading;
  }

  private async readStorage(ports: Ports<'programmes' | 'tenants'>): Promise<void> {
    this.writtenMeanwhile.clear();
    for (const rows of this.moments.values()) rows.clear();
    // A write of unknown fate in the midst of it makes it unsure again.
    this.isSure = true;
    try {
      for (const programmeId of await programmeIds(ports))
        for (const kind of kinds)
          for await (const { key, value } of readAll(ports.programmes, programmeId, kind))
            if (!this.writtenMeanwhile.has(nameOf(programmeId, kind, key)))
              this.note(programmeId, { op: 'insert', kind, key, value } as Write<ProgrammeRows>);
    } catch (error) {
      this.isSure = false;
      throw error;
    }
  }

  private noteWrite(partition: string, write: Write<ProgrammeRows>): void {
    if (this.reading !== undefined) this.writtenMeanwhile.add(nameOf(partition, write.kind, write.key));
    this.note(partition, write);
  }

  private note(partition: string, write: Write<ProgrammeRows>): void {
    const rows = this.moments.get(write.kind as Kind);
    if (rows === undefined) return;
    const at = write.op === 'delete' ? undefined : momentOf(write);
    const name = nameOf(partition, write.kind, write.key);
    if (at === undefined) rows.delete(name);
    else rows.set(name, at);
  }
}

function nameOf(partition: string, kind: string, key: string): string {
  return `${partition}|${kind}|${key}`;
}

/** From when on the row can be worked off; undefined where it is done with. */
function momentOf(write: Exclude<Write<ProgrammeRows>, { readonly op: 'delete' }>): Instant | undefined {
  switch (write.kind) {
    case 'due':
      return write.value.at;
    case 'queued':
    case 'card-edit':
      return write.value.notBefore;
    case 'job':
      return isOver(write.value) ? undefined : atOnce;
    default:
      return atOnce;
  }
}
