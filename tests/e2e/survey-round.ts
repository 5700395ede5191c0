import type { Locator } from 'playwright-core';
import { countFile } from '../../bot/documents/file-limits';
import { readWorkbook } from '../../bot/documents/read-workbook';
import { instrumentPages, type Question } from '../../src/domain/instruments';
import type { Instrument } from '../../src/domain/survey';
import { hrPageText } from '../../src/hr-page/text/hr-page-text';
import { insightText } from '../../src/insight/text/insight-text';
import type { Language } from '../../src/language/languages';
import { surveyText } from '../../src/survey/text/survey-text';
import { answerSurvey } from '../helpers/answer-survey';
import { launchBrowser, type Browser } from '../helpers/browser';
import { cast } from '../helpers/e2e-cast';
import { LocalTeamsPage } from '../helpers/e2e-persona';
import { inviteCast, pairCast, proposeToCast } from '../helpers/e2e-programme';
import { openE2eStage, type E2eStage } from '../helpers/e2e-stage';
import { walkIn } from '../helpers/e2e-walk';
import { wordsOf } from '../helpers/e2e-words';
import { readPdf } from '../helpers/read-pdf';

/** Six pairs: mentors first, then mentees. */
const mentors = [cast.junior, ...cast.otherMentors.slice(0, 5)];
const mentees = [cast.senior, ...cast.otherMentees];
const people = [...mentors, ...mentees];

/** Read literally, whatever the catalogues say, so that a mixed-up language cannot pass. */
const literally = {
  fr: {
    changes: '14 changements sur 14 se distinguent du hasard',
    confidence: '3,0 avant, 3,7 après, 6 personnes',
    named: 'Inès m’a montré ce que je ne voyais plus.',
    masked: '[…] m’a montré ce que je ne voyais plus.',
    confidenceName: 'À l’aise avec les sujets',
    locale: 'fr-FR',
  },
  en: {
    changes: '14 changes of 14 stand out from chance',
    confidence: '3.0 before, 3.7 after, 6 people',
    named: 'Inès showed me what I no longer saw.',
    masked: '[…] showed me what I no longer saw.',
    confidenceName: 'At ease with the subjects',
    locale: 'en-GB',
  },
} as const;

/** Held to be text wherever it is read. */
const hostile = '<script>document.title = "gone"</script> **bold** [a link](https://example.test)';

/**
 * Where somebody's answer lies among those that a question offers: one to three at the start; one higher at the end, save for every third person. So the mean of
 * six people goes from 3 to 3 2/3 on the scale from 1 to 5.
 */
function placeOf(person: string, question: string, instrument: Instrument): number {
  const index = people.indexOf(person);
  return 1 + ((index + question.length) % 3) + (instrument === 'closing' && index % 3 !== 0 ? 1 : 0);
}

