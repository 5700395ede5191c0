import type { Contact } from '../../../src/domain/programme';
import { keepLink } from '../../../src/programme/keep-link';
import { aContact } from '../../helpers/factories/programme';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, type Delivery, type Stage } from '../../helpers/stage';

const programmeId = 'passages';
/** Wednesday. */
const now = '2027-01-13T10:00:00.000Z';
/** 9:00 in Paris. */
const monday = '2027-01-18T08:00:00.000Z';
const nextMonday = '2027-01-25T08:00:00.000Z';

const start = { verb: 'to-do/weekly', programmeId } as const;
const stop = { verb: 'to-do/weekly-stop', programmeId } as const;
const administrator = (n: number, more: Partial<Contact> = {}): Contact =>
  aContact({
    id: `administrator-${String(n)}`,
    role: 'administrator',
    email: `a${String(n)}@armorel.example`,
    ...more,
  });

/** Somebody whom the bot cannot reach yet, unless nothing is to be done. */
async function programme(nothingToDo = false): Promise<Stage> {
  const away = nothingToDo ? [] : [aParticipant({ id: 'M2', state: 'invited', reach: 'unknown' })];
  return castOf(memoryPorts(), {
    now,
    planned: true,
    participants: [aParticipant({ id: 'M1' }), ...away],
    contacts: [administrator(1), administrator(2)],
  });
}

const weekly = (delivered: readonly Delivery[]): readonly unknown[] =>
  delivered.flatMap(({ message, prepared }) =>
    message.kind === 'weekly-to-do' ? [[message.recipient, prepared.ok ? prepared.view : prepared.reason]] : [],
  );
const waiting = [
  { item: 'link', count: 1 },
  { item: 'not-enrolled', count: 1, reminded: true },
];
const list = (asOf: string, n = 1): readonly unknown[] => [
  { to: 'contact', id: `administrator-${String(n)}` },
  { card: 'weekly-to-do', programmeId, programmeName: 'Passages', state: 'on', items: waiting, asOf },
];

describe('The list of what there is to do', () => {
  it('is sent to nobody who has not asked for it', async () => {
    const stage = await programme();
    expect(weekly(await stage.advance(nextMonday))).toEqual([]);
  });

  it('comes on Monday mornings to the administrator who did, and to no other, in counts that name nobody', async () => {
    const stage = await programme();
    expect((await stage.press('administrator-1', start)).changed).toBe(true);
    expect(weekly(await stage.advance('2027-01-18T07:59:00.000Z'))).toEqual([]);
    expect(weekly(await stage.advance(monday))).toEqual([list(monday)]);
    expect(weekly(await stage.advance('2027-01-25T07:59:00.000Z'))).toEqual([]);
    expect(weekly(await stage.advance(nextMonday))).toEqual([list(nextMonday)]);
  });

  it('comes once a week, however often it is turned off and on and whoever else wants it', async () => {
    const stage = await programme();
    for (const verb of [start, stop, start, start]) await stage.press('administrator-1', verb);
    await stage.press('administrator-2', start);
    expect(weekly(await stage.advance(monday))).toEqual([list(monday), list(monday, 2)]);
    for (const verb of [stop, start]) await stage.press('administrator-1', verb);
    expect(weekly(await stage.advance('2027-01-22T18:00:00.000Z'))).toEqual([]);
    expect(weekly(await stage.advance(nextMonday))).toHaveLength(2);
  });

  it('comes once after a long absence of the server', async () => {
    const stage = await programme();
    await stage.press('administrator-1', start);
    expect(weekly(await stage.advance('2027-02-10T10:00:00.000Z', 24 * 40))).toHaveLength(1);
    expect(weekly(await stage.advance('2027-02-15T08:00:00.000Z'))).toHaveLength(1);
  });

  it('is not sent in a week in which there is nothing to do', async () => {
    const stage = await programme(true);
    expect((await stage.press('administrator-1', start)).view).toMatchObject({ state: 'on', items: [] });
    const delivered = await stage.advance(nextMonday);
    expect(weekly(delivered).map((one) => (one as unknown[])[1])).toEqual(['already-done', 'already-done']);
  });

  it('stops by the button on its own card, and the cards of the weeks before say so', async () => {
    const stage = await programme();
    await stage.press('administrator-1', start);
    expect(await stage.edit()).toEqual([]);
    const delivered = await stage.advance(nextMonday);
    const [, second] = delivered.filter(({ message }) => message.kind === 'weekly-to-do');
    expect((await stage.press('administrator-1', stop, second?.message.id)).view).toMatchObject({ state: 'off' });
    expect((await stage.edit()).map(({ view }) => view)).toMatchObject([{ card: 'weekly-to-do', state: 'off' }]);
    expect(weekly(await stage.advance('2027-02-08T10:00:00.000Z'))).toEqual([]);
    const due = await stage.ports.programmes.range(programmeId, 'due', { limit: 100 });
    expect(due.rows.filter(({ value }) => value.kind === 'weekly-to-do')).toEqual([]);
  });

  it('ends with whoever is taken out of the plan, and with the programme', async () => {
    const stage = await programme();
    await stage.press('administrator-1', start);
    const own = await stage.ports.programmes.get(programmeId, 'contact', 'administrator-1');
    await stage.ports.programmes.commit(programmeId, [
      { op: 'delete', kind: 'contact', key: 'administrator-1', etag: own!.etag },
    ]);
    await stage.press('administrator-2', start);
    expect(weekly(await stage.advance(monday))).toEqual([list(monday, 2)]);
    const stored = await stage.ports.programmes.get(programmeId, 'programme', 'programme');
    const value = { ...stored!.value, state: 'closed' as const, closedAt: stage.now };
    await stage.ports.programmes.commit(programmeId, [
      { op: 'replace', kind: 'programme', key: 'programme', value, etag: stored!.etag },
    ]);
    expect(weekly(await stage.advance('2027-02-08T10:00:00.000Z'))).toEqual([]);
    expect((await stage.press('administrator-2', stop)).view).toMatchObject({ notice: 'programme-closed' });
  });

  it('goes with an administrator whose place in the plan moves, and not to whoever takes their place', () => {
    const stored = { key: 'administrator-1', etag: '', value: administrator(1, { weeklyToDoSince: now }) };
    const { weeklyToDoSince: _wish, ...moved } = { ...stored.value, id: 'administrator-2' };
    expect(keepLink(moved, [stored]).weeklyToDoSince).toBe(now);
    expect(keepLink(administrator(1, { email: 'new@armorel.example' }), [stored]).weeklyToDoSince).toBeUndefined();
  });

  it('is not for somebody whom the plan does not name', async () => {
    const stage = await programme();
    expect((await stage.press('M1', start)).view).toMatchObject({ notice: 'not-allowed' });
  });
});
