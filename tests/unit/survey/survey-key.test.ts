import { checkKeys } from '../../../src/survey/check-keys';
import { knownSurveyKey, surveyKey } from '../../../src/survey/read-survey-key';
import { memoryPorts } from '../../helpers/memory-ports';

const now = '2027-01-11T09:00:00.000Z';

describe('The key of a programme’s answers', () => {
  it('is made once, and none is known before', async () => {
    const ports = memoryPorts();
    expect(await knownSurveyKey(ports, 'passages')).toBeUndefined();
    const [one, two] = await Promise.all([surveyKey(ports, 'passages', now), surveyKey(ports, 'passages', now)]);
    expect(one).toBe(two);
    expect(await knownSurveyKey(ports, 'passages')).toBe(one);
    expect(await surveyKey(ports, 'other', now)).not.toBe(one);
  });

  it('lies in its table under the wrapping secret alone', async () => {
    const ports = memoryPorts();
    const key = await surveyKey(ports, 'passages', now);
    expect(JSON.stringify(ports.keys.dump())).not.toContain(key);
    const robbed = { ...ports, wrappingSecret: () => 'another secret that the attacker made up' };
    await expect(knownSurveyKey(robbed, 'passages')).rejects.toMatchObject({ code: 'survey-key-closed' });
    await expect(surveyKey(robbed, 'passages', now)).rejects.toMatchObject({ code: 'survey-key-closed' });
  });

  it('copied to another programme opens nothing there', async () => {
    const ports = memoryPorts();
    await surveyKey(ports, 'passages', now);
    const row = await ports.keys.get('passages', 'key', 'survey');
    await ports.keys.commit('other', [{ op: 'insert', kind: 'key', key: 'survey', value: row!.value }]);
    await expect(knownSurveyKey(ports, 'other')).rejects.toMatchObject({ code: 'survey-key-closed' });
  });

  it('that another secret was used for is counted for the operator', async () => {
    const ports = memoryPorts();
    for (const id of ['one', 'two', 'none'])
      await ports.tenants.commit('tenant', [
        { op: 'insert', kind: 'entry', key: id, value: { id, name: { fr: id, en: id }, state: 'running' } as never },
      ]);
    await surveyKey(ports, 'one', now);
    await surveyKey({ ...ports, wrappingSecret: () => 'the secret of last year' }, 'two', now);
    expect(await checkKeys(ports)).toEqual({ keys: 2, closed: 1 });
  });
});
