import { vaultOf } from '../../../src/domain/pair-vault';
import { aPair } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { aSession, aSlot } from '../../helpers/factories/session';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, put, type Delivery, type Stage } from '../../helpers/stage';

const programmeId = 'passages';
const pairId = 'pair-1';
/** Monday, 10:00 in Paris. */
const now = '2027-01-11T09:00:00.000Z';
const slot = aSlot('2027-01-20T08:30:00.000Z');
const dayBefore = '2027-01-19T09:00:00.000Z';

/** A pair between Paris and Tokyo, with one time to agree on. */
async function aPairWithTimes(): Promise<Stage & { readonly ports: ReturnType<typeof memoryPorts> }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, {
    now,
    participants: [
      aParticipant({ id: 'M1', profile: { name: 'Inès Belkacem', timeZone: 'Asia/Tokyo' }, pairs: 1 }),
      aParticipant({ id: 'S1', profile: { name: 'Marc Lefèvre', role: 'mentee' }, pairs: 1 }),
    ],
  });
  const of = { mentorId: 'M1', menteeId: 'S1' };
  await put(ports, programmeId, 'pair', pairId, aPair({ ...of, startedAt: '2027-01-10T09:00:00.000Z', months: 4 }));
  const window = { windowStart: '2027-01-10T09:00:00.000Z', windowEnd: '2027-02-10T09:00:00.000Z' };
  const session = aSession({ ...of, ...window, slots: [slot, aSlot('2027-01-21T08:30:00.000Z')], slotRound: 1 });
  await put(ports, programmeId, 'session', 'pair-1|01', session);
  return stage as Stage & { readonly ports: typeof ports };
}

const ref = (slotRound: number) => ({ programmeId, pairId, number: 1, slotRound });

async function book(stage: Stage): Promise<void> {
  for (const who of ['M1', 'S1']) await stage.press(who, { verb: 'session/suits', ...ref(1), slots: '0' });
}

const agendas = (delivered: readonly Delivery[]) =>
  delivered.flatMap(({ message, prepared }) =>
    message.kind === 'agenda'
      ? [
          [
            message.recipient.to === 'participant' ? message.recipient.id : '',
            prepared.ok ? prepared.view : prepared.reason,
          ],
        ]
      : [],
  ) as readonly (readonly [string, Record<string, unknown> | string])[];

