import type { HolidayFrom } from '../../../src/calendar/work-days';
import { renderCard } from '../../../bot/teams/cards/render-card';
import { readBoard } from '../../../src/board/read-board';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import { readOverview } from '../../../src/hr-page/overview';
import { computeDraft } from '../../../src/draft/compute-draft';
import type { ProgrammeRows } from '../../../src/domain/rows';
import { aPair } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { aContact } from '../../helpers/factories/programme';
import { aBookedSession, aSession } from '../../helpers/factories/session';
import { memoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, put, type Delivery, type Stage, putDue } from '../../helpers/stage';
import { whatOthersRead as readAsOthers } from '../../helpers/what-others-read';

/** Monday, 10:00 in Paris. */
const now = '2027-01-11T09:00:00.000Z';
const programmeId = 'passages';
const ref = { programmeId, pairId: 'pair-1' };
const leave = { verb: 'pair/leave-confirm', ...ref } as const;

interface Scene {
  readonly menteeZone?: string;
  readonly holidayFrom?: HolidayFrom;
}

/** A pair in its second month, session 1 held, session 2 booked for the 20th, and somebody else without a pair. */
async function aRunningPair({ menteeZone = 'Europe/Paris', holidayFrom = () => 24 }: Scene = {}): Promise<Stage> {
  const ports = memoryPorts({ holidayFrom });
  const stage = await castOf(ports, {
    now,
    participants: [
      aParticipant({ id: 'M1', profile: { name: 'Inès Belkacem', email: 'ines@armorel.example' } }),
      aParticipant({ id: 'S1', profile: { name: 'Marc Lefèvre', role: 'mentee', timeZone: menteeZone } }),
      aParticipant({ id: 'S2', profile: { name: 'Ana Ruiz', role: 'mentee' } }),
    ],
    contacts: [
      aContact(),
      aContact({ id: 'delegate-1', role: 'delegate', name: 'Paul Roy', menteeId: 'S1' }),
      aContact({ id: 'administrator-1', role: 'administrator', name: 'Awa Diop' }),
    ],
  });
  const of = { mentorId: 'M1', menteeId: 'S1' };
  const startedAt = '2026-12-10T09:00:00.000Z';
  const window = { windowStart: '2027-01-10T09:00:00.000Z', windowEnd: '2027-02-10T09:00:00.000Z' };
  const booked = { start: '2027-01-20T13:00:00.000Z', end: '2027-01-20T14:00:00.000Z' };
  await put(ports, programmeId, 'pair', 'pair-1', aPair({ ...of, startedAt, months: 3 }));
  for (const id of ['M1', 'S1'])
    await put(ports, programmeId, 'person-pairs', id, { participantId: id, pairIds: ['pair-1'] });
  await put(ports, programmeId, 'session', 'pair-1|01', aSession({ ...of, state: 'held' }));
  await put(
    ports,
    programmeId,
    'session',
    'pair-1|02',
    aBookedSession({ ...of, ...window, number: 2, booked, slots: [booked] }),
  );
  for (const [id, half] of [
    ['M1', '00'],
    ['M1', '30'],
    ['S1', '00'],
    ['S1', '30'],
  ] as const)
    await put(ports, programmeId, 'taken', `${id}|2027-01-20T13:${half}:00.000Z`, { sessionKey: 'pair-1|02' });
  const dues = [
    { kind: 'session-close', at: '2027-02-10T09:00:00.000Z', ref: 'pair-1|02', occurrence: 'month' },
    { kind: 'session-propose', at: '2027-01-31T09:00:00.000Z', ref: 'pair-1|03', occurrence: '' },
    { kind: 'session-close', at: '2027-03-10T09:00:00.000Z', ref: 'pair-1|03', occurrence: 'month' },
    { kind: 'session-over', at: booked.end, ref: 'pair-1|02', occurrence: '1' },
    { kind: 'slots-stale', at: '2027-01-20T12:00:00.000Z', ref: 'pair-1|02', occurrence: '1' },
  ] as const;
  await putDue(ports, programmeId, ...dues);
  for (const participantId of ['M1', 'S1'])
    await put(ports, programmeId, 'projection', `f-${participantId}`, {
      id: `f-${participantId}`,
      type: 'booking',
      participantId,
      sessionKey: 'pair-1|02',
    });
  await put(ports, programmeId, 'change', `${now}|seed`, {
    at: now,
    id: 'seed',
    what: 'pair-formed',
    correlationId: 'seed',
    by: 'system',
    pairIds: ['pair-1'],
    counts: { 'pairs.active': 1, 'sessions.ahead': 1, 'sessions.booked': 1 },
  });
  await stage.work();
  return stage;
}

