import { useAzurite } from '../../helpers/azurite';
import { setUpProgramme, startStage, type LocalStage } from '../../helpers/local-stage';

const azurite = useAzurite();
let stage: LocalStage;

beforeAll(async () => {
  stage = await startStage(azurite.connectionString(), { mentors: 8, mentees: 8 });
  await stage.startServer();
  await setUpProgramme(stage);
  await stage.api('POST', '/programmes/passages/pledge-request');
  await stage.local('settle', {});
  await stage.press(stage.sponsor, 'pledge/give');
  expect((await stage.api('POST', '/programmes/passages/open')).status).toBe(200);
  await stage.local('settle', {});
});
afterAll(() => stage.close());

const enrolled = async (): Promise<readonly string[]> =>
  (await stage.api('GET', '/programmes/passages/people')).body.people
    .filter(({ state }: { state: string }) => state === 'enrolled')
    .map(({ id }: { id: string }) => id)
    .sort();

describe('letting the others answer', () => {
  it('presses the open cards of everybody but the people named and who said “not now”, most of them with a yes, and works off what follows', async () => {
    const [first, second, third] = stage.people;
    await stage.press(third?.directoryId ?? '', 'invitation/not-now');
    const populated = await stage.local('populate', { except: [first?.directoryId, second?.directoryId] });
    const said = await enrolled();
    expect(populated).toMatchObject({ settled: true, pressed: said.length });
    expect(said.length).toBeGreaterThanOrEqual(6);
    expect(said).not.toContain(first?.id);
    expect(said).not.toContain(second?.id);
    expect(said).not.toContain(third?.id);
  });

  it('leaves alone who forgets: a second time nobody has anything to answer', async () => {
    const before = await enrolled();
    const [first, second] = stage.people;
    expect(await stage.local('populate', { except: [first?.directoryId, second?.directoryId] })).toMatchObject({
      pressed: 0,
    });
    expect(await enrolled()).toEqual(before);
  });

  it('counts only presses that arrived', async () => {
    stage.teams.setBotEndpoint('http://127.0.0.1:1/api/messages');
    expect(await stage.local('populate', {})).toMatchObject({ pressed: 0 });
  });
});
