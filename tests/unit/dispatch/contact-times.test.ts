import fc from 'fast-check';
import { plusDays, plusMilliseconds } from '../../../src/kernel/clock';
import type { Action } from '../../../src/dispatch/actions';
import type { QueuedMessage } from '../../../src/domain/message';
import { requestPledge } from '../../../src/programme/request-pledge';
import { dueKey } from '../../../src/domain/due-work';
import { aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { aContact } from '../../helpers/factories/programme';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, put, type Stage } from '../../helpers/stage';

const begins = '2027-01-08T20:30:00.000Z';
const days = 130;

const zones: Readonly<Record<string, string>> = {
  M1: 'Asia/Tokyo',
  S1: 'America/Toronto',
  M2: 'Europe/Paris',
  S2: 'Asia/Tokyo',
  M3: 'America/Toronto',
  S3: 'Europe/Paris',
  M4: 'Europe/Paris',
  S4: 'Asia/Tokyo',
  sponsor: 'Asia/Tokyo',
  'delegate-1': 'Europe/Paris',
};
const pairs = ['1', '2', '3', '4'];

/** Long days, so that Tokyo and Montréal have hours in common. */
const availability = (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '07:30', to: '21:30' }));

async function programme(): Promise<{ stage: Stage; ports: MemoryPorts }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, {
    now: begins,
    planned: true,
    programme: { plan: { months: 3 } },
    participants: Object.entries(zones)
      .filter(([id]) => /^[MS]\d$/u.test(id))
      .map(([id, timeZone]) =>
        aParticipant({ id, profile: { timeZone, availability, role: id.startsWith('M') ? 'mentor' : 'mentee' } }),
      ),
    contacts: [
      aContact({ timeZone: zones['sponsor'] ?? '' }),
      aContact({ id: 'delegate-1', role: 'delegate', menteeId: 'S1', timeZone: zones['delegate-1'] ?? '' }),
    ],
  });
  for (const number of pairs) {
    const replyBy = plusDays(begins, 7);
    const proposal = aProposal({ id: `X${number}`, mentorId: `M${number}`, menteeId: `S${number}`, replyBy });
    await put(ports, 'passages', 'proposal', proposal.id, proposal);
    for (const kind of ['proposal-remind', 'proposal-expire'] as const) {
      const at = kind === 'proposal-remind' ? plusDays(begins, 4) : replyBy;
      const due = { kind, at, ref: proposal.id, occurrence: 'mentor', correlationId: 'c' };
      await put(ports, 'passages', 'due', dueKey(due), due);
    }
  }
  const held = (await ports.programmes.get('passages', 'programme', 'programme'))?.value;
  if (held === undefined) throw new Error('no programme');
  const { pledge: _given, ...unpledged } = held;
  await replace(ports, unpledged);
  await requestPledge(ports, 'passages', actorOf('hr'), stage.context);
  await replace(ports, held);
  return { stage, ports };
}

async function replace(ports: MemoryPorts, value: Parameters<typeof put<'programme'>>[4]): Promise<void> {
  const row = await ports.programmes.get('passages', 'programme', 'programme');
  await ports.programmes.commit('passages', [
    { op: 'replace', kind: 'programme', key: 'programme', value, etag: row?.etag ?? '' },
  ]);
}

/** What somebody could press now, as the state allows it. */
async function pressable(ports: MemoryPorts, now: string): Promise<readonly (readonly [string, Action])[]> {
  const programmeId = 'passages';
  const found: (readonly [string, Action])[] = [];
  for (const row of ports.programmes.dump()) {
    if (row.kind === 'proposal') {
      const { id, state, revision, mentorId, menteeId } = row.value as ReturnType<typeof aProposal>;
      const who = state === 'asking-mentor' ? mentorId : state === 'asking-mentee' ? menteeId : undefined;
      if (who === undefined) continue;
      const of = { programmeId, proposalId: id, revision };
      // The fourth pair needs a reminder and comes to nothing.
      if (id === 'X4' && now < plusDays(begins, 5)) continue;
      if (id !== 'X4' || who === mentorId) found.push([who, { verb: 'proposal/accept', ...of }]);
      else found.push([who, { verb: 'proposal/decline', ...of }]);
    }
    if (row.kind === 'session') {
      const { pairId, number, slotRound, state, mentorId, menteeId } = row.value as Awaited<
        ReturnType<Stage['session']>
      >;
      const of = { programmeId, pairId, number, slotRound };
      for (const who of [mentorId, menteeId === 'S1' ? 'delegate-1' : menteeId]) {
        if (state === 'proposing')
          found.push(
            [who, { verb: 'session/suits', ...of, slots: '1,2' }],
            [who, { verb: 'session/none-suit', ...of }],
          );
        if (state === 'booked') found.push([who, { verb: 'session/move', ...of }]);
      }
      for (const who of [mentorId, menteeId])
        if (state === 'asked')
          found.push([who, { verb: 'session/met', ...of }], [who, { verb: 'session/not-met', ...of }]);
    }
  }
  return found;
}

const patience: Readonly<Record<string, number>> = {
  'session/none-suit': 30,
  'session/move': 40,
  'session/not-met': 30,
};

function isDecent(at: string, timeZone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
  const told = new Map(parts.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const hour = Number(told.get('hour'));
  return !['Sat', 'Sun'].includes(told.get('weekday') ?? '') && hour >= 9 && hour < 18;
}

const readerOf = ({ recipient }: QueuedMessage): string => (recipient.to === 'channel' ? 'channel' : recipient.id);

test('whatever hour people press at, from Tokyo to Montréal, nobody else hears of it by night or on a weekend, and what they hear is still of use', async () => {
  const kinds = new Set<string>();
  const states = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat({ max: 999 })), async (chance) => {
      const { stage, ports } = await programme();
      const draw = (below: number): number => (chance.next().value as number) % below;
      const look = async (presser?: string): Promise<void> => {
        for (const message of await stage.queued()) {
          const reader = readerOf(message);
          kinds.add(message.kind);
          if (message.notBefore === stage.now && reader === presser) continue;
          const zone = zones[reader] ?? 'Europe/Paris';
          expect([message.kind, reader, message.notBefore, isDecent(message.notBefore, zone)]).toEqual([
            message.kind,
            reader,
            message.notBefore,
            true,
          ]);
          if (message.expiresAt !== undefined) expect(message.expiresAt > message.notBefore).toBe(true);
        }
      };
      while (stage.now < plusDays(begins, days)) {
        stage.now = plusMilliseconds(stage.now, (7 + draw(9)) * 3_600_000);
        await stage.work();
        await look();
        await stage.deliver();
        for (const [who, action] of await pressable(ports, stage.now)) {
          if (draw(patience[action.verb] ?? 5) > 0) continue;
          await stage.press(who, action);
          await look(who);
        }
      }
      for (const row of ports.programmes.dump())
        if (row.kind === 'session') states.add((row.value as { state: string }).state);
    }),
    { numRuns: 3, seed: 19 },
  );
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining([
      'agenda',
      'booked',
      'channel-reminder',
      'introduction',
      'met',
      'not-formed',
      'pledge-request',
      'proposal',
      'proposal-reminder',
      'slots',
      'survey',
    ]),
  );
  expect([...states]).toContain('held');
});
