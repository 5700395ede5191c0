import { plusDays, plusMilliseconds } from '../../../src/kernel/clock';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import type { CardView } from '../../../src/domain/view';
import type { Pair } from '../../../src/domain/proposal';
import type { AvailabilityWindow } from '../../../src/domain/participant';
import { aPair } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { aContact } from '../../helpers/factories/programme';
import { aBookedSession, aSession } from '../../helpers/factories/session';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, mentorAndMentee, put, type Cast, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const pair: Pair = aPair({ mentorId: 'M1', menteeId: 'S1', startedAt: now, months: 3 });
const due = (kind: string, at: string, occurrence = '', ref = 'pair-1|01') =>
  ({ kind, at, ref, occurrence, correlationId: 'c' }) as never;

async function withPair(
  cast: Cast & { readonly pair?: Pair; readonly propose?: boolean } = {},
): Promise<{ stage: Stage; ports: MemoryPorts }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, { now, planned: true, ...cast });
  const of = cast.pair ?? pair;
  await put(ports, 'passages', 'pair', of.id, of);
  for (const participantId of [of.mentorId, of.menteeId])
    await put(ports, 'passages', 'person-pairs', participantId, { participantId, pairIds: [of.id] });
  if (cast.propose !== false) {
    await put(ports, 'passages', 'due', `${now}|session-propose`, due('session-propose', now));
    await stage.work();
  }
  return { stage, ports };
}

const ref = (slotRound: number, number = 1) => ({ programmeId: 'passages', pairId: 'pair-1', number, slotRound });
const slotsOf = (view: CardView) => (view.card === 'slots' ? view.slots.map((slot) => slot.start) : []);

/** Both name the first slot. */
async function book(stage: Stage): Promise<void> {
  const { slotRound } = await stage.session('pair-1');
  await stage.press('M1', { verb: 'session/suits', ...ref(slotRound), slots: '0' });
  await stage.press('S1', { verb: 'session/suits', ...ref(slotRound), slots: '0' });
  await stage.work();
}

const busyOf = (ports: MemoryPorts) =>
  ports.people
    .dump()
    .filter((row) => row.kind === 'booked')
    .map((row) => (row.value as { start: string }).start);

const takenOf = (ports: MemoryPorts) =>
  ports.programmes
    .dump()
    .filter((row) => row.kind === 'taken')
    .map((row) => row.key.split('|')[1]);

