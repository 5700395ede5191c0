import * as fixtures from './stage/fixtures';
import { openStage, type Stage } from './stage/open-stage';
import { storedQuestions } from './stage/questions';
import { asHr } from './stage/scenes';
import { until } from './stage/until';

const path = `/programmes/${fixtures.programmeId}/questions`;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage.close());
afterEach(() => stage.clear());
beforeEach(() => {
  stage.server.renew();
  asHr(stage.server.api, 'en');
  stage.server.api.answer('GET', path, storedQuestions());
});

const open = async () => (await stage.open({ page: path })).tab;

describe('HR’s own questions', () => {
  it('are added, moved by keyboard, removed and saved in their order', async () => {
    const tab = await open();
    await tab.getByRole('button', { name: 'Add a question' }).click();
    await tab.getByRole('textbox', { name: 'Question (French)' }).fill('Et maintenant ?');
    await tab.getByRole('textbox', { name: 'Question (English)' }).fill('What now?');
    await tab.getByRole('combobox', { name: 'Answered by' }).selectOption('comment');
    const up = tab.getByRole('button', { name: /Move up.*question/u });
    await up.nth(5).focus();
    await up.nth(5).press('Enter');
    await tab.getByText('5. What now?').waitFor();
    // The focus goes with the question.
    await until(() => up.nth(4).evaluate((button) => button === document.activeElement));
    await tab.getByRole('button', { name: /Remove.*question 2/u }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    stage.server.api.answer('PUT', path, storedQuestions({ version: '8' }));
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await until(() => tab.getByRole('button', { name: 'Save', exact: true }).isDisabled());
    const sent = stage.server.api.calls('PUT', path).at(-1)?.body as { questions: { id: string }[] };
    expect(sent.questions.map(({ id }) => id)).toEqual([
      'own-scale',
      'own-choices',
      'own-zero-to-ten',
      'own-6',
      'own-comment',
    ]);
  });

  it('stay as they were typed where somebody else has saved meanwhile, until one version is chosen', async () => {
    const tab = await open();
    await tab.getByRole('button', { name: /Edit.*question 1/u }).click();
    const words = tab.getByRole('textbox', { name: 'Question (English)' });
    await words.fill('Mine');
    stage.server.api.refuse('PUT', path, 412, 'version-stale', 'Somebody changed this meanwhile.');
    stage.server.api.answer('GET', path, storedQuestions({ version: '8', questions: [] }));
    const save = tab.getByRole('button', { name: 'Save', exact: true });
    await save.click();
    await tab.getByText('Somebody else has saved other questions').waitFor();
    expect([await words.inputValue(), await save.isDisabled()]).toEqual(['Mine', true]);
    await tab.getByRole('button', { name: 'Keep what I typed' }).click();
    await until(() => save.isEnabled());
  });

  it('are kept while another page is looked at, and said to be unsaved', async () => {
    const tab = await open();
    await tab.getByRole('button', { name: /Move down.*question 1/u }).click();
    await tab.getByText('Not saved yet.', { exact: false }).waitFor();
    await tab.getByRole('link', { name: 'Overview' }).click();
    await tab.getByRole('link', { name: 'Questions' }).click();
    await tab.getByText('Not saved yet.', { exact: false }).waitFor();
    await tab.getByRole('button', { name: 'Undo changes' }).click();
    await tab.getByText('1. Working between the sites').waitFor();
  });

  it('tell each fault at its field', async () => {
    const tab = await open();
    await tab.getByRole('button', { name: /Edit.*question 1/u }).click();
    const words = tab.getByRole('textbox', { name: 'Question (English)' });
    await words.fill('');
    stage.server.api.respond('PUT', path, () => ({
      status: 400,
      body: {
        code: 'invalid-body',
        message: 'Not read.',
        correlationId: 'c',
        fields: [{ path: 'questions.0.words.en', message: 'The words are missing here.' }],
      },
    }));
    await tab.getByRole('button', { name: 'Save', exact: true }).click();
    await tab.getByText('Question 1: The words are missing here.').waitFor();
    await until(async () => (await words.getAttribute('aria-invalid')) === 'true');
  });

  it('are shown as people are asked, each kind with its way of answering, and a warning blocks nothing', async () => {
    const tab = await open();
    const preview = tab.getByRole('region', { name: 'As people are asked' });
    await preview.getByRole('combobox', { name: 'Survey' }).selectOption('closing');
    await preview.getByRole('combobox', { name: 'Asked' }).selectOption('mentee');
    await preview.getByRole('radio', { name: '1 – not at all' }).waitFor();
    await preview.getByRole('checkbox', { name: 'careers' }).check();
    await preview.getByRole('textbox', { name: 'How old is the idea that you keep?' }).waitFor();
    await tab.getByText('This seems to ask about age.', { exact: false }).waitFor();
  });

  it('are settled once people were invited: nothing is left to press but the thresholds', async () => {
    stage.server.api.answer('GET', path, storedQuestions({ isFrozen: true }));
    const tab = await open();
    await tab.getByText('The questions are settled').waitFor();
    expect(await tab.getByRole('button', { name: /Move|Edit|Remove|Add/u }).count()).toBe(0);
    await tab.getByRole('spinbutton', { name: 'Figures shown from' }).fill('8');
    await until(() => tab.getByRole('button', { name: 'Save', exact: true }).isEnabled());
  });
});
