import { createHash } from 'node:crypto';
import { changeDraftSchema } from '../../../src/draft/api-contract';
import { changeDraft } from '../../../src/draft/change-draft';
import { computeDraft } from '../../../src/draft/compute-draft';
import { countsIn } from '../../../src/draft/count-hand-aims';
import { countPartners } from '../../../src/draft/count-partners';
import { findPartners } from '../../../src/draft/find-partners';
import type { DraftChange, PairIds } from '../../../src/domain/draft';
import type { Pairer } from '../../../src/draft/pairer';
import { readDraft } from '../../../src/draft/read-draft';
import { readDraftList } from '../../../src/draft/read-draft-list';
import { emptyChoices } from '../../../src/domain/draft-rules';
import { startDraft } from '../../../src/draft/start-draft';
import { suggestPairs } from '../../../src/draft/suggest-pairs';
import { pairingPolicySchema, type PairingAim } from '../../../src/domain/pairing-contract';
import { draftPairs } from '../../../src/pairing/draft-pairs';
import { markAim } from '../../../src/pairing/aims/mark-aim';
import { countAimedEdges } from '../../../src/pairing/aims/count-aimed-edges';
import { preparePairing } from '../../../src/pairing/scoring/prepare-pairing';
import type { Participant, PersonProfile } from '../../../src/domain/participant';
import type { Actor } from '../../../src/domain/ports';
import { enrollingCast } from '../../helpers/enrolling-cast';
import { aParticipant } from '../../helpers/factories/participant';
import { put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const hr: Actor = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };

/** The real choice of pairs, in this thread. */
const pairer: Pairer = (people, options) => {
  const { policy = emptyChoices.policy } = options;
  const draft = draftPairs(people, {
    policy,
    seed: options.seed,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    asked: options.forbidden,
    reportingLines: new Map(options.reportingLines),
    ...(options.apart === undefined ? {} : { apart: options.apart }),
  });
  return Promise.resolve({ ...draft, unpaired: draft.unpaired });
};

const mentor = (id: string, profile: Partial<PersonProfile> = {}): Participant =>
  aParticipant({
    id,
    profile: { name: `Mentor ${id}`, level: 2, expertise: [{ topic: 'cybersecurity', level: 4 }], ...profile },
  });
const mentee = (id: string, profile: Partial<PersonProfile> = {}): Participant =>
  aParticipant({
    id,
    profile: {
      name: `Mentee ${id}`,
      role: 'mentee',
      level: 8,
      expertise: [],
      goals: [{ topic: 'cybersecurity', priority: 3 }],
      ...profile,
    },
  });

async function studio(participants: readonly Participant[], policy: object = {}, apart: readonly PairIds[] = []) {
  const { stage, ports } = await enrollingCast(now, participants);
  const choices = { ...emptyChoices, policy: pairingPolicySchema.parse(policy), apart };
  const started = await startDraft(ports, 'passages', 7, choices, hr, stage.context);
  if (!started.ok) throw new Error(started.reason);
  await computeDraft(ports, pairer, 'passages', started.value.draftId, () => Promise.resolve(), stage.context);
  return { stage, draftId: started.value.draftId };
}

interface Drafted {
  readonly stage: Stage;
  readonly draftId: string;
}

async function seen({ stage, draftId }: Drafted) {
  const head = await readDraft(stage.ports, 'passages', draftId, 0, 'en');
  const list = await readDraftList(stage.ports, 'passages', draftId);
  if (!head.ok || !list.ok) throw new Error('no such draft');
  return {
    head: head.value,
    list: list.value,
    pairs: list.value.pairs.map((pair) => `${pair.mentor.id} ${pair.mentee.id}`).toSorted(),
    left: list.value.unpaired.map(({ id }) => id).toSorted(),
    partners: countPartners(list.value),
  };
}

async function change({ stage, draftId }: Drafted, what: Partial<DraftChange>) {
  const head = await stage.ports.programmes.get('passages', 'draft', draftId);
  const revision = head?.value.revision ?? 0;
  const whole = { revision, apply: true, remove: [], add: [], ...what };
  return changeDraft(stage.ports, 'passages', draftId, whole, hr, stage.context);
}

