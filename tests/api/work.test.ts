import { draftSchema } from '../../src/draft/api-contract';
import { messageListSchema } from '../../src/hr-page/messaging-api-contract';
import type { LedgerEntry, LedgerState, MessageKind, QueuedMessage } from '../../src/domain/message';
import type { DraftHead } from '../../src/domain/draft';
import type { Job } from '../../src/domain/job';
import { jobListSchema, jobSchema } from '../../src/hr-page/work-api-contract';
import { call, people } from '../helpers/api-server';
import { useApiStage } from '../helpers/api-stage';
import { seedProgramme } from '../helpers/test-ports';

const stage = useApiStage();

const at = '2026-11-23T08:00:00.000Z';
const get = (path: string, language = 'en') =>
  call(stage.api, 'GET', `/programmes/passages${path}`, { token: stage.hr, headers: { 'accept-language': language } });
const post = (path: string, body?: unknown) =>
  call(stage.api, 'POST', `/programmes/passages${path}`, { token: stage.hr, body });

function anEntry(id: string, state: LedgerState, reason: string, kind: MessageKind = 'invitation'): LedgerEntry {
  return {
    id,
    kind,
    recipient: { to: 'participant', id: 'p1' },
    subject: {},
    state,
    reason,
    createdAt: at,
    at,
    tries: 1,
    correlationId: 'c',
    conversationId: 'conversation-1',
  };
}
function aQueued(id: string): QueuedMessage {
  return {
    id,
    kind: 'booked',
    recipient: { to: 'contact', id: 'delegate-1' },
    subject: {},
    createdAt: at,
    notBefore: at,
    tries: 0,
    ambiguous: 0,
    correlationId: 'c',
  };
}
function aJob(overrides: Partial<Job> = {}): Job {
  return {
    id: 'job-1',
    kind: 'draft',
    ref: 'draft-1',
    state: 'running',
    progress: 0.5,
    tries: 1,
    createdAt: at,
    correlationId: 'c',
    heldUntil: at,
    ...overrides,
  };
}
function aDraft(overrides: Partial<DraftHead> = {}): DraftHead {
  return {
    id: 'draft-1',
    state: 'ready',
    seed: 7,
    createdAt: at,
    createdBy: people.hr,
    partCount: 7,
    pairs: 7,
    unpairedCount: 1,
    total: 210,
    upperBound: 210,
    optimal: true,
    inputHash: 'h',
    revision: 2,
    ...overrides,
  };
}