describe('The month’s hour', () => {
  it('is offered as three slots to both, booked with both words, and known in both diaries', async () => {
    const { stage, ports } = await withPair();
    const offered = await stage.deliver();
    expect(offered.map(({ message }) => [message.kind, message.recipient])).toEqual([
      ['slots', { to: 'participant', id: 'M1' }],
      ['slots', { to: 'participant', id: 'S1' }],
    ]);
    await book(stage);
    const session = await stage.session('pair-1');
    expect(session).toMatchObject({ state: 'booked', booked: session.slots[0] });
    expect((await stage.queued()).map(({ kind, recipient }) => [kind, recipient])).toEqual([
      ['booked', { to: 'participant', id: 'M1' }],
      ['agenda', { to: 'participant', id: 'M1' }],
      ['agenda', { to: 'participant', id: 'S1' }],
    ]);
    expect(busyOf(ports)).toEqual([session.slots[0]?.start, session.slots[0]?.start]);
  });

  it('pressed by both at the same instant is booked once, in either order', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const { stage } = await withPair();
      const presses = ['M1', 'S1', 'M1', 'S1'].map(
        (who) => () => stage.press(who, { verb: 'session/suits', ...ref(1), slots: '1' }),
      );
      await Promise.all((turn % 2 === 0 ? presses : presses.reverse()).map((press) => press()));
      expect(await stage.session('pair-1')).toMatchObject({ state: 'booked', sequence: 0, slotRound: 1 });
      expect((await stage.queued()).filter((message) => message.kind === 'booked')).toHaveLength(1);
    }
  });

  it('never offers a time twice while there are times nobody has seen', async () => {
    const { stage } = await withPair();
    const seen: string[] = [];
    for (let slotRound = 1; slotRound <= 5; slotRound++) {
      const { slots } = await stage.session('pair-1');
      expect(seen.filter((start) => slots.some((slot) => slot.start === start))).toEqual([]);
      seen.push(...slots.map((slot) => slot.start));
      await stage.press(slotRound % 2 === 0 ? 'M1' : 'S1', { verb: 'session/none-suit', ...ref(slotRound) });
    }
  });

  it('offers times of before once more when there are no others left, and is not missed for that', async () => {
    const availability: readonly AvailabilityWindow[] = [{ day: 'tue', from: '09:00', to: '10:00' }];
    const { stage } = await withPair({
      participants: mentorAndMentee().map((person) => ({ ...person, profile: { ...person.profile, availability } })),
    });
    await stage.press('M1', { verb: 'session/none-suit', ...ref(1) });
    expect(slotsOf((await stage.press('M1', { verb: 'session/none-suit', ...ref(2) })).view)).toHaveLength(3);
    expect(await stage.session('pair-1')).toMatchObject({ state: 'proposing', slotRound: 3 });
  });

  it('ends as missed after eight sets that suit nobody', async () => {
    const { stage } = await withPair();
    for (let slotRound = 1; slotRound <= 8; slotRound++)
      await stage.press('M1', { verb: 'session/none-suit', ...ref(slotRound) });
    expect(await stage.session('pair-1')).toMatchObject({ state: 'missed', slotRound: 8 });
    await stage.work();
    expect(await stage.counts()).toMatchObject({ 'sessions.planned': 1, 'sessions.missed': 1 });
  });

  it('is asked for with a card twice; after that new sets come silently, until one side answers and the other hears of it', async () => {
    const { stage } = await withPair();
    const cards = async (): Promise<number> => {
      const { slotRound } = await stage.session('pair-1');
      return (await stage.queued()).filter(({ kind, subject }) => kind === 'slots' && subject.slotRound === slotRound)
        .length;
    };
    const runOut = async (): Promise<void> => {
      const { slots } = await stage.session('pair-1');
      stage.now = plusMilliseconds(slots.at(-1)?.start ?? now, -1_800_000);
      await stage.work();
    };
    expect(await cards()).toBe(2);
    await runOut();
    expect(await cards()).toBe(2);
    await runOut();
    expect(await cards()).toBe(0);
    expect(await stage.session('pair-1')).toMatchObject({ state: 'proposing', slotRound: 3, unanswered: 2 });
    // The card in the chat is an older one: it shows the new set.
    const shown = await stage.press('M1', { verb: 'session/suits', ...ref(2), slots: '0' });
    expect(shown.view).toMatchObject({ card: 'slots', state: 'open', slotRound: 3 });
    await stage.press('M1', { verb: 'session/suits', ...ref(3), slots: '2' });
    expect((await stage.queued()).filter(({ subject }) => subject.slotRound === 3)).toMatchObject([
      { kind: 'slots', recipient: { to: 'participant', id: 'S1' } },
    ]);
    await stage.press('S1', { verb: 'session/suits', ...ref(3), slots: '2' });
    expect((await stage.session('pair-1')).state).toBe('booked');
  });

  it('with a set that suits nobody comes as the answer to who pressed, and as a card to the other alone', async () => {
    const { stage } = await withPair();
    await stage.deliver();
    await stage.press('M1', { verb: 'session/none-suit', ...ref(1) });
    expect((await stage.queued()).map(({ recipient }) => recipient)).toEqual([{ to: 'participant', id: 'S1' }]);
  });

  it('that was booked by night is not one the other reads of too late', async () => {
    const { stage } = await withPair();
    await stage.press('M1', { verb: 'session/suits', ...ref(1), slots: '1,2' });
    const [, atNine, later] = (await stage.session('pair-1')).slots;
    stage.now = plusMilliseconds(atNine?.start ?? now, -10 * 3_600_000);
    await stage.press('S1', { verb: 'session/suits', ...ref(1), slots: '1,2' });
    expect((await stage.session('pair-1')).booked).toEqual(later);
  });

  it('is not booked at an hour that another pair of the mentor has taken since', async () => {
    const people = [...mentorAndMentee(), aParticipant({ id: 'S2', profile: { role: 'mentee' } })];
    const { stage, ports } = await withPair({ participants: people });
    const { slots } = await stage.session('pair-1');
    const [first] = slots;
    await put(ports, 'passages', 'pair', 'pair-2', { ...pair, id: 'pair-2', menteeId: 'S2' });
    await put(
      ports,
      'passages',
      'session',
      'pair-2|01',
      aBookedSession({
        pairId: 'pair-2',
        mentorId: 'M1',
        menteeId: 'S2',
        ...(first === undefined ? {} : { booked: first }),
      }),
    );
    await put(ports, 'passages', 'projection', 'f1', {
      id: 'f1',
      type: 'booking',
      participantId: 'M1',
      sessionKey: 'pair-2|01',
    });
    await stage.work();
    await stage.press('S1', { verb: 'session/suits', ...ref(1), slots: '0,1' });
    await stage.press('M1', { verb: 'session/suits', ...ref(1), slots: '0,1' });
    expect((await stage.session('pair-1')).booked).toEqual(slots[1]);
  });
});

