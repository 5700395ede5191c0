import { parse } from 'csv-parse/sync';
import type { Programme } from '../../src/domain/programme';
import { movesSchema } from '../../src/hr-page/moves-api-contract';
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

const read = (path = 'moves', token = stage.hr) =>
  call(stage.api, 'GET', `/programmes/passages/${path}`, { token, headers: { 'accept-language': 'en' } });
const put = (body: unknown, { months = '6', version = '0', token = stage.hr } = {}) =>
  call(stage.api, 'PUT', `/programmes/passages/moves/${months}`, {
    token,
    headers: { 'if-match': `"${version}"`, 'accept-language': 'en' },
    body,
  });
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
    expect([answer.status, await rowsOf('moves')]).toEqual([400, []]);
    expect((await read()).body.periods.map(({ isDue }: { isDue: boolean }) => isDue)).toEqual([true, false]);
    for (const months of ['7', '06', '__proto__'])
      expect((await put({ all: someTotals }, { months })).status).toBe(404);
  });

  it('are told to the sponsor without what was typed, and not at all where few pairs ended', async () => {
    const sponsor = await tokenFor(stage.issuer, people.sponsor);
    await seed(undefined, { 'pairs.finished': 20, 'pairs.ended': 5 });
    await put({ all: someTotals });
    const { periods, told } = movesSchema.parse((await read('moves', sponsor)).body);
    expect([periods[0]?.typed, periods[0]?.version, told.length]).toEqual([undefined, undefined, 2]);
    expect((await put({ all: someTotals }, { version: '1', token: sponsor })).status).toBe(404);
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
      ['Difference', '48'],
      ['People in pairs', '48'],
      ['People who waited', '30'],
      ['Difference', '48'],
    ]);
  });

  it('are nobody else’s, not another programme’s HR’s either', async () => {
    await seed();
    const stranger = await tokenFor(stage.issuer, people.stranger);
    expect((await read('moves', stranger)).status).toBe(404);
    expect((await put({ all: someTotals }, { token: stranger })).status).toBe(404);
  });
});
