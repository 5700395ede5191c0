import catalogue from '../../../src/catalogues/topic-catalogue.json';
import { languages } from '../../../src/language/languages';
import { sessionWords } from '../../../src/pair-plan/session-words';
import { pairPlanText } from '../../../src/pair-plan/text/pair-plan-text';
import {
  agendaParts,
  writtenPlan,
  writtenSessions,
  type AgendaPart,
  type Format,
  type SessionName,
} from '../../../src/pair-plan/written-sessions';

const formats: readonly Format[] = ['informal', 'shared-project', 'cross-feedback'];
const lengths = [3, 4, 5, 6] as const;
const names = Object.keys(writtenSessions) as SessionName[];
const plans = formats.flatMap((format) =>
  lengths.map((months) => ({ format, months, plan: writtenPlan(format, months) })),
);
const worded = (name: SessionName, language: (typeof languages)[number], topics: readonly string[] = []) =>
  sessionWords({ name }, { language, side: 'mentor', mentor: 'Inès', mentee: 'Marc', topics });

describe('The plans that are written', () => {
  it.each(plans)('$format of $months months has a session for each, none twice', ({ months, plan }) => {
    expect(plan).toHaveLength(months);
    expect(new Set(plan).size).toBe(months);
  });

  it('begin and end in the same way however long they are, and end alone in a session that celebrates and commits', () => {
    for (const format of formats) {
      const ofFormat = plans.filter((one) => one.format === format).map(({ plan }) => plan);
      expect(new Set(ofFormat.map((plan) => plan[0])).size).toBe(1);
      expect(new Set(ofFormat.map((plan) => plan.at(-1))).size).toBe(1);
      for (const plan of ofFormat)
        expect(plan.map((name) => 'celebrates' in writtenSessions[name] && 'commits' in writtenSessions[name])).toEqual(
          plan.map((_, index) => index === plan.length - 1),
        );
    }
  });

  it('use every session that is written', () => {
    expect([...new Set(plans.flatMap(({ plan }) => plan))].sort()).toEqual([...names].sort());
  });

  it('of a shared project have a milestone in every session and a demo in the last, and no other plan has any', () => {
    for (const { format, plan } of plans)
      for (const name of plan) {
        const milestone = worded(name, 'en').milestone;
        expect([name, milestone !== undefined]).toEqual([name, format === 'shared-project']);
      }
    expect(worded('demo', 'en').agenda[1]?.words).toMatch(/^Demo/u);
    expect(worded('demo', 'fr').agenda[1]?.words).toMatch(/^Démonstration/u);
  });
});

describe.each(names)('The session “%s”', (name) => {
  it('takes an hour, ten minutes of which are the mentor’s own question', () => {
    const { agenda } = worded(name, 'en');
    expect(agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
    const own = agenda.filter(
      ({ words }) => words === pairPlanText('en', 'junior', { mentor: 'Inès', mentee: 'Marc' }),
    );
    expect(own).toEqual([expect.objectContaining({ minutes: 10 })]);
  });

  it('has the same shape in both languages, its names filled in', () => {
    const shapes = languages.map((language) => {
      const { agenda, questions, ...rest } = worded(name, language, ['generative-ai']);
      const all = [...agenda.map(({ words }) => words), ...questions, ...Object.values(rest)];
      expect(all.filter((text) => text === '' || /[{}]/u.test(text))).toEqual([]);
      return { agenda: agenda.map(({ minutes }) => minutes), questions: questions.length, rest: Object.keys(rest) };
    });
    expect(shapes[0]).toEqual(shapes[1]);
  });

  it('names the same people in both languages', () => {
    const placesOf = (language: 'fr' | 'en', key: string) =>
      [
        ...new Set((pairPlanText.sources[language] as Readonly<Record<string, string>>)[key]?.match(/\{\w+\}/gu) ?? []),
      ].sort();
    for (const part of ['first', 'second'] as const)
      expect([part, placesOf('fr', `hour.${name}.${part}`)]).toEqual([part, placesOf('en', `hour.${name}.${part}`)]);
  });

  it('has a question to start from for every family of topics, and for topics outside the families', () => {
    for (const family of [...catalogue.families.map(({ id }) => id), 'own'])
      expect([family, pairPlanText.has(`ask.${family}.${writtenSessions[name].asks}`)]).toEqual([family, true]);
    const own = worded(name, 'en', ['own:beekeeping']).questions;
    expect(own).toHaveLength(2);
    expect(worded(name, 'en', ['generative-ai', 'prompting', 'own:beekeeping']).questions).toHaveLength(3);
  });

  it('says so where it celebrates and commits', () => {
    const { celebrates, commits }: { readonly celebrates?: AgendaPart; readonly commits?: AgendaPart } =
      writtenSessions[name];
    const words = (language: 'fr' | 'en', part: AgendaPart) =>
      worded(name, language).agenda[agendaParts.indexOf(part)]?.words;
    if (celebrates === undefined || commits === undefined) return;
    expect(words('en', celebrates)).toMatch(/^Celebrate/u);
    expect(words('fr', celebrates)).toMatch(/^Célébrer/u);
    expect(words('en', commits)).toMatch(/^Commit/u);
    expect(words('fr', commits)).toMatch(/^S’engager/u);
  });
});

describe('The words of the plans', () => {
  const texts = (language: 'fr' | 'en') => Object.entries<string>(pairPlanText.sources[language]);

  it('say nothing twice to one pair: no question of a family stands under two kinds', () => {
    for (const language of languages) {
      const questions = texts(language).filter(([key]) => key.startsWith('ask.'));
      expect(new Set(questions.map(([, text]) => text)).size).toBe(questions.length);
    }
  });

  it('keep French punctuation from breaking away, and put no word before a name that would run into it', () => {
    for (const [key, text] of texts('fr')) {
      expect([key, / [:;!?»]|« |'/u.exec(text)?.[0]]).toEqual([key, undefined]);
      expect([key, /\b(?:de|que|jusque) \{/u.exec(text)?.[0]]).toEqual([key, undefined]);
    }
  });

  it('are short: no sentence of more than 25 words', () => {
    for (const language of languages)
      for (const [key, text] of texts(language))
        for (const sentence of text.split(/[.!?]\s/u)) {
          const count = sentence.split(/[\s\u00a0]+/u).filter((word) => /\p{L}/u.test(word)).length;
          expect([key, count <= 25]).toEqual([key, true]);
        }
  });
});