const whatOthersRead = (stage: Stage, partner: string): Promise<string> =>
  readAsOthers(stage, partner, [
    { verb: 'pair/show', ...ref },
    { verb: 'pair/leave', ...ref },
  ]);

const partedOf = (delivered: readonly Delivery[]) => delivered.filter(({ message }) => message.kind === 'pair-ended');
const cardsOf = (delivered: readonly Delivery[]) =>
  Object.fromEntries(
    partedOf(delivered).map(({ message, prepared }) => {
      if (!prepared.ok) throw new Error(prepared.reason);
      const id = message.recipient.to === 'participant' ? message.recipient.id : '';
      return [id, JSON.stringify(renderCard(prepared.view, prepared.reader, { base: 'https://p.example' }))];
    }),
  );

describe.each([
  ['M1', 'S1'],
  ['S1', 'M1'],
] as const)('When %s asks to end the pair with %s', (asker, partner) => {
  it('the asker confirms first, then reads that it is noted, as often as they press', async () => {
    const stage = await aRunningPair();
    const before = await stage.press(asker, { verb: 'pair/leave', ...ref });
    expect(before).toMatchObject({ changed: false, view: { card: 'leave', state: 'open' } });
    expect(await stage.press(asker, leave)).toMatchObject({ changed: true, view: { card: 'leave', state: 'asked' } });
    expect(await stage.press(asker, leave)).toMatchObject({ changed: false, view: { card: 'leave', state: 'asked' } });
    expect((await stage.press(asker, { verb: 'pair/show', ...ref })).view).toMatchObject({ state: 'leaving' });
    const page = await readMyPage(stage.ports, actorOf(asker), programmeId, stage.now);
    expect(page).toMatchObject({ value: { pairs: [{ state: 'active', leave: 'asked' }] } });
  });

  it('not a byte of what anybody else reads changes until the hour', async () => {
    const stage = await aRunningPair();
    const silent = await aRunningPair();
    expect(await whatOthersRead(stage, partner)).toBe(await whatOthersRead(silent, partner));
    await stage.press(asker, leave);
    for (const at of [now, '2027-01-11T23:30:00.000Z', '2027-01-12T07:59:59.999Z']) {
      for (const each of [stage, silent]) {
        each.now = at;
        await each.work();
        await each.deliver();
      }
      expect(await whatOthersRead(stage, partner)).toBe(await whatOthersRead(silent, partner));
    }
  });

  it('both hear the same words, whoever asked, but for the name', async () => {
    const stage = await aRunningPair();
    await stage.press(asker, leave);
    const cards = cardsOf(await stage.advance('2027-01-12T09:00:00.000Z', 1));
    expect(Object.keys(cards).sort()).toEqual(['M1', 'S1']);
    expect(cards['M1']?.replaceAll('Marc', 'X')).toBe(cards['S1']?.replaceAll('Inès', 'X'));
    const other = await aRunningPair();
    await other.press(partner, leave);
    expect(cardsOf(await other.advance('2027-01-12T09:00:00.000Z', 1))).toEqual(cards);
  });
});