describe('Messages', () => {
  it('are listed with who, what, and why in the reader’s language', async () => {
    await seedProgramme(stage.ports, 'passages', {
      queued: { [`${at}|m0`]: aQueued('m0') },
      ledger: {
        m1: anEntry('m1', 'sent', 'sent'),
        m2: anEntry('m2', 'blocked', 'app-missing'),
        m3: anEntry('m3', 'dead', 'connection-refused'),
      },
    });
    const first = messageListSchema.parse((await get('/messages')).body);
    expect(first.messages).toEqual([
      expect.objectContaining({
        id: 'm0',
        state: 'queued',
        to: { kind: 'contact', id: 'delegate-1', name: 'Paul Roy' },
        words: 'Waiting to be sent.',
      }),
    ]);
    const second = messageListSchema.parse(
      (await get(`/messages?cursor=${encodeURIComponent(first.next ?? '')}`, 'fr')).body,
    );
    expect(second.messages.map(({ id, to, words, canRetry }) => [id, to.name, words, canRetry])).toEqual([
      ['m1', 'Inès Belkacem', 'Envoyé.', false],
      ['m2', 'Inès Belkacem', 'Non envoyé\u00a0: l’application n’est pas installée pour cette personne.', false],
      ['m3', 'Inès Belkacem', 'Abandonné après plusieurs essais. Vous pouvez le relancer.', true],
    ]);
    expect(second.next).toBeUndefined();
  });

  it('are filtered by state', async () => {
    await seedProgramme(stage.ports, 'passages', {
      queued: { [`${at}|m0`]: aQueued('m0') },
      ledger: { m1: anEntry('m1', 'sent', ''), m2: anEntry('m2', 'dead', '') },
    });
    const ids = async (state: string) =>
      (await get(`/messages?state=${state}`)).body.messages.map((message: { id: string }) => message.id);
    expect([await ids('queued'), await ids('sent'), await ids('dead'), await ids('failed')]).toEqual([
      ['m0'],
      ['m1'],
      ['m2'],
      [],
    ]);
  });

  it('do not tell who declined, who has not answered, or what a person decided', async () => {
    await seedProgramme(stage.ports, 'passages', {
      ledger: {
        m1: anEntry('m1', 'sent', 'sent', 'not-formed'),
        m2: anEntry('m2', 'cancelled', 'already-done', 'survey-reminder'),
        m3: anEntry('m3', 'cancelled', 'declined', 'proposal'),
        m4: anEntry('m4', 'cancelled', 'already-done', 'proposal-reminder'),
      },
    });
    const answer = await get('/messages?state=cancelled');
    expect(
      answer.body.messages.map((message: { kind: string; reason: string }) => [message.kind, message.reason]),
    ).toEqual([
      ['survey', 'cancelled'],
      ['proposal', 'cancelled'],
    ]);
    expect(answer.text).not.toContain('p1');
    expect(answer.text).not.toMatch(/declin|remind|already|conversation-1/);
  });

  it('that ask for a private answer name somebody only where HR can help', async () => {
    await seedProgramme(stage.ports, 'passages', {
      ledger: {
        m1: anEntry('m1', 'sent', '', 'proposal'),
        m2: anEntry('m2', 'dead', '', 'proposal-reminder'),
        m3: anEntry('m3', 'sent', '', 'survey'),
        m4: anEntry('m4', 'sent', '', 'introduction'),
      },
    });
    const list = messageListSchema.parse((await get('/messages?cursor=ledger%7C')).body);
    expect(list.messages.map(({ to }) => to)).toEqual([
      { kind: 'participant' },
      { kind: 'participant', id: 'p1', name: 'Inès Belkacem' },
      { kind: 'participant' },
      { kind: 'participant', id: 'p1', name: 'Inès Belkacem' },
    ]);
  });

  it('of a reply date read alike whether the yes of the person led to nothing or they were never asked', async () => {
    await seedProgramme(stage.ports, 'passages', {
      ledger: { m1: anEntry('m1', 'sent', '', 'not-formed'), m2: anEntry('m2', 'sent', '', 'standing') },
    });
    const [one, other] = (await get('/messages?state=sent')).body.messages as readonly Record<string, unknown>[];
    expect(one).toEqual({ ...other, id: 'm1' });
    expect(one).toMatchObject({ kind: 'standing', to: { kind: 'participant' } });
  });

  it('that were given up are queued again, counted once', async () => {
    await seedProgramme(stage.ports, 'passages', {
      ledger: { m1: anEntry('m1', 'dead', 'x'), m2: anEntry('m2', 'sent', 'sent') },
    });
    expect((await post('/messages/m1/retry')).body).toEqual({ done: true });
    expect(await stage.ports.programmes.get('passages', 'ledger', 'm1')).toBeUndefined();
    const { rows } = await stage.ports.programmes.range('passages', 'queued', { limit: 10 });
    expect(rows.map((row) => [row.value.id, row.value.tries])).toEqual([['m1', 0]]);
    expect((await post('/messages/m1/retry')).status).toBe(404);
    expect((await post('/messages/m2/retry')).body.code).toBe('not-retryable');
  });
});

