import { readMyPlan } from '../../../src/dispatch/read-my-plan';
import { longestAim, pairPlanKey } from '../../../src/domain/pair-plan';
import { vaultOf } from '../../../src/domain/pair-vault';
import { isPast, planOf } from '../../../src/pair-plan/rules';
import { rewordAimPress } from '../../../src/pair-plan/contract';
import type { Pair } from '../../../src/domain/proposal';
import { aBookedSession, aSession } from '../../helpers/factories/session';
import { aRunningPair, pairProgramme as programmeId, type RunningPair } from '../../helpers/running-pair';
import { actorOf, put } from '../../helpers/stage';
import { whatOthersRead } from '../../helpers/what-others-read';

const pairId = 'pair-1';
const ref = (revision: number, number: number) => ({ programmeId, pairId, revision, number });
const swap = (revision: number, number: number, other: number) =>
  ({ verb: 'plan/swap', ...ref(revision, number), with: other }) as const;
const aim = (revision: number, number: number, words: string) =>
  ({ verb: 'plan/aim', ...ref(revision, number), words }) as const;

/** The pair with five months, of which the first is booked. */
async function aPairOfFive(): Promise<RunningPair> {
  const stage = await aRunningPair();
  await replacePair(stage, { months: 5 });
  return stage;
}

async function replacePair({ ports }: RunningPair, more: Partial<Pair>): Promise<void> {
  const pair = (await ports.programmes.get(programmeId, 'pair', pairId))!;
  const value = { ...pair.value, ...more };
  await ports.programmes.commit(programmeId, [{ op: 'replace', kind: 'pair', key: pairId, value, etag: pair.etag }]);
}

const planFor = async (stage: RunningPair, who: string, language: 'fr' | 'en' = 'en') => {
  const plan = await readMyPlan(stage.ports, actorOf(who), programmeId, pairId, stage.now, language);
  return plan.ok ? plan.value : undefined;
};
const aims = async (stage: RunningPair, who = 'M1') =>
  (await planFor(stage, who))?.sessions.map((one) => one.aim) ?? [];
const vaultRow = async ({ ports }: RunningPair) =>
  (await ports.pairs.get(vaultOf(programmeId, pairId), 'plan', pairPlanKey))?.value;

describe('The plan of a pair', () => {
  it('is read by the two alone, the next session marked and each with what they prepare', async () => {
    const stage = await aPairOfFive();
    const [mentor, mentee] = [await planFor(stage, 'M1'), await planFor(stage, 'S1')];
    expect(mentor?.sessions).toHaveLength(5);
    expect(mentor).toMatchObject({ current: 1 });
    expect(mentor?.sessions[1]).toMatchObject({
      aim: 'Do one real task together, with hands on the keyboard.',
      prepare: expect.stringContaining('Marc') as string,
    });
    expect(mentor?.sessions.map((one) => one.prepare)).not.toEqual(mentee?.sessions.map((one) => one.prepare));
    expect(mentor?.sessions.map((one) => one.agenda)).toEqual(mentee?.sessions.map((one) => one.agenda));
    for (const who of ['delegate-1', 'administrator-1', 'S2', 'nobody'])
      expect(await planFor(stage, who)).toBeUndefined();
  });

  it('goes on to the next session once one has begun', async () => {
    const stage = await aPairOfFive();
    stage.now = '2027-01-20T13:00:00.000Z';
    expect(await planFor(stage, 'M1')).toMatchObject({
      current: 2,
      sessions: [{ isPast: true, actions: [] }, {}, {}, {}, {}],
    });
  });

  it('is kept in no row until the two change something', async () => {
    const stage = await aPairOfFive();
    await planFor(stage, 'M1');
    expect(stage.ports.pairs.dump()).toEqual([]);
  });
});

describe('Two sessions that are still to come', () => {
  it('change places, their own aims with them, and the other of the pair reads it', async () => {
    const stage = await aPairOfFive();
    const before = await aims(stage);
    expect(await stage.press('M1', aim(0, 2, 'Prepare the trade fair'))).toMatchObject({ changed: true });
    expect(await stage.press('S1', swap(1, 2, 3))).toMatchObject({ changed: true, view: { card: 'pair' } });
    expect(await aims(stage, 'S1')).toEqual([before[0], before[2], 'Prepare the trade fair', before[3], before[4]]);
    expect(await vaultRow(stage)).toEqual({
      pairId,
      revision: 2,
      sessions: [
        { name: 'meet' },
        { name: 'watch' },
        { name: 'show', aim: 'Prepare the trade fair' },
        { name: 'habit' },
        { name: 'thank' },
      ],
    });
  });

  it.each([
    [1, 2],
    [4, 5],
    [3, 3],
    [2, 6],
  ])('leave beginning and end in their place: %i and %i do not change', async (one, other) => {
    const stage = await aPairOfFive();
    expect(await stage.press('M1', swap(0, one, other))).toMatchObject({
      changed: false,
      view: { card: 'notice', notice: 'out-of-date' },
    });
    expect(await vaultRow(stage)).toBeUndefined();
  });

  it('are not changed once one of them has begun: the past stays as it was planned', async () => {
    const stage = await aPairOfFive();
    await put(stage.ports, programmeId, 'session', 'pair-1|02', aBookedSession({ number: 2, state: 'held' }));
    for (const press of [swap(0, 2, 3), aim(0, 2, 'Something else')])
      expect(await stage.press('M1', press)).toMatchObject({ changed: false, view: { notice: 'out-of-date' } });
    expect(await stage.press('M1', swap(0, 3, 4))).toMatchObject({ changed: true });
    expect((await vaultRow(stage))?.sessions.map(({ name }) => name)).toEqual([
      'meet',
      'show',
      'habit',
      'watch',
      'thank',
    ]);
  });

  it('offers on the page what is possible and nothing else', async () => {
    const stage = await aPairOfFive();
    const offered = (await planFor(stage, 'M1'))?.sessions.map(({ actions }) => actions.map(({ verb }) => verb));
    expect(offered).toEqual([
      ['plan/aim'],
      ['plan/aim', 'plan/swap'],
      ['plan/aim', 'plan/swap'],
      ['plan/aim'],
      ['plan/aim'],
    ]);
    const swaps = (await planFor(stage, 'M1'))?.sessions.flatMap(({ actions }) =>
      actions.filter((one) => one.verb === 'plan/swap'),
    );
    for (const press of swaps ?? [])
      expect(await stage.press('S1', { ...press, revision: (await vaultRow(stage))?.revision ?? 0 })).toMatchObject({
        changed: true,
      });
  });
});