describe('HR reads of two people who cannot be put together', () => {
  const since = { wish: 'enough', since: now } as const;
  const cases: readonly (readonly [string, Partial<Participant>, RegExp])[] = [
    [
      'pauses',
      { pause: { since: now, until: '2027-03-01', resumesAt: '2027-03-01T08:00:00.000Z' } },
      /^One of the two is not available/u,
    ],
    ['wants nobody new', { rematch: since }, /^One of the two is not available/u],
    ['cannot be reached', { reach: 'blocked' }, /^One of the two is not available/u],
    ['left', { state: 'withdrawn' }, /^One of the two no longer takes part/u],
    ['said "not now"', { state: 'not-now' }, /^One of the two is not enrolled/u],
  ];

  it.each(cases)('no more than it may where one of them %s', async (_what, after, words) => {
    const drafted = await studio([mentor('M1', { level: 9 }), mentee('S1', { level: 1 })], { minLevelsAbove: 2 });
    const row = await drafted.stage.ports.programmes.get('passages', 'participant', 'S1');
    if (row === undefined) throw new Error('no such participant');
    await drafted.stage.ports.programmes.commit('passages', [
      { op: 'replace', kind: 'participant', key: 'S1', etag: row.etag, value: { ...row.value, ...after } },
    ]);
    const outcome = await change(drafted, { add: [['M1', 'S1']] });
    expect(outcome).toMatchObject({ ok: true, value: { refused: [{ en: expect.stringMatching(words) as unknown }] } });
  });
});

/** Two mentors; S1 could have two partners; the two of M2 and S1 are kept apart in the search and allowed since. */
async function withSpare(): Promise<Drafted> {
  const people = [mentor('M1'), mentor('M2', { managerId: 'S2' }), mentee('S1', { capacity: 2 }), mentee('S2')];
  const drafted = await studio(people, {}, [
    ['M2', 'S1'],
    ['M1', 'S2'],
  ]);
  const { stage, draftId } = drafted;
  const head = (await stage.ports.programmes.get('passages', 'draft', draftId))!;
  const together = { ...head.value, pending: { ...emptyChoices, ...head.value.choices, apart: [] } };
  await stage.ports.programmes.commit('passages', [
    { op: 'replace', kind: 'draft', key: head.key, value: together, etag: head.etag },
  ]);
  return drafted;
}

describe('A place to spare', () => {
  it('is shown with the person, and can be given to a mentor who was left over', async () => {
    const drafted = await withSpare();
    const before = await seen(drafted);
    expect([before.pairs, before.left]).toEqual([['M1 S1'], ['M2', 'S2']]);
    expect(before.partners.get('mentee|S1')).toMatchObject({ partners: 1, places: 2 });

    const effect = await change(drafted, { add: [['M2', 'S1']], apply: false });
    expect(effect).toMatchObject({
      ok: true,
      value: { applied: false, pairsBefore: 1, pairsAfter: 2, leftBefore: 2, leftAfter: 1, alone: [], refused: [] },
    });
    expect((await seen(drafted)).pairs).toEqual(before.pairs);

    expect(await change(drafted, { add: [['M2', 'S1']] })).toMatchObject({ ok: true, value: { applied: true } });
    const after = await seen(drafted);
    expect([after.pairs, after.left]).toEqual([['M1 S1', 'M2 S1'], ['S2']]);
    expect(after.head).toMatchObject({ pairCount: 2, unpairedCount: 1 });
    expect(after.head.pairs.reduce((sum, pair) => sum + pair.score, 0)).toBe(after.head.total);
    expect(after.partners.get('mentee|S1')).toMatchObject({ partners: 2, places: 2 });
  });

  it('does not put the same two people together twice', async () => {
    const drafted = await withSpare();
    expect(await change(drafted, { add: [['M1', 'S1']] })).toEqual({ ok: false, reason: 'not-free' });
    await change(drafted, { add: [['M2', 'S1']] });
    const more = { add: [['M2', 'S1'] as const] };
    expect(await change(drafted, more)).toEqual({ ok: false, reason: 'not-free' });
  });

  it('lets a mentor go from one mentee to another, and the first has a place again', async () => {
    const drafted = await withSpare();
    await change(drafted, { add: [['M2', 'S1']] });
    const moved = await change(drafted, { remove: [['M1', 'S1']], add: [['M1', 'S2']] });
    expect(moved).toMatchObject({ ok: true, value: { applied: true, alone: [], leftAfter: 0, pairsAfter: 2 } });
    const after = await seen(drafted);
    expect([after.pairs, after.left]).toEqual([['M1 S2', 'M2 S1'], []]);
    expect(after.partners.get('mentee|S1')).toMatchObject({ partners: 1, places: 2 });
  });

  it('leaves over nobody who has another pair, and keeps the places of whoever is left over', async () => {
    const drafted = await withSpare();
    await change(drafted, { add: [['M2', 'S1']] });
    expect(await change(drafted, { remove: [['M2', 'S1']] })).toMatchObject({ value: { alone: ['M2'], leftAfter: 2 } });
    expect(await change(drafted, { remove: [['M1', 'S1']] })).toMatchObject({ value: { alone: ['M1', 'S1'] } });
    const after = await seen(drafted);
    expect([after.pairs, after.left]).toEqual([[], ['M1', 'M2', 'S1', 'S2']]);
    expect(after.partners.get('mentee|S1')).toMatchObject({ partners: 0, places: 2 });
  });

  it('is not there when it was taken since the draft was made, and the rule says so', async () => {
    const drafted = await withSpare();
    const { ports } = drafted.stage;
    await put(ports, 'passages', 'person-pairs', 'S1', { participantId: 'S1', pairIds: ['elsewhere'] });
    const effect = await change(drafted, { add: [['M2', 'S1']] });
    expect(effect).toMatchObject({
      ok: true,
      value: { applied: false, refused: [{ pair: ['M2', 'S1'], en: expect.stringMatching(/place/iu) as string }] },
    });
    expect((await seen(drafted)).pairs).toEqual(['M1 S1']);
  });

  it('does not make a forbidden pair possible', async () => {
    const drafted = await withSpare();
    const effect = await change(drafted, { add: [['M2', 'S2']] });
    expect(effect).toMatchObject({ value: { applied: false, refused: [{ pair: ['M2', 'S2'] }] } });
  });

  it('is taken by one of two administrators; the other is told and overwrites nothing', async () => {
    const drafted = await withSpare();
    const one = change(drafted, { add: [['M2', 'S1']] });
    const other = change(drafted, { remove: [['M1', 'S1']], add: [['M2', 'S1']] });
    const outcomes = (await Promise.all([one, other])).map((result) => (result.ok ? 'done' : result.reason));
    expect(outcomes.toSorted()).toEqual(['done', 'version-stale']);
    const after = await seen(drafted);
    expect(after.head.pairCount).toBe(after.list.pairs.length);
    expect(after.head.unpairedCount).toBe(after.list.unpaired.length);
  });
});

