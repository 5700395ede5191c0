import fc from 'fast-check';
import { pairHealth } from '../../../src/board/health';
import { readBoard } from '../../../src/board/read-board';
import { runDue } from '../../../src/dispatch/run-due';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { wantsPartner } from '../../../src/domain/participant-rules';
import { mostPauseDays, pauseRange, pauseUntil } from '../../../src/domain/pause-rules';
import { listPeople } from '../../../src/enrolment/list-people';
import { aBoardRow, aPair, aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { aContact } from '../../helpers/factories/programme';
import { aBookedSession } from '../../helpers/factories/session';
import { memoryPorts } from '../../helpers/memory-ports';
import { plusDays } from '../../../src/kernel/clock';
import { messagesOfHr } from '../../helpers/messages-of-hr';
import { actorOf, castOf, put, type Delivery, type Stage, putDue } from '../../helpers/stage';
import { dueRows } from '../../helpers/due-rows';

/** Monday, 10:00 in Paris. */
const now = '2027-01-11T09:00:00.000Z';
const programmeId = 'passages';
const pauseTill = (until: string) => ({ verb: 'pause/set', programmeId, until }) as const;
const back = { verb: 'pause/end', programmeId } as const;

/** A pair of three months: session 1 booked for 20 January, the others to come. */
async function aRunningPair(): Promise<Stage> {
  const ports = memoryPorts();
  const stage = await castOf(ports, {
    now,
    participants: [
      aParticipant({ id: 'M1', profile: { name: 'Inès Belkacem' } }),
      aParticipant({ id: 'S1', profile: { name: 'Marc Lefèvre', role: 'mentee' } }),
    ],
    contacts: [aContact(), aContact({ id: 'delegate-1', role: 'delegate', name: 'Paul Roy', menteeId: 'S1' })],
  });
  const of = { mentorId: 'M1', menteeId: 'S1' };
  const booked = { start: '2027-01-20T13:00:00.000Z', end: '2027-01-20T14:00:00.000Z' };
  const window = { windowStart: '2027-01-10T09:00:00.000Z', windowEnd: '2027-02-10T09:00:00.000Z' };
  await put(ports, programmeId, 'pair', 'pair-1', aPair({ ...of, startedAt: '2027-01-10T09:00:00.000Z', months: 3 }));
  for (const id of ['M1', 'S1'])
    await put(ports, programmeId, 'person-pairs', id, { participantId: id, pairIds: ['pair-1'] });
  await put(ports, programmeId, 'session', 'pair-1|01', aBookedSession({ ...of, ...window, booked, slots: [booked] }));
  for (const id of ['M1', 'S1'])
    for (const half of ['00', '30'])
      await put(ports, programmeId, 'taken', `${id}|2027-01-20T13:${half}:00.000Z`, { sessionKey: 'pair-1|01' });
  const dues = [
    { kind: 'session-over', at: booked.end, ref: 'pair-1|01', occurrence: '1' },
    { kind: 'session-close', at: '2027-02-10T09:00:00.000Z', ref: 'pair-1|01', occurrence: 'month' },
    { kind: 'session-propose', at: '2027-01-31T09:00:00.000Z', ref: 'pair-1|02', occurrence: '' },
    { kind: 'session-close', at: '2027-03-10T09:00:00.000Z', ref: 'pair-1|02', occurrence: 'month' },
    { kind: 'session-propose', at: '2027-02-28T09:00:00.000Z', ref: 'pair-1|03', occurrence: '' },
    { kind: 'session-close', at: '2027-04-10T09:00:00.000Z', ref: 'pair-1|03', occurrence: 'month' },
  ] as const;
  await putDue(ports, programmeId, ...dues);
  return stage;
}

const kindsTo = (delivered: readonly Delivery[], id: string) =>
  delivered
    .filter(({ message, prepared }) => prepared.ok && 'id' in message.recipient && message.recipient.id === id)
    .map(({ message }) => message.kind);
const viewsOf = (delivered: readonly Delivery[], kind: string) =>
  delivered.flatMap(({ message, prepared }) => (message.kind === kind && prepared.ok ? [prepared.view] : []));

describe('A pause', () => {
  it('ends with the first moment of a day from tomorrow to 90 days on, in the person’s own zone', () => {
    expect(pauseRange('2027-01-11T23:30:00.000Z', 'Asia/Tokyo')).toEqual({
      earliest: '2027-01-13',
      latest: '2027-04-12',
    });
    expect(pauseUntil('2027-02-01', now, 'Europe/Paris')).toMatchObject({
      value: { until: '2027-02-01', resumesAt: '2027-01-31T23:00:00.000Z' },
    });
    for (const wrong of ['2027-01-11', '2026-12-01', '2027-04-12', '2027-02-30'])
      expect(pauseUntil(wrong, now, 'Europe/Paris')).toEqual({ ok: false, reason: 'invalid-input' });
  });

  it('reads the date as clients of other languages send it, and guesses no month', () => {
    for (const text of ['2027-02-01T00:00:00', '2027-02-01T22:00:00Z', '2027-02-01 00:00:00'])
      expect(pauseUntil(text, now, 'Europe/Paris')).toMatchObject({ value: { until: '2027-02-01' } });
    for (const text of ['06/03/2027 22:00:00', '01/02/2027', 'tomorrow', '2027-2-1', ''])
      expect(pauseUntil(text, now, 'Europe/Paris')).toEqual({ ok: false, reason: 'date-unread' });
  });

  it('never lasts longer than its days, whatever the zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Paris', 'Asia/Tokyo', 'Pacific/Apia', 'America/St_Johns', 'Australia/Lord_Howe'),
        fc.integer({ min: 0, max: 600 * 24 }),
        fc.integer({ min: -5, max: 120 }),
        (zone, hours, days) => {
          const at = new Date(Date.parse(now) + hours * 3_600_000).toISOString();
          const date = new Date(Date.parse(at) + days * 86_400_000).toISOString().slice(0, 10);
          const pause = pauseUntil(date, at, zone);
          if (!pause.ok) return true;
          const length = Date.parse(pause.value.resumesAt) - Date.parse(at);
          return length > 0 && length <= (mostPauseDays + 1) * 86_400_000;
        },
      ),
    );
  });

  it('keeps the person out of every draft until its date', () => {
    const pause = { until: '2027-02-01', resumesAt: '2027-01-31T23:00:00.000Z', since: now };
    expect(wantsPartner(aParticipant({ pause }), now)).toBe(false);
    expect(wantsPartner(aParticipant({ pause }), pause.resumesAt)).toBe(true);
  });

  it('shows the card first, then that the person is away; the same date twice changes nothing, a wrong one neither', async () => {
    const stage = await aRunningPair();
    expect(await stage.press('M1', { verb: 'pause/open', programmeId })).toMatchObject({
      changed: false,
      view: { card: 'pause', state: 'open', earliest: '2027-01-12' },
    });
    expect(await stage.press('M1', pauseTill('2027-02-01'))).toMatchObject({
      changed: true,
      view: { state: 'paused', until: '2027-02-01' },
    });
    expect(await stage.press('M1', pauseTill('2027-02-01'))).toMatchObject({ changed: false });
    expect((await stage.press('M1', pauseTill('2027-09-01'))).view).toEqual({
      card: 'notice',
      notice: 'invalid-input',
    });
    expect((await stage.press('M1', { verb: 'home/show' })).view).toMatchObject({
      programmes: [{ state: 'paused', until: '2027-02-01' }],
    });
    expect((await stage.press('delegate-1', pauseTill('2027-02-01'))).view).toMatchObject({ card: 'notice' });
  });
});

