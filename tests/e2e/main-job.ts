import ICAL from 'ical.js';
import { launchBrowser, type Browser } from '../helpers/browser';
import { cast, castChannel, castCsv, castPlan, castSize, castTeam } from '../helpers/e2e-cast';
import { LocalTeamsPage } from '../helpers/e2e-persona';
import { openE2eStage, type E2eStage } from '../helpers/e2e-stage';
import { walkIn } from '../helpers/e2e-walk';
import { wordsOf } from '../helpers/e2e-words';
import { topicName } from '../../src/catalogues/topics';
import type { Language } from '../../src/language/languages';
import { boardText } from '../../src/board/text/board-text';
import { channelText } from '../../src/channel/text/channel-text';
import { enrolmentText } from '../../src/enrolment/text/enrolment-text';
import { hrPageText } from '../../src/hr-page/text/hr-page-text';
import { charterWords } from '../../src/charter/charter-words';
import { charterText } from '../../src/charter/text/charter-text';
import { memberText } from '../../src/member/text/member-text';
import { pairText } from '../../src/pair/text/pair-text';
import { peopleFileText } from '../../src/people-file/text/people-file-text';
import { programmeText } from '../../src/programme/text/programme-text';
import { proposalText } from '../../src/proposal/text/proposal-text';
import { sessionText } from '../../src/session/text/session-text';
import { surveyText } from '../../src/survey/text/survey-text';

/** Read literally, whatever the catalogues say, so that a mixed-up language cannot pass. */
const literally = {
  fr: { join: 'Je participe', accept: 'J’accepte', both: 'Marc l’a acceptée aussi.' },
  en: { join: 'I’m in', accept: 'I accept', both: 'Marc has accepted it too.' },
} as const;

const json = (value: unknown) => ({
  name: 'passages.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(value)),
});

