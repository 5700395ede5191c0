import fc from 'fast-check';
import { foldChanges } from '../../../src/board/fold-changes';
import { plusDays, plusMilliseconds } from '../../../src/kernel/clock';
import { readAll } from '../../../src/kernel/read-all';
import type { Stored } from '../../../src/kernel/row-store';
import type { Action } from '../../../src/dispatch/actions';
import type { ProgrammeRows } from '../../../src/domain/rows';
import { dueKey, type DueWork, type WorkToSchedule } from '../../../src/domain/due-work';
import { performAction } from '../../../src/dispatch/perform-action';
import { runDue } from '../../../src/dispatch/run-due';
import { refreshReach } from '../../../src/programme/refresh-reach';
import { rememberTeam } from '../../../src/programme/remember-team';
import { aPair, aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { aBookedSession, aSession, aSlot } from '../../helpers/factories/session';
import { castOf, put, type Stage } from '../../helpers/stage';
import { bySize } from '../../helpers/size';
import { useTestPorts } from '../../helpers/test-ports';

const now = '2027-01-11T09:00:00.000Z';
const newPorts = useTestPorts();

/** A running programme of three months with so many mentors and mentees, each two with a proposal. */
async function manyProposals(count: number): Promise<Stage> {
  const people = Array.from({ length: count }, (_, index) => [
    aParticipant({ id: `M${String(index)}` }),
    aParticipant({ id: `S${String(index)}`, profile: { role: 'mentee' } }),
  ]).flat();
  const stage = await castOf(await newPorts(), {
    now,
    planned: true,
    programme: { plan: { months: 3 } },
    participants: people,
  });
  for (let index = 0; index < count; index++) {
    const id = `X${String(index)}`;
    await put(
      stage.ports,
      'passages',
      'proposal',
      id,
      aProposal({ id, mentorId: `M${String(index)}`, menteeId: `S${String(index)}`, replyBy: plusDays(now, 7) }),
    );
  }
  return stage;
}

async function all<K extends keyof ProgrammeRows>(stage: Stage, kind: K): Promise<readonly Stored<ProgrammeRows[K]>[]> {
  const rows: Stored<ProgrammeRows[K]>[] = [];
  for await (const row of readAll(stage.ports.programmes, 'passages', kind)) rows.push(row);
  return rows;
}

const press = (index: number, verb: 'accept' | 'decline', revision: number): Action => ({
  verb: `proposal/${verb}`,
  programmeId: 'passages',
  proposalId: `X${String(index)}`,
  revision,
});

/** A press that lost every race answers “not saved” at the edge; here it is nothing. */
const tried = (stage: Stage, who: string, action: Action): Promise<unknown> =>
  stage.press(who, action).catch(() => undefined);

const turns = bySize({ small: 15, full: 50 });

test(`F24: both pressing yes, twice and thrice, at the same instant, leads to one pair, one session plan and one introduction each, ${String(turns)} times`, async () => {
  const stage = await manyProposals(turns);
  const interleavings = fc.sample(fc.shuffledSubarray(['M1', 'M1', 'S2', 'S2', 'S1'], { minLength: 5 }), {
    numRuns: turns,
    seed: 24,
  });
  const folding = { on: true };
  const folds = (async () => {
    while (folding.on) await foldChanges(stage.ports, 'passages', stage.context);
  })();
  for (const [index, order] of interleavings.entries()) {
    await Promise.all(
      order.map((it) => tried(stage, `${it.charAt(0)}${String(index)}`, press(index, 'accept', Number(it.charAt(1))))),
    );
    await Promise.all([1, 2].map(() => tried(stage, `S${String(index)}`, press(index, 'accept', 2))));
    expect(await tried(stage, `S${String(index)}`, press(index, 'accept', 2))).toMatchObject({
      changed: false,
      view: { card: 'introduction' },
    });
  }
  folding.on = false;
  await folds;
  while ((await foldChanges(stage.ports, 'passages', stage.context)) > 0);

  const pairs = await all(stage, 'pair');
  const introductions = (await stage.queued()).filter((message) => message.kind === 'introduction');
  const plans = (await all(stage, 'due')).filter((row) => row.value.kind === 'session-propose');
  for (let index = 0; index < turns; index++) {
    const pairId = `X${String(index)}`;
    expect(pairs.filter((row) => row.value.mentorId === `M${String(index)}`).map((row) => row.key)).toEqual([pairId]);
    expect(
      introductions
        .filter((message) => message.subject.pairId === pairId)
        .map((message) => ('id' in message.recipient ? message.recipient.id : ''))
        .sort(),
    ).toEqual([`M${String(index)}`]);
    expect(plans.filter((row) => row.value.ref.startsWith(`${pairId}|`)).map((row) => row.value.ref)).toEqual(
      ['01', '02', '03'].map((number) => `${pairId}|${number}`),
    );
  }
  const statuses = await all(stage, 'status');
  expect(await stage.counts()).toMatchObject({
    'pairs.active': pairs.length,
    'proposals.accepted': turns,
    'responses.baseline.asked': statuses.length,
  });
  expect(statuses).toHaveLength(turns * 2);
}, 300_000);

test('F17: yes and no from two devices at the same instant: the first one counts, and the counters say what the rows say', async () => {
  const turns = 20;
  const stage = await manyProposals(turns);
  for (let index = 0; index < turns; index++) {
    await stage.press(`M${String(index)}`, press(index, 'accept', 1));
    const answers = index % 2 === 0 ? (['accept', 'decline'] as const) : (['decline', 'accept'] as const);
    const outcomes = await Promise.all(answers.map((verb) => stage.press(`S${String(index)}`, press(index, verb, 2))));
    expect(outcomes.filter((outcome) => outcome.changed)).toHaveLength(1);
    const [one, other] = outcomes;
    expect(one?.view).toEqual(other?.view);
  }
  stage.now = plusDays(now, 8);
  for (const row of await all(stage, 'due'))
    if (row.value.kind === 'proposal-expire') await runDue(stage.ports, 'passages', row, stage.context);
  while ((await foldChanges(stage.ports, 'passages', stage.context)) > 0);
  const states = (await all(stage, 'proposal')).map((row) => row.value.state);
  const accepted = states.filter((state) => state === 'accepted').length;
  expect(states.filter((state) => state !== 'accepted' && state !== 'declined')).toEqual([]);
  expect(await all(stage, 'pair')).toHaveLength(accepted);
  const counts = await stage.counts();
  expect([counts['proposals.accepted'] ?? 0, counts['pairs.active'] ?? 0, counts['proposals.not-formed'] ?? 0]).toEqual(
    [accepted, accepted, turns - accepted],
  );
}, 120_000);

async function dueRow(stage: Stage, due: WorkToSchedule): Promise<Stored<DueWork>> {
  await put(stage.ports, 'passages', 'due', dueKey(due), { ...due, correlationId: 'c' });
  const row = await stage.ports.programmes.get('passages', 'due', dueKey(due));
  if (row === undefined) throw new Error('no due row');
  return row;
}

describe('One piece of due work on two servers at once', () => {
  const of = { mentorId: 'M0', menteeId: 'S0' };
  const ref = 'pair-1|01';
  it.each<[string, WorkToSchedule, number]>([
    ['the month’s slots', { kind: 'session-propose', at: now, ref: 'pair-1|02', occurrence: '' }, 2],
    ['the next slots', { kind: 'slots-stale', at: now, ref: 'pair-2|01', occurrence: '1' }, 2],
    ['the question after the hour', { kind: 'session-over', at: now, ref, occurrence: '1' }, 2],
    ['the reminder of a proposal', { kind: 'proposal-remind', at: now, ref: 'X0', occurrence: 'mentor' }, 1],
    ['the channel’s post', { kind: 'channel-remind', at: now, ref: '9', occurrence: '' }, 1],
    ['a survey', { kind: 'survey-open', at: now, ref: 'closing', occurrence: 'now' }, 2],
  ])('%s: is done once', async (_case, due, messages) => {
    const stage = await manyProposals(1);
    const window = { windowStart: now, windowEnd: plusDays(now, 31) };
    for (const id of ['pair-1', 'pair-2'])
      await put(stage.ports, 'passages', 'pair', id, aPair({ ...of, id, startedAt: now, months: 3 }));
    await put(
      stage.ports,
      'passages',
      'session',
      ref,
      aBookedSession({ ...of, ...window, booked: aSlot('2027-01-11T07:00:00.000Z') }),
    );
    await put(stage.ports, 'passages', 'session', 'pair-2|01', aSession({ ...of, ...window, pairId: 'pair-2' }));
    const row = await dueRow(stage, due);
    await Promise.all([1, 2, 3].map(() => runDue(stage.ports, 'passages', row, stage.context)));
    await runDue(stage.ports, 'passages', row, stage.context);
    expect(await stage.queued()).toHaveLength(messages);
    expect(await stage.ports.programmes.get('passages', 'due', row.key)).toBeUndefined();
  });
});

describe('Two pairs of one person', () => {
  const slots = ['2027-01-18T09:00:00.000Z', '2027-01-20T09:00:00.000Z', '2027-01-22T09:00:00.000Z'].map(aSlot);
  /** The second pair is offered times that overlap those of the first by half. */
  const later = ['2027-01-18T09:30:00.000Z', '2027-01-20T09:30:00.000Z', '2027-01-25T09:00:00.000Z'].map(aSlot);
  const suits = (pairId: string, chosen: string, slotRound = 1): Action => ({
    verb: 'session/suits',
    programmeId: 'passages',
    pairId,
    number: 1,
    slotRound,
    slots: chosen,
  });

  async function twoPairs(stage: Stage, turn: number): Promise<readonly { pairId: string; menteeId: string }[]> {
    const mentorId = `M${String(turn)}`;
    const window = { windowStart: now, windowEnd: plusDays(now, 31) };
    const pairs = [0, 1].map((index) => ({
      pairId: `T${String(turn)}-${String(index)}`,
      menteeId: `S${String(turn * 2 + index)}`,
    }));
    for (const [index, { pairId, menteeId }] of pairs.entries()) {
      const of = { mentorId, menteeId };
      await put(stage.ports, 'passages', 'pair', pairId, aPair({ ...of, id: pairId, startedAt: now, months: 3 }));
      await put(
        stage.ports,
        'passages',
        'session',
        `${pairId}|01`,
        aSession({ ...of, ...window, pairId, slots: index === 0 || turn % 2 === 0 ? slots : later }),
      );
      await stage.press(mentorId, suits(pairId, '0,1,2'));
    }
    return pairs;
  }

  const takenKeys = async (stage: Stage): Promise<readonly string[]> =>
    (await all(stage, 'taken')).map((row) => row.key);
  const hoursOf = async (stage: Stage, pairs: readonly { pairId: string }[]) =>
    (await Promise.all(pairs.map(({ pairId }) => stage.session(pairId)))).flatMap(({ booked }) => booked ?? []);

  test('never share an hour of theirs, whoever presses at the same instant, and a moved hour is free again', async () => {
    const turns = 12;
    const stage = await manyProposals(turns * 2);
    for (let turn = 0; turn < turns; turn++) {
      const pairs = await twoPairs(stage, turn);
      // What follows in the person's own partition is not applied in between: only the programme knows.
      await Promise.all(
        pairs.flatMap(({ pairId, menteeId }) => [1, 2].map(() => tried(stage, menteeId, suits(pairId, '0,1,2')))),
      );
      const [one, other] = await hoursOf(stage, pairs);
      if (one === undefined || other === undefined) throw new Error('not booked');
      expect(one.end <= other.start || other.end <= one.start).toBe(true);

      const { pairId, menteeId } = pairs[0] ?? { pairId: '', menteeId: '' };
      await stage.press(menteeId, { verb: 'session/move', programmeId: 'passages', pairId, number: 1, slotRound: 1 });
      const keys = (await takenKeys(stage)).filter((key) => key.startsWith(`M${String(turn)}|`));
      expect(keys).toEqual(
        [other.start, plusMilliseconds(other.start, 1_800_000)].map((at) => `M${String(turn)}|${at}`),
      );
    }
  }, 120_000);
});

test('two folds at the same time count every change once', async () => {
  const stage = await manyProposals(1);
  for (let index = 0; index < 120; index++) {
    const id = String(index).padStart(3, '0');
    await put(stage.ports, 'passages', 'change', `${now}|z${id}`, {
      at: now,
      id,
      what: 'x',
      correlationId: 'c',
      by: 'system',
      counts: { x: 1 },
    });
  }
  await Promise.all(
    [1, 2].map(async () => {
      while ((await foldChanges(stage.ports, 'passages', stage.context)) > 0);
    }),
  );
  expect((await stage.counts())['x']).toBe(120);
  expect(await all(stage, 'change')).toEqual([]);
}, 60_000);

test('F77: of a look-up in the roster and a yes to a link by hand at the same instant, one account is one person, and one person one account', async () => {
  const turns = 10;
  const waiting = { state: 'imported', reach: 'not-linked' } as const;
  const people = Array.from({ length: turns }, (_, turn) => {
    const link = { directoryId: `directory-A${String(turn)}`, by: 'hr', at: now };
    const asked = {
      ...aParticipant({ id: `H${String(turn)}`, profile: { name: 'Ana Lô' }, ...waiting }),
      linkAsked: link,
    };
    return [asked, aParticipant({ id: `R${String(turn)}`, profile: { email: `a${String(turn)}@x.fr` }, ...waiting })];
  }).flat();
  const stage = await castOf(await newPorts(), { now, participants: [] });
  for (const { directoryId: _none, ...one } of people) await put(stage.ports, 'passages', 'participant', one.id, one);
  await rememberTeam(stage.ports, { teamId: 't', name: 'Team', serviceUrl: 's', seenAt: now }, stage.context);
  const members = Array.from({ length: turns }, (_, turn) => ({
    directoryId: `directory-A${String(turn)}`,
    teamsUserId: `29:${String(turn)}`,
    name: 'Ana Lô',
    email: `a${String(turn)}@x.fr`,
  }));
  const directory = { members: () => Promise.resolve(members), channels: () => Promise.resolve([]) };
  const yes = (turn: number): Promise<unknown> => {
    const actor = { directoryId: `directory-A${String(turn)}`, appRoles: [], name: 'Lô Ana' };
    const action = { verb: 'link/yes', programmeId: 'passages', participantId: `H${String(turn)}` } as const;
    return performAction(stage.ports, actor, action, stage.context);
  };
  await Promise.all([
    refreshReach(stage.ports, directory, 'passages', stage.context),
    (async () => {
      for (let turn = turns - 1; turn >= 0; turn--) await yes(turn);
    })(),
  ]);
  const tied = (await all(stage, 'participant')).map(({ value }) => value.directoryId).filter((id) => id !== undefined);
  expect(tied.sort()).toEqual(members.map(({ directoryId }) => directoryId).sort());
}, 120_000);
