import { runDue } from '../../../src/dispatch/run-due';
import { aPair } from '../../helpers/factories/pair';
import { aBookedSession } from '../../helpers/factories/session';
import { castOf, put, type Stage } from '../../helpers/stage';
import { useTestPorts } from '../../helpers/test-ports';
import { dueRows } from '../../helpers/due-rows';

const now = '2027-01-11T09:00:00.000Z';
const hour = '2027-01-12T08:00:00.000Z';
const programmeId = 'passages';
const newPorts = useTestPorts();
const leave = { verb: 'pair/leave-confirm', programmeId, pairId: 'pair-1' } as const;

async function aRunningPair(): Promise<Stage> {
  const ports = await newPorts();
  const stage = await castOf(ports, { now });
  const of = { mentorId: 'M1', menteeId: 'S1' };
  const window = { windowStart: '2027-01-10T09:00:00.000Z', windowEnd: '2027-02-10T09:00:00.000Z' };
  const booked = { start: '2027-01-20T13:00:00.000Z', end: '2027-01-20T14:00:00.000Z' };
  await put(ports, programmeId, 'pair', 'pair-1', aPair({ ...of, startedAt: '2027-01-10T09:00:00.000Z', months: 3 }));
  for (const id of ['M1', 'S1'])
    await put(ports, programmeId, 'person-pairs', id, { participantId: id, pairIds: ['pair-1'] });
  await put(ports, programmeId, 'session', 'pair-1|01', aBookedSession({ ...of, ...window, booked, slots: [booked] }));
  for (const id of ['M1', 'S1'])
    for (const half of ['00', '30'])
      await put(ports, programmeId, 'taken', `${id}|2027-01-20T13:${half}:00.000Z`, { sessionKey: 'pair-1|01' });
  return stage;
}

const pairState = async (stage: Stage) =>
  (await stage.ports.programmes.get(programmeId, 'pair', 'pair-1'))?.value.state;
const told = async (stage: Stage) =>
  (await stage.queued())
    .filter(({ kind }) => kind === 'pair-ended')
    .map(({ recipient }) => ('id' in recipient ? recipient.id : ''))
    .sort();

async function tickTwice(stage: Stage): Promise<void> {
  const rows = await dueRows(stage.ports, programmeId, stage.now);
  await Promise.all(
    [...rows, ...rows].map((row) => runDue(stage.ports, programmeId, row, stage.context).catch(() => undefined)),
  );
}

test('both asking at the same instant, each twice: one end, one message each, and nothing before the hour', async () => {
  for (let turn = 0; turn < 8; turn++) {
    const stage = await aRunningPair();
    const who = turn % 2 === 0 ? ['M1', 'S1', 'M1', 'S1'] : ['S1', 'S1', 'M1', 'M1'];
    const outcomes = await Promise.all(who.map((id) => stage.press(id, leave)));
    expect(outcomes.filter(({ changed }) => changed)).toHaveLength(2);
    await stage.work();
    expect(await told(stage)).toEqual([]);
    expect(await pairState(stage)).toBe('active');
    stage.now = hour;
    await tickTwice(stage);
    await stage.work();
    expect(await told(stage)).toEqual(['M1', 'S1']);
    expect(await pairState(stage)).toBe('ended');
    expect(await stage.counts()).toMatchObject({ 'pairs.ended': 1, 'participants.without-partner': 2 });
    expect((await stage.ports.programmes.range(programmeId, 'taken', { limit: 10 })).rows).toEqual([]);
    expect((await stage.ports.programmes.range(programmeId, 'session', { limit: 10 })).rows).toEqual([]);
  }
}, 180_000);

test('a wish, a move of the hour and the tick at the same instant leave one state that holds together', async () => {
  for (let turn = 0; turn < 6; turn++) {
    const stage = await aRunningPair();
    await stage.press('S1', leave);
    stage.now = hour;
    const move = { verb: 'session/move', programmeId, pairId: 'pair-1', number: 1, slotRound: 1 } as const;
    await Promise.all([
      tickTwice(stage),
      stage.press('M1', move).catch(() => undefined),
      stage.press('M1', leave).catch(() => undefined),
    ]);
    await stage.work();
    await stage.work();
    expect(await told(stage)).toEqual(['M1', 'S1']);
    expect(await pairState(stage)).toBe('ended');
    expect((await stage.ports.programmes.range(programmeId, 'session', { limit: 10 })).rows).toEqual([]);
    expect((await stage.ports.programmes.range(programmeId, 'taken', { limit: 10 })).rows).toEqual([]);
    expect((await stage.counts())['pairs.ended']).toBe(1);
  }
}, 180_000);
