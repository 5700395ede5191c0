import { createHash } from 'node:crypto';
import { changeDraft } from '../../../src/draft/change-draft';
import { compareDrafts } from '../../../src/draft/compare-drafts';
import { computeDraft } from '../../../src/draft/compute-draft';
import { measureCoverage } from '../../../src/draft/measure-coverage';
import type { DraftChange, DraftChoices } from '../../../src/domain/draft';
import type { Pairer } from '../../../src/draft/pairer';
import { listDrafts } from '../../../src/draft/list-drafts';
import { latestDraftId, readDraft } from '../../../src/draft/read-draft';
import { readDraftList } from '../../../src/draft/read-draft-list';
import { emptyChoices } from '../../../src/domain/draft-rules';
import { saveChoices } from '../../../src/draft/save-choices';
import { startDraft } from '../../../src/draft/start-draft';
import { pairingPolicySchema } from '../../../src/domain/pairing-contract';
import { draftPairs } from '../../../src/pairing/draft-pairs';
import type { Participant } from '../../../src/domain/participant';
import type { Actor } from '../../../src/domain/ports';
import { enrollingCast } from '../../helpers/enrolling-cast';
import { aParticipant, aProfile } from '../../helpers/factories/participant';
import { type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const hr: Actor = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };
const progress = (): Promise<void> => Promise.resolve();

/** The real choice of pairs, in this thread. */
const pairer: Pairer = (people, options) => {
  const draft = draftPairs(people, {
    policy: options.policy ?? emptyChoices.policy,
    seed: options.seed,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    asked: options.forbidden,
    reportingLines: new Map(options.reportingLines),
    ...(options.locked === undefined ? {} : { locked: options.locked }),
    ...(options.apart === undefined ? {} : { apart: options.apart }),
  });
  return Promise.resolve({ ...draft, unpaired: draft.unpaired });
};

const mentor = (id: string, topic: string): Participant =>
  aParticipant({ id, profile: { name: `Mentor ${id}`, level: 2, expertise: [{ topic, level: 4 }] } });
const mentee = (id: string, topic: string, managerId?: string): Participant =>
  aParticipant({
    id,
    profile: {
      name: `Mentee ${id}`,
      role: 'mentee',
      level: 8,
      expertise: [],
      goals: [{ topic, priority: 3 }],
      ...(managerId === undefined ? {} : { managerId }),
    },
  });

/** Two mentors and two mentees whose subjects meet crosswise, and a mentor too many. */
const cast = [
  mentor('M1', 'generative-ai'),
  mentor('M2', 'cybersecurity'),
  mentor('M3', 'generative-ai'),
  mentee('S1', 'generative-ai'),
  mentee('S2', 'cybersecurity'),
];

async function studio(participants: readonly Participant[] = cast): Promise<Stage> {
  return (await enrollingCast(now, participants)).stage;
}

async function drafted(stage: Stage, choices: Partial<DraftChoices> = {}): Promise<string> {
  const started = await startDraft(stage.ports, 'passages', 7, { ...emptyChoices, ...choices }, hr, stage.context);
  if (!started.ok) throw new Error(started.reason);
  await computeDraft(stage.ports, pairer, 'passages', started.value.draftId, progress, stage.context);
  return started.value.draftId;
}

async function seen(stage: Stage, draftId: string) {
  const [head, list] = await Promise.all([
    readDraft(stage.ports, 'passages', draftId, 0, 'en'),
    readDraftList(stage.ports, 'passages', draftId),
  ]);
  if (!head.ok || !list.ok) throw new Error('no such draft');
  return {
    ...head.value,
    names: list.value.pairs.map((pair) => `${pair.mentor.id} ${pair.mentee.id}`).sort(),
    list: list.value,
  };
}

const change = (stage: Stage, draftId: string, what: Partial<DraftChange>) =>
  changeDraft(
    stage.ports,
    'passages',
    draftId,
    { revision: 2, apply: false, remove: [], add: [], ...what },
    hr,
    stage.context,
  );

const swap = {
  remove: [['M1', 'S1'] as const, ['M2', 'S2'] as const],
  add: [['M1', 'S2'] as const, ['M2', 'S1'] as const],
};

describe('A pair that HR locks', () => {
  it('is kept whatever the points say, and a pair kept apart is not made', async () => {
    const stage = await studio();
    expect((await seen(stage, await drafted(stage, { locked: [['M1', 'S2']] }))).names).toContain('M1 S2');
    const apart = await seen(
      stage,
      await drafted(stage, {
        apart: [
          ['M1', 'S1'],
          ['M3', 'S1'],
        ],
      }),
    );
    expect(apart.names).not.toContain('M1 S1');
    expect(apart.names).not.toContain('M3 S1');
  });
});