describe('At the hour', () => {
  it('the pair is over: hours, calendar entries, due work and places go, and both wait for a new partner', async () => {
    const stage = await aRunningPair();
    await stage.press('S1', leave);
    await stage.advance('2027-01-12T08:00:00.000Z', 1);
    const { ports } = stage;
    expect((await ports.programmes.get(programmeId, 'pair', 'pair-1'))?.value.state).toBe('ended');
    const rows = async (kind: keyof ProgrammeRows) =>
      (await ports.programmes.range(programmeId, kind, { limit: 100 })).rows;
    expect((await rows('session')).map(({ key }) => key)).toEqual(['pair-1|01']);
    expect(await rows('taken')).toEqual([]);
    expect(await rows('due')).toEqual([]);
    expect((await rows('person-pairs')).map(({ value }) => value)).toEqual(
      ['M1', 'S1'].map((participantId) => ({ participantId, pairIds: [], formerPairIds: ['pair-1'] })),
    );
    await stage.work();
    for (const id of ['M1', 'S1'])
      expect((await ports.people.range(actorOf(id).directoryId, 'booked', { limit: 10 })).rows).toEqual([]);
    expect(await stage.counts()).toMatchObject({
      'pairs.active': 0,
      'pairs.ended': 1,
      'sessions.ahead': 0,
      'participants.without-partner': 3,
    });
    const overview = await readOverview(ports, programmeId, { language: 'en', now: stage.now });
    expect(overview).toMatchObject({ value: { counts: { participants: { withoutPartner: 3 }, pairs: { ended: 1 } } } });
    expect(await readMyPage(ports, actorOf('M1'), programmeId, stage.now)).toMatchObject({
      value: { me: { rematch: 'another' }, pairs: [{ state: 'ended' }], steps: [] },
    });
  });

  it('each hears at 9:00 of their own zone; who has heard sees it over, the other nothing before their own hour', async () => {
    const stage = await aRunningPair({ menteeZone: 'America/Montreal' });
    const silent = await aRunningPair({ menteeZone: 'America/Montreal' });
    await stage.press('S1', leave);
    for (const each of [stage, silent]) await each.advance('2027-01-12T13:59:00.000Z', 1);
    const pageOf = async (one: Stage, id: string) => readMyPage(one.ports, actorOf(id), programmeId, one.now);
    expect(await pageOf(stage, 'M1')).toMatchObject({ value: { pairs: [{ state: 'ended' }] } });
    expect((await stage.press('M1', { verb: 'home/show' })).view).toMatchObject({ programmes: [{ state: 'waiting' }] });
    expect(await pageOf(stage, 'S1')).toMatchObject({ value: { pairs: [{ state: 'active', leave: 'asked' }] } });
    expect(await readBoard(stage.ports, programmeId, stage.now)).toMatchObject({
      value: { rows: [{ state: 'active' }] },
    });
    const delivered = await stage.advance('2027-01-12T14:00:00.000Z', 1);
    expect(Object.keys(cardsOf(delivered))).toEqual(['S1']);
    expect(await readBoard(stage.ports, programmeId, stage.now)).toMatchObject({
      value: { rows: [{ state: 'ended' }] },
    });
  });

  it('a public holiday and a weekend are no working days', async () => {
    const stage = await aRunningPair({
      holidayFrom: ({ country }, date) => (country === 'FR' && date === '2027-01-12' ? 0 : 24),
    });
    await stage.press('M1', leave);
    expect(partedOf(await stage.advance('2027-01-13T07:00:00.000Z', 1))).toEqual([]);
    expect(partedOf(await stage.advance('2027-01-13T08:00:00.000Z', 1))).toHaveLength(2);
    const friday = await aRunningPair();
    friday.now = '2027-01-15T10:00:00.000Z';
    await friday.press('M1', leave);
    expect(partedOf(await friday.advance('2027-01-18T07:00:00.000Z', 1))).toEqual([]);
    expect(partedOf(await friday.advance('2027-01-18T08:00:00.000Z', 1))).toHaveLength(2);
  });

  it('when both asked, on one day or two, each hears once', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', leave);
    stage.now = '2027-01-11T15:00:00.000Z';
    expect(await stage.press('S1', leave)).toMatchObject({
      changed: true,
      view: { state: 'asked' },
    });
    await stage.press('M1', leave);
    expect(partedOf(await stage.advance('2027-01-20T15:00:00.000Z', 6))).toHaveLength(2);
    expect(await stage.press('S1', leave)).toMatchObject({ changed: false, view: { state: 'over' } });
  });

  it('a pair whose programme ended before hears nothing more', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', leave);
    await put(stage.ports, programmeId, 'due', `${now}|programme-close|x|`, {
      kind: 'programme-close',
      at: now,
      ref: 'x',
      occurrence: '',
      correlationId: 'c',
    });
    expect(partedOf(await stage.advance('2027-01-14T09:00:00.000Z', 3))).toEqual([]);
    expect((await stage.ports.programmes.get(programmeId, 'pair', 'pair-1'))?.value.state).toBe('ended');
    expect(await stage.counts()).toMatchObject({ 'pairs.ended': 1 });
  });

  it('down for days, the words come once and at their next contact time', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', leave);
    stage.now = '2027-01-14T22:00:00.000Z';
    await stage.work();
    expect(partedOf(await stage.deliver())).toEqual([]);
    expect(partedOf(await stage.advance('2027-01-15T08:00:00.000Z', 2))).toHaveLength(2);
  });
});