describe('While one of a pair is away', () => {
  it('the booked hour is off with kind words to the other and times alone to the assistant; nothing is left of it', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', pauseTill('2027-02-01'));
    await stage.work();
    const delivered = await stage.deliver();
    expect(kindsTo(delivered, 'S1')).toEqual(['pair-paused']);
    expect(kindsTo(delivered, 'M1')).toEqual([]);
    expect(viewsOf(delivered, 'pair-paused')).toMatchObject([
      { card: 'hour-off', partnerName: 'Inès', resumesOn: '2027-02-01', calledOff: '2027-01-20T13:00:00.000Z' },
    ]);
    const [times] = viewsOf(delivered, 'hour-off');
    expect(times).toEqual({
      card: 'hour-off',
      programmeId,
      programmeName: expect.any(String) as string,
      calledOff: '2027-01-20T13:00:00.000Z',
    });
    expect(await stage.session('pair-1')).toMatchObject({ state: 'paused', slots: [], sequence: 1 });
    expect((await stage.ports.programmes.range(programmeId, 'taken', { limit: 9 })).rows).toEqual([]);
    const page = await readMyPage(stage.ports, actorOf('S1'), programmeId, stage.now);
    expect(page).toMatchObject({ value: { pairs: [{ resumesOn: '2027-02-01' }], steps: [] } });
  });

  it('nothing is asked of the one who is away, and a month inside the pause is on hold on HR’s board, not missed', async () => {
    const stage = await aRunningPair();
    await stage.press('S1', pauseTill('2027-03-20'));
    const delivered = await stage.advance('2027-03-15T09:00:00.000Z', 12);
    expect(kindsTo(delivered, 'S1')).toEqual([]);
    expect(kindsTo(delivered, 'M1')).toEqual(['pair-paused']);
    const board = await readBoard(stage.ports, programmeId, stage.now);
    expect(board).toMatchObject({ value: { rows: [{ months: ['paused', 'paused', 'paused'], health: 'on-hold' }] } });
    expect((await stage.counts())['sessions.missed'] ?? 0).toBe(0);
  });

  it('HR reads nobody’s name beside it: not in the messages, the people, or the board', async () => {
    const [one, other] = [await aRunningPair(), await aRunningPair()];
    await one.press('M1', pauseTill('2027-02-01'));
    await other.press('S1', pauseTill('2027-02-01'));
    for (const stage of [one, other]) await stage.advance(plusDays(stage.now, 2));
    const read = async (stage: Stage) => ({
      people: await listPeople(stage.ports, programmeId, undefined, 'en', 'hr'),
      board: await readBoard(stage.ports, programmeId, stage.now),
      counts: await stage.counts(),
      messages: await messagesOfHr(stage),
    });
    expect(await read(one)).toEqual(await read(other));
    expect(JSON.stringify((await read(one)).messages)).not.toMatch(/Inès|Marc|Paul/u);
  });

  it('an old card of the hour neither moves it nor books another', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', pauseTill('2027-02-01'));
    await stage.work();
    const ref = { programmeId, pairId: 'pair-1', number: 1, slotRound: 1 };
    expect(await stage.press('S1', { verb: 'session/move', ...ref })).toMatchObject({ changed: false });
    expect(await stage.press('S1', { verb: 'session/suits', ...ref, slots: '0' })).toMatchObject({ changed: false });
  });
});

