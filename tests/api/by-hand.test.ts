import { draftListSchema, draftPartnersSchema, suggestedPairsSchema } from '../../src/draft/api-contract';
import { listDraft, listName } from '../../src/draft/list-draft';
import type { DraftHead, DraftPart } from '../../src/domain/draft';
import { emptyChoices } from '../../src/domain/draft-rules';
import type { PersonProfile } from '../../src/domain/participant';
import { call, people } from '../helpers/api-server';
import { useApiStage } from '../helpers/api-stage';
import { aParticipant } from '../helpers/factories/participant';
import { seedProgramme } from '../helpers/test-ports';

const stage = useApiStage();

const draft = '/programmes/passages/drafts/draft-1';
const get = (path: string) => call(stage.api, 'GET', draft + path, { token: stage.hr });
const post = (path: string, body: unknown) => call(stage.api, 'POST', draft + path, { token: stage.hr, body });

const person = (id: string, profile: Partial<PersonProfile>) =>
  aParticipant({ id, profile: { name: `Person ${id}`, ...profile } });
const cast = [
  person('m-1', { level: 2 }),
  person('m-2', { level: 2 }),
  person('m-3', { level: 2, managerId: 's-1' }),
  person('s-1', { role: 'mentee', level: 8, capacity: 2 }),
  person('s-2', { role: 'mentee', level: 8 }),
];
const head: DraftHead = {
  id: 'draft-1',
  state: 'ready',
  seed: 7,
  choices: emptyChoices,
  createdAt: '2026-11-23T08:00:00.000Z',
  createdBy: people.hr,
  partCount: 1,
  pairs: 1,
  unpairedCount: 3,
  total: 30,
  upperBound: 30,
  optimal: true,
  inputHash: 'h',
  revision: 2,
};
const part: DraftPart = {
  pairs: [{ mentorId: 'm-1', menteeId: 's-1', score: 30, topics: [], parts: [] }],
  unpaired: ['m-2', 'm-3', 's-2'].map((id) => ({
    participantId: id,
    role: id.startsWith('m') ? 'mentor' : 'mentee',
    reasons: [],
  })),
};

beforeEach(async () => {
  const names = new Map(cast.map(({ id, profile }) => [id, listName({ ...profile, id })]));
  await seedProgramme(stage.ports, 'passages', {
    participant: Object.fromEntries(cast.map((one) => [one.id, { ...one, profile: { ...one.profile, id: one.id } }])),
    draft: { 'draft-1': head },
    'draft-part': { 'draft-1|0000': part },
    'draft-list': { 'draft-1|0000': listDraft([part], names)[0]! },
  });
});

describe('The list of a draft', () => {
  it('names whom HR keeps with somebody or apart though they are not in it, a failed draft’s too', async () => {
    const choices = { ...emptyChoices, locked: [['m-9', 's-1'] as const] };
    const pending = { ...choices, apart: [['m-2', 's-9'] as const] };
    await seedProgramme(stage.ports, 'passages', {
      participant: { 'm-9': person('m-9', {}), 's-9': person('s-9', { role: 'mentee' }) },
      draft: { 'draft-2': { ...head, id: 'draft-2', state: 'failed', partCount: 0, pairs: 0, choices, pending } },
    });
    const failed = '/programmes/passages/drafts/draft-2/list';
    const { body } = await call(stage.api, 'GET', failed, { token: stage.hr });
    const names = draftListSchema.parse(body).others.map(({ name }) => name);
    expect(names.toSorted()).toEqual(['Person m-2', 'Person m-9', 'Person s-1', 'Person s-9']);
    expect(draftListSchema.parse((await get('/list')).body).others).toEqual([]);
  });
});

