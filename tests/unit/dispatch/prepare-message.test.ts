import { readOverview } from '../../../src/hr-page/overview';
import { plusDays } from '../../../src/kernel/clock';
import type { QueuedMessage } from '../../../src/domain/message';
import { prepareMessage } from '../../../src/dispatch/prepare-message';
import type { Participant } from '../../../src/domain/participant';
import type { ProgrammeState } from '../../../src/domain/programme';
import { renewTeamAddress } from '../../../src/programme/renew-team-address';
import { aPair, aProposal } from '../../helpers/factories/pair';
import { aContact } from '../../helpers/factories/programme';
import { aBookedSession, aSession } from '../../helpers/factories/session';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { castOf, directoryIdOf, mentorAndMentee, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const mentor = { to: 'participant', id: 'M1' } as const;

function aMessage(overrides: Partial<QueuedMessage> = {}): QueuedMessage {
  return {
    id: 'm',
    kind: 'invitation',
    recipient: mentor,
    subject: {},
    createdAt: now,
    notBefore: now,
    tries: 0,
    ambiguous: 0,
    correlationId: 'c',
    ...overrides,
  };
}

interface Scene {
  readonly state?: ProgrammeState;
  readonly mentor?: Partial<Participant>;
}

async function scene({ state = 'running', mentor: patch = {} }: Scene = {}): Promise<{
  stage: Stage;
  ports: MemoryPorts;
}> {
  const ports = memoryPorts();
  const people = mentorAndMentee().map((person) => (person.id === 'M1' ? { ...person, ...patch } : person));
  const stage = await castOf(ports, { now, programme: { state }, participants: people, contacts: [aContact()] });
  await put(ports, 'passages', 'pair', 'pair-1', aPair({ mentorId: 'M1', menteeId: 'S1' }));
  return { stage, ports };
}

const prepare = ({ stage, ports }: { stage: Stage; ports: MemoryPorts }, overrides: Partial<QueuedMessage>) =>
  prepareMessage(ports, 'passages', aMessage(overrides), stage.context);
const stopped = (state: string, reason: string) => ({ ok: false, state, reason });
const sessionSubject = { pairId: 'pair-1', sessionNumber: 1, slotRound: 1 };
const of = { mentorId: 'M1', menteeId: 'S1' };

describe('F66: a message whose programme', () => {
  it.each(['closed', 'paused'] as const)('is %s is cancelled', async (state) => {
    expect(await prepare(await scene({ state }), {})).toEqual(stopped('cancelled', `programme-${state}`));
  });

  it('does not exist is cancelled', async () => {
    const { stage, ports } = await scene();
    expect(await prepareMessage(ports, 'no-such', aMessage(), stage.context)).toEqual(
      stopped('cancelled', 'programme-gone'),
    );
  });
});

describe('A message is skipped', () => {
  it('when its time is over, at that very moment', async () => {
    expect(await prepare(await scene({ mentor: { state: 'invited' } }), { expiresAt: now })).toEqual(
      stopped('skipped', 'too-late'),
    );
    expect(
      await prepare(await scene({ mentor: { state: 'invited' } }), { expiresAt: '2027-01-11T09:00:00.001Z' }),
    ).toMatchObject({ ok: true });
  });

  it('when the programme has no channel any more', async () => {
    const { stage, ports } = await scene();
    const programme = await ports.programmes.get('passages', 'programme', 'programme');
    if (programme === undefined) throw new Error('no programme');
    const { channel: _channel, ...rest } = programme.value;
    await ports.programmes.commit('passages', [
      { op: 'replace', kind: 'programme', key: 'programme', etag: programme.etag, value: rest },
    ]);
    expect(
      await prepare(
        { stage, ports },
        { kind: 'channel-reminder', recipient: { to: 'channel' }, subject: { month: 1 } },
      ),
    ).toEqual(stopped('skipped', 'channel-missing'));
  });
});

describe('A message is blocked', () => {
  it.each(['app-missing', 'blocked', 'not-linked', 'unknown'] as const)(
    'for somebody whose reach is %s',
    async (reach) => {
      expect(await prepare(await scene({ mentor: { reach, state: 'invited' } }), {})).toEqual(
        stopped('blocked', reach),
      );
    },
  );

  it('when Teams’ reference of the person is gone', async () => {
    const { stage, ports } = await scene({ mentor: { state: 'invited' } });
    const row = await ports.people.get(directoryIdOf('M1'), 'reference', 'reference');
    await ports.people.commit(directoryIdOf('M1'), [
      { op: 'delete', kind: 'reference', key: 'reference', etag: row?.etag ?? '' },
    ]);
    expect(await prepare({ stage, ports }, {})).toEqual(stopped('blocked', 'app-missing'));
  });
});

describe('A message is cancelled when the state has moved on:', () => {
  it('an invitation that was answered', async () => {
    for (const state of ['enrolled', 'not-now', 'imported'] as const) {
      expect(await prepare(await scene({ mentor: { state } }), {})).toEqual(stopped('cancelled', 'already-done'));
    }
  });

  it('anything to somebody who is gone or left', async () => {
    expect(await prepare(await scene(), { recipient: { to: 'participant', id: 'M9' } })).toEqual(
      stopped('cancelled', 'recipient-gone'),
    );
    expect(
      await prepare(await scene(), { kind: 'pledge-request', recipient: { to: 'contact', id: 'nobody' } }),
    ).toEqual(stopped('cancelled', 'recipient-gone'));
    expect(await prepare(await scene({ mentor: { state: 'withdrawn' } }), {})).toEqual(
      stopped('cancelled', 'recipient-left'),
    );
  });

  it('a pledge that was given', async () => {
    expect(
      await prepare(await scene(), { kind: 'pledge-request', recipient: { to: 'contact', id: 'sponsor' } }),
    ).toEqual(stopped('cancelled', 'already-done'));
  });

  it.each([
    ['answered', { state: 'asking-mentee' }, 'already-done'],
    ['expired', { replyBy: now }, 'already-done'],
    ['declined', { state: 'declined' }, 'already-done'],
    ['of others', { mentorId: 'M9' }, 'subject-gone'],
  ] as const)('a proposal that is %s', async (_case, patch, reason) => {
    const it = await scene();
    await put(
      it.ports,
      'passages',
      'proposal',
      'X',
      aProposal({ id: 'X', ...of, replyBy: plusDays(now, 7), ...patch }),
    );
    for (const kind of ['proposal', 'proposal-reminder'] as const) {
      expect(await prepare(it, { kind, subject: { proposalId: 'X' } })).toEqual(stopped('cancelled', reason));
    }
  });

  it('a proposal to somebody who said “not now” since', async () => {
    const it = await scene({ mentor: { state: 'not-now' } });
    await put(it.ports, 'passages', 'proposal', 'X', aProposal({ id: 'X', ...of, replyBy: plusDays(now, 7) }));
    expect(await prepare(it, { kind: 'proposal', subject: { proposalId: 'X' } })).toEqual(
      stopped('cancelled', 'recipient-left'),
    );
  });

  it.each([
    ['slots of an older set', 'slots', aSession({ ...of, slotRound: 2 })],
    ['slots when the hour is booked', 'slots', aBookedSession(of)],
    ['slots the person has answered', 'slots', aSession({ ...of, slotAnswers: { mentor: { suits: [0], at: now } } })],
    ['a booking that was moved', 'booked', aSession({ ...of, slotRound: 2 })],
    [
      'the question of a session that was answered',
      'met',
      aBookedSession({ ...of, state: 'asked', met: { mentor: 'yes' } }),
    ],
    ['the question of a session that is decided', 'met', aBookedSession({ ...of, state: 'held' })],
  ] as const)('%s', async (_case, kind, session) => {
    const it = await scene();
    await put(it.ports, 'passages', 'session', 'pair-1|01', session);
    expect(await prepare(it, { kind, subject: sessionSubject })).toEqual(stopped('cancelled', 'already-done'));
  });

  it('whatever concerns a pair or session that is gone', async () => {
    for (const kind of ['slots', 'booked', 'met', 'introduction'] as const) {
      expect(await prepare(await scene(), { kind, subject: { ...sessionSubject, pairId: 'pair-9' } })).toEqual(
        stopped('cancelled', 'subject-gone'),
      );
    }
  });

  it('a survey that was answered, skipped, closed or never put to the person', async () => {
    const it = await scene();
    const round = {
      id: 'baseline',
      instrument: 'baseline',
      opensAt: now,
      closesAt: plusDays(now, 9),
      state: 'open',
      revision: 1,
    } as const;
    await put(it.ports, 'passages', 'survey-round', 'baseline', round);
    await put(it.ports, 'passages', 'survey-round', 'midpoint', { ...round, id: 'midpoint', state: 'closed' });
    for (const [id, state] of [
      ['baseline', 'answered'],
      ['midpoint', 'asked'],
    ] as const) {
      await put(it.ports, 'passages', 'status', `${id}|M1`, {
        surveyRound: id,
        participantId: 'M1',
        state,
        on: '2027-01-11',
      });
      expect(await prepare(it, { kind: 'survey', subject: { surveyRound: id } })).toEqual(
        stopped('cancelled', 'already-done'),
      );
    }
    expect(
      await prepare(it, {
        kind: 'survey',
        recipient: { to: 'participant', id: 'S1' },
        subject: { surveyRound: 'baseline' },
      }),
    ).toEqual(stopped('cancelled', 'subject-gone'));
  });
});

it('never goes to somebody whom its kind is not for', async () => {
  expect(await prepare(await scene(), { kind: 'pledge-request' })).toEqual(stopped('failed', 'wrong-recipient'));
  expect(
    await prepare(await scene(), { kind: 'met', recipient: { to: 'contact', id: 'sponsor' }, subject: sessionSubject }),
  ).toEqual(stopped('failed', 'wrong-recipient'));
});

describe('The channel’s post', () => {
  const post = async (counts: Readonly<Record<string, number>>) => {
    const { stage, ports } = await scene();
    const head = await ports.programmes.get('passages', 'board', 'head');
    if (head === undefined) throw new Error('no head');
    await ports.programmes.commit('passages', [
      { op: 'replace', kind: 'board', key: 'head', etag: head.etag, value: { ...head.value, counts } },
    ]);
    const prepared = await prepare(
      { stage, ports },
      { kind: 'channel-reminder', recipient: { to: 'channel' }, subject: { month: 2 } },
    );
    return prepared.ok ? prepared.view : prepared;
  };

  it('shows counts from five pairs on, none below', async () => {
    const told = await post({ 'pairs.active': 5, 'pairs.finished': 2, 'sessions.held': 7, 'sessions.ahead': 3 });
    expect(told).toMatchObject({ active: 5, sessions: { held: 7, booked: 3 } });
    expect(told).not.toHaveProperty('finished');
    expect(await post({ 'pairs.active': 4, 'sessions.held': 7 })).not.toHaveProperty('sessions');
  });

  it('tells the month and the counts that HR reads on the overview at that moment', async () => {
    const { stage, ports } = await scene();
    const view = await post({ 'pairs.active': 7, 'pairs.finished': 21, 'sessions.held': 90, 'sessions.ahead': 4 });
    const overview = await readOverview(ports, 'passages', { language: 'en', now: stage.now });
    const month = overview.ok ? (overview.value.month ?? 1) : undefined;
    expect(view).toMatchObject({ month, active: 7, finished: 21, sessions: { held: 90, booked: 4 } });
  });

  it('goes to the newest address of its team', async () => {
    const { stage, ports } = await scene();
    const serviceUrl = 'https://smba.trafficmanager.net/amer/';
    await ports.tenants.commit('tenant', [
      {
        op: 'insert',
        kind: 'team',
        key: 'team-1',
        value: {
          teamId: 'team-1',
          name: 'Passages',
          serviceUrl: 'https://smba.trafficmanager.net/emea/',
          seenAt: stage.now,
        },
      },
    ]);
    const context = { now: stage.now, correlationId: 'c' };
    await renewTeamAddress(ports, 'team-1', serviceUrl, context);
    await renewTeamAddress(ports, 'team-2', serviceUrl, context);
    const prepared = await prepare(
      { stage, ports },
      { kind: 'channel-reminder', recipient: { to: 'channel' }, subject: { month: 2 } },
    );
    expect(prepared).toMatchObject({ target: { to: 'channel', channel: { channelId: 'channel-1', serviceUrl } } });
    expect(await ports.tenants.get('tenant', 'team', 'team-2')).toBeUndefined();
  });

  it('names nobody', async () => {
    expect(JSON.stringify(await post({ 'pairs.active': 9 }))).not.toMatch(/Inès|Belkacem|Marc|Lefèvre|M1|S1/u);
  });
});
