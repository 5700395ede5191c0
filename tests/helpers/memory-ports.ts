import { figuresInThisThread } from './figures-in-this-thread';
import { createHash, createHmac } from 'node:crypto';
import { openText, sealText } from '../../bot/seal-text';
import type { WorkNotice } from '../../src/kernel/work-queue';
import type { AllPorts } from '../../src/dispatch/all-ports';
import type { AnswerRows, KeyRows, PairRows, PersonRows, ProgrammeRows, TenantRows } from '../../src/domain/rows';
import { createMemoryStore, type MemoryStore } from './memory-store';

export interface MemoryPorts extends AllPorts {
  readonly programmes: MemoryStore<ProgrammeRows>;
  readonly people: MemoryStore<PersonRows>;
  readonly tenants: MemoryStore<TenantRows>;
  readonly answers: MemoryStore<AnswerRows>;
  readonly keys: MemoryStore<KeyRows>;
  readonly pairs: MemoryStore<PairRows>;
  /** Long work that was asked for. */
  readonly notices: readonly WorkNotice[];
}

/** The ports of the use cases in memory: nothing outside, nothing random. */
export function memoryPorts(overrides: Partial<Pick<AllPorts, 'holidayFrom' | 'ids' | 'secrets'>> = {}): MemoryPorts {
  const notices: WorkNotice[] = [];
  let ids = 0;
  let keys = 0;
  return {
    programmes: createMemoryStore<ProgrammeRows>(),
    people: createMemoryStore<PersonRows>(),
    tenants: createMemoryStore<TenantRows>(),
    answers: createMemoryStore<AnswerRows>(),
    keys: createMemoryStore<KeyRows>(),
    pairs: createMemoryStore<PairRows>(),
    work: { send: (notice) => Promise.resolve(void notices.push(notice)), receive: () => Promise.resolve(undefined) },
    ids: { next: () => `id-${String(++ids).padStart(6, '0')}` },
    secrets: {
      newKey: () => `key-${String(++keys)}`,
      hmac: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      seal: sealText,
      open: openText,
    },
    ...figuresInThisThread,
    holidayFrom: () => 24,
    signingKey: () => 'signing-key-of-the-tests',
    wrappingSecret: () => 'wrapping-secret-of-the-tests',
    notices,
    ...overrides,
  };
}
