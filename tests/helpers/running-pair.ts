import type { Participant } from '../../src/domain/participant';
import { aPair } from './factories/pair';
import { aParticipant } from './factories/participant';
import { aContact } from './factories/programme';
import { aBookedSession } from './factories/session';
import { memoryPorts, type MemoryPorts } from './memory-ports';
import { castOf, put, type Stage, putDue } from './stage';

/** Monday, 10:00 in Paris. */
export const pairNow = '2027-01-11T09:00:00.000Z';
export const pairProgramme = 'passages';

export interface RunningPair extends Stage {
  readonly ports: MemoryPorts;
}

/** The pair `pair-1` of M1 and S1 (assisted by delegate-1), session 1 booked for 20 January; and S2, who has none. */
export async function aRunningPair(
  people: {
    readonly M1?: Partial<Participant>;
    readonly S1?: Partial<Participant>;
    readonly S2?: Partial<Participant>;
  } = {},
): Promise<RunningPair> {
  const ports = memoryPorts();
  const stage = await castOf(ports, {
    now: pairNow,
    participants: [
      aParticipant({ id: 'M1', profile: { name: 'Inès Belkacem' }, pairs: 1, ...people.M1 }),
      aParticipant({ id: 'S1', profile: { name: 'Marc Lefèvre', role: 'mentee' }, pairs: 1, ...people.S1 }),
      aParticipant({ id: 'S2', profile: { name: 'Ana Ruiz', role: 'mentee' }, ...people.S2 }),
    ],
    contacts: [
      aContact(),
      aContact({ id: 'delegate-1', role: 'delegate', name: 'Paul Roy', menteeId: 'S1' }),
      aContact({ id: 'administrator-1', role: 'administrator', name: 'Awa Diop' }),
    ],
  });
  const of = { mentorId: 'M1', menteeId: 'S1' };
  const booked = { start: '2027-01-20T13:00:00.000Z', end: '2027-01-20T14:00:00.000Z' };
  const window = { windowStart: '2027-01-10T09:00:00.000Z', windowEnd: '2027-02-10T09:00:00.000Z' };
  await put(ports, pairProgramme, 'pair', 'pair-1', aPair({ ...of, startedAt: '2027-01-10T09:00:00.000Z', months: 3 }));
  for (const id of ['M1', 'S1'])
    await put(ports, pairProgramme, 'person-pairs', id, { participantId: id, pairIds: ['pair-1'] });
  await put(
    ports,
    pairProgramme,
    'session',
    'pair-1|01',
    aBookedSession({ ...of, ...window, booked, slots: [booked] }),
  );
  const dues = [
    { kind: 'session-over', at: booked.end, ref: 'pair-1|01', occurrence: '1' },
    { kind: 'session-close', at: window.windowEnd, ref: 'pair-1|01', occurrence: 'month' },
    { kind: 'session-propose', at: '2027-01-31T09:00:00.000Z', ref: 'pair-1|02', occurrence: '' },
  ] as const;
  await putDue(ports, pairProgramme, ...dues);
  return stage as RunningPair;
}
