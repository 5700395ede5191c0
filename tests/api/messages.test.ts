import { noteEnd } from '../../src/delivery/note-end';
import { messages } from '../../src/dispatch/messages';
import {
  messageDayKey,
  messageKey,
  type LedgerEntry,
  type LedgerState,
  type MessageKind,
  type QueuedMessage,
} from '../../src/domain/message';
import { UnitOfWork } from '../../src/domain/unit-of-work';
import { foldChanges } from '../../src/board/fold-changes';
import {
  messageDaysSchema,
  messageListSchema,
  messageTotalsSchema,
  unreachedListSchema,
  type MessageDto,
} from '../../src/hr-page/messaging-api-contract';
import { plusMilliseconds } from '../../src/kernel/clock';
import { readAll } from '../../src/kernel/read-all';
import { call, people } from '../helpers/api-server';
import { useApiStage } from '../helpers/api-stage';
import { seedProgramme } from '../helpers/test-ports';

const stage = useApiStage();

const at = '2026-11-23T08:00:00.000Z';
const context = { now: at, correlationId: 'c' };
const base = '/programmes/passages/messages';
const get = (path = '', language = 'en') =>
  call(stage.api, 'GET', `${base}${path}`, { token: stage.hr, headers: { 'accept-language': language } });
const post = (path: string) => call(stage.api, 'POST', `${base}${path}`, { token: stage.hr });

function anEntry(id: string, state: LedgerState, more: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id,
    kind: 'introduction',
    recipient: { to: 'participant', id: 'p1' },
    subject: { pairId: 'pair-1' },
    state,
    reason: '',
    createdAt: at,
    at,
    tries: 1,
    correlationId: 'c',
    conversationId: 'conversation-1',
    ...more,
  };
}

/** Ends messages as the lane does, in their order. */
async function end(...entries: readonly LedgerEntry[]): Promise<void> {
  for (const entry of entries) {
    const unit = new UnitOfWork(stage.ports, 'passages', context, 'system').insert('ledger', entry.id, entry);
    await noteEnd(stage.ports, unit, entry, messages[entry.kind].listing);
    expect(await unit.commit()).toBe(true);
  }
}

async function fold(): Promise<void> {
  while ((await foldChanges(stage.ports, 'passages', context)) > 0);
}

/** Many that went out, a second apart, as fast as rows can be written: `booked`, to p2. */
async function endMany(count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, index) =>
    anEntry(`b${String(index).padStart(4, '0')}`, 'sent', {
      kind: 'booked',
      recipient: { to: 'participant', id: 'p2' },
      at: plusMilliseconds(at, index * 1000),
    }),
  );
  for (let start = 0; start < count; start += 20) {
    const unit = new UnitOfWork(stage.ports, 'passages', context, 'system');
    for (const entry of entries.slice(start, start + 20))
      await noteEnd(stage.ports, unit, entry, messages.booked.listing);
    expect(await unit.commit()).toBe(true);
  }
}

function aQueued(id: string, kind: MessageKind, notBefore = at): QueuedMessage {
  const recipient = { to: 'contact', id: 'delegate-1' } as const;
  return { id, kind, recipient, subject: {}, createdAt: at, notBefore, tries: 0, ambiguous: 0, correlationId: 'c' };
}

const list = async (query = '', language = 'en'): Promise<readonly MessageDto[]> =>
  messageListSchema.parse((await get(query, language)).body).messages;
const ids = async (query: string) => (await list(query)).map(({ id }) => id);

/** Where Teams reaches the mentor. */
async function reachable(): Promise<void> {
  const value = { serviceUrl: 'https://s.example', teamsUserId: '29:x', updatedAt: at, via: 'personal' } as const;
  await stage.ports.people.commit(people.mentor, [{ op: 'insert', kind: 'reference', key: 'reference', value }]);
}

