import { parse } from 'csv-parse/sync';
import { countFile } from '../../bot/documents/file-limits';
import { readWorkbook } from '../../bot/documents/read-workbook';
import { pilotSchema } from '../../src/hr-page/pilot-api-contract';
import { call, people, tokenFor } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';
import { aBoard } from '../helpers/factories/board';
import { aRule } from '../helpers/factories/pilot';
import { aProgramme } from '../helpers/factories/programme';
import { frozenFigures } from '../helpers/factories/results';
import { seedMembership, seedProgramme } from '../helpers/test-ports';

const stage = useApiStage({ seed: nothing });
const months = ['2026-09-01T07:00:00.000Z', '2026-10-01T07:00:00.000Z'];

/** A programme that is over: 17 pairs finished, 3 ended after their first hour. */
async function seedPilot(pilot = aRule, active = 0): Promise<void> {
  const rows = Array.from({ length: 20 }, (_none, index) => ({
    pairId: `pair-${String(index)}`,
    mentor: { id: `M${String(index)}`, name: 'Zoé' },
    mentee: { id: `S${String(index)}`, name: 'Anne' },
    places: { mentor: {}, mentee: {} },
    topics: [],
    startedAt: '2026-08-01T07:00:00.000Z',
    windowEnds: months,
    ...(index < 17
      ? { state: 'finished' as const, months: ['held', 'held'] as const }
      : { state: 'ended' as const, months: ['held', 'after-end'] as const }),
  }));
  const { board, ...parts } = aBoard(rows, {
    counts: { 'pairs.active': active, 'pairs.finished': 17, 'pairs.ended': 3 },
  });
  await seedProgramme(stage.ports, 'passages', {
    programme: {
      programme: aProgramme({ state: 'closed', plan: { pilot } }),
    },
    figures: frozenFigures(),
    board,
    ...parts,
  });
  for (const [person, role] of [
    [people.hr, 'administrator'],
    [people.sponsor, 'sponsor'],
  ] as const)
    await seedMembership(stage.ports, person, { programmeId: 'passages', contacts: [{ id: `${role}-1`, role }] });
}

const read = (path: string, token = stage.hr) =>
  call(stage.api, 'GET', `/programmes/passages/${path}`, { token, headers: { 'accept-language': 'en' } });

describe('The rule of a pilot', () => {
  it('is read with what it comes to', async () => {
    await seedPilot();
    const { pilot } = pilotSchema.parse((await read('pilot')).body);
    expect(pilot?.outcome).toBe('stop');
    expect(pilot?.conditions.map(({ state, value, n }) => [state, value, n])).toEqual([
      ['met', 4.3, 22],
      ['not-met', 61.9, 21],
      ['met', 0.41, 21],
      ['met', 100, 37],
      ['met', 85, 20],
    ]);
  });

  it('waits while pairs go on after the programme has closed', async () => {
    await seedPilot(aRule, 1);
    expect((await read('pilot')).body.pilot.outcome).toBe('open');
  });

  it('is weighed for the sponsor, and in the report to the board, without what tells of the three pairs that ended', async () => {
    await seedPilot({ goesOnIf: [{ by: 'pairs', atLeast: 80 }] });
    const sponsor = await tokenFor(stage.issuer, people.sponsor);
    expect((await read('pilot')).body.pilot.outcome).toBe('go-on');
    const told = (await read('pilot', sponsor)).body.pilot;
    expect(told.outcome).toBe('undecided');
    expect(told.conditions[0]).not.toHaveProperty('value');
    const csv = (await read('results.csv?language=en', sponsor)).text;
    expect(csv).toContain('Pilot rule');
    expect(csv).not.toContain('85');
  });

  it('goes with the figures into both files', async () => {
    await seedPilot();
    const lines: string[][] = parse((await read('results.csv?language=en')).text, { bom: true });
    const rule = lines.filter(([, kind]) => kind === 'Pilot rule');
    expect(rule.map((line) => [line[2], line[5], line[6], line[9]])).toEqual([
      ['By its rule the pilot stops: one of 5 conditions is not met', '', '', ''],
      ['Usefulness (Mentors), at the end: at least 4.00 of 5', 'met', '22', '4.3'],
      ['Use of the tools (Mentees), at the end: at least 70%', 'not met', '21', '61.9'],
      [expect.stringContaining('change from start to end: at least +0.30 points'), 'met', '21', '0.41'],
      ['Hours held, of those planned: at least 75%', 'met', '37', '100'],
      [expect.stringContaining('Pairs that went through all their months'), 'met', '20', '85'],
    ]);
    const response = await fetch(`${stage.api.url}/programmes/passages/results.xlsx?language=fr`, {
      headers: { authorization: `Bearer ${stage.hr}` },
    });
    const sheets = readWorkbook(new Uint8Array(await response.arrayBuffer()), countFile());
    expect(sheets.find(({ name }) => name === 'Règle du pilote')?.rows).toHaveLength(7);
  });

  it('is nowhere where the plan has none', async () => {
    await seedProgramme(stage.ports, 'passages', { programme: { programme: aProgramme({ state: 'closed' }) } });
    await seedMembership(stage.ports, people.hr, {
      programmeId: 'passages',
      contacts: [{ id: 'administrator-1', role: 'administrator' }],
    });
    expect((await read('pilot')).body).toEqual({});
    expect((await read('results.csv?language=en')).text).not.toMatch(/pilot/iu);
  });

  it('is for HR and the sponsor', async () => {
    await seedPilot();
    expect((await read('pilot', await tokenFor(stage.issuer, people.stranger))).status).toBe(404);
  });

  it('is settled once enrolment is open', async () => {
    await seedProgramme(stage.ports, 'passages', { programme: { programme: aProgramme({ plan: { pilot: aRule } }) } });
    await seedMembership(stage.ports, people.hr, {
      programmeId: 'passages',
      contacts: [{ id: 'administrator-1', role: 'administrator' }],
    });
    const { plan } = (await read('plan')).body;
    const saved = await call(stage.api, 'PUT', '/programmes/passages/plan', {
      token: stage.hr,
      headers: { 'if-match': '"3"', 'accept-language': 'en' },
      body: { ...plan, pilot: { goesOnIf: [{ by: 'hours', atLeast: 10 }] } },
    });
    expect([saved.status, saved.body.code]).toEqual([409, 'plan-frozen']);
    expect(saved.text).toContain('the rule of the pilot');
    expect((await read('plan')).body.plan.pilot).toEqual(aRule);
  });
});
