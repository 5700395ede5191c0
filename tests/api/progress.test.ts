import type { BoardRow } from '../../src/domain/board';
import { progressSchema } from '../../src/hr-page/progress-api-contract';
import { call, people, tokenFor } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';
import { aBoard } from '../helpers/factories/board';
import { aProgramme } from '../helpers/factories/programme';
import { seedMembership, seedProgramme } from '../helpers/test-ports';

const stage = useApiStage({ seed: nothing });

const aRow = (number: number, overrides: Partial<BoardRow> = {}): BoardRow => ({
  pairId: `pair-${String(number)}`,
  mentor: { id: `M${String(number)}`, name: 'Zoé Secret' },
  mentee: { id: `S${String(number)}`, name: 'Anne Secret' },
  topics: ['generative-ai'],
  places: { mentor: { function: 'IT', site: 'Lyon' }, mentee: { function: 'Finance', site: 'Lyon' } },
  startedAt: '2026-09-01T07:00:00.000Z',
  months: ['held', 'held', 'missed'],
  windowEnds: ['2026-10-01T07:00:00.000Z', '2026-11-01T07:00:00.000Z', '2026-12-01T07:00:00.000Z'],
  state: 'active',
  ...overrides,
});
const rows = (count: number, first = 1, overrides: Partial<BoardRow> = {}): readonly BoardRow[] =>
  Array.from({ length: count }, (_none, index) => aRow(first + index, overrides));

async function seedRows(board: readonly BoardRow[], counts: Readonly<Record<string, number>> = {}): Promise<void> {
  await seedProgramme(stage.ports, 'passages', {
    programme: { programme: aProgramme() },
    ...aBoard(board, { counts }),
  });
  for (const [person, role] of [
    [people.hr, 'administrator'],
    [people.sponsor, 'sponsor'],
  ] as const)
    await seedMembership(stage.ports, person, {
      programmeId: 'passages',
      contacts: [{ id: role === 'sponsor' ? 'sponsor' : 'administrator-1', role }],
    });
}

async function read(reader: string = people.hr) {
  const token = await tokenFor(stage.issuer, reader);
  const answer = await call(stage.api, 'GET', '/programmes/passages/progress', { token });
  expect(answer.text).not.toContain('Secret');
  return progressSchema.parse(answer.body);
}

describe('What pairs have come to', () => {
  it('is told to HR in counts, by month, by topic and by the way between functions', async () => {
    await seedRows(rows(6), { 'participants.invited': 20, 'participants.enrolled': 14 });
    expect(await read()).toMatchObject({
      invited: 20,
      enrolled: 14,
      paired: 12,
      hours: { held: 12, planned: 12 },
      months: [
        { number: 1, held: 6, planned: 6 },
        { number: 2, held: 6, planned: 6 },
        { number: 3, held: 0, planned: 0 },
      ],
      topics: [{ topic: 'generative-ai', pairs: 6, held: 12 }],
      ways: [{ mentor: 'IT', mentee: 'Finance', pairs: 6 }],
      across: { function: { joining: 6, of: 6 }, site: { joining: 0, of: 6 } },
    });
  });

  it('is told to the sponsor of the whole programme alone: no way between functions', async () => {
    await seedRows(rows(6), { 'participants.invited': 20, 'participants.enrolled': 12 });
    const told = await read(people.sponsor);
    expect(told).toMatchObject({ invited: 20, enrolled: 12, paired: 12, hours: { held: 12, planned: 12 }, ways: [] });
    expect(told.across).toEqual({ function: { joining: 6, of: 6 } });
  });

  it('tells the sponsor no count under five, nor one from which it follows', async () => {
    // Fourteen of sixteen: two have not said yes. Two of eight pairs ended before their last month; in month 2 two missed.
    const board = [
      ...rows(4, 1, { state: 'finished' }),
      ...rows(2, 5, { state: 'finished', months: ['held', 'missed', 'missed'] }),
      ...rows(2, 7, { state: 'ended', months: ['held', 'after-end', 'after-end'] }),
    ];
    await seedRows(board, { 'participants.invited': 16, 'participants.enrolled': 14 });
    const told = await read(people.sponsor);
    expect([told.invited, told.paired, told.over, told.months]).toEqual([undefined, undefined, undefined, []]);
    expect([told.hours, told.topics, told.across]).toEqual([undefined, [], {}]);
    expect((await read()).over).toMatchObject({ finished: 6, of: 8 });
  });

  it('tells the sponsor of an hour to come that none was planned yet, and of a few held nothing', async () => {
    await seedRows(
      rows(4, 1, { months: ['booked', 'none', 'none'], windowEnds: Array(3).fill('2027-02-01T08:00:00.000Z') }),
    );
    expect((await read(people.sponsor)).hours).toEqual({ held: 0, planned: 0 });
    await stage.renew();
    await seedRows(rows(4, 1, { months: ['held', 'none', 'none'] }));
    expect((await read(people.sponsor)).hours).toBeUndefined();
  });

  it('is a file too, in which the name of a function is no formula', async () => {
    const place = { mentor: { function: 'IT', site: 'Lyon' }, mentee: { function: '=cmd', site: 'Lyon' } };
    await seedRows(rows(6, 1, { places: place }), { 'participants.enrolled': 12 });
    const { text } = await call(stage.api, 'GET', '/programmes/passages/progress.csv?language=en', { token: stage.hr });
    const lines = text.split('\r\n');
    expect(lines).toContain('"Hours held, of hours planned",Month 1,6,6');
    expect(lines).toContain('Pairs that join two places,two functions,6,6');
    expect(lines.find((line) => line.startsWith('Pairs from'))).toContain(",'=cmd ← IT,");
    const token = await tokenFor(stage.issuer, people.sponsor);
    const own = await call(stage.api, 'GET', '/programmes/passages/progress.csv?language=en', { token });
    expect(own.text).not.toContain('cmd');
  });

  it('is nothing for whoever has no part in the programme', async () => {
    await seedRows(rows(6));
    const token = await tokenFor(stage.issuer, people.stranger);
    expect((await call(stage.api, 'GET', '/programmes/passages/progress', { token })).status).toBe(404);
  });
});