describe('A booked hour', () => {
  it('that is moved leaves the diaries, rises in sequence and keeps its identity', async () => {
    const { stage, ports } = await withPair();
    await book(stage);
    const before = await stage.session('pair-1');
    const moved = await stage.press('S1', { verb: 'session/move', ...ref(1) });
    expect(moved.view).toMatchObject({ card: 'slots', state: 'open', slotRound: 2 });
    expect(takenOf(ports)).toEqual([]);
    await stage.work();
    expect(busyOf(ports)).toEqual([]);
    expect(await stage.press('M1', { verb: 'session/move', ...ref(1) })).toMatchObject({ changed: false });
    const { slotRound } = await stage.session('pair-1');
    await stage.press('M1', { verb: 'session/suits', ...ref(slotRound), slots: '2' });
    await stage.press('S1', { verb: 'session/suits', ...ref(slotRound), slots: '2' });
    const after = await stage.session('pair-1');
    expect([after.uid, after.sequence, after.state]).toEqual([before.uid, before.sequence + 1, 'booked']);
    await stage.work();
    expect(busyOf(ports)).toEqual([after.booked?.start, after.booked?.start]);
    expect(await stage.counts()).toMatchObject({ 'sessions.moved': 1, 'sessions.booked': 1, 'sessions.ahead': 1 });
  });

  it('is in the diaries as it is now, in whatever order what follows is applied', async () => {
    const { stage, ports } = await withPair();
    await book(stage);
    const stale = { type: 'booking', participantId: 'M1', sessionKey: 'pair-1|01' } as const;
    await put(ports, 'passages', 'projection', 'a', { ...stale, id: 'a' });
    await put(ports, 'passages', 'projection', 'z', { ...stale, id: 'z' });
    await stage.work();
    const { booked } = await stage.session('pair-1');
    expect(busyOf(ports)).toEqual([booked?.start, booked?.start]);
  });

  it('moved on the last days of its month, with no time left, is missed and gives the hour back', async () => {
    const { stage, ports } = await withPair({ propose: false });
    const windowEnd = plusDays(now, 31);
    stage.now = plusDays(now, 30.5);
    const booked = { start: plusDays(now, 30.7), end: plusMilliseconds(plusDays(now, 30.7), 3_600_000) };
    await put(
      ports,
      'passages',
      'session',
      'pair-1|01',
      aBookedSession({ mentorId: 'M1', menteeId: 'S1', windowStart: now, windowEnd, booked, slots: [booked] }),
    );
    const outcome = await stage.press('M1', { verb: 'session/move', ...ref(1) });
    expect(outcome.view).toMatchObject({ card: 'met', state: 'closed' });
    const after = await stage.session('pair-1');
    expect([after.state, after.booked, after.sequence]).toEqual(['missed', undefined, 1]);
    await stage.work();
    expect(busyOf(ports)).toEqual([]);
    expect(await stage.counts()).toMatchObject({ 'sessions.missed': 1, 'sessions.booked': -1 });
  });

  it('that both say did not take place can still find another time in its month', async () => {
    const { stage } = await withPair();
    await book(stage);
    const { booked } = await stage.session('pair-1');
    await stage.advance(plusDays(booked?.end ?? now, 1));
    await stage.press('M1', { verb: 'session/not-met', ...ref(1) });
    const second = await stage.press('S1', { verb: 'session/not-met', ...ref(1) });
    expect(second.view).toMatchObject({ card: 'met', state: 'answered-no', canMove: true });
    await stage.work();
    expect(await stage.counts()).toMatchObject({ 'sessions.missed': 1 });
    expect((await stage.press('S1', { verb: 'session/move', ...ref(1) })).view).toMatchObject({
      card: 'slots',
      state: 'open',
    });
    await stage.work();
    expect(await stage.counts()).toMatchObject({ 'sessions.missed': 0, 'sessions.moved': 1 });
  });

  it('is asked about once it is over, and held with one yes when the days to answer have passed', async () => {
    const { stage, ports } = await withPair();
    await book(stage);
    const { booked } = await stage.session('pair-1');
    const halves = [booked?.start, plusMilliseconds(booked?.start ?? now, 1_800_000)];
    expect(takenOf(ports)).toEqual([...halves, ...halves]);
    const delivered = await stage.advance(plusDays(booked?.end ?? now, 1));
    expect(delivered.filter(({ message }) => message.kind === 'met')).toHaveLength(2);
    expect(takenOf(ports)).toEqual([]);
    expect((await stage.press('M1', { verb: 'session/met', ...ref(1) })).view).toMatchObject({
      card: 'survey',
      surveyRound: 'pulse-1',
    });
    await stage.advance(plusDays(stage.now, 8));
    expect(await stage.session('pair-1')).toMatchObject({ state: 'held', met: { mentor: 'yes' } });
    expect(await stage.counts()).toMatchObject({ 'sessions.held': 1 });
  });
});

