import { actionAnswerSchema } from '../../src/hr-page/action-api-contract';
import { myPlanSchema } from '../../src/pair-plan/api-contract';
import { useApiStage } from '../helpers/api-stage';
import { call, people, tokenFor } from '../helpers/api-server';

const stage = useApiStage();
const path = '/programmes/passages/me/pairs/pair-1/plan';

const read = async (who: string, at = path) => call(stage.api, 'GET', at, { token: await tokenFor(stage.issuer, who) });
const press = async (who: string, body: unknown) =>
  call(stage.api, 'POST', '/actions', { token: await tokenFor(stage.issuer, who), body });

describe('The plan of a pair, over HTTP', () => {
  it('is read by both, and changed by one for the other', async () => {
    const plan = myPlanSchema.parse((await read(people.mentor)).body);
    expect(plan.sessions).toHaveLength(6);
    const reword = plan.sessions[1]?.actions.find(({ verb }) => verb === 'plan/aim');
    const done = await press(people.mentor, { ...reword, words: 'Préparer le salon' });
    expect(actionAnswerSchema.parse(done.body)).toMatchObject({ changed: true });
    expect(myPlanSchema.parse((await read(people.mentee)).body).sessions[1]).toMatchObject({
      aim: 'Préparer le salon',
    });
    const late = await press(people.mentee, { ...reword, words: 'Autre chose' });
    expect(actionAnswerSchema.parse(late.body)).toMatchObject({ changed: false, view: { notice: 'out-of-date' } });
  });

  it('does not exist for HR nor the assistant, nor for anybody whose pair it is not', async () => {
    expect((await read(people.hr)).status).toBe(404);
    expect((await read(people.assistant)).status).toBe(404);
    expect((await read(people.mentor, path.replace('pair-1', 'pair-9'))).status).toBe(404);
  });

  it('takes no aim that is too long', async () => {
    const ref = { programmeId: 'passages', pairId: 'pair-1', revision: 0, number: 2 };
    expect((await press(people.mentor, { verb: 'plan/aim', ...ref, words: 'x'.repeat(201) })).status).toBe(400);
  });
});
