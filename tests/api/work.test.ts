import { draftSchema } from '../../src/draft/api-contract';
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

  it('are published where nobody’s manager is known once HR has said so, and tell which rules could not be applied', async () => {
    const draft = { ...aDraft(), managersUnknown: true as const, unknownRules: { language: 37, hours: 0 } };
    await seedProgramme(stage.ports, 'passages', { draft: { 'draft-1': draft } });
    expect(draftSchema.parse((await get('/drafts/draft-1')).body)).toMatchObject({
      managersUnknown: true,
      unknownRules: [
        { rule: 'language', pairs: 37, fr: expect.stringContaining('37 binômes'), en: expect.any(String) },
      ],
    });
    const refused = await post('/drafts/draft-1/publish');
    expect([refused.status, refused.body.code, refused.body.message]).toEqual([
      409,
      'managers-unknown',
      expect.stringMatching(/responsable|boss/u),
    ]);
    expect((await post('/drafts/draft-1/publish', { managersUnknown: 'yes' })).status).toBe(400);
    expect((await post('/drafts/draft-1/publish', { managersUnknown: true })).status).toBe(200);
  });
});