describe('Messages', () => {
  it('are listed the newest first, with who, what, and why in the reader’s language', async () => {
    await reachable();
    await end(
      anEntry('m1', 'sent'),
      anEntry('m2', 'blocked', { reason: 'app-missing', at: '2026-11-23T08:01:00.000Z' }),
      anEntry('m3', 'dead', { reason: 'connection-refused', at: '2026-11-23T08:02:00.000Z' }),
      anEntry('m4', 'sent', { kind: 'channel-reminder', recipient: { to: 'channel' }, at: '2026-11-23T07:00:00.000Z' }),
    );
    expect((await list('', 'fr')).map(({ id, to, words, canRetry }) => [id, to.name, words, canRetry])).toEqual([
      ['m3', 'Inès Belkacem', 'Abandonné après plusieurs essais. Vous pouvez le relancer.', true],
      ['m2', 'Inès Belkacem', 'Non envoyé\u00a0: l’application n’est pas installée pour cette personne.', true],
      ['m1', 'Inès Belkacem', 'Envoyé.', false],
      ['m4', undefined, 'Envoyé.', false],
    ]);
  });

  it('are found by state, kind and person however many newer ones there are, each filter in a few bounded reads', async () => {
    await end(
      anEntry('m1', 'dead', { at: '2026-11-20T08:00:00.000Z' }),
      anEntry('m2', 'sent', {
        kind: 'pledge-request',
        recipient: { to: 'contact', id: 'sponsor' },
        at: '2026-11-20T09:00:00.000Z',
      }),
    );
    await endMany(240);
    const filters = {
      '?state=dead': ['m1'],
      '?kind=pledge-request': ['m2'],
      '?kind=introduction&state=dead': ['m1'],
      '?kind=introduction&state=sent': [],
      '?person=p1': ['m1'],
      '?person=p1&state=sent': [],
      '?to=contact&person=sponsor': ['m2'],
      '?to=contact&person=sponsor&kind=booked': [],
      '?person=p9': [],
    };
    for (const [query, expected] of Object.entries(filters)) {
      Object.assign(stage.ports.reads, { gets: 0, ranges: 0 });
      const answer = messageListSchema.parse((await get(query)).body);
      expect([query, answer.messages.map(({ id }) => id), answer.next]).toEqual([query, expected, undefined]);
      expect(stage.ports.reads.ranges).toBeLessThanOrEqual(50);
      expect(stage.ports.reads.gets).toBeLessThan(15);
    }
    expect((await get('?state=nonsense')).status).toBe(400);
    expect((await get('?kind=nonsense')).status).toBe(400);
  });

  it.each(['', '?kind=booked', '?state=sent', '?person=p2'])(
    'come page by page, each once, also when newer ones come meanwhile (%s)',
    async (query) => {
      await endMany(230);
      const seen: string[] = [];
      let cursor: string | undefined;
      const sizes: number[] = [];
      do {
        const mark = cursor === undefined ? '' : `${query === '' ? '?' : '&'}cursor=${encodeURIComponent(cursor)}`;
        const page = messageListSchema.parse((await get(`${query}${mark}`)).body);
        sizes.push(page.messages.length);
        seen.push(...page.messages.map(({ id }) => id));
        cursor = page.next;
        if (sizes.length === 1)
          await end(
            anEntry('new', 'sent', {
              kind: 'booked',
              recipient: { to: 'participant', id: 'p2' },
              at: '2026-11-24T08:00:00.000Z',
            }),
          );
      } while (cursor !== undefined);
      expect(sizes).toEqual([100, 100, 30]);
      expect(seen).toEqual(Array.from({ length: 230 }, (_, index) => `b${String(229 - index).padStart(4, '0')}`));
    },
  );

  it('that wait are listed apart, the next to go first, and found behind many that are not listed', async () => {
    const waiting = [
      ...Array.from({ length: 150 }, (_, index) => aQueued(`i${String(index).padStart(3, '0')}`, 'invitation')),
      aQueued('m2', 'booked', '2026-11-24T08:00:00.000Z'),
      aQueued('m1', 'booked', '2026-11-23T09:00:00.000Z'),
    ];
    await seedProgramme(stage.ports, 'passages', {
      queued: Object.fromEntries(waiting.map((message) => [messageKey(message.notBefore, message.id), message])),
    });
    expect((await list('?state=queued')).map(({ id, to, words, at: when }) => [id, to.name, words, when])).toEqual([
      ['m1', 'Paul Roy', 'Waiting to be sent.', '2026-11-23T09:00:00.000Z'],
      ['m2', 'Paul Roy', 'Waiting to be sent.', '2026-11-24T08:00:00.000Z'],
    ]);
    expect(await ids('?state=queued&kind=introduction')).toEqual([]);
    expect(await ids('?state=queued&to=contact&person=delegate-1')).toEqual(['m1', 'm2']);
    expect(messageTotalsSchema.parse((await get('/totals')).body)).toMatchObject({ waiting: 2, moreWait: false });
  });

  it('are told in totals by how they ended, as the fold has counted them, and what is sent again is taken off', async () => {
    await reachable();
    await end(
      anEntry('m1', 'sent'),
      anEntry('m2', 'sent'),
      anEntry('m3', 'dead'),
      anEntry('m4', 'sent', { kind: 'survey' }),
    );
    await fold();
    const ended = async () =>
      messageTotalsSchema
        .parse((await get('/totals')).body)
        .ended.filter(({ count }) => count > 0)
        .map(({ state, count }) => `${state} ${String(count)}`);
    expect(await ended()).toEqual(['sent 2', 'dead 1']);
    expect((await post('/m3/retry')).status).toBe(200);
    await fold();
    expect(await ended()).toEqual(['sent 2']);
    const { kinds } = messageTotalsSchema.parse((await get('/totals')).body);
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual([
      'administrator-farewell',
      'administrator-welcome',
      'booked',
      'channel-reminder',
      'introduction',
      'link-question',
      'pledge-request',
      'renewals',
      'replacements',
      'sponsor-report',
      'sponsor-results',
      'weekly-to-do',
    ]);
  });

  it('that ask for a private answer or follow from one are not listed, under no filter, whatever became of them', async () => {
    const states: readonly LedgerState[] = ['sent', 'failed', 'blocked', 'ambiguous', 'cancelled', 'skipped', 'dead'];
    const kinds = Object.keys(messages) as MessageKind[];
    const hidden = kinds.filter((kind) => messages[kind].listing.hrSees !== 'rows');
    expect(hidden).toEqual(
      expect.arrayContaining([
        'invitation',
        'proposal',
        'proposal-reminder',
        'not-formed',
        'survey',
        'needs-poll',
        'slots',
        'met',
        'pair-ended',
        'renewal-question',
      ]),
    );
    for (const kind of hidden) await end(...states.map((state) => anEntry(`${kind}-${state}`, state, { kind })));
    await end(anEntry('m1', 'cancelled', { reason: 'already-done' }), anEntry('m2', 'skipped', { reason: 'too-late' }));
    await fold();
    const read = ['', '?person=p1', ...states.map((state) => `?state=${state}`)];
    for (const query of read) for (const { id } of await list(query)) expect(id).toBe('m2');
    for (const kind of hidden) expect(await ids(`?kind=${kind}`)).toEqual([]);
    const queued = aQueued('q1', 'proposal');
    await seedProgramme(stage.ports, 'passages', { queued: { [messageKey(at, 'q1')]: queued } });
    expect(await ids('?state=queued')).toEqual([]);
  });

  it('that did not arrive are queued again, once, while what they say still holds', async () => {
    await reachable();
    const pledge = { kind: 'pledge-request', recipient: { to: 'contact', id: 'sponsor' }, subject: {} } as const;
    await end(
      anEntry('m1', 'dead', { expiresAt: '2026-11-30T08:00:00.000Z' }),
      anEntry('m2', 'sent'),
      // The pledge has been given meanwhile.
      anEntry('m3', 'failed', pledge),
      anEntry('m4', 'ambiguous', { expiresAt: '2026-11-23T08:30:00.000Z' }),
    );
    const offered = Object.fromEntries((await list()).map(({ id, canRetry }) => [id, canRetry]));
    expect(offered).toEqual({ m1: true, m2: false, m3: false, m4: false });
    for (const id of ['m2', 'm3', 'm4']) expect((await post(`/${id}/retry`)).body.code).toBe('not-retryable');
    expect((await post('/m1/retry')).body).toEqual({ done: true });
    expect(await stage.ports.programmes.get('passages', 'ledger', 'm1')).toBeUndefined();
    const { rows } = await stage.ports.programmes.range('passages', 'queued', { limit: 10 });
    expect(rows.map(({ value }) => [value.id, value.tries, value.expiresAt])).toEqual([
      ['m1', 0, '2026-11-30T08:00:00.000Z'],
    ]);
    expect(await ids('?state=dead')).toEqual([]);
    expect(await ids('?person=p1')).not.toContain('m1');
    expect((await post('/m1/retry')).status).toBe(404);
  });
});

