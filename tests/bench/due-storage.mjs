/* The stores of the product over one Azurite, and a programme whose volunteers all hear a word at one moment. */
import { product } from './product.mjs';

export const tenant = 'bench';
export const due = '2027-01-12T10:00:00.000Z';

/** The same storage from inside this process, as the server composes it. */
export async function openStorage(connectionString, prefix) {
  const { createRowStore } = product('bot/storage/create-row-store');
  const { createStores } = product('bot/storage/create-stores');
  const catalogues = product('bot/storage/row-catalogues');
  const { announceWork } = product('src/domain/announce-work');
  const { createOrderedIds } = product('bot/ordered-ids');
  const { createRealClock } = product('bot/real-clock');
  const { createSecrets } = product('bot/secrets');
  const ids = createOrderedIds(createRealClock());
  const names = {
    programmes: 'programme',
    people: 'person',
    tenants: 'tenant',
    answers: 'answer',
    keys: 'key',
    pairs: 'pair',
  };
  const stores = await createStores({
    access: { connectionString },
    tables: Object.keys(names).map((name) => prefix + name),
    queue: `${prefix}-work`,
  });
  const ports = { ids, secrets: createSecrets(), holidayFrom: () => 24, signingKey: () => 'a-key-of-the-bench' };
  for (const [name, catalogue] of Object.entries(names))
    ports[name] = createRowStore({
      tableClient: stores.tables[prefix + name],
      tenant,
      catalogue: catalogues[`${catalogue}Catalogue`],
      ids,
    });
  return { ...ports, programmes: announceWork(ports.programmes, ids) };
}

/** A running programme in which so many people hear at one moment that a partner is still looked for. */
export async function seedVolunteers(ports, programmeId, count) {
  const { dueKey } = product('src/domain/due-work');
  const insert = (kind, key, value) => ({ op: 'insert', kind, key, value });
  const write = async (store, partition, writes) => {
    const { ok, reason } = await store.commit(partition, writes);
    if (!ok) throw new Error(`Rows of the bench could not be written: ${reason}`);
  };
  await write(ports.programmes, programmeId, [
    insert('programme', 'programme', { id: programmeId, plan: {}, state: 'running', revision: 1 }),
  ]);
  const atOnce = 40;
  for (let from = 0; from < count; from += atOnce) {
    const people = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => aVolunteer(from + index));
    await write(
      ports.programmes,
      programmeId,
      people.flatMap((person) => {
        const word = { kind: 'volunteer-word', at: due, ref: person.id, occurrence: '1', correlationId: 'bench' };
        return [insert('participant', person.id, person), insert('due', dueKey(word), word)];
      }),
    );
  }
  await write(ports.tenants, 'tenant', [
    insert('entry', programmeId, { id: programmeId, name: { fr: programmeId, en: programmeId }, state: 'running' }),
  ]);
}

function aVolunteer(n) {
  const id = `person-${String(n)}`;
  return {
    id,
    profile: {
      id,
      name: `Person ${String(n)}`,
      role: 'mentor',
      languages: ['fr', 'en'],
      timeZone: 'Europe/Paris',
      country: 'FR',
      site: 'Paris',
      function: 'Marketing',
      level: 2,
      expertise: [{ topic: 'generative-ai', level: 4 }],
      goals: [],
      availability: ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => ({ day, from: '09:00', to: '18:00' })),
      capacity: 1,
      exclude: [],
      guest: false,
      consentDiversity: false,
    },
    state: 'enrolled',
    reach: 'reachable',
    importHash: 'bench',
    revision: 2,
  };
}