describe('Choices for the next run', () => {
  it('are seen by every administrator and leave the pairs as they are', async () => {
    const stage = await studio();
    const draftId = await drafted(stage);
    const before = await seen(stage, draftId);
    expect(
      await saveChoices(
        stage.ports,
        'passages',
        draftId,
        before.revision,
        { locked: [['M3', 'S1']] },
        hr,
        stage.context,
      ),
    ).toEqual({ ok: true, value: { revision: before.revision + 1 } });
    const after = await seen(stage, draftId);
    expect(after.pending?.locked).toEqual([['M3', 'S1']]);
    expect(after.choices).toEqual(before.choices);
    expect(after.names).toEqual(before.names);
  });

  it('of somebody who looked at an older draft are refused, so that nobody overwrites anybody', async () => {
    const stage = await studio();
    const draftId = await drafted(stage);
    const { revision } = await seen(stage, draftId);
    const save = (locked: DraftChoices['locked']) =>
      saveChoices(stage.ports, 'passages', draftId, revision, { locked }, hr, stage.context);
    const both = await Promise.all([save([['M1', 'S1']]), save([['M2', 'S2']])]);
    expect(both.map((one) => (one.ok ? 'saved' : one.reason)).sort()).toEqual(['saved', 'version-stale']);
  });
});

describe('A swap by hand', () => {
  it('tells its effect before it is done, then does it and says that it was made by hand', async () => {
    const stage = await studio(cast.filter((one) => one.id !== 'M3'));
    const draftId = await drafted(stage);
    const before = await seen(stage, draftId);
    expect(before.names).toEqual(['M1 S1', 'M2 S2']);
    const effect = await change(stage, draftId, { ...swap, revision: before.revision });
    if (!effect.ok) throw new Error(effect.reason);
    expect(effect.value).toMatchObject({ applied: false, refused: [], pairsBefore: 2, pairsAfter: 2 });
    expect(effect.value.totalAfter).toBeLessThan(effect.value.totalBefore);
    expect((await seen(stage, draftId)).names).toEqual(before.names);

    expect(await change(stage, draftId, { ...swap, revision: before.revision, apply: true })).toMatchObject({
      ok: true,
      value: { applied: true, totalAfter: effect.value.totalAfter },
    });
    const after = await seen(stage, draftId);
    expect(after).toMatchObject({ names: ['M1 S2', 'M2 S1'], total: effect.value.totalAfter, optimal: false });
    expect(after.list.pairs.every((pair) => pair.byHand)).toBe(true);
    expect(after.pairs.reduce((sum, pair) => sum + pair.score, 0)).toBe(after.total);
    expect(await change(stage, draftId, { ...swap, revision: before.revision })).toEqual({
      ok: false,
      reason: 'version-stale',
    });
  });

  it('gives a pair the points the search would have given it', async () => {
    const stage = await studio();
    const draftId = await drafted(stage, { locked: [['M1', 'S2']] });
    const before = await seen(stage, draftId);
    const there = before.pairs.find((pair) => pair.mentor.id === 'M1');
    const again = await change(stage, draftId, {
      revision: before.revision,
      remove: [['M1', 'S2']],
      add: [['M1', 'S2']],
    });
    expect(again).toMatchObject({ ok: true, value: { added: [{ score: there?.score }] } });
  });

  it('that a rule forbids is refused with the rule in words, and nothing changes', async () => {
    const stage = await studio([
      ...cast.slice(0, 3),
      mentee('S1', 'generative-ai'),
      mentee('S2', 'cybersecurity', 'M1'),
    ]);
    const draftId = await drafted(stage);
    const before = await seen(stage, draftId);
    const first = before.list.pairs.find((pair) => pair.mentee.id === 'S1')?.mentor.id ?? '';
    const other = before.list.pairs.find((pair) => pair.mentee.id === 'S2')?.mentor.id ?? '';
    const result = await change(stage, draftId, {
      revision: before.revision,
      apply: true,
      remove: [
        [first, 'S1'],
        [other, 'S2'],
      ],
      add: [['M1', 'S2']],
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        applied: false,
        refused: [{ pair: ['M1', 'S2'], en: expect.stringContaining('reporting line') as string }],
      },
    });
    expect((await seen(stage, draftId)).names).toEqual(before.names);
  });

  it('takes in somebody left over, and leaves over whoever has nobody then', async () => {
    const stage = await studio();
    const draftId = await drafted(stage);
    const before = await seen(stage, draftId);
    const [left] = before.list.unpaired;
    const taken = before.list.pairs.find((pair) => pair.mentee.id === 'S1');
    if (left === undefined || taken === undefined) throw new Error('nobody left over');
    await change(stage, draftId, {
      revision: before.revision,
      apply: true,
      remove: [[taken.mentor.id, 'S1']],
      add: [[left.id, 'S1']],
    });
    const after = await seen(stage, draftId);
    expect(after.names).toContain(`${left.id} S1`);
    expect(after.list.unpaired.map((one) => one.id)).toEqual([taken.mentor.id]);
    expect(after.unpairedCount).toBe(1);
  });

  it('gives nobody more partners than they have places', async () => {
    const stage = await studio();
    const draftId = await drafted(stage);
    const { revision, list } = await seen(stage, draftId);
    const pair = list.pairs.find((one) => one.mentee.id === 'S2');
    const result = await change(stage, draftId, {
      revision,
      apply: true,
      remove: [[pair?.mentor.id ?? '', 'S2']],
      add: [
        [pair?.mentor.id ?? '', 'S1'],
        [pair?.mentor.id ?? '', 'S2'],
      ],
    });
    expect(result).toEqual({ ok: false, reason: 'not-free' });
  });

  it('gives somebody left over as many partners as they have places', async () => {
    const stage = await studio();
    const draftId = await drafted(stage);
    const { revision, list } = await seen(stage, draftId);
    const free = { id: list.unpaired[0]?.id ?? '' };
    const pairs = list.pairs.map((pair) => [pair.mentor.id, pair.mentee.id] as const);
    const result = await change(stage, draftId, {
      revision,
      apply: true,
      remove: pairs,
      add: [
        [free.id, 'S1'],
        [free.id, 'S2'],
      ],
    });
    expect(result).toEqual({ ok: false, reason: 'not-free' });
  });

  it('is weighed as its draft was, whatever weights HR has saved for the next', async () => {
    const stage = await studio();
    const draftId = await drafted(stage);
    const before = await seen(stage, draftId);
    const [pair] = before.list.pairs;
    const policy = pairingPolicySchema.parse({ weights: { topics: 1 } });
    await saveChoices(stage.ports, 'passages', draftId, before.revision, { policy }, hr, stage.context);
    const ids = [pair?.mentor.id ?? '', pair?.mentee.id ?? ''] as const;
    const again = await change(stage, draftId, {
      revision: before.revision + 1,
      remove: [ids],
      add: [ids],
    });
    expect(again).toMatchObject({ ok: true, value: { added: [{ score: pair?.score }], totalAfter: before.total } });
  });
});

