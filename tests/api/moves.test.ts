import { parse } from 'csv-parse/sync';
import type { GroupTotals, SideTotals } from '../../src/domain/moves';
import type { Programme } from '../../src/domain/programme';
import { movesSchema } from '../../src/hr-page/moves-api-contract';
import { readBoardReport } from '../../src/hr-page/read-board-report';
import { steeringSchema } from '../../src/hr-page/steering-api-contract';
import { call, people, tokenFor } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';
import { someTotals } from '../helpers/factories/moves';
import { aProgramme } from '../helpers/factories/programme';
import { seedMembership, seedProgramme } from '../helpers/test-ports';

const stage = useApiStage({ seed: nothing });

/** A programme whose month 1 began so long before the stage's day that both periods are over, or on another day. */
async function seed(
  beginsAt = '2025-09-01T07:00:00.000Z',
  counts: Readonly<Record<string, number>> = {},
): Promise<void> {
  const programme: Programme = aProgramme({ state: 'closed', beginsAt });
  await seedProgramme(stage.ports, 'passages', {
    programme: { programme },
    board: { head: { version: 1, parts: {}, foldedAt: '2026-11-23T08:59:00.000Z', counts, healthByDay: {} } },
  });
  for (const [person, role] of [
    [people.hr, 'administrator'],
    [people.sponsor, 'sponsor'],
  ] as const)
    await seedMembership(stage.ports, person, { programmeId: 'passages', contacts: [{ id: `${role}-1`, role }] });
}

const withWaiting = (overrides: Partial<SideTotals>): GroupTotals => ({
  ...someTotals,
  waiting: { ...someTotals.waiting, ...overrides },
});
const read = (path = 'moves', token = stage.hr) =>
  call(stage.api, 'GET', `/programmes/passages/${path}`, { token, headers: { 'accept-language': 'en' } });
const put = (body: unknown, { months = '6', version = '0', token = stage.hr } = {}) =>
  call(stage.api, 'PUT', `/programmes/passages/moves/${months}`, {
    token,
    headers: { 'if-match': `"${version}"`, 'accept-language': 'en' },
    body,
  });
const boardMoves = async () => {
  const report = await readBoardReport(stage.ports, 'passages', { language: 'en', now: '2026-11-23T09:00:00.000Z' });
  return report.ok ? report.value.moves : report.reason;
};
const rowsOf = async (kind: 'moves' | 'audit') =>
  (await stage.ports.programmes.range('passages', kind, { limit: 9 })).rows.map(({ value }) => value);