test('a month in which two hours were not held asks for no third one', async () => {
  const { stage } = await withPair();
  for (const left of [2, 1, 0]) {
    await book(stage);
    const { booked, slotRound } = await stage.session('pair-1');
    await stage.advance(plusMilliseconds(booked?.end ?? now, 60_000), 24);
    for (const who of ['M1', 'S1']) await stage.press(who, { verb: 'session/not-met', ...ref(slotRound) });
    const pressed = await stage.press('S1', { verb: 'session/move', ...ref(slotRound) });
    expect(pressed).toMatchObject(
      left > 0 ? { view: { card: 'slots' } } : { changed: false, view: { canMove: false } },
    );
  }
});

describe('The months after the first', () => {
  const saturday = '2027-01-30T21:00:00.000Z';
  const secondDue = async (ports: MemoryPorts) =>
    put(ports, 'passages', 'due', `${saturday}|second`, due('session-propose', saturday, '', 'pair-1|02'));
  const ofSecond = (delivered: Awaited<ReturnType<Stage['deliver']>>) =>
    delivered.filter(({ message }) => message.kind === 'slots' && message.subject.sessionNumber === 2);

  it('are proposed before the month is over once its session is settled, one card each, at the next contact time', async () => {
    const { stage, ports } = await withPair();
    await secondDue(ports);
    await book(stage);
    expect(ofSecond(await stage.advance(saturday, 24))).toEqual([]);
    expect(ofSecond(await stage.advance('2027-02-01T08:00:00.000Z', 24))).toHaveLength(2);
    expect((await stage.session('pair-1', 2)).windowStart).toBe('2027-02-11T09:00:00.000Z');
  });

  it('wait while times of the one before are still to be agreed on, and come when its month is over', async () => {
    const { stage, ports } = await withPair();
    await put(ports, 'passages', 'due', 'close', due('session-close', '2027-02-11T09:00:00.000Z', 'month'));
    await secondDue(ports);
    expect(ofSecond(await stage.advance('2027-02-10T09:00:00.000Z', 24))).toEqual([]);
    expect(await stage.session('pair-1')).toMatchObject({ state: 'proposing' });
    expect(ofSecond(await stage.advance('2027-02-12T09:00:00.000Z', 24))).toHaveLength(2);
    expect(await stage.session('pair-1')).toMatchObject({ state: 'missed' });
  });

  it('that were never proposed while the server was away are missed, without a word', async () => {
    const { stage, ports } = await withPair({ propose: false });
    await put(ports, 'passages', 'due', `${now}|first`, due('session-propose', now));
    stage.now = plusDays(now, 40);
    await stage.work();
    expect(await stage.session('pair-1')).toMatchObject({ state: 'missed', slotRound: 0 });
    expect((await stage.queued()).filter((message) => message.recipient.to !== 'channel')).toEqual([]);
  });
});