describe('A change by hand', () => {
  it('finds who is possible, tells the effect, is done, and is refused to whoever looked at the draft before', async () => {
    const list = draftListSchema.parse((await get('/list')).body);
    expect(list.pairs[0]?.mentee).toEqual({ id: 's-1', name: 'Person s-1', places: 2 });

    const found = draftPartnersSchema.parse((await get('/partners?person=m-2&side=mentor')).body);
    expect(found.partners.map(({ id }) => id).toSorted()).toEqual(['s-1', 's-2']);
    const score = found.partners.find(({ id }) => id === 's-1')?.score ?? 0;

    const change = { revision: 2, remove: [], add: [['m-2', 's-1']] };
    expect((await post('/changes', change)).body).toMatchObject({
      applied: false,
      revision: 2,
      pairsBefore: 1,
      pairsAfter: 2,
      totalAfter: 30 + score,
      leftBefore: 3,
      leftAfter: 2,
    });
    expect((await post('/changes', { ...change, apply: true })).body).toMatchObject({ applied: true, revision: 3 });
    const stale = await post('/changes', { ...change, apply: true });
    expect([stale.status, stale.body.code]).toEqual([412, 'version-stale']);
    const full = await post('/changes', { revision: 3, remove: [], add: [['m-3', 's-1']] });
    expect([full.status, full.body.code]).toEqual([409, 'not-free']);
  });

  it('counts anew in how many pairs a rule could not be applied', async () => {
    const unknown = ['language', 'hours'] as const;
    const pair = { ...part.pairs[0]!, unknown };
    const silent = person('s-3', { role: 'mentee', level: 8, notStated: ['languages'] });
    const names = new Map([...cast, silent].map(({ id, profile }) => [id, listName({ ...profile, id })]));
    const draftId = 'draft-3';
    const known = { pairs: [pair], unpaired: [{ participantId: 's-3', role: 'mentee', reasons: [] }] };
    await seedProgramme(stage.ports, 'passages', {
      participant: { 's-3': silent },
      draft: { [draftId]: { ...head, id: draftId, unknownRules: { language: 1, hours: 1 } } },
      'draft-part': { [`${draftId}|0000`]: known },
      'draft-list': { [`${draftId}|0000`]: listDraft([known], names)[0]! },
    });
    const path = `/programmes/passages/drafts/${draftId}`;
    const body = { revision: 2, remove: [['m-1', 's-1']], add: [['m-1', 's-3']], apply: true };
    const changed = await call(stage.api, 'POST', `${path}/changes`, { token: stage.hr, body });
    expect(changed.body).toMatchObject({ applied: true });
    const after = (await call(stage.api, 'GET', path, { token: stage.hr })).body;
    expect(after).toMatchObject({ unknownRules: [{ rule: 'language', pairs: 1 }] });
    const list = draftListSchema.parse((await call(stage.api, 'GET', `${path}/list`, { token: stage.hr })).body);
    expect(list.pairs.map((one) => one.unknown)).toEqual([['language']]);
  });

  it('says in words which rule forbids it, and names nobody forbidden among the possible', async () => {
    const { body } = await post('/changes', { revision: 2, add: [['m-3', 's-1']], apply: true });
    expect(body).toMatchObject({
      applied: false,
      refused: [{ pair: ['m-3', 's-1'], en: expect.any(String) as string }],
    });
    const found = draftPartnersSchema.parse((await get('/partners?person=m-3&side=mentor')).body);
    expect(found.partners.map(({ id }) => id)).toEqual(['s-2']);
  });

  it('puts several people left over together as well as can be', async () => {
    const everybody = { revision: 2, people: cast.map(({ id }) => id) };
    const { add } = suggestedPairsSchema.parse((await post('/suggestions', everybody)).body);
    expect(add.map(String).toSorted()).toEqual(['m-2,s-1', 'm-3,s-2']);
    expect((await post('/changes', { revision: 2, add, apply: true })).body).toMatchObject({ leftAfter: 0 });
    expect((await post('/suggestions', everybody)).status).toBe(412);
  });

  it('refuses what is no question: an unknown side, too many people, too many pairs', async () => {
    const many = Array.from({ length: 21 }, (_, index) => `p${String(index)}`);
    const answers = await Promise.all([
      get('/partners?person=m-2&side=both'),
      get('/partners?side=mentor'),
      post('/suggestions', { revision: 2, people: many }),
      post('/suggestions', { revision: 2, people: ['m-2'] }),
      post('/changes', { revision: 2, add: many.slice(0, 11).map((id) => [id, 's-2']) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    expect(
      (
        await call(stage.api, 'GET', '/programmes/passages/drafts/draft-9/partners?person=a&side=mentor', {
          token: stage.hr,
        })
      ).status,
    ).toBe(404);
  });
});