describe('Possible partners of a person', () => {
  const found = async (drafted: Drafted, person: string, side: 'mentor' | 'mentee') => {
    const { stage, draftId } = drafted;
    const partners = await findPartners(stage.ports, 'passages', draftId, { person, side, page: 0 }, stage.context);
    if (!partners.ok) throw new Error(partners.reason);
    return partners.value;
  };

  it('have the points a change by hand would give them, and nobody is among them whom a rule forbids', async () => {
    const drafted = await withSpare();
    const { partners } = await found(drafted, 'M2', 'mentor');
    expect(partners.map(({ id }) => id)).toEqual(['S1']);
    const effect = await change(drafted, { add: [['M2', 'S1']], apply: false });
    expect(effect).toMatchObject({ value: { added: [{ score: partners[0]?.score }] } });
    expect((await found(drafted, 'S1', 'mentee')).partners.map(({ id }) => id).toSorted()).toEqual(['M1', 'M2']);
  });

  it('leave out whom HR keeps apart, who was asked, and who takes no part any more, all alike', async () => {
    const drafted = await withSpare();
    const { ports } = drafted.stage;
    const row = (await ports.programmes.get('passages', 'participant', 'S1'))!;
    await ports.programmes.commit('passages', [
      { op: 'replace', kind: 'participant', key: 'S1', value: { ...row.value, state: 'withdrawn' }, etag: row.etag },
    ]);
    expect((await found(drafted, 'M2', 'mentor')).partners).toEqual([]);
    const apart = await studio([mentor('M1'), mentee('S1')], {}, [['M1', 'S1']]);
    expect((await found(apart, 'M1', 'mentor')).partners).toEqual([]);
  });

  it('come a page of the draft at a time', async () => {
    const people = Array.from({ length: 110 }, (_, index) => [mentor(`M${index}`), mentee(`S${index}`)]).flat();
    const drafted = await studio(people);
    const { partners, next } = await found(drafted, 'M0', 'mentor');
    expect([partners.length, next]).toEqual([100, '1']);
  });
});