/** A survey from the first card to the report for the board, in a browser, by all who take part; each test goes on where the last ended. */
export function walkSurveyRound(language: Language): void {
  const words = wordsOf(language);
  const { tab, text } = words;
  const own = literally[language];
  let stage: E2eStage;
  let browser: Browser;
  let teams: LocalTeamsPage;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openE2eStage(language), launchBrowser()]);
    teams = await LocalTeamsPage.open(browser, stage, words);
    await inviteCast(stage, language);
    await proposeToCast(stage);
    await pairCast(stage);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });
  jest.setTimeout(300_000);

  const step = walkIn(() => teams);
  const survey = (key: Parameters<typeof surveyText>[1], values = {}): string => text(surveyText, key, values);
  const titleOf = (instrument: Instrument): string => survey('survey.title', { reminder: 'no', instrument });
  const valueOf = (person: string, question: Question, instrument: Instrument): string => {
    const place = placeOf(person, question.id, instrument);
    if (question.type === 'choice') return question.choices[Math.min(place, question.choices.length - 1)] ?? '';
    return String(question.type === 'zero-to-ten' ? place : place + 1);
  };
  /** The button that leads away from a page of the card. */
  const wayOn = async (instrument: Instrument, page: number): Promise<Locator> => {
    const pages = instrumentPages(instrument).length;
    const name = page === pages ? survey('survey.send') : survey('survey.next', { page: page + 1, pages });
    const button = (await teams.card(titleOf(instrument))).getByRole('button', { name, exact: true });
    await button.waitFor();
    return button;
  };
  /** Answers on the page of the card that is open. */
  const fillPage = async (person: string, instrument: Instrument, page: number): Promise<void> => {
    await wayOn(instrument, page);
    const asked = (instrumentPages(instrument)[page - 1] ?? []).filter(({ type }) => type !== 'comment');
    const fields = (await teams.card(titleOf(instrument))).getByRole('combobox');
    expect(await fields.count()).toBe(asked.length);
    for (const [index, question] of asked.entries())
      await fields.nth(index).selectOption(valueOf(person, question, instrument));
  };
  const goOn = async (instrument: Instrument, page: number): Promise<void> => {
    await (await wayOn(instrument, page)).click();
  };
  const othersAnswer = async (instrument: Instrument, others: readonly string[]): Promise<void> => {
    for (const person of others)
      await answerSurvey(stage, person, (question, offered) =>
        offered.length > 0
          ? offered[Math.min(placeOf(person, question, instrument), offered.length - 1)]
          : person === mentors[1]
            ? hostile
            : `${String(people.indexOf(person))} was here`,
      );
    await stage.settle();
  };
  const commentsOf = (count: number): Locator =>
    teams.tab.getByRole('region', {
      name: tab('comments.title', { name: tab('round.name', { instrument: 'closing', number: 0 }), count }),
    });
  const openResults = async (): Promise<void> => {
    await teams.tabOf(cast.hr);
    await teams.tab.getByRole('link', { name: tab('nav.results'), exact: true }).click();
  };

  describe(`a survey in ${language === 'fr' ? 'French' : 'English'}`, () => {
    step('what was begun in chat is there after the app was closed, and is sent from the tab', async () => {
      await stage.moveDays(4);
      await teams.as(cast.junior, 'chat');
      await fillPage(cast.junior, 'baseline', 1);
      await goOn('baseline', 1);
      await fillPage(cast.junior, 'baseline', 2);
      expect(await teams.violations()).toEqual([]);
      await goOn('baseline', 2);
      await wayOn('baseline', 3);

      await teams.page.reload();
      const frame = await teams.tabOf(cast.junior);
      const section = frame.getByRole('region', {
        name: tab('step.survey.title', { instrument: 'baseline', count: 19 }),
      });
      await section.getByText(tab('step.survey.kept')).waitFor();
      for (const [page, questions] of instrumentPages('baseline').entries())
        for (const question of questions) {
          const choice = section
            .getByRole('group', { name: survey(`question.${question.id}`) })
            .or(section.getByRole('radiogroup', { name: survey(`question.${question.id}`) }))
            .locator(`input[value="${valueOf(cast.junior, question, 'baseline')}"]`);
          if (page < 2) expect(await choice.isChecked()).toBe(true);
          else await choice.check();
        }
      expect(await teams.violations()).toEqual([]);
      await section.getByRole('button', { name: tab('step.survey.send') }).click();
      await section.getByText(tab('step.survey.edit')).waitFor();
    });

    step('the card in chat follows with the night, when enough others have answered', async () => {
      await othersAnswer('baseline', people.slice(1));
      await stage.moveDays(1);
      await teams.as(cast.junior, 'chat');
      await teams.card(survey('survey.answered-title'));
    });

    step('somebody who names their mentor at the end is told before it is sent', async () => {
      await stage.moveTo('2027-02-18T12:00:00.000Z');
      await teams.as(cast.senior, 'chat');
      for (const page of [1, 2, 3, 4]) {
        await fillPage(cast.senior, 'closing', page);
        await goOn('closing', page);
      }
      await fillPage(cast.senior, 'closing', 5);
      const comment = teams.page.getByRole('textbox', { name: survey('question.comment') });
      await comment.last().fill(own.named);
      await (await wayOn('closing', 5)).click();
      const warned = await teams.card(survey('survey.warning-title'));
      await warned.getByText(survey('survey.warning-name')).waitFor();
      expect(await comment.last().inputValue()).toBe(own.named);
      expect(await teams.violations()).toEqual([]);
      await warned.getByRole('button', { name: survey('survey.send-as-is') }).click();
      await teams.card(survey('survey.answered-title'));
    });

    step('while the survey is open HR reads neither figure nor word of it', async () => {
      await othersAnswer(
        'closing',
        people.filter((person) => person !== cast.senior),
      );
      await stage.moveDays(1);
      await openResults();
      await teams.tab.getByRole('heading', { name: tab('results.group.to-come'), exact: true }).waitFor();
      const said = await teams.tab.locator('main').innerText();
      expect(said).not.toContain('was here');
      expect(said).not.toContain(own.confidence);
    });

    step('the night after the close HR reads what changed, and what was written, as text', async () => {
      await stage.moveTo('2027-03-18T12:00:00.000Z');
      await openResults();
      const changes = teams.tab.getByRole('region', { name: own.changes });
      await changes.getByText(own.confidence, { exact: false }).first().waitFor();
      expect(await teams.violations()).toEqual([]);
      const told = commentsOf(12);
      await told.getByText(own.masked).waitFor();
      const comments = await told.getByRole('listitem').allInnerTexts();
      expect([...comments].sort()).toEqual(
        [
          own.masked,
          hostile.replace('https://example.test', '[…]'),
          ...people.flatMap((person, index) =>
            person === cast.senior || person === mentors[1] ? [] : [`${String(index)} was here`],
          ),
        ].sort(),
      );
      expect(comments.join()).not.toContain('Inès');
    });

    step('the report for the board and the workbook hold the same figures', async () => {
      const button = (format: 'pdf' | 'xlsx' | 'csv') =>
        teams.tab.getByRole('button', { name: tab(`results.export.${format}`), exact: true });
      const pdf = await teams.download(() => button('pdf').click());
      expect(pdf.name).toMatch(/\.pdf$/u);
      const report = await readPdf(pdf.bytes);
      expect(report).toMatchObject({ language: own.locale, isTagged: true });
      expect(report.pages).toHaveLength(1);
      expect(report.pages[0]?.headings).toContain(text(hrPageText, 'report.changes'));
      const texts = report.pages[0]?.texts.join('\n') ?? '';
      expect(texts).toContain(own.confidenceName);
      expect(texts).not.toMatch(/was here|Inès|Lefèvre/u);

      const xlsx = await teams.download(() => button('xlsx').click());
      const [sheet] = readWorkbook(xlsx.bytes, countFile());
      const rows = sheet?.rows.map(({ cells }) => cells) ?? [];
      expect(rows).toHaveLength(15);
      const confidence = rows.filter((cells) => cells.includes(text(insightText, 'measure.confidence')));
      expect(confidence).toHaveLength(2);
      for (const cells of confidence) expect(cells.some((cell) => Math.abs(Number(cell) - 2 / 3) < 1e-9)).toBe(true);
      const csv = await teams.download(() => button('csv').click());
      expect(csv.content).toContain(own.confidenceName);
    });

    step('the sponsor hears that the figures are here, and reads no comment', async () => {
      await stage.moveDays(1);
      await teams.as(cast.sponsor, 'chat');
      const card = await teams.card(
        text(hrPageText, 'sponsor-report.title', { state: 'results', month: 'after', months: 3 }),
      );
      await card.getByText(text(hrPageText, 'sponsor-report.changes', { clear: 14, total: 14 })).waitFor();
      expect(await teams.violations()).toEqual([]);
      const frame = await teams.tabOf(cast.sponsor);
      await frame.getByText(own.confidence, { exact: false }).first().waitFor();
      expect(await frame.locator('main').innerText()).not.toContain('was here');
    });

    step('whoever takes their comment away is no longer read from the next night on', async () => {
      const frame = await teams.tabOf(cast.senior);
      await frame.getByText(own.named).waitFor();
      await frame.getByRole('button', { name: tab('me.comments-delete') }).click();
      await frame
        .getByRole('dialog')
        .getByRole('button', { name: tab('me.comments-delete') })
        .click();
      await frame.getByText(own.named).waitFor({ state: 'detached' });
      await stage.moveDays(1);
      await openResults();
      await commentsOf(11).waitFor();
      expect(await teams.tab.locator('main').innerText()).not.toContain(own.masked);
    });
  });
}