describe('After the end', () => {
  async function over(): Promise<Stage> {
    const stage = await aRunningPair();
    await stage.press('M1', leave);
    await stage.advance('2027-01-12T08:00:00.000Z', 1);
    return stage;
  }
  const candidates = async (stage: Stage) => {
    await put(stage.ports, programmeId, 'draft', 'D', {
      id: 'D',
      state: 'queued',
      seed: 1,
      partCount: 0,
      pairs: 0,
      unpairedCount: 0,
      total: 0,
      upperBound: 0,
      optimal: false,
      inputHash: '',
      createdAt: stage.now,
      createdBy: 'hr',
      revision: 1,
    });
    let seen: readonly string[] = [];
    let forbidden: readonly (readonly [string, string])[] = [];
    await computeDraft(
      stage.ports,
      (people, options) => {
        seen = people.map(({ id }) => id);
        forbidden = options.forbidden;
        return Promise.resolve({
          pairs: [],
          unpaired: [],
          total: 0,
          upperBound: 0,
          optimal: true,
          inputHash: '',
        } as unknown as Awaited<ReturnType<Parameters<typeof computeDraft>[1]>>);
      },
      programmeId,
      'D',
      () => Promise.resolve(),
      stage.context,
    );
    return { seen, forbidden };
  };

  it('both are candidates again', async () => {
    const { seen } = await candidates(await over());
    expect([...seen].sort()).toEqual(['M1', 'S1', 'S2']);
  });

  it('who says it is enough is chosen no more until they change their mind, and no count tells', async () => {
    const stage = await over();
    const before = await stage.counts();
    expect(await stage.press('M1', { verb: 'rematch/enough', ...ref })).toMatchObject({
      changed: true,
      view: { card: 'pair-ended', wish: 'enough' },
    });
    expect(await stage.press('M1', { verb: 'rematch/enough', ...ref })).toMatchObject({ changed: false });
    await stage.work();
    expect(await stage.counts()).toEqual(before);
    expect((await stage.press('M1', { verb: 'home/show' })).view).toMatchObject({
      programmes: [{ state: 'enough', pairId: 'pair-1' }],
    });
    expect([...(await candidates(stage)).seen].sort()).toEqual(['S1', 'S2']);
    await stage.press('M1', { verb: 'rematch/another', ...ref });
    await stage.work();
    expect(await stage.counts()).toEqual(before);
  });

  it('nobody else can ask, choose or look: neither the assistant nor a stranger to the pair', async () => {
    const stage = await aRunningPair();
    for (const who of ['delegate-1', 'S2', 'administrator-1'])
      for (const verb of ['pair/show', 'pair/leave', 'pair/leave-confirm', 'rematch/enough'] as const)
        expect((await stage.press(who, { ...leave, verb })).view).toMatchObject({ card: 'notice' });
    expect((await stage.ports.programmes.range(programmeId, 'pair-ending', { limit: 10 })).rows).toEqual([]);
    expect((await stage.press('M1', { verb: 'rematch/enough', ...ref })).view).toEqual({
      card: 'notice',
      notice: 'not-found',
    });
  });
});