describe('Long work', () => {
  it('is listed newest first, and read with its progress', async () => {
    await seedProgramme(stage.ports, 'passages', {
      job: {
        'job-1': aJob(),
        'job-0': aJob({ id: 'job-0', createdAt: '2026-11-23T08:30:00.000Z', state: 'dead', reason: 'kaputt' }),
      },
    });
    expect(
      jobListSchema.parse((await get('/jobs')).body).jobs.map((job) => [job.id, job.canRetry, job.canCancel]),
    ).toEqual([
      ['job-0', true, false],
      ['job-1', false, true],
    ]);
    const dead = jobSchema.parse((await get('/jobs/job-0')).body);
    expect(dead.reason).toMatch(/^The step was not completed/);
    expect((await get('/jobs/job-9')).status).toBe(404);
  });

  it('that was given up is started again with new tries', async () => {
    await seedProgramme(stage.ports, 'passages', { job: { 'job-1': aJob({ state: 'dead', tries: 5, reason: 'x' }) } });
    expect((await post('/jobs/job-1/retry')).status).toBe(200);
    const job = (await stage.ports.programmes.get('passages', 'job', 'job-1'))?.value;
    expect(job).toEqual(expect.objectContaining({ state: 'queued', tries: 0, progress: 0 }));
    expect(job).not.toHaveProperty('reason');
    expect(job).not.toHaveProperty('heldUntil');
    expect(stage.ports.sent).toEqual([{ programmeId: 'passages', jobId: 'job-1' }]);
    expect((await post('/jobs/job-1/retry')).body.code).toBe('not-retryable');
  });

  it('is cancelled together with the draft it computes; a publication under way is not', async () => {
    await seedProgramme(stage.ports, 'passages', {
      job: { 'job-1': aJob(), 'job-2': aJob({ id: 'job-2', kind: 'publish' }) },
      draft: { 'draft-1': aDraft({ state: 'computing' }) },
    });
    expect((await post('/jobs/job-1/cancel')).status).toBe(200);
    const draft = draftSchema.parse((await get('/drafts/draft-1')).body);
    expect([draft.state, draft.reason]).toEqual(['failed', 'Cancelled by HR.']);
    expect((await post('/jobs/job-2/cancel')).body.code).toBe('not-cancellable');
  });
});

describe('Drafts', () => {
  const part = (index: number) => ({
    pairs: [
      {
        mentorId: 'p1',
        menteeId: 'p2',
        score: 30,
        topics: ['generative-ai', 'own:secret'],
        parts: [{ part: 'topics', points: 30, reason: { fr: 'a', en: 'b' } }],
      },
    ],
    unpaired:
      index === 0
        ? [{ participantId: 'p9', role: 'mentor', reasons: [{ fr: 'Trop de mentors', en: 'Too many mentors' }] }]
        : [],
  });

  it('are read by page with names, scores and reasons', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [`draft-1|000${String(index)}`, part(index)]),
    );
    await seedProgramme(stage.ports, 'passages', {
      draft: { 'draft-1': aDraft(), 'draft-2': aDraft({ id: 'draft-2' }) },
      'draft-part': parts,
    });
    const first = draftSchema.parse((await get('/drafts/latest')).body);
    expect(first).toMatchObject({ id: 'draft-1', pairCount: 7, optimal: true, next: '5' });
    expect(first.pairs).toHaveLength(5);
    expect(first.pairs[0]).toMatchObject({
      mentor: { name: 'Inès Belkacem' },
      mentee: { name: 'Marc Lefèvre' },
      topics: ['generative-ai'],
      score: 30,
    });
    expect(first.unpaired).toEqual([
      {
        person: { id: 'p9', name: 'p9' },
        role: 'mentor',
        reasons: [{ fr: 'Trop de mentors', en: 'Too many mentors' }],
      },
    ]);
    const second = draftSchema.parse((await get('/drafts/draft-1?cursor=5')).body);
    expect([second.pairs.length, second.next]).toEqual([2, undefined]);
  });

  it('do not exist before one was started', async () => {
    expect((await get('/drafts/latest')).status).toBe(404);
    const started = await post('/drafts', { seed: 7 });
    expect(started.status).toBe(200);
    expect((await get('/drafts/latest')).body).toMatchObject({
      id: started.body.draftId,
      state: 'queued',
      seed: 7,
      pairs: [],
    });
    expect((await post('/drafts', { seed: 'x' })).status).toBe(400);
  });

  it('are published once', async () => {
    await seedProgramme(stage.ports, 'passages', { draft: { 'draft-1': aDraft() } });
    expect((await post('/drafts/draft-1/publish')).status).toBe(200);
    expect((await post('/drafts/draft-1/publish')).body.code).toBe('already-published');
    expect((await post('/drafts/draft-9/publish')).status).toBe(404);
  });
});
