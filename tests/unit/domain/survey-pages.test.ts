import fc from 'fast-check';
import { instrumentQuestions } from '../../../src/domain/instruments';
import { ownKinds, ownSurveys, type OwnQuestion } from '../../../src/domain/own-questions';
import { ownInstrumentOf, surveyPages, surveyQuestions } from '../../../src/domain/survey-pages';
import { checkAnswers, longestComment } from '../../../src/survey/rules';
import { anOwnQuestion } from '../../helpers/factories/own-question';

const own = (questions: readonly OwnQuestion[]) => ({ version: 3, questions });

/** Up to ten questions of any kind and length, two of them in words at most. */
const anyQuestions = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...ownKinds),
      who: fc.constantFrom('mentor' as const, 'mentee' as const, 'both' as const),
      place: fc.constantFrom('before' as const, 'after' as const),
      length: fc.integer({ min: 1, max: 300 }),
      choices: fc.integer({ min: 2, max: 10 }),
    }),
    { maxLength: 10 },
  )
  .map((list) => {
    let inWords = 0;
    return list.flatMap(({ kind, who, place, length, choices }, index) => {
      if (kind === 'comment' && ++inWords > 2) return [];
      const question = anOwnQuestion(kind, { id: `own-${String(index)}`, who, place, surveys: [...ownSurveys] });
      const text = (letters: number) => ({ fr: 'é'.repeat(letters), en: 'e'.repeat(letters) });
      return [
        {
          ...question,
          words: text(length),
          ...(question.choices === undefined ? {} : { choices: Array.from({ length: choices }, () => text(80)) }),
        },
      ];
    });
  });

describe('The pages of a survey with questions of HR’s own', () => {
  it('are seven questions at most, with every question that is for the side once, and the product’s in their order', () => {
    fc.assert(
      fc.property(
        anyQuestions,
        fc.constantFrom(...ownSurveys),
        fc.constantFrom('mentor' as const, 'mentee' as const),
        (questions, instrument, side) => {
          const pages = surveyPages({ instrument, own: own(questions) }, side);
          expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(7);
          expect(Math.min(...pages.map((page) => page.length))).toBeGreaterThan(0);
          const mine = questions.filter(({ who }) => who === 'both' || who === side);
          const at = (place: string) => mine.filter((question) => question.place === place).map(({ id }) => id);
          expect(pages.flat().map(({ id }) => id)).toEqual([
            ...at('before'),
            ...instrumentQuestions(instrument).map(({ id }) => id),
            ...at('after'),
          ]);
        },
      ),
    );
  });

  it('have one answer in words at most, so that a card with what was typed before stays small', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        for (const page of surveyPages({ instrument: 'closing', own: own(questions) }, 'mentor'))
          expect(
            page.filter(
              ({ type, ...question }) => type === 'comment' || ('own' in question && question.own.kind === 'comment'),
            ).length,
          ).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('join the product’s page where there is room', () => {
    const pages = surveyPages(
      { instrument: 'closing', own: own([anOwnQuestion('scale', { place: 'before' })]) },
      'mentor',
    );
    expect(pages[0]?.map(({ id }) => id)).toEqual([
      'own-scale',
      'satisfied',
      'useful',
      'heard',
      'learned',
      'safe',
      'again',
    ]);
  });

  it('are those of the product alone where there are no others, and never in the pulse', () => {
    const surveys = { questions: [anOwnQuestion('scale')], version: 2 };
    expect(ownInstrumentOf(surveys, 'pulse')).toBe(undefined);
    expect(ownInstrumentOf(surveys, 'midpoint')).toBe(undefined);
    expect(ownInstrumentOf(surveys, 'closing')).toEqual({ version: 2, questions: surveys.questions });
    expect(surveyQuestions({ instrument: 'midpoint' }, 'mentor')).toEqual(instrumentQuestions('midpoint'));
  });
});

describe('Answers to questions of HR’s own', () => {
  const asked = surveyQuestions(
    { instrument: 'baseline', own: own(ownKinds.map((kind) => anOwnQuestion(kind))) },
    'mentor',
  );

  it('are kept as their kind has them, those in words apart', () => {
    const given = {
      'own-scale': '4',
      'own-choice': 'c2',
      'own-choices': 'c3,c1,c3',
      'own-zero-to-ten': '10',
      'own-comment': ' merci ',
      confidence: '3',
    };
    expect(checkAnswers(asked, given)).toEqual({
      ok: true,
      value: {
        values: { 'own-scale': 4, 'own-choice': 'c2', 'own-choices': 'c1,c3', 'own-zero-to-ten': 10, confidence: 3 },
        comments: { 'own-comment': 'merci' },
      },
    });
  });

  it.each([
    ['a scale beyond its end', { 'own-scale': '6' }],
    ['a choice that is not there', { 'own-choice': 'c4' }],
    ['two choices where one is asked', { 'own-choice': 'c1,c2' }],
    ['one choice of several that is not there', { 'own-choices': 'c1,c9' }],
    ['eleven', { 'own-zero-to-ten': '11' }],
    ['more words than a comment may have', { 'own-comment': 'x'.repeat(longestComment + 1) }],
    ['a question that is not asked', { 'own-other': '1' }],
  ])('with %s are refused', (_what, given) => {
    expect(checkAnswers(asked, given)).toEqual({ ok: false, reason: 'invalid' });
  });
});
