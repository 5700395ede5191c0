import type { AllPorts } from '../../src/dispatch/all-ports';
import type { BoardHead } from '../../src/domain/board';
import { people } from './api-server';
import { aBoard } from './factories/board';
import { aBoardRow, aPair } from './factories/pair';
import { aParticipant } from './factories/participant';
import { aContact, aProgramme } from './factories/programme';
import { aBookedSession } from './factories/session';
import { seedMembership, seedProgramme } from './test-ports';

const counts = {
  'participants.imported': 12,
  'participants.invited': 12,
  'participants.enrolled': 8,
  'proposals.asked': 3,
  'proposals.accepted': 1,
  'proposals.not-formed': 1,
  'pairs.active': 1,
  'sessions.ahead': 1,
  'responses.baseline.asked': 8,
  'responses.baseline.answered': 6,
  'responses.pulse-1.asked': 6,
  'responses.pulse-1.answered': 4,
};

/** A running programme with an HR administrator, a sponsor, a pair with a booked session, and the mentee's assistant. */
export async function seedSample(
  ports: AllPorts,
  id = 'passages',
  parts: { readonly head?: Partial<BoardHead> } = {},
): Promise<void> {
  const own = id === 'passages';
  const programme = aProgramme({ id });
  await seedProgramme(ports, id, {
    programme: { programme },
    contact: {
      sponsor: aContact({ directoryId: people.sponsor }),
      'administrator-1': aContact({
        id: 'administrator-1',
        role: 'administrator',
        name: 'Awa Diop',
        directoryId: people.hr,
      }),
      'delegate-1': aContact({
        id: 'delegate-1',
        role: 'delegate',
        name: 'Paul Roy',
        menteeId: 'p2',
        directoryId: people.assistant,
      }),
    },
    participant: {
      p1: aParticipant({ id: 'p1', directoryId: people.mentor, profile: { email: 'ines@example.com' } }),
      p2: aParticipant({
        id: 'p2',
        directoryId: people.mentee,
        profile: { name: 'Marc Lefèvre', role: 'mentee', function: 'Finance' },
      }),
    },
    'person-pairs': {
      p1: { participantId: 'p1', pairIds: ['pair-1'] },
      p2: { participantId: 'p2', pairIds: ['pair-1'] },
    },
    pair: { 'pair-1': aPair() },
    session: { 'pair-1|01': aBookedSession() },
    'survey-round': {
      baseline: {
        id: 'baseline',
        instrument: 'baseline',
        opensAt: '2026-11-20T09:00:00.000Z',
        closesAt: '2026-12-04T09:00:00.000Z',
        state: 'open',
        revision: 1,
      },
      'pulse-1': {
        id: 'pulse-1',
        instrument: 'pulse',
        opensAt: '2026-11-20T09:00:00.000Z',
        closesAt: '2027-01-04T09:00:00.000Z',
        state: 'open',
        revision: 1,
      },
    },
    status: { 'baseline|p1': { surveyRound: 'baseline', participantId: 'p1', state: 'asked', on: '2026-11-21' } },
    ...aBoard(
      [
        aBoardRow({
          nextSession: '2026-12-01T13:00:00.000Z',
          months: ['booked', 'none', 'none', 'none', 'none', 'none'],
        }),
      ],
      { version: 7, counts, ...parts.head },
    ),
  });
  await ports.tenants.commit('tenant', [
    { op: 'insert', kind: 'entry', key: id, value: { id, name: programme.plan.name, state: programme.state } },
  ]);
  if (!own) {
    await seedMembership(ports, people.otherHr, {
      programmeId: id,
      contacts: [{ id: 'administrator-1', role: 'administrator' }],
    });
    return;
  }
  await seedMembership(ports, people.hr, {
    programmeId: id,
    contacts: [{ id: 'administrator-1', role: 'administrator' }],
  });
  await seedMembership(ports, people.sponsor, { programmeId: id, contacts: [{ id: 'sponsor', role: 'sponsor' }] });
  await seedMembership(ports, people.assistant, {
    programmeId: id,
    contacts: [{ id: 'delegate-1', role: 'delegate', menteeId: 'p2' }],
  });
  await seedMembership(ports, people.mentor, { programmeId: id, participantId: 'p1', contacts: [] });
  await seedMembership(ports, people.mentee, { programmeId: id, participantId: 'p2', contacts: [] });
}
