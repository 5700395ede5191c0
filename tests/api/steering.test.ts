import { steeringSchema } from '../../src/hr-page/steering-api-contract';
import { call, people, tokenFor } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';
import { aPlan, aProgramme } from '../helpers/factories/programme';
import { frozenFigures } from '../helpers/factories/results';
import { seedMembership, seedProgramme } from '../helpers/test-ports';

const stage = useApiStage({ seed: nothing });

async function seedMonth(): Promise<void> {
  const [objective] = aPlan().objectives;
  const plan = aPlan({
    objectives: [
      { ...objective!, baseline: 24, target: 95, unit: '%', measuredBy: { measure: 'tool-use', side: 'mentee' } },
    ],
  });
  const { pledge: _pledge, ...programme } = aProgramme({
    plan,
    state: 'running',
    beginsAt: '2026-09-01T07:00:00.000Z',
  });
  await seedProgramme(stage.ports, 'passages', {
    programme: { programme },
    figures: frozenFigures(),
    board: {
      head: {
        version: 1,
        parts: {},
        foldedAt: '2026-11-23T08:59:00.000Z',
        counts: { 'participants.enrolled': 9, 'participants.invited': 12, 'participants.without-partner': 1 },
        healthByDay: { '': { quiet: 2, 'needs-a-time': 1, 'on-track': 4 } },
      },
    },
  });
  for (const [person, role] of [
    [people.hr, 'administrator'],
    [people.sponsor, 'sponsor'],
  ] as const)
    await seedMembership(stage.ports, person, { programmeId: 'passages', contacts: [{ id: `${role}-1`, role }] });
}

describe('The month on one page', () => {
  it('asks for decisions, counts hours, and says where each target stands', async () => {
    await seedMonth();
    const answer = await call(stage.api, 'GET', '/programmes/passages/steering', {
      token: stage.hr,
      headers: { 'accept-language': 'en' },
    });
    const { decisions, hours, targets } = steeringSchema.parse(answer.body);
    expect(decisions.map(({ words }) => words)).toEqual(
      expect.arrayContaining([
        'The sponsor has not pledged yet',
        'One pair has had two months without a session',
        '2 pairs have no date this month, or missed last month',
        'One person who said yes is in no running pair',
        'One objective is short of its target',
      ]),
    );
    expect(hours).toMatchObject({ held: 0, planned: 0, words: 'No hour was planned yet' });
    expect(targets[0]).toMatchObject({
      state: 'behind',
      words: [
        'From 24% at the start to a target of 95%.',
        'At the start: 38% (21 people).',
        'At the end: 62% (21 people).',
        'Short of its target.',
      ],
    });
  });

  it('is a PDF too', async () => {
    await seedMonth();
    const response = await fetch(`${stage.api.url}/programmes/passages/steering.pdf?language=fr`, {
      headers: { authorization: `Bearer ${stage.hr}` },
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="passages-steering-2026-11-23.pdf"');
  });

  it('is HR’s alone', async () => {
    await seedMonth();
    for (const who of [people.sponsor, people.stranger])
      for (const path of ['steering', 'steering.pdf']) {
        const token = await tokenFor(stage.issuer, who);
        expect((await call(stage.api, 'GET', `/programmes/passages/${path}`, { token })).status).toBe(404);
      }
  });
});