/** The main job from the programme file to the first month’s reminder, in a browser, by all who take part; each test goes on where the last ended. */
export function walkMainJob(language: Language): void {
  const words = wordsOf(language);
  const { tab, text, page: local } = words;
  let stage: E2eStage;
  let browser: Browser;
  let teams: LocalTeamsPage;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([openE2eStage(language), launchBrowser()]);
    teams = await LocalTeamsPage.open(browser, stage, words);
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });
  jest.setTimeout(180_000);

  const open = async (part: 'overview' | 'people' | 'pairing' | 'pairs'): Promise<void> => {
    await teams.tab
      .getByRole('navigation')
      .getByRole('link', { name: tab(`nav.${part}`), exact: true })
      .click();
  };

  const step = walkIn(() => teams);

  describe(`the main job in ${language === 'fr' ? 'French' : 'English'}`, () => {
    step('HR loads the programme file; what is missing is listed, with who can give it', async () => {
      const frame = await teams.tabOf(cast.hr);
      await frame.getByRole('link', { name: tab('landing.admin-open') }).click();
      await frame.getByRole('heading', { name: tab('new.title') }).waitFor();
      const plan = castPlan(language);
      const [objective] = plan.objectives ?? [];
      await teams.giveFile(
        frame.getByRole('button', { name: tab('plan.choose') }),
        json({ ...plan, objectives: [{ ...objective, target: undefined }] }),
      );
      await frame.getByText(plan.name[language]).waitFor();
      await frame.getByRole('button', { name: tab('plan.save') }).click();

      await frame.getByRole('heading', { name: tab('overview.missing', { count: 3 }) }).waitFor();
      const line = (words: string) => frame.getByRole('listitem').filter({ hasText: words });
      await line(text(hrPageText, 'readiness.missing.target', { number: 1 }))
        .getByText(tab('readiness.giver.administrator'))
        .waitFor();
      await line(text(hrPageText, 'readiness.missing.pledge', { sponsor: 'Hélène Marchand' }))
        .getByText(tab('readiness.giver.sponsor'))
        .waitFor();
      await line(
        text(hrPageText, 'readiness.missing.channel-link', { channel: 'Programme', team: 'Passages' }),
      ).waitFor();
      expect(await frame.getByRole('button', { name: tab('open.button') }).isDisabled()).toBe(true);
      expect(await teams.violations()).toEqual([]);

      await frame.getByRole('link', { name: tab('readiness.load-plan') }).click();
      await teams.giveFile(frame.getByRole('button', { name: tab('plan.choose') }), json(plan));
      await frame.getByRole('button', { name: tab('plan.save') }).click();
      await open('overview');
      await frame.getByRole('heading', { name: tab('overview.missing', { count: 2 }) }).waitFor();
      await stage.teams.addBotToTeam(castTeam);
      await frame.getByRole('button', { name: tab('people.check-reach') }).click();
      await frame.getByRole('heading', { name: tab('overview.missing', { count: 1 }) }).waitFor();
    });

    step(
      'HR imports the people: the bad row is named, nothing is kept before the yes, and the same file again changes nothing',
      async () => {
        const { tab: frame } = teams;
        const file = { name: 'people.csv', mimeType: 'text/csv', buffer: castCsv(language) };
        await open('people');
        await frame.getByText(tab('people.empty-text')).waitFor();
        await frame.getByRole('button', { name: tab('people.import') }).click();
        await teams.giveFile(frame.getByRole('button', { name: tab('import.choose') }), file);
        await frame.getByRole('heading', { name: tab('findings.refused', { count: 1 }) }).waitFor();
        const words = text(peopleFileText, 'file.role-unknown', { value: 'boss', different: 1 });
        const refused = frame.getByRole('listitem').filter({ hasText: words });
        await refused.getByText(tab('findings.rows', { count: 1, named: 1, list: '15' })).waitFor();
        expect(await refused.innerText()).toContain('role');
        await frame.getByText(tab('import.safe')).waitFor();
        expect((await stage.api('GET', '/programmes/passages/people')).body).toMatchObject({ people: [] });
        expect(await teams.violations()).toEqual([]);

        await frame.getByRole('button', { name: tab('import.confirm', { count: castSize }) }).click();
        await frame
          .getByText(tab('import.done', { count: castSize }))
          .first()
          .waitFor();
        await frame.getByRole('link', { name: tab('import.see-people') }).click();
        await frame.getByText('Marc Lefèvre', { exact: true }).waitFor();
        expect(await frame.getByText('Paul Martin').count()).toBe(0);

        await frame.getByRole('button', { name: tab('people.import') }).click();
        await teams.giveFile(frame.getByRole('button', { name: tab('import.choose') }), file);
        await frame.getByText(tab('import.nothing-new')).waitFor();
      },
    );

    step('the sponsor pledges on the card, with words; HR then opens enrolment', async () => {
      const { tab: frame } = teams;
      await stage.settle();
      await open('overview');
      await frame.getByRole('button', { name: tab('pledge.ask') }).click();
      await frame.getByText(tab('pledge.asked')).first().waitFor();

      await teams.as(cast.sponsor, 'chat');
      const pledge = await teams.card(text(programmeText, 'pledge.title'));
      await pledge
        .getByRole('textbox', { name: text(programmeText, 'pledge.words') })
        .fill('Nous apprenons les uns des autres.');
      await pledge.getByRole('button', { name: text(programmeText, 'pledge.give') }).click();
      await (
        await teams.card(text(programmeText, 'pledge.given-title'))
      )
        .getByText('Nous apprenons les uns des autres.')
        .waitFor();
      expect(await teams.violations()).toEqual([]);

      await teams.tabOf(cast.hr);
      await frame.getByRole('heading', { name: tab('overview.ready') }).waitFor();
      await frame.getByText('Nous apprenons les uns des autres.').waitFor();
      await frame.getByRole('button', { name: tab('open.button') }).click();
      await frame
        .getByRole('dialog')
        .getByText(tab('open.what', { count: castSize }))
        .waitFor();
      await frame
        .getByRole('dialog')
        .getByRole('button', { name: tab('open.confirm') })
        .click();
      await frame
        .getByRole('heading', { name: tab('headline.enrolling', { enrolled: 0, invited: castSize }) })
        .waitFor();
    });

    step('people are invited, never enrolled: the junior says yes and corrects a detail in the dialog', async () => {
      await stage.settle();
      const pane = await teams.as(cast.junior, 'chat');
      const invitation = await teams.card(text(enrolmentText, 'invitation.title'));
      await invitation.getByText('Hélène').first().waitFor();
      await invitation.getByRole('button', { name: literally[language].join }).click();
      const joined = await teams.card(text(enrolmentText, 'invitation.in-title'));
      await joined.getByRole('button', { name: text(enrolmentText, 'invitation.correct') }).click();
      const dialog = teams.page.getByRole('dialog', { name: text(enrolmentText, 'profile.title') });
      await dialog.getByLabel(text(enrolmentText, 'profile.expertise')).fill('Generative AI, Cybersecurity');
      expect(await teams.violations()).toEqual([]);
      await dialog.getByRole('button', { name: text(enrolmentText, 'profile.save') }).click();
      const saved = teams.page.getByRole('dialog');
      await saved.getByText(text(enrolmentText, 'profile.saved')).waitFor();
      await saved.getByRole('button', { name: local('close') }).click();
      await saved.waitFor({ state: 'detached' });
      await joined.getByText(topicName('cybersecurity', language)).waitFor();
      expect(await pane.getByRole('heading', { name: text(enrolmentText, 'invitation.title') }).count()).toBe(0);

      await teams.as(cast.senior, 'chat');
      await (
        await teams.card(text(enrolmentText, 'invitation.title'))
      )
        .getByRole('button', { name: literally[language].join })
        .click();
      await teams.card(text(enrolmentText, 'invitation.in-title'));
      expect(await stage.pressAll([...cast.otherMentors, ...cast.otherMentees], 'invitation/accept')).toBe(
        castSize - 2,
      );
    });

    step(
      'HR drafts the pairs, reads why, sees who is left over and why, and publishes after a confirmation',
      async () => {
        const frame = await teams.tabOf(cast.hr);
        await open('pairing');
        await frame.getByText(tab('draft.empty-text')).waitFor();
        await frame.getByRole('button', { name: tab('draft.start') }).click();
        await frame.getByRole('heading', { name: tab('draft.optimal', { count: 6 }) }).waitFor();
        const pair = frame
          .getByRole('listitem')
          .filter({ hasText: tab('draft.pair', { mentor: 'Inès Belkacem', mentee: 'Marc Lefèvre' }) });
        const reasons = pair.getByRole('list').getByRole('listitem');
        expect(await reasons.first().isVisible()).toBe(false);
        await pair.locator('summary').click();
        await reasons.first().waitFor();
        const left = frame.getByRole('listitem').filter({ hasText: 'Mei Tanaka' });
        expect((await left.innerText()).replace(/\s+/gu, ' ').length).toBeGreaterThan('Mei Tanaka – '.length + 10);
        expect(await teams.violations()).toEqual([]);

        await frame.getByRole('button', { name: tab('publish.button') }).click();
        const dialog = frame.getByRole('dialog', { name: tab('publish.title', { count: 6 }) });
        expect(
          stage.teams
            .conversation(cast.junior)
            .filter((message) => JSON.stringify(message.cards).includes('proposal/accept')),
        ).toEqual([]);
        await dialog.getByRole('button', { name: tab('publish.confirm') }).click();
        await frame.getByText(tab('publish.done')).first().waitFor();
      },
    );

    step('the junior is asked first and reads no name; then the senior; then both are introduced', async () => {
      await stage.settle();
      const juniorPane = await teams.as(cast.junior, 'chat');
      const asked = await teams.card(text(proposalText, 'proposal.title', { reminder: 'no' }));
      expect(
        stage.teams
          .conversation(cast.senior)
          .filter((message) => JSON.stringify(message.cards).includes('proposal/accept')),
      ).toEqual([]);
      expect(await juniorPane.innerText()).not.toMatch(/Marc|Lefèvre/u);
      await teams.tabOf(cast.junior);
      await teams.tab.getByRole('heading', { name: tab('step.proposal.title') }).waitFor();
      expect(await teams.tab.locator('body').innerText()).not.toMatch(/Marc|Lefèvre/u);
      await teams.as(cast.junior, 'chat');
      await asked.getByRole('button', { name: literally[language].accept }).click();
      await teams.card(text(proposalText, 'proposal.waiting-title'));
      expect(await juniorPane.innerText()).not.toMatch(/Marc|Lefèvre/u);

      await stage.settle();
      const seniorPane = await teams.as(cast.senior, 'chat');
      const askedNext = await teams.card(text(proposalText, 'proposal.title', { reminder: 'no' }));
      expect(await seniorPane.innerText()).not.toMatch(/Inès|Belkacem/u);
      await askedNext.getByRole('button', { name: literally[language].accept }).click();
      const introduced = await teams.card(
        text(pairText, 'introduction.title', { goesOn: 'no', partner: 'Inès Belkacem' }),
      );
      expect(await teams.violations()).toEqual([]);
      await introduced.getByText(charterWords(language)[0] ?? '').waitFor();
      await introduced.getByRole('button', { name: text(charterText, 'charter.accept') }).click();
      await introduced.getByText(text(charterText, 'charter.title', { accepted: 'yes' })).waitFor();
      await introduced.getByRole('link', { name: text(memberText, 'common.write', { partner: 'Inès' }) }).click();
      await teams.page
        .getByText(local('opensChat', { who: 'j1@armorel.example' }))
        .first()
        .waitFor();

      await teams.as(cast.junior, 'chat');
      const own = await teams.card(text(pairText, 'introduction.title', { goesOn: 'no', partner: 'Marc Lefèvre' }));
      await own.getByRole('link', { name: text(memberText, 'common.write', { partner: 'Marc' }) }).waitFor();
      await own.getByRole('button', { name: text(charterText, 'charter.accept') }).click();
      await own.getByText(literally[language].both).waitFor();
      expect(await stage.pressAll(cast.otherMentors, 'proposal/accept')).toBe(5);
      expect(await stage.pressAll(cast.otherMentees, 'proposal/accept')).toBe(5);
    });

    step(
      'an hour is found: the junior ticks, the assistant answers for the senior, and both hold a calendar file',
      async () => {
        await teams.as(cast.junior, 'chat');
        const slots = await teams.card(text(sessionText, 'slots.title', { number: 1 }));
        const choices = slots.getByRole('checkbox');
        expect(await choices.count()).toBe(3);
        await choices.first().uncheck();
        await slots.getByRole('button', { name: text(sessionText, 'slots.suits', { count: 3 }) }).click();
        await teams.card(text(sessionText, 'slots.answered-title'));

        const assistantPane = await teams.as(cast.assistant, 'chat');
        const forSenior = await teams.card(text(sessionText, 'slots.title', { number: 1 }));
        expect(await assistantPane.innerText()).not.toMatch(/Inès|Belkacem/u);
        expect(await teams.violations()).toEqual([]);
        await forSenior.getByRole('button', { name: text(sessionText, 'slots.suits', { count: 3 }) }).click();
        await teams.card(text(sessionText, 'booked.title', { number: 1 }));
        await stage.settle();

        await teams.as(cast.senior, 'chat');
        await teams.card(text(sessionText, 'booked.title', { number: 1 }));
        await teams.as(cast.junior, 'chat');
        const booked = await teams.card(text(sessionText, 'booked.title', { number: 1 }));
        const file = await teams.download(() =>
          booked.getByRole('link', { name: text(sessionText, 'booked.calendar') }).click(),
        );
        expect(file.name).toBe('passerelle.ics');
        const event = new ICAL.Event(
          new ICAL.Component(ICAL.parse(file.content) as [string, unknown[], unknown[]]).getFirstSubcomponent(
            'vevent',
          ) ?? undefined,
        );
        expect(event.duration.toSeconds()).toBe(3600);
        expect(event.startDate.toJSDate().toISOString() > '2026-11-23').toBe(true);
        expect(event.summary).not.toMatch(/Marc|Inès/u);
        for (const people of [cast.otherMentors, cast.otherMentees])
          await stage.pressAll(people, 'session/suits', { slots: '0,1,2' });
      },
    );

    step('HR finds the next session of the pair in the table, filters, sorts and exports it', async () => {
      const frame = await teams.tabOf(cast.hr);
      await open('pairs');
      const table = frame.getByRole('table', { name: tab('pairs.title') });
      const own = table.getByRole('row').filter({ hasText: 'Inès Belkacem' });
      await own.getByRole('img', { name: tab('steps.month', { number: 1, step: tab('steps.booked') }) }).waitFor();
      expect(await own.innerText()).not.toContain(tab('pairs.no-date'));
      expect(await table.getByRole('rowheader').count()).toBe(6);
      const mentors = (): Promise<readonly string[]> => table.getByRole('rowheader').allInnerTexts();
      await table.getByRole('button', { name: tab('pairs.mentor'), exact: true }).click();
      await table
        .getByRole('columnheader', { name: tab('pairs.mentor'), exact: true })
        .and(frame.locator('[aria-sort=ascending]'))
        .waitFor();
      const ascending = await mentors();
      expect(ascending).toEqual([...ascending].sort((a, b) => a.localeCompare(b, language)));
      await table.getByRole('button', { name: tab('pairs.mentor'), exact: true }).click();
      await table
        .getByRole('columnheader', { name: tab('pairs.mentor'), exact: true })
        .and(frame.locator('[aria-sort=descending]'))
        .waitFor();
      expect(await mentors()).toEqual([...ascending].reverse());
      expect(await teams.violations()).toEqual([]);
      await frame.getByLabel(tab('filter.search')).fill('lefevre');
      await frame.getByText(tab('pairs.list', { count: 1 })).waitFor();
      expect(await mentors()).toEqual(['Inès Belkacem']);

      const file = await teams.download(() => frame.getByRole('button', { name: tab('pairs.export') }).click());
      expect(file.name).toMatch(/\.csv$/u);
      expect(file.content.split('\r\n').filter((line) => line !== '')).toHaveLength(7);
      expect(file.content).toContain(text(boardText, 'csv.step.booked'));
    });

    step('the clock goes on; “did you meet?” becomes three questions on the same card', async () => {
      await teams.as(cast.junior, 'chat');
      await untilAsked(cast.junior);
      const met = await teams.card(text(sessionText, 'met.title', { number: 1 }));
      await met.getByRole('button', { name: text(sessionText, 'met.yes') }).click();
      await answerPulse();
      await teams.as(cast.senior, 'chat');
      await untilAsked(cast.senior);
      await (
        await teams.card(text(sessionText, 'met.title', { number: 1 }))
      )
        .getByRole('button', { name: text(sessionText, 'met.yes') })
        .click();
      await answerPulse();
    });

    step(
      'counts of answers are hidden under five people and appear in fives the night after, while the page stays open',
      async () => {
        const frame = await teams.tabOf(cast.hr);
        await open('pairs');
        const pulse = tab('round.name', { instrument: 'pulse', number: 1 });
        await stage.settle();
        const few = [tab('rounds.few'), tab('rounds.why')].map((words) => frame.getByText(words));
        await few[0]
          ?.or(few[1] ?? few[0])
          .first()
          .waitFor();
        expect(await frame.getByText(`${pulse} –`).count()).toBe(0);
        await frame.locator('html').evaluate((html) => {
          html.dataset['opened'] = 'before';
        });
        const others = [...cast.otherMentors, ...cast.otherMentees];
        for (
          let day = 0;
          day < 12 &&
          others.some(
            (person) =>
              !offers(person, 'session/met') && !offers(person, 'survey/answer') && offers(person, 'session/move'),
          );
          day++
        ) {
          await stage.moveDays(1);
        }
        const asked = await stage.pressAll(others, 'session/met');
        expect(asked).toBeGreaterThanOrEqual(3);
        await stage.pressAll(others, 'survey/answer', {
          'answer.useful': '5',
          'answer.heard': '4',
          'answer.learned': '4',
        });
        await teams.moveClock('day');
        await frame
          .getByText(language === 'fr' ? /au moins (?:5|10) réponses/u : /at least (?:5|10) answers/u)
          .waitFor();
        expect(await frame.locator('html').getAttribute('data-opened')).toBe('before');
      },
    );

    step('when the month has passed the channel hears of it once, in counts only', async () => {
      await teams.as(cast.hr, 'channel');
      await teams.moveClock('month');
      const reminder = await teams.card(text(channelText, 'channel.title', { month: 2, months: 3 }));
      const said = await reminder.innerText();
      expect(said).toMatch(language === 'fr' ? /6\s+binômes/u : /6 pairs/u);
      expect(said).not.toMatch(/Inès|Marc|Lefèvre|Belkacem/u);
      expect(
        stage.teams.journal().filter(({ kind, channelId }) => kind === 'send' && channelId === castChannel),
      ).toHaveLength(1);
      expect(await teams.violations()).toEqual([]);
    });

    step('the junior’s own page shows the pair, the next session’s state and what has taken place', async () => {
      const frame = await teams.tabOf(cast.junior);
      await frame.getByRole('heading', { name: tab('me.pair', { name: 'Marc Lefèvre' }) }).waitFor();
      const history = frame.getByRole('table', { name: tab('me.history') });
      await history
        .getByRole('row')
        .filter({ hasText: tab('steps.held') })
        .waitFor();
      await frame
        .getByText(tab('me.no-next'))
        .or(frame.getByText(tab('me.no-next-asked')))
        .or(frame.getByText(tab('me.next', { number: 2 })))
        .first()
        .waitFor();
      expect(await teams.violations()).toEqual([]);
    });
  });

  const offers = (person: string, verb: string): boolean =>
    stage.teams.conversation(person).some((message) => JSON.stringify(message.cards).includes(`"${verb}"`));

  /** One day after the other, as somebody would who waits for the session; after the first without the clock of the page, which takes longer. */
  async function untilAsked(person: string): Promise<void> {
    if (!offers(person, 'session/met')) await teams.moveClock('day');
    for (let day = 1; day < 12 && !offers(person, 'session/met'); day++) await stage.moveDays(1);
  }

  async function answerPulse(): Promise<void> {
    const pulse = await teams.card(
      text(surveyText, 'survey.title', { reminder: 'no', instrument: 'pulse', number: 1 }),
    );
    const questions = pulse.getByRole('combobox');
    expect(await questions.count()).toBe(3);
    for (const question of await questions.all()) await question.selectOption('4');
    await pulse.getByRole('button', { name: text(surveyText, 'survey.send') }).click();
    await teams.card(text(surveyText, 'survey.answered-title'));
  }
}