describe('Retention and moves', () => {
  it('are kept as typed, told as shares with their difference, and who typed them stays in the audit', async () => {
    await seed();
    const saved = await put({ all: someTotals });
    expect(saved.status).toBe(200);
    const { periods, told } = movesSchema.parse((await read()).body);
    expect(periods[0]).toMatchObject({ months: 6, isDue: true, version: '1', typed: { all: someTotals } });
    expect(told.map(({ what, participants, difference }) => [what, participants.share, difference.value])).toEqual([
      ['left', 0.125, expect.closeTo(-0.175, 9)],
      ['moved', 0.25, expect.closeTo(1 / 12, 9)],
    ]);
    expect(await rowsOf('audit')).toMatchObject([{ what: 'moves-6-typed', by: people.hr }]);
  });

  it('are corrected by who has read the latest, and nobody’s correction is lost', async () => {
    await seed();
    await put({ all: someTotals });
    const corrected = { ...someTotals, waiting: { people: 30, left: 10, moved: 5 } };
    expect((await put({ all: corrected }, { version: '0' })).status).toBe(412);
    expect((await put({ all: corrected }, { version: '1' })).status).toBe(200);
    expect((await read()).body.periods[0]).toMatchObject({ version: '2', typed: { all: corrected } });
    expect((await put({ all: corrected }, { version: '2' })).status).toBe(200);
    expect(await rowsOf('audit')).toHaveLength(2);
  });

  it.each<[string, unknown]>([
    ['fewer than twenty people', { all: { ...someTotals, waiting: { people: 19, left: 5, moved: 5 } } }],
    ['a negative number', { all: { ...someTotals, waiting: { people: 30, left: -1, moved: 5 } } }],
    ['part of a person', { all: { ...someTotals, waiting: { people: 30, left: 0.5, moved: 5 } } }],
    ['more than all people', { all: { ...someTotals, waiting: { people: 30, left: 20, moved: 11 } } }],
    ['more people than there are', { all: { ...someTotals, waiting: { people: 1e300, left: 20, moved: 11 } } }],
    [
      'more people under thirty than people',
      { all: someTotals, underThirty: { ...someTotals, waiting: { people: 31, left: 9, moved: 5 } } },
    ],
    [
      'too few people under thirty',
      { all: someTotals, underThirty: { ...someTotals, waiting: { people: 19, left: 9, moved: 5 } } },
    ],
    ['text', { all: { ...someTotals, waiting: { people: '30', left: 9, moved: 5 } } }],
    ['100,000 characters', { all: { ...someTotals, waiting: { people: '9'.repeat(100_000), left: 9, moved: 5 } } }],
    ['a name', { all: { ...someTotals, waiting: { ...someTotals.waiting, name: 'Anne' } } }],
    ['one side alone', { all: { participants: someTotals.participants } }],
    ['nothing', null],
  ])('refuse %s, and nothing is kept', async (_what, body) => {
    await seed();
    expect([400, 413]).toContain((await put(body)).status);
    expect([await rowsOf('moves'), await rowsOf('audit')]).toEqual([[], []]);
  });

  it('are typed once their day has come', async () => {
    await seed('2026-03-02T08:00:00.000Z');
    const answer = await put({ all: someTotals }, { months: '12' });
    expect([answer.status, answer.body.code, await rowsOf('moves')]).toEqual([409, 'too-early', []]);
    expect((await read()).body.periods.map(({ isDue }: { isDue: boolean }) => isDue)).toEqual([true, false]);
    for (const months of ['7', '06', '__proto__'])
      expect((await put({ all: someTotals }, { months })).status).toBe(404);
  });

  it('cannot take back what was told: a period is not typed for the first time once a later one is', async () => {
    await seed();
    await put({ all: withWaiting({ left: 10 }) }, { months: '12' });
    const { periods, told } = movesSchema.parse((await read()).body);
    expect(periods.map(({ shut }) => shut)).toEqual([['all'], []]);
    const answer = await put({ all: withWaiting({ left: 8 }) });
    expect([answer.status, answer.body.code]).toEqual([409, 'later-typed']);
    expect(movesSchema.parse((await read()).body).told).toEqual(told);
  });

  it('cannot take back what was told of people under thirty either', async () => {
    const underThirty = {
      participants: { people: 30, left: 5, moved: 5 },
      waiting: { people: 22, left: 6, moved: 5 },
    };
    await seed();
    await put({ all: someTotals });
    await put({ all: someTotals, underThirty }, { months: '12' });
    const answer = await put({ all: someTotals, underThirty }, { version: '1' });
    expect([answer.status, answer.body.code]).toEqual([409, 'later-typed']);
    expect((await read()).body.periods[0].shut).toEqual(['underThirty']);
    expect((await put({ all: withWaiting({ left: 8 }) }, { version: '1' })).status).toBe(200);
  });

  it('are kept once where both periods are typed at once, each as the first', async () => {
    await seed();
    const answers = await Promise.all([
      put({ all: withWaiting({ left: 8 }) }),
      put({ all: withWaiting({ left: 10 }) }, { months: '12' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).not.toEqual([200, 200]);
    expect(await rowsOf('moves')).toHaveLength(1);
  });

  it('are of one number of people at the start: corrected in one period it is corrected in the other', async () => {
    await seed();
    await put({ all: someTotals });
    const other = await put({ all: withWaiting({ people: 31 }) }, { months: '12' });
    expect([other.status, other.body.fields[0].path]).toEqual([400, 'all.waiting.people']);
    await put({ all: someTotals }, { months: '12' });
    expect((await put({ all: withWaiting({ people: 31 }) }, { version: '1' })).status).toBe(200);
    const { periods } = movesSchema.parse((await read()).body);
    expect(periods.map(({ version, typed }) => [version, typed?.all.waiting.people])).toEqual([
      ['2', 31],
      ['2', 31],
    ]);
  });

  it('are not corrected to fewer people than the other period has', async () => {
    await seed();
    await put({ all: someTotals });
    await put({ all: withWaiting({ left: 14, moved: 14 }) }, { months: '12' });
    const refusal = await put({ all: withWaiting({ people: 25 }) }, { version: '1' });
    expect([refusal.status, refusal.body.fields[0].message]).toEqual([
      400,
      expect.stringContaining('The totals of the other period do not fit'),
    ]);
    expect((await read()).body.periods[0].typed.all.waiting.people).toBe(30);
  });

  it('are told to the sponsor without what was typed, and not at all where few pairs ended', async () => {
    const sponsor = await tokenFor(stage.issuer, people.sponsor);
    await seed(undefined, { 'pairs.finished': 20, 'pairs.ended': 5 });
    await put({ all: someTotals });
    const { periods, told } = movesSchema.parse((await read('moves', sponsor)).body);
    expect([periods[0]?.typed, periods[0]?.version, told.length]).toEqual([undefined, undefined, 2]);
    expect((await put({ all: someTotals }, { version: '1', token: sponsor })).status).toBe(404);
  });

  it('tell the sponsor nothing of people under thirty, on the page and in the file', async () => {
    const sponsor = await tokenFor(stage.issuer, people.sponsor);
    const underThirty = { participants: { people: 25, left: 0, moved: 5 }, waiting: { people: 20, left: 5, moved: 0 } };
    await seed(undefined, { 'pairs.finished': 20, 'pairs.ended': 5 });
    await put({ all: someTotals, underThirty });
    const groupsOf = async (token?: string) => [
      ...new Set(movesSchema.parse((await read('moves', token)).body).told.map(({ group }) => group)),
    ];
    expect([await groupsOf(), await groupsOf(sponsor)]).toEqual([['all', 'underThirty'], ['all']]);
    expect((await read('results.csv?language=en')).text).toContain('people under thirty');
    expect((await read('results.csv?language=en', sponsor)).text).not.toContain('people under thirty');
  });

  it('stand in the month’s page of HR, and in the report to the board as the sponsor may read them', async () => {
    const underThirty = { participants: { people: 25, left: 0, moved: 5 }, waiting: { people: 20, left: 5, moved: 0 } };
    await seed(undefined, { 'pairs.finished': 20, 'pairs.ended': 5 });
    await put({ all: someTotals, underThirty });
    const { moves } = steeringSchema.parse((await read('steering')).body);
    const everybody = [
      'Left the company, 6 months after the start: 13% of the 48 people in pairs, 30% of the 30 who waited. Difference in points: −18 (95% interval: −37 to +1).',
      'Promoted or in another post, 6 months after the start: 25% of the 48 people in pairs, 17% of the 30 who waited. Difference in points: +8 (95% interval: −11 to +25).',
    ];
    expect(moves.slice(0, 2)).toEqual(everybody);
    expect(moves.slice(2).join(' ')).toContain('people under thirty');
    expect(await boardMoves()).toEqual(everybody);
  });

  it('are not in the report to the board where they would tell of the pairs that ended', async () => {
    await seed(undefined, { 'pairs.finished': 20, 'pairs.ended': 2 });
    await put({ all: someTotals });
    expect(await boardMoves()).toEqual([]);
    expect(steeringSchema.parse((await read('steering')).body).moves).toHaveLength(2);
  });

  it('hide from the sponsor what tells of the pairs that ended', async () => {
    const sponsor = await tokenFor(stage.issuer, people.sponsor);
    await seed(undefined, { 'pairs.finished': 20, 'pairs.ended': 2 });
    await put({ all: someTotals });
    expect((await read('moves', sponsor)).body.told).toEqual([]);
    expect((await read('results.csv?language=en', sponsor)).text).not.toContain('Retention');
    const lines: string[][] = parse((await read('results.csv?language=en')).text, { bom: true });
    expect(lines.filter(([, kind]) => kind === 'Retention and moves').map((line) => [line[3], line[6]])).toEqual([
      ['', ''],
      ['People in pairs', '48'],
      ['People who waited', '30'],
      ['Difference, in points', '48'],
      ['People in pairs', '48'],
      ['People who waited', '30'],
      ['Difference, in points', '48'],
    ]);
  });

  it('are nobody else’s, not another programme’s HR’s either', async () => {
    await seed();
    const stranger = await tokenFor(stage.issuer, people.stranger);
    expect((await read('moves', stranger)).status).toBe(404);
    expect((await put({ all: someTotals }, { token: stranger })).status).toBe(404);
  });
});