describe('The last session', () => {
  it('finishes the pair and gives back both places', async () => {
    const { stage, ports } = await withPair({ pair: { ...pair, months: 3 }, propose: false });
    const asked = aBookedSession({ mentorId: 'M1', menteeId: 'S1', number: 3, state: 'asked' });
    await put(ports, 'passages', 'session', 'pair-1|03', asked);
    await stage.press('M1', { verb: 'session/met', ...ref(1, 3) });
    await stage.press('S1', { verb: 'session/met', ...ref(1, 3) });
    await stage.work();
    expect(await stage.counts()).toMatchObject({ 'pairs.active': -1, 'pairs.finished': 1 });
    expect((await ports.programmes.get('passages', 'person-pairs', 'M1'))?.value).toEqual({
      participantId: 'M1',
      pairIds: [],
      formerPairIds: ['pair-1'],
    });
  });

  it('of a pair that is not asked whether it goes on is followed by the word that its months are complete, to both', async () => {
    const { stage, ports } = await withPair({
      pair: { ...pair, renews: { pairId: 'pair-0', swapped: false } },
      propose: false,
    });
    const asked = aBookedSession({ mentorId: 'M1', menteeId: 'S1', number: 3, state: 'asked' });
    await put(ports, 'passages', 'session', 'pair-1|03', asked);
    for (const who of ['M1', 'S1']) await stage.press(who, { verb: 'session/met', ...ref(1, 3) });
    const delivered = await stage.advance(plusDays(now, 2), 24);
    expect(
      delivered.flatMap(({ message, prepared }) =>
        message.kind === 'pair-ended' && prepared.ok ? [prepared.view] : [],
      ),
    ).toMatchObject([
      { card: 'pair-ended', finished: true },
      { card: 'pair-ended', finished: true },
    ]);
  });
});

describe('A session nobody said a word of', () => {
  it('is a question for some weeks more on card and page, and then rests', async () => {
    const { stage, ports } = await withPair({ propose: false });
    const silent = aBookedSession({
      mentorId: 'M1',
      menteeId: 'S1',
      state: 'unclear',
      booked: { start: '2027-01-11T13:00:00.000Z', end: '2027-01-11T14:00:00.000Z' },
    });
    await put(ports, 'passages', 'session', 'pair-1|01', silent);
    const steps = async () => {
      const page = await readMyPage(stage.ports, actorOf('M1'), 'passages', stage.now);
      return page.ok ? page.value.steps.filter(({ step }) => step === 'met').length : undefined;
    };
    stage.now = plusDays(now, 20);
    expect(await steps()).toBe(1);
    stage.now = plusDays(now, 40);
    expect(await steps()).toBe(0);
    expect(await stage.press('M1', { verb: 'session/met', ...ref(1) })).toMatchObject({
      changed: false,
      view: { card: 'met', state: 'closed' },
    });
  });
});

describe('A delegate', () => {
  const assistant = aContact({ id: 'delegate-1', role: 'delegate', name: 'Paul Roy', menteeId: 'S1' });

  it('is asked in the mentee’s place and reads times, never the partner, in any state', async () => {
    const { stage, ports } = await withPair({ contacts: [assistant] });
    const offered = await stage.deliver();
    expect(offered.map(({ message }) => message.recipient)).toContainEqual({ to: 'contact', id: 'delegate-1' });
    const views: CardView[] = offered.flatMap(({ message, prepared }) =>
      message.recipient.to === 'contact' && prepared.ok ? [prepared.view] : [],
    );
    await stage.press('M1', { verb: 'session/suits', ...ref(1), slots: '0' });
    views.push((await stage.press('delegate-1', { verb: 'session/suits', ...ref(1), slots: '0' })).view);
    const booked = await stage.session('pair-1');
    expect(booked.state).toBe('booked');
    for (const state of ['asked', 'unclear', 'held', 'missed'] as const) {
      const row = await ports.programmes.get('passages', 'session', 'pair-1|01');
      if (row === undefined) throw new Error('no session');
      await ports.programmes.commit('passages', [
        {
          op: 'replace',
          kind: 'session',
          key: row.key,
          etag: row.etag,
          value: { ...booked, state, met: { mentor: 'yes' } },
        },
      ]);
      views.push((await stage.press('delegate-1', { verb: 'session/suits', ...ref(1), slots: '0' })).view);
    }
    expect(views.map((view) => view.card)).toEqual(['slots', 'booked', 'slots', 'slots', 'slots', 'slots']);
    for (const view of views)
      expect(JSON.stringify(view)).not.toMatch(/Inès|Belkacem|Marc|Lefèvre|Europe|partnerName/u);
  });

  it('can neither say that they met nor answer a survey, nor touch the hour of another mentee', async () => {
    const other = [...mentorAndMentee(), aParticipant({ id: 'S2', profile: { role: 'mentee' } })];
    const { stage, ports } = await withPair({
      contacts: [assistant, aContact({ ...assistant, id: 'delegate-2', menteeId: 'S2' })],
      participants: other,
    });
    await put(ports, 'passages', 'session', 'pair-1|02', aSession({ mentorId: 'M1', menteeId: 'S1', number: 2 }));
    for (const verb of ['session/met', 'session/not-met'] as const) {
      expect((await stage.press('delegate-1', { verb, ...ref(1) })).view).toEqual({
        card: 'notice',
        notice: 'not-allowed',
      });
    }
    expect(
      (await stage.press('delegate-1', { verb: 'survey/skip', programmeId: 'passages', surveyRound: 'baseline' })).view,
    ).toEqual({ card: 'notice', notice: 'not-allowed' });
    expect((await stage.press('delegate-2', { verb: 'session/suits', ...ref(1), slots: '0' })).view).toEqual({
      card: 'notice',
      notice: 'not-found',
    });
  });
});