describe('The agenda of a session', () => {
  it('comes to both a day before at their own next contact time, and to no assistant', async () => {
    const stage = await aPairWithTimes();
    await book(stage);
    const queued = (await stage.queued()).filter(({ kind }) => kind === 'agenda');
    expect(queued.map(({ recipient, notBefore }) => [recipient, notBefore])).toEqual([
      [{ to: 'participant', id: 'M1' }, '2027-01-19T08:30:00.000Z'],
      [{ to: 'participant', id: 'S1' }, '2027-01-19T08:30:00.000Z'],
    ]);
    const before = await stage.advance('2027-01-19T08:00:00.000Z', 24);
    expect(agendas(before)).toEqual([]);
    stage.now = dayBefore;
    const sent = agendas(await stage.deliver());
    expect(sent.map(([who]) => who).toSorted()).toEqual(['M1', 'S1']);
    const [, mentor] = sent.find(([who]) => who === 'M1')!;
    const [, mentee] = sent.find(([who]) => who === 'S1')!;
    expect(mentor).toMatchObject({
      card: 'agenda',
      state: 'ahead',
      number: 1,
      partnerName: 'Marc',
      partnerTimeZone: 'Europe/Paris',
      ...slot,
    });
    expect(mentee).toMatchObject({ partnerName: 'Inès', partnerTimeZone: 'Asia/Tokyo' });
    expect((mentor as Record<string, unknown>)['prepare']).not.toEqual((mentee as Record<string, unknown>)['prepare']);
  });

  it('says what is true when it goes out: the aim that the two have put in since', async () => {
    const stage = await aPairWithTimes();
    await book(stage);
    await stage.press('S1', { verb: 'plan/aim', programmeId, pairId, revision: 0, number: 1, words: 'Meet at last' });
    stage.now = dayBefore;
    expect(agendas(await stage.deliver()).map(([, view]) => (view as { aim?: string }).aim)).toEqual([
      'Meet at last',
      'Meet at last',
    ]);
  });

  it('is not sent for a session that was moved, nor with less than half an hour to go', async () => {
    const moved = await aPairWithTimes();
    await book(moved);
    await moved.press('M1', { verb: 'session/move', ...ref(1) });
    moved.now = dayBefore;
    expect(agendas(await moved.deliver()).map(([, reason]) => reason)).toEqual(['already-done', 'already-done']);
    const late = await aPairWithTimes();
    await book(late);
    late.now = '2027-01-20T08:00:01.000Z';
    expect(agendas(await late.deliver()).map(([, reason]) => reason)).toEqual(['too-late', 'too-late']);
  });

  it('that was due an hour before, and is taken some seconds later, is sent', async () => {
    const stage = await aPairWithTimes();
    await book(stage);
    stage.now = '2027-01-20T07:30:20.000Z';
    expect(agendas(await stage.deliver()).map(([, view]) => (view as { card?: string }).card)).toEqual([
      'agenda',
      'agenda',
    ]);
  });

  it('of an earlier time is not sent for a session that was booked anew since', async () => {
    const stage = await aPairWithTimes();
    await book(stage);
    const stored = (await stage.ports.programmes.get(programmeId, 'session', 'pair-1|01'))!;
    const value = { ...stored.value, slotRound: 2, booked: aSlot('2027-01-21T08:30:00.000Z') };
    await stage.ports.programmes.commit(programmeId, [
      { op: 'replace', kind: 'session', key: 'pair-1|01', value, etag: stored.etag },
    ]);
    stage.now = dayBefore;
    expect(agendas(await stage.deliver()).map(([, reason]) => reason)).toEqual(['already-done', 'already-done']);
  });

  it('is not sent where the pair is over', async () => {
    const stage = await aPairWithTimes();
    await book(stage);
    const pair = (await stage.ports.programmes.get(programmeId, 'pair', pairId))!;
    const value = { ...pair.value, state: 'ended', endedAt: now } as const;
    await stage.ports.programmes.commit(programmeId, [
      { op: 'replace', kind: 'pair', key: pairId, value, etag: pair.etag },
    ]);
    stage.now = dayBefore;
    expect(agendas(await stage.deliver()).map(([, reason]) => reason)).toEqual(['subject-gone', 'subject-gone']);
  });

  it('that was sent says that the session is off to somebody who has left since', async () => {
    const stage = await aPairWithTimes();
    await book(stage);
    stage.now = dayBefore;
    await stage.deliver();
    await stage.press('M1', { verb: 'programme/leave-confirm', programmeId });
    await stage.work();
    const edited = (await stage.edit()).filter(
      ({ stored }) => stored.value.kind === 'agenda' && stored.key.includes('M1'),
    );
    expect(edited.map(({ view }) => view)).toMatchObject([{ card: 'session-off' }]);
  });

  it('that was sent follows a change of the plan, and says that it no longer holds once the session is moved', async () => {
    const stage = await aPairWithTimes();
    await book(stage);
    stage.now = dayBefore;
    await stage.deliver();
    await stage.edit();
    await stage.press('M1', { verb: 'plan/aim', programmeId, pairId, revision: 0, number: 1, words: 'Meet at last' });
    const edited = async () => (await stage.edit()).filter(({ stored }) => stored.value.kind === 'agenda');
    expect((await edited()).map(({ view }) => view)).toMatchObject([{ aim: 'Meet at last' }, { aim: 'Meet at last' }]);
    await stage.press('M1', { verb: 'session/move', ...ref(1) });
    expect((await edited()).map(({ view }) => view)).toMatchObject([
      { card: 'agenda', state: 'changed' },
      { card: 'agenda', state: 'changed' },
    ]);
    expect(await stage.ports.pairs.get(vaultOf(programmeId, pairId), 'plan', 'plan')).toBeDefined();
  });
});
