import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Ids } from '../../src/kernel/ids';
import type { WorkNotice, WorkQueue } from '../../src/kernel/work-queue';
import type { Ports } from '../../src/programme/ports';
import type { AnswerRows, KeyRows, PersonRows, ProgrammeRows, TenantRows } from '../../src/programme/rows';
import { createRowStore } from '../../bot/storage/create-row-store';
import { answerCatalogue, keyCatalogue, personCatalogue, programmeCatalogue, tenantCatalogue } from '../../bot/storage/row-catalogues';
import type { TestStorage } from './azurite';

/** Ids that count, so that a failing test reads the same twice. */
export function countingIds(prefix = 'id'): Ids {
  let count = 0;
  return { next: () => `${prefix}-${String(++count).padStart(6, '0')}` };
}

/** The ports of the use cases on new, empty tables of the test Azurite; notices of work are collected. */
export async function testPorts(storage: TestStorage): Promise<Ports & { readonly notices: WorkNotice[] }> {
  const [programmes, people, tenants, answers, keys] = await Promise.all(
    ['programmes', 'people', 'tenants', 'answers', 'keys'].map((name) => storage.newTable(name)),
  );
  if (!programmes || !people || !tenants || !answers || !keys) throw new Error('A table is missing');
  const ids = countingIds();
  const of = { tenant: 'tenant-1', ids };
  const notices: WorkNotice[] = [];
  const work: WorkQueue = {
    send: (notice) => Promise.resolve(void notices.push(notice)),
    receive: () => Promise.resolve(undefined),
  };
  return {
    programmes: createRowStore<ProgrammeRows>({ ...of, tableClient: programmes, catalogue: programmeCatalogue }),
    people: createRowStore<PersonRows>({ ...of, tableClient: people, catalogue: personCatalogue }),
    tenants: createRowStore<TenantRows>({ ...of, tableClient: tenants, catalogue: tenantCatalogue }),
    answers: createRowStore<AnswerRows>({ ...of, tableClient: answers, catalogue: answerCatalogue }),
    keys: createRowStore<KeyRows>({ ...of, tableClient: keys, catalogue: keyCatalogue }),
    work,
    notices,
    ids,
    secrets: {
      newKey: () => randomBytes(32).toString('base64url'),
      hmac: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
    },
    isHoliday: () => false,
    signingKey: () => 'test-signing-key',
  };
}