describe('At the date', () => {
  it('all goes on by itself: one card to who is back, and the month’s hours to both', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', pauseTill('2027-01-25'));
    const delivered = await stage.advance('2027-01-25T10:00:00.000Z', 6);
    expect(kindsTo(delivered, 'M1')).toEqual(['pause-over', 'slots']);
    expect(kindsTo(delivered, 'S1')).toEqual(['pair-paused']);
    expect(kindsTo(delivered, 'delegate-1')).toEqual(['hour-off', 'slots']);
    expect(viewsOf(delivered, 'pause-over')).toMatchObject([{ card: 'pause', state: 'over' }]);
    expect(await stage.session('pair-1')).toMatchObject({ state: 'proposing' });
    expect((await stage.ports.programmes.get(programmeId, 'participant', 'M1'))?.value.pause).toBeUndefined();
  });

  it('the times of one session at a time: those of the next one once these are settled', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', pauseTill('2027-02-03'));
    await stage.advance('2027-02-03T10:00:00.000Z', 6);
    expect(await stage.session('pair-1', 1)).toMatchObject({ state: 'proposing' });
    expect(await stage.session('pair-1', 2)).toMatchObject({ state: 'paused' });
    await stage.advance('2027-02-12T10:00:00.000Z', 6);
    // Nobody named a time in the days that were left: of the month a pause took its part, so that it was on hold.
    expect(await stage.session('pair-1', 1)).toMatchObject({ state: 'paused' });
    expect(await stage.session('pair-1', 2)).toMatchObject({ state: 'proposing' });
    expect((await stage.counts())['sessions.missed']).toBeUndefined();
  });

  it('the card that said booked says on hold meanwhile, to both and to the assistant', async () => {
    const stage = await aRunningPair();
    const recipients = [
      { to: 'participant', id: 'M1' },
      { to: 'participant', id: 'S1' },
      { to: 'contact', id: 'delegate-1' },
    ] as const;
    for (const recipient of recipients) {
      const subject = { pairId: 'pair-1', sessionNumber: 1, slotRound: 1 };
      await new UnitOfWork(stage.ports, programmeId, stage.context, 'system')
        .queueMessage({ kind: 'booked', recipient, subject })
        .commit();
    }
    await stage.deliver();
    await stage.press('M1', pauseTill('2027-01-25'));
    await stage.work();
    const cards = await stage.edit();
    expect(cards).toHaveLength(3);
    for (const { view } of cards) expect(view).toMatchObject({ card: 'session-off', state: 'on-hold', number: 1 });
    await stage.advance('2027-01-25T10:00:00.000Z', 6);
    expect((await stage.edit()).map(({ view }) => view.card)).toEqual(['slots', 'slots', 'slots']);
  });

  it('who comes back early has their hours at once, and the date then passes in silence', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', pauseTill('2027-01-25'));
    await stage.advance('2027-01-13T10:00:00.000Z', 6);
    expect(await stage.press('M1', back)).toMatchObject({ changed: true, view: { card: 'pause', state: 'open' } });
    expect(await stage.press('M1', back)).toMatchObject({ changed: false });
    await stage.work();
    expect(await stage.session('pair-1')).toMatchObject({ state: 'proposing' });
    const delivered = await stage.advance('2027-01-27T10:00:00.000Z', 6);
    expect(viewsOf(delivered, 'pause-over')).toEqual([]);
  });

  it('another date replaces the first: the other hears the new one, and only that one counts', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', pauseTill('2027-01-25'));
    await stage.work();
    await stage.deliver();
    await stage.press('M1', pauseTill('2027-02-03'));
    await stage.work();
    expect(viewsOf(await stage.deliver(), 'pair-paused')).toMatchObject([{ resumesOn: '2027-02-03' }]);
    expect(viewsOf(await stage.advance('2027-01-27T10:00:00.000Z', 6), 'pause-over')).toEqual([]);
    expect(viewsOf(await stage.advance('2027-02-03T10:00:00.000Z', 6), 'pause-over')).toHaveLength(1);
  });

  it('a pair waits for the later of two, and who is away longer is not told of the shorter', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', pauseTill('2027-01-25'));
    await stage.press('S1', pauseTill('2027-01-20'));
    await stage.work();
    const delivered = await stage.advance('2027-01-22T10:00:00.000Z', 6);
    expect(viewsOf(delivered, 'pair-paused')).toMatchObject([{ partnerName: 'Inès', resumesOn: '2027-01-25' }]);
    expect(await stage.session('pair-1')).toMatchObject({ state: 'paused' });
    await stage.advance('2027-01-25T10:00:00.000Z', 6);
    expect(await stage.session('pair-1')).toMatchObject({ state: 'proposing' });
  });

  it('a pair whose last month passed in a pause has gone its way', async () => {
    const stage = await aRunningPair();
    stage.now = '2027-02-27T09:00:00.000Z';
    await stage.press('M1', pauseTill('2027-05-20'));
    await stage.advance('2027-04-10T10:00:00.000Z', 24);
    expect((await stage.ports.programmes.get(programmeId, 'pair', 'pair-1'))?.value.state).toBe('finished');
  });

  it('a survey that opened meanwhile comes then, and no reminder of it before', async () => {
    const stage = await aRunningPair();
    const { ports } = stage;
    await put(ports, programmeId, 'survey-round', 'midpoint', {
      id: 'midpoint',
      instrument: 'midpoint',
      opensAt: '2027-01-13T09:00:00.000Z',
      closesAt: '2027-02-13T09:00:00.000Z',
      state: 'planned',
      revision: 1,
    });
    for (const [kind, at] of [
      ['survey-open', '2027-01-13T09:00:00.000Z'],
      ['survey-remind', '2027-01-18T09:00:00.000Z'],
    ] as const)
      await putDue(ports, programmeId, { kind, at, ref: 'midpoint', occurrence: '' });
    await stage.press('M1', pauseTill('2027-01-25'));
    const before = await stage.advance('2027-01-24T22:00:00.000Z', 6);
    expect(kindsTo(before, 'M1')).toEqual([]);
    expect(kindsTo(before, 'S1')).toEqual(expect.arrayContaining(['survey', 'survey-reminder']));
    expect(kindsTo(await stage.advance('2027-01-25T10:00:00.000Z', 6), 'M1').sort()).toEqual([
      'pause-over',
      'slots',
      'survey',
    ]);
  });
});

