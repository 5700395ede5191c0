import { useAzurite } from '../../helpers/azurite';
import { aPair } from '../../helpers/factories/pair';
import { aBookedSession, aSlot } from '../../helpers/factories/session';
import { laneChannel, startLaneStage, toChannel, toPerson, type LaneStage } from '../../helpers/lane-stage';
import { directoryIdOf } from '../../helpers/local-stage';
import { seedProgramme } from '../../helpers/test-ports';

const azurite = useAzurite();
let stage: LaneStage;

/** In Paris, where everybody is: the hours that the cards were queued for, the moment the server is back, and the next decent hour. */
const fridayEvening = '2026-12-04T16:30:00.000Z';
const saturdayNight = '2026-12-05T02:00:00.000Z';
const mondayMorning = '2026-12-07T08:00:00.000Z';

beforeEach(async () => {
  stage = await startLaneStage(azurite.connectionString(), azurite.uniqueName('t').slice(0, 20));
  await stage.seed('one', 4);
  await seedProgramme(stage.ports, 'one', {
    pair: { 'pair-1': aPair({ mentorId: 'p3', menteeId: 'p4' }) },
    session: {
      'pair-1|01': aBookedSession({ mentorId: 'p3', menteeId: 'p4', booked: aSlot('2026-12-07T13:00:00.000Z') }),
    },
  });
});
afterEach(() => stage.close());

/** What Teams accepted, each by the id of its message, in order. */
async function arrived(): Promise<readonly (string | undefined)[]> {
  const ledger = await stage.ledger('one');
  return stage.teams
    .journal()
    .flatMap(({ kind, activityId }) =>
      kind === 'send' ? [ledger.find((entry) => entry.activityId === activityId)?.id] : [],
    );
}

test('a server that was away from Friday evening until Saturday night writes to nobody then, and on Monday at nine sends what waited, once, in its order', async () => {
  await stage.queue('one', 'invitation', toPerson(1), { id: 'a', notBefore: '2026-12-04T16:20:00.000Z' });
  await stage.queue('one', 'invitation', toPerson(2), { id: 'b', notBefore: fridayEvening });
  await stage.queue('one', 'invitation-reminder', toPerson(1), { id: 'c', notBefore: fridayEvening });
  await stage.queue('one', 'channel-reminder', toChannel, { id: 'd', notBefore: fridayEvening });
  const engine = stage.engine();
  stage.programme.at = Date.parse(saturdayNight);
  await engine.send();
  expect(await arrived()).toEqual([]);
  expect((await stage.queued('one')).map(({ id, notBefore, tries, claim }) => [id, notBefore, tries, claim])).toEqual(
    ['a', 'b', 'c', 'd'].map((id) => [id, mondayMorning, 0, undefined]),
  );
  stage.programme.at = Date.parse(mondayMorning) - 1;
  await engine.send();
  expect(await arrived()).toEqual([]);
  stage.programme.at = Date.parse(mondayMorning);
  await engine.send();
  expect([...(await arrived())].sort()).toEqual(['a', 'b', 'c', 'd']);
  expect((await arrived()).filter((id) => id === 'a' || id === 'c')).toEqual(['a', 'c']);
  expect(stage.sent()).toContain(laneChannel);
  expect(await stage.queued('one')).toEqual([]);
});

test('that a session is booked is told at any hour; the question to the same person still waits', async () => {
  const subject = { pairId: 'pair-1', sessionNumber: 1, slotRound: 1 };
  await stage.queue('one', 'invitation', toPerson(3), { id: 'a', notBefore: fridayEvening });
  await stage.queue('one', 'booked', toPerson(3), { id: 'b', subject, notBefore: fridayEvening });
  stage.programme.at = Date.parse(saturdayNight);
  await stage.engine().send();
  expect(await arrived()).toEqual(['b']);
  expect(stage.sent()).toEqual([directoryIdOf(3)]);
  expect((await stage.queued('one')).map(({ id }) => id)).toEqual(['a']);
});

test('what has no use any more at the next decent hour ends at once, with its reason, rather than by night', async () => {
  await stage.queue('one', 'invitation', toPerson(1), {
    notBefore: fridayEvening,
    expiresAt: '2026-12-06T20:00:00.000Z',
  });
  stage.programme.at = Date.parse(saturdayNight);
  await stage.engine().send();
  expect(stage.sent()).toEqual([]);
  expect((await stage.ledger('one')).map(({ state, reason }) => [state, reason])).toEqual([['skipped', 'too-late']]);
});
