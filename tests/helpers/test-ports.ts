import { figuresInThisThread } from './figures-in-this-thread';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import { openText, sealText } from '../../bot/seal-text';
import { createRowStore } from '../../bot/storage/create-row-store';
import type { RowCatalogue } from '../../bot/storage/row-catalogue';
import {
  answerCatalogue,
  keyCatalogue,
  pairCatalogue,
  personCatalogue,
  programmeCatalogue,
  tenantCatalogue,
} from '../../bot/storage/row-catalogues';
import type { RowStore } from '../../src/kernel/row-store';
import type { WorkNotice } from '../../src/kernel/work-queue';
import type { AllPorts } from '../../src/dispatch/all-ports';
import type { PersonRows, ProgrammeRows } from '../../src/domain/rows';
import { useAzurite } from './azurite';

/** All ports over Azurite whose queue only remembers, and what was counted. */
export interface TestPorts extends AllPorts {
  /** Work that was sent. */
  readonly sent: WorkNotice[];
  /** Reads of the stores since the last reset. */
  readonly reads: { gets: number; ranges: number };
}

/** All ports over Azurite for the suite that calls this at its top level; every call of the function it returns begins empty. */
export function useTestPorts(): () => Promise<TestPorts> {
  const azurite = useAzurite();
  const tables = new Map<string, TableClient>();
  let tenants = 0;
  const table = async (name: string): Promise<TableClient> => {
    const there = tables.get(name) ?? (await azurite.newTable(name));
    tables.set(name, there);
    return there;
  };
  return async () => {
    const tenant = `tenant-${String(++tenants)}`;
    const ids = countingIds();
    const reads = { gets: 0, ranges: 0 };
    const store = async <Rows>(name: string, catalogue: RowCatalogue<Rows>): Promise<RowStore<Rows>> =>
      counted(createRowStore({ tableClient: await table(name), tenant, catalogue, ids }), reads);
    const sent: WorkNotice[] = [];
    return {
      programmes: await store('programmes', programmeCatalogue),
      people: await store('people', personCatalogue),
      tenants: await store('tenants', tenantCatalogue),
      answers: await store('answers', answerCatalogue),
      keys: await store('keys', keyCatalogue),
      pairs: await store('pairs', pairCatalogue),
      work: {
        send: (notice) => {
          sent.push(notice);
          return Promise.resolve();
        },
        receive: () => Promise.resolve(undefined),
      },
      ids,
      secrets: {
        newKey: () => randomBytes(32).toString('base64url'),
        hmac: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
        sha256: (text) => createHash('sha256').update(text).digest('hex'),
        seal: sealText,
        open: openText,
      },
      ...figuresInThisThread,
      holidayFrom: () => 24,
      signingKey: () => 'signing-key-of-the-tests',
      wrappingSecret: () => 'wrapping-secret-of-the-tests',
      sent,
      reads,
    };
  };
}

function countingIds(): { next(): string } {
  let last = 0;
  return { next: () => `id-${String(++last).padStart(6, '0')}` };
}

function counted<Rows>(store: RowStore<Rows>, reads: { gets: number; ranges: number }): RowStore<Rows> {
  return {
    get: (partition, kind, key) => {
      reads.gets++;
      return store.get(partition, kind, key);
    },
    range: (partition, kind, query) => {
      reads.ranges++;
      return store.range(partition, kind, query);
    },
    commit: (partition, writes) => store.commit(partition, writes),
  };
}

type Rows = { readonly [K in keyof ProgrammeRows]?: Readonly<Record<string, ProgrammeRows[K]>> };

/** Writes rows of a programme, by kind and key. */
export async function seedProgramme(ports: AllPorts, programmeId: string, rows: Rows): Promise<void> {
  const writes = Object.entries(rows).flatMap(([kind, byKey]) =>
    Object.entries(byKey).map(([key, value]) => ({ op: 'insert', kind, key, value })),
  );
  for (let index = 0; index < writes.length; index += 50) {
    const done = await ports.programmes.commit(programmeId, writes.slice(index, index + 50) as never);
    if (!done.ok) throw new Error(`The rows of ${programmeId} could not be written: ${done.reason}`);
  }
}

/** Gives a person a part in a programme, and the programme its place in the tenant's list. */
export async function seedMembership(
  ports: AllPorts,
  directoryId: string,
  membership: PersonRows['membership'],
): Promise<void> {
  const done = await ports.people.commit(directoryId, [
    { op: 'insert', kind: 'membership', key: membership.programmeId, value: membership },
  ]);
  if (!done.ok) throw new Error(`The membership of ${directoryId} could not be written: ${done.reason}`);
}