test('the health of a pair whose months are on hold is that of one that goes well', () => {
  const months = ['paused', 'paused', 'none', 'none', 'none', 'none'] as const;
  expect(pairHealth(aBoardRow({ months: [...months] }), '2027-01-25T09:00:00.000Z')).toBe('on-track');
});

describe('A proposal to somebody who is away', () => {
  const proposalOf = async (replyBy: string): Promise<Stage> => {
    const stage = await aRunningPair();
    const { ports } = stage;
    await put(
      ports,
      programmeId,
      'proposal',
      'proposal-1',
      aProposal({
        mentorId: 'M2',
        menteeId: 'S1',
        state: 'asking-mentee',
        mentorAcceptedAt: now,
        replyBy,
        pairingRoundEndsAt: replyBy,
      }),
    );
    await put(ports, programmeId, 'participant', 'M2', aParticipant({ id: 'M2', directoryId: 'directory-M2' }));
    await put(ports, programmeId, 'asked', 'S1|proposal-1', { proposalId: 'proposal-1' });
    await stage.press('S1', pauseTill('2027-01-20'));
    await put(ports, programmeId, 'queued', `${now}|m`, {
      id: 'm',
      kind: 'proposal',
      recipient: { to: 'participant', id: 'S1' },
      subject: { proposalId: 'proposal-1' },
      createdAt: now,
      notBefore: now,
      expiresAt: replyBy,
      tries: 0,
      ambiguous: 0,
      correlationId: 'c',
    });
    return stage;
  };

  it('comes at the return where that is before the reply date', async () => {
    const stage = await proposalOf('2027-01-25T09:00:00.000Z');
    expect(viewsOf(await stage.advance('2027-01-19T12:00:00.000Z', 6), 'proposal')).toEqual([]);
    expect(viewsOf(await stage.advance('2027-01-20T12:00:00.000Z', 6), 'proposal')).toMatchObject([
      { card: 'proposal', state: 'open' },
    ]);
  });

  it('comes at once to who comes back early', async () => {
    const stage = await proposalOf('2027-01-25T09:00:00.000Z');
    await stage.advance('2027-01-13T12:00:00.000Z', 6);
    await stage.press('S1', back);
    expect(viewsOf(await stage.advance('2027-01-14T12:00:00.000Z', 6), 'proposal')).toHaveLength(1);
  });

  it('counts like silence where it is not', async () => {
    const stage = await proposalOf('2027-01-18T09:00:00.000Z');
    expect(viewsOf(await stage.advance('2027-01-22T12:00:00.000Z', 6), 'proposal')).toEqual([]);
  });
});