describe('Messages that tell of an answer', () => {
  it('are counted by day, the newest first, in steps of five, under the name they are told by, and not before the day is over', async () => {
    const sent = { invitation: 52, proposal: 4, standing: 9, unheard: 50 };
    await seedProgramme(stage.ports, 'passages', {
      'message-day': Object.fromEntries(
        [
          { day: '2026-11-20', sent },
          { day: '2026-11-21', sent: { survey: 4 } },
          { day: '2026-11-22', sent: { survey: 5 } },
          { day: '2026-11-23', sent: { survey: 100 } },
        ].map((day) => [messageDayKey(day.day), day]),
      ),
    });
    const days = async () => messageDaysSchema.parse((await get('/days', 'fr')).body).days;
    const told = [
      { day: '2026-11-22', kinds: [{ kind: 'survey', words: expect.any(String), atLeast: 5 }] },
      {
        day: '2026-11-20',
        kinds: [
          { kind: 'invitation', words: 'Invitation', atLeast: 50 },
          { kind: 'standing', words: expect.any(String), atLeast: 5 },
        ],
      },
    ];
    expect(await days()).toEqual(told);
    // Midnight in Paris, not in Greenwich.
    stage.api.programmeClock.at = '2026-11-23T22:59:00.000Z';
    expect(await days()).toEqual(told);
    stage.api.programmeClock.at = '2026-11-23T23:00:00.000Z';
    expect((await days()).map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-22', '2026-11-20']);
  });

  it('count on the day on which they went out, and a proposal’s reminder, a survey’s or one that did not go on none', async () => {
    const late = { at: '2026-11-22T23:30:00.000Z' };
    const kinds = ['invitation', 'not-formed', 'standing', 'proposal-reminder', 'survey-reminder'] as const;
    const ends = kinds.flatMap((kind) => [
      anEntry(`${kind} 1`, 'sent', { kind, ...late }),
      anEntry(`${kind} 2`, 'cancelled', { kind, ...late }),
    ]);
    for (const entry of ends) {
      const unit = new UnitOfWork(stage.ports, 'passages', { ...context, now: late.at }, 'system');
      await noteEnd(stage.ports, unit, entry, messages[entry.kind].listing);
      await unit.commit();
    }
    const version = (await stage.ports.programmes.get('passages', 'board', 'head'))?.value.version;
    await fold();
    const rows = (await stage.ports.programmes.range('passages', 'message-day', { limit: 5 })).rows;
    expect(rows.map(({ value }) => value)).toEqual([{ day: '2026-11-23', sent: { invitation: 1, standing: 2 } }]);
    // The board would tell that something went out.
    expect((await stage.ports.programmes.get('passages', 'board', 'head'))?.value.version).toBe(version);
  });

  it('that reach nobody name the person, the reason and the day, not the message; a reminder says nothing', async () => {
    await end(
      anEntry('m1', 'blocked', { kind: 'proposal', reason: 'app-missing' }),
      anEntry('m2', 'failed', { kind: 'survey', reason: 'too-large', at: '2026-11-24T23:30:00.000Z' }),
      anEntry('m3', 'dead', { kind: 'proposal-reminder', recipient: { to: 'participant', id: 'p2' } }),
      anEntry('m4', 'cancelled', { kind: 'proposal', recipient: { to: 'participant', id: 'p2' } }),
      anEntry('m5', 'dead', { kind: 'slots', recipient: { to: 'contact', id: 'delegate-1' } }),
    );
    const answer = await get('/unreached');
    expect(unreachedListSchema.parse(answer.body).people).toEqual([
      {
        id: 'contact|delegate-1',
        to: { kind: 'contact', id: 'delegate-1', name: 'Paul Roy' },
        state: 'dead',
        reason: '',
        words: expect.stringContaining('Given up'),
        on: '2026-11-23',
        canRetry: true,
      },
      {
        id: 'participant|p1',
        to: { kind: 'participant', id: 'p1', name: 'Inès Belkacem' },
        state: 'failed',
        reason: 'too-large',
        words: 'Not sent: Teams found the card too large.',
        on: '2026-11-25',
        canRetry: true,
      },
    ]);
    expect(answer.text).not.toMatch(/proposal|survey|slots|remind/);
  });

  it('go out again to whom they did not reach, with one answer whatever that person has said meanwhile', async () => {
    await end(
      anEntry('m1', 'blocked', { kind: 'proposal', reason: 'app-missing', expiresAt: '2026-11-30T08:00:00.000Z' }),
      anEntry('m2', 'failed', { kind: 'invitation' }),
    );
    expect((await post('/unreached/participant/p1/retry')).body).toEqual({ done: true });
    const queued = (await stage.ports.programmes.range('passages', 'queued', { limit: 9 })).rows;
    expect(queued.map(({ value: { id, kind, expiresAt } }) => [id, kind, expiresAt])).toEqual([
      ['m1', 'proposal', '2026-11-30T08:00:00.000Z'],
      ['m2', 'invitation', undefined],
    ]);
    expect(unreachedListSchema.parse((await get('/unreached')).body).people).toEqual([]);
    expect((await post('/unreached/participant/p1/retry')).status).toBe(404);
    expect((await post('/m2/retry')).status).toBe(404);
  });

  it.each([
    ['blocked', 'app-missing'],
    ['ambiguous', ''],
    ['dead', ''],
    ['failed', 'rejected'],
  ] as const)(
    'do not go out again while the bot cannot write to the person, also where the first try was %s',
    async (state, reason) => {
      const p1 = await stage.ports.programmes.get('passages', 'participant', 'p1');
      const value = { ...p1!.value, reach: 'app-missing' } as const;
      await stage.ports.programmes.commit('passages', [
        { op: 'replace', kind: 'participant', key: 'p1', value, etag: p1!.etag },
      ]);
      await end(anEntry('m1', state, { kind: 'proposal', reason }));
      expect(unreachedListSchema.parse((await get('/unreached')).body).people).toMatchObject([{ canRetry: false }]);
      expect((await post('/unreached/participant/p1/retry')).body.code).toBe('not-reachable');
      for await (const row of readAll(stage.ports.programmes, 'passages', 'queued')) throw new Error(row.key);
    },
  );
});