describe('An aim in the pair’s own words', () => {
  it('is one line of plain text, kept beside the one that is written and taken back by none', async () => {
    const stage = await aPairOfFive();
    await stage.press('S1', aim(0, 2, '  Prepare\n\tthe   fair **now** <at>all</at> '));
    expect((await planFor(stage, 'M1'))?.sessions[1]).toMatchObject({
      aim: 'Prepare the fair **now** <at>all</at>',
      writtenAim: 'Do one real task together, with hands on the keyboard.',
    });
    await stage.press('M1', aim(1, 2, '  '));
    expect((await planFor(stage, 'M1'))?.sessions[1]).not.toHaveProperty('writtenAim');
  });

  it('has a limit', () => {
    const words = (length: number) => rewordAimPress.safeParse(aim(0, 2, 'x'.repeat(length))).success;
    expect([words(longestAim), words(longestAim + 1)]).toEqual([true, false]);
  });

  it('that is there already changes nothing', async () => {
    const stage = await aPairOfFive();
    await stage.press('M1', aim(0, 2, 'Prepare the fair'));
    expect(await stage.press('M1', aim(0, 2, 'Prepare the fair'))).toMatchObject({
      changed: false,
      view: { card: 'pair' },
    });
    expect((await vaultRow(stage))?.revision).toBe(1);
  });
});

describe('Of two who change the plan at once', () => {
  it('the later is told that it has changed, and reads the newer one', async () => {
    const stage = await aPairOfFive();
    const answers = await Promise.all([
      stage.press('M1', aim(0, 2, 'Of the one')),
      stage.press('S1', aim(0, 2, 'Of the other')),
    ]);
    expect(answers.map(({ changed }) => changed).toSorted()).toEqual([false, true]);
    expect(answers.find(({ changed }) => !changed)?.view).toEqual({ card: 'notice', notice: 'out-of-date' });
    expect((await vaultRow(stage))?.revision).toBe(1);
  });
});

describe('A plan is changed by nobody else', () => {
  it.each(['delegate-1', 'administrator-1', 'S2', 'nobody'])('%s', async (who) => {
    const stage = await aPairOfFive();
    for (const press of [swap(0, 2, 3), aim(0, 2, 'Mine')])
      expect(await stage.press(who, press)).toMatchObject({ changed: false, view: { card: 'notice' } });
    expect(await vaultRow(stage)).toBeUndefined();
  });

  it('nor by the two once the pair is over', async () => {
    for (const state of ['finished', 'ended'] as const) {
      const stage = await aPairOfFive();
      await replacePair(stage, { state, endedAt: stage.now });
      expect(await stage.press('M1', aim(0, 2, 'Mine'))).toMatchObject({
        changed: false,
        view: { card: 'notice', notice: 'out-of-date' },
      });
      expect(await vaultRow(stage)).toBeUndefined();
    }
  });

  it('and read in nothing that others read', async () => {
    const stage = await aPairOfFive();
    await stage.press('M1', aim(0, 2, 'Kanarienvogel'));
    await stage.work();
    expect(await whatOthersRead(stage, 'S2', [])).not.toContain('Kanarienvogel');
    expect(JSON.stringify(stage.ports.programmes.dump())).not.toContain('Kanarienvogel');
  });
});

describe('What is past', () => {
  it.each([
    ['a session without times yet', aSession(), '2026-11-25T09:00:00.000Z', false],
    [
      'one whose month went by without a time',
      aSession({ windowEnd: '2026-12-20T09:00:00.000Z' }),
      '2026-12-20T09:00:00.000Z',
      true,
    ],
    [
      'one on hold whose month went by',
      aSession({ state: 'paused', windowEnd: '2026-12-20T09:00:00.000Z' }),
      '2027-01-01T09:00:00.000Z',
      true,
    ],
    ['one that is booked', aBookedSession(), '2026-12-01T12:59:00.000Z', false],
    ['one that has begun', aBookedSession(), '2026-12-01T13:00:00.000Z', true],
    ['one that was missed', aBookedSession({ state: 'missed' }), '2026-12-01T12:00:00.000Z', true],
  ])('%s', (_what, session, now, past) => {
    expect(isPast(session, now)).toBe(past);
  });
});

describe('A plan that another release has written', () => {
  it('falls back to what is written for a session that this one does not know', () => {
    const sessions = [{ name: 'meet' }, { name: 'of-another-release', aim: 'Ours' }];
    expect(planOf('informal', 3, { sessions })).toEqual([
      { name: 'meet' },
      { name: 'show', aim: 'Ours' },
      { name: 'thank' },
    ]);
  });
});