describe('Several people left over at once', () => {
  it('are put together as well as can be, within rules and places, and in one change', async () => {
    const people = [
      ...['M1', 'M2', 'M3', 'M4', 'M5'].map((id) => mentor(id)),
      mentee('S1', { capacity: 2 }),
      ...['S2', 'S3', 'S4'].map((id) => mentee(id)),
    ];
    const every = people
      .filter(({ profile }) => profile.role === 'mentor')
      .flatMap((one) => ['S1', 'S2', 'S3', 'S4'].map((id): PairIds => [one.id, id]));
    const drafted = await studio(people, {}, every);
    const { stage, draftId } = drafted;
    const head = (await stage.ports.programmes.get('passages', 'draft', draftId))!;
    const opened = { ...head.value, pending: { ...emptyChoices, apart: [['M1', 'S2'] as const] } };
    await stage.ports.programmes.commit('passages', [
      { op: 'replace', kind: 'draft', key: head.key, value: opened, etag: head.etag },
    ]);
    expect((await seen(drafted)).left).toHaveLength(9);
    const asked = { revision: head.value.revision, people: people.map(({ id }) => id) };
    const suggested = await suggestPairs(stage.ports, 'passages', draftId, asked, stage.context);
    if (!suggested.ok) throw new Error(suggested.reason);
    expect(suggested.value.add).toHaveLength(5);
    expect(suggested.value.add.map(String)).not.toContain('M1,S2');
    expect(await change(drafted, { add: suggested.value.add })).toMatchObject({ ok: true, value: { applied: true } });
    const after = await seen(drafted);
    expect([after.pairs.length, after.left]).toEqual([5, []]);
    const old = await suggestPairs(stage.ports, 'passages', draftId, asked, stage.context);
    expect(old).toEqual({ ok: false, reason: 'version-stale' });
  });

  it('are as many as one change takes, the best, where their places would allow more', async () => {
    const people = [
      ...['M1', 'M2', 'M3'].map((id) => mentor(id, { capacity: 4 })),
      ...Array.from({ length: 12 }, (_, index) => mentee(`S${index}`, index < 2 ? { goals: [] } : {})),
    ];
    const every = people.slice(0, 3).flatMap((one) => people.slice(3).map((other): PairIds => [one.id, other.id]));
    const drafted = await studio(people, {}, every);
    const { stage, draftId } = drafted;
    const head = (await stage.ports.programmes.get('passages', 'draft', draftId))!;
    await stage.ports.programmes.commit('passages', [
      { op: 'replace', kind: 'draft', key: head.key, value: { ...head.value, pending: emptyChoices }, etag: head.etag },
    ]);
    const asked = { revision: head.value.revision, people: people.map(({ id }) => id) };
    const suggested = await suggestPairs(stage.ports, 'passages', draftId, asked, stage.context);
    if (!suggested.ok) throw new Error(suggested.reason);
    const { add } = suggested.value;
    expect(changeDraftSchema.safeParse({ revision: 1, add }).success).toBe(true);
    expect(add.map(([, id]) => id).sort()).toEqual(
      people
        .slice(5)
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe('Aims of a draft under a change by hand', () => {
  const aims: readonly PairingAim[] = [
    { kind: 'across', by: 'site', percent: 50 },
    { kind: 'at-most', side: 'mentor', department: 'Finance', pairs: 0 },
  ];
  const person = (overrides: Partial<PersonProfile>): PersonProfile => mentor('x', overrides).profile;

  it('count pairs as the search does', () => {
    const mentors = [
      person({ id: 'a', site: 'Lyon', department: 'FINANCE' }),
      person({ id: 'b', site: 'Paris', department: 'IT' }),
      person({ id: 'c' }),
    ];
    const mentees = [
      person({ id: 'd', role: 'mentee', site: 'lyon' }),
      person({ id: 'e', role: 'mentee', site: 'Lille' }),
      person({ id: 'f', role: 'mentee', site: '' }),
    ];
    const pairing = preparePairing([...mentors, ...mentees], { policy: emptyChoices.policy, seed: 1 });
    for (const aim of aims) {
      const marked = markAim(pairing, aim, []);
      pairing.mentors.forEach((one, row) => {
        pairing.mentees.forEach((other, column) => {
          const counted = aim.kind !== 'mixed' && countsIn(aim, [one, other]);
          expect(countAimedEdges([[row, column]], marked.edges)).toBe(Number(counted));
        });
      });
    }
  });

  it.each([
    [aims[0], { met: true, reached: 1, asked: 1 }, { met: false, reached: 0, asked: 1 }],
    [aims[1], { met: true, reached: 0, asked: 0 }, { met: false, reached: 1, asked: 0 }],
  ])('are told before and after, and go on being told once it is made', async (aim, before, after) => {
    const drafted = await studio(
      [
        mentor('M1', { site: 'Lyon' }),
        mentor('M2', { site: 'Lille', department: 'Finance' }),
        mentee('S1', { site: 'Lille' }),
      ],
      { aims: [aim] },
    );
    expect((await seen(drafted)).pairs).toEqual(['M1 S1']);
    expect(await change(drafted, { remove: [['M1', 'S1']], add: [['M2', 'S1']] })).toMatchObject({
      value: { applied: true, aims: [{ before, after }] },
    });
    const { head } = await seen(drafted);
    expect([head.aims, head.handAims]).toEqual([[], [after]]);
    expect(await change(drafted, { remove: [['M2', 'S1']] })).toMatchObject({
      value: { aims: [{ before: after, after: { met: true, reached: 0, asked: 0 } }] },
    });
  });
});