describe('When the programme is over', () => {
  const closing = {
    kind: 'programme-close',
    at: now,
    ref: 'passages',
    occurrence: 'test',
    correlationId: 'c',
  } as const;

  it('hours are neither booked nor moved, nothing is asked any more, and open pairs end with their places given back', async () => {
    const { stage, ports } = await withPair();
    await put(ports, 'passages', 'due', `${now}|slots-stale`, due('slots-stale', now, '1'));
    await put(ports, 'passages', 'due', `${now}|programme-close`, closing);
    const ahead = aBookedSession({ pairId: 'pair-7', mentorId: 'M1', menteeId: 'S1' });
    await put(ports, 'passages', 'session', 'pair-7|01', ahead);
    const over = plusDays(now, 2);
    await put(ports, 'passages', 'due', `${over}|session-over`, due('session-over', over, '1', 'pair-7|01'));
    await stage.work();
    for (const verb of ['session/suits', 'session/move'] as const) {
      expect((await stage.press('M1', { verb, ...ref(1), slots: '0' })).view).toEqual({
        card: 'notice',
        notice: 'programme-closed',
      });
    }
    expect((await stage.deliver()).map(({ prepared }) => prepared)).toEqual(
      expect.arrayContaining([{ ok: false, state: 'cancelled', reason: 'programme-closed' }]),
    );
    expect(await stage.counts()).toMatchObject({ 'pairs.active': -1, 'pairs.ended': 1 });
    expect((await ports.programmes.get('passages', 'person-pairs', 'S1'))?.value.pairIds).toEqual([]);
    stage.now = plusDays(now, 200);
    await stage.work();
    expect(await stage.queued()).toEqual([]);
  });

  it('a pair that a yes under way still formed ends an hour later', async () => {
    const { stage, ports } = await withPair();
    await put(ports, 'passages', 'due', `${now}|programme-close`, closing);
    const formed = await ports.programmes.get('passages', 'pair', 'pair-1');
    await stage.work();
    await put(ports, 'passages', 'pair', 'pair-8', { ...formed!.value, id: 'pair-8' });
    stage.now = plusMilliseconds(now, 3_600_000);
    await stage.work();
    expect((await ports.programmes.get('passages', 'pair', 'pair-8'))?.value.state).toBe('ended');
  });
});

test('an old card, whatever it asks, shows the card that is true and writes nothing', async () => {
  const { stage, ports } = await withPair();
  await book(stage);
  await stage.press('M1', { verb: 'session/move', ...ref(1) });
  const written = JSON.stringify(ports.programmes.dump());
  for (const verb of [
    'session/suits',
    'session/none-suit',
    'session/move',
    'session/met',
    'session/not-met',
  ] as const) {
    const outcome = await stage.press('S1', { verb, ...ref(1), slots: '0' });
    expect([verb, outcome.changed, outcome.view.card]).toEqual([verb, false, 'slots']);
  }
  expect(JSON.stringify(ports.programmes.dump())).toBe(written);
});