describe('A session that is proposed at the very moment of a pause', () => {
  /** The pause, and all that follows from it, comes in between: after `propose` has read and before it writes. */
  async function pausedInBetween(
    stage: Stage,
    isIt: (write: { kind: string; op: string; value?: unknown }) => boolean,
  ) {
    const { programmes } = stage.ports;
    const commit = programmes.commit.bind(programmes);
    let raced = false;
    Object.assign(programmes, {
      commit: async (...args: Parameters<typeof commit>) => {
        if (!raced && args[1].some(isIt)) {
          raced = true;
          const followed = await aPauseOf(stage);
          expect(followed).toBe(true);
        }
        return commit(...args);
      },
    });
    return () => raced;
  }
  async function aPauseOf(stage: Stage): Promise<boolean> {
    await stage.press('M1', pauseTill('2027-03-20'));
    for (const row of await dueRows(stage.ports, programmeId, stage.now))
      if (row.value.kind === 'pair-align') await runDue(stage.ports, programmeId, row, stage.context);
    return true;
  }

  it('waits as the others do, and no month of it counts as missed', async () => {
    const stage = await aRunningPair();
    stage.now = '2027-01-31T09:00:00.000Z';
    const raced = await pausedInBetween(stage, ({ kind, op }) => kind === 'session' && op === 'insert');
    await stage.work();
    await stage.work();
    expect(raced()).toBe(true);
    expect(await stage.session('pair-1', 2)).toMatchObject({ state: 'paused' });
    await stage.advance('2027-03-15T09:00:00.000Z', 24);
    expect((await stage.counts())['sessions.missed'] ?? 0).toBe(0);
  });
});
