import { myComments, warnedView, writeComment } from './stage/comments';
import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { myPage, surveyStep } from './stage/own-page';
import { asJunior } from './stage/scenes';

const page = `/me/${fixtures.programmeId}`;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());

const sent = (): unknown => stage.server.api.calls('POST', '/actions').at(-1)?.body;
const answer = (view: object): void => {
  stage.server.api.answer('POST', '/actions', { view, changed: true });
};

describe('The comments that somebody wrote in surveys, on their own page', () => {
  it('stand there as the text they are, and are deleted one by one', async () => {
    asJunior(stage.server.api, myPage(), myComments());
    answer({ card: 'survey', state: 'answered' });
    const { tab } = await stage.open({ page });
    const section = tab.getByRole('region', { name: 'Your comments in surveys' });
    await section.getByText('<script>alert(1)</script> **x**').first().waitFor();
    await section.getByText('Half-way').waitFor();
    await section.getByRole('button', { name: 'Delete my comment' }).first().click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Delete my comment' }).click();
    await tab.getByRole('status').filter({ hasText: 'Noted.' }).waitFor({ state: 'attached' });
    expect(sent()).toEqual({
      verb: 'survey/delete-comment',
      programmeId: fixtures.programmeId,
      surveyRound: 'closing',
    });
  });

  it('are not spoken of where there are none', async () => {
    asJunior(stage.server.api, myPage());
    const { tab } = await stage.open({ page });
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await tab.getByText('comment', { exact: false }).count()).toBe(0);
  });
});

describe('A comment with a name or a word on health', () => {
  it('is not sent before its author has read so; what they typed stays, and goes as it is when they say so', async () => {
    asJunior(stage.server.api, myPage({ steps: [surveyStep] }));
    answer(warnedView);
    const { tab } = await stage.open({ page });
    await tab.getByText('comments of 10 or more, shuffled, names masked', { exact: false }).waitFor();
    await writeComment(tab);
    const words = await tab.getByRole('alert').innerText();
    expect(words).toContain('may hold a name');
    expect(words).toContain('somebody’s health');
    expect(await tab.locator('textarea').inputValue()).toBe('Inès est en arrêt maladie');
    answer({ card: 'survey', state: 'answered' });
    await tab.getByRole('button', { name: 'Send it as it is' }).click();
    await tab.getByRole('status').filter({ hasText: 'the answers are saved' }).waitFor({ state: 'attached' });
    expect(sent()).toMatchObject({ asIs: 1, answers: { comment: 'Inès est en arrêt maladie' } });
  });

  it('is asked about anew when it was changed', async () => {
    asJunior(stage.server.api, myPage({ steps: [surveyStep] }));
    answer(warnedView);
    const { tab } = await stage.open({ page });
    await writeComment(tab);
    await tab.locator('textarea').fill('Merci');
    await tab.getByRole('button', { name: 'Send my answers' }).click();
    await tab.getByRole('alert').waitFor();
    expect(sent()).not.toHaveProperty('asIs');
  });
});

describe('A press on a survey that closed meanwhile', () => {
  it.each([
    ['en', 'Send my answers', 'These questions are closed. No answer was added or changed.', 'the answers are saved'],
    [
      'fr',
      'Envoyer mes réponses',
      'Ces questions sont closes. Aucune réponse n’a été ajoutée ni changée.',
      'sont enregistrées',
    ],
  ] as const)('says so and not that it is saved, in %s', async (language, button, truth, lie) => {
    asJunior(stage.server.api, myPage({ steps: [surveyStep] }));
    answer({ card: 'survey', state: 'closed' });
    const { tab } = await stage.open({ page, language });
    await tab.locator('textarea').fill('Merci');
    await tab.getByRole('button', { name: button }).click();
    await tab.getByRole('status').filter({ hasText: truth }).waitFor({ state: 'attached' });
    expect(await tab.getByText(lie, { exact: false }).count()).toBe(0);
  });

  it('or was skipped elsewhere says that nothing was changed', async () => {
    asJunior(stage.server.api, myPage({ steps: [surveyStep] }));
    answer({ card: 'survey', state: 'skipped' });
    const { tab } = await stage.open({ page });
    await tab.locator('textarea').fill('Merci');
    await tab.getByRole('button', { name: 'Send my answers' }).click();
    await tab.getByRole('alert').filter({ hasText: 'Nothing was changed' }).waitFor();
  });
});