describe('Two drafts side by side', () => {
  it('show what both have and what only one has', async () => {
    const stage = await studio(cast.filter((one) => one.id !== 'M3'));
    const first = await seen(stage, await drafted(stage));
    const second = await seen(stage, await drafted(stage, { locked: [['M1', 'S2']] }));
    const { same, onlyFirst, onlySecond } = compareDrafts(first.list.pairs, second.list.pairs);
    expect([same.length, onlyFirst.length, onlySecond.length]).toEqual([0, 2, 2]);
    expect(compareDrafts(first.list.pairs, first.list.pairs)).toMatchObject({ onlyFirst: [], onlySecond: [] });
  });
});

describe('The newest drafts', () => {
  it('are listed newest first, those of one moment too, and name the long work that computes them', async () => {
    const stage = await studio();
    const first = await drafted(stage);
    const second = await drafted(stage);
    const { drafts } = await listDrafts(stage.ports, 'passages');
    expect(drafts.map(({ id }) => id)).toEqual([second, first]);
    expect(await latestDraftId(stage.ports, 'passages')).toBe(second);
    const { jobId = '' } = await seen(stage, second);
    expect((await stage.ports.programmes.get('passages', 'job', jobId))?.value).toMatchObject({
      kind: 'draft',
      ref: second,
    });
  });
});

describe('Coverage', () => {
  const people = (count: number, site: string) =>
    Array.from({ length: count }, (_, index) => aProfile({ id: `${site}${String(index)}`, site }));

  it('counts how many of a group have a partner, the rarest first', () => {
    const groups = measureCoverage(
      [...people(6, 'Lyon'), ...people(5, 'Paris')],
      [['Lyon0', 'x'], ...people(5, 'Paris').map((one) => [one.id, 'y'] as const)],
    );
    expect(groups.filter((group) => group.by === 'site')).toEqual([
      { by: 'site', group: 'Lyon', side: 'mentor', volunteers: 6, placed: 1 },
      { by: 'site', group: 'Paris', side: 'mentor', volunteers: 5, placed: 5 },
    ]);
  });

  it('says nothing of groups of fewer than five, and knows no age, gender or origin', () => {
    const groups = measureCoverage([...people(4, 'Lyon'), aProfile({ gender: 'f', ageBand: '20-30' })], []);
    expect(groups.some((group) => group.group === 'Lyon')).toBe(false);
    expect(new Set(groups.map((group) => group.by))).toEqual(new Set(['function', 'country', 'language']));
  });
});
