import { ownKinds, ownLimits, ownSurveys, type OwnQuestion } from '../../../src/domain/own-questions';
import { surveyPages } from '../../../src/domain/survey-pages';
import { renderCard } from '../../../bot/teams/cards/render-card';
import { longestComment } from '../../../src/survey/rules';
import { anOwnQuestion } from '../../helpers/factories/own-question';
import { dummyReader, dummyView } from '../../helpers/card-views';

const links = { base: 'https://passerelle.example', tab: 'https://teams.microsoft.com/l/entity/x' };
const readers = (['fr', 'en'] as const).map((language) => dummyReader({ language }));
const text = (letters: number) => ({ fr: 'é'.repeat(letters), en: 'e'.repeat(letters) });

/** Everything as long as it may be. */
function longest(kind: OwnQuestion['kind'], index: number): OwnQuestion {
  const question = anOwnQuestion(kind, { id: `own-${String(index)}`, surveys: [...ownSurveys] });
  return {
    ...question,
    words: text(ownLimits.words),
    ...(question.ends === undefined ? {} : { ends: { low: text(ownLimits.end), high: text(ownLimits.end) } }),
    ...(question.choices === undefined
      ? {}
      : { choices: Array.from({ length: ownLimits.mostChoices }, () => text(ownLimits.choice)) }),
  };
}

const viewsOf = (questions: readonly OwnQuestion[], given: Readonly<Record<string, string>> = {}) =>
  ownSurveys.flatMap((instrument) => {
    const pages = surveyPages({ instrument, own: { version: 1, questions } }, 'mentor');
    return pages.map((page, index) =>
      dummyView('survey', {
        instrument,
        questions: page,
        page: index + 1,
        pages: pages.length,
        total: pages.flat().length,
        given,
        isEditable: true,
      }),
    );
  });

describe('Cards with questions of HR’s own', () => {
  it.each(ownKinds)('stay under 26 KB in UTF-16 with ten of the kind %s, or as many as may be', (kind) => {
    const count = kind === 'comment' ? ownLimits.commentsInSurvey : ownLimits.inSurvey;
    const questions = Array.from({ length: count }, (_none, index) => longest(kind, index));
    const own = questions.map(({ id }) => [id, kind === 'comment' ? 'x'.repeat(longestComment) : 'c1'] as const);
    for (const reader of readers) {
      const sizes = viewsOf(questions, Object.fromEntries(own)).map(
        (view) => JSON.stringify(renderCard(view, reader, links).card).length * 2,
      );
      expect(Math.max(...sizes)).toBeLessThanOrEqual(26 * 1024);
    }
  });

  it('show a script, Markdown, a mention and a binding as the text they are', () => {
    const hostile = '**x** <at>All</at> <script> ${secret} {{DATE(2027)}}';
    const question = anOwnQuestion('choices', {
      words: { fr: hostile, en: hostile },
      choices: [text(1), { fr: hostile, en: hostile }],
    });
    const [view] = viewsOf([{ ...question, surveys: ['midpoint'] }]);
    const card = JSON.stringify(renderCard(view!, readers[0]!, links).card);
    expect(card).not.toContain('${secret}');
    expect(card).not.toContain('{{DATE');
    // Where a client reads Markdown: the words above the input, and the boxes.
    const read = [...card.matchAll(/"(?:text|title)":"([^"]*x[^"]*)"/gu)].map(([, found = '']) => found);
    expect(read.length).toBeGreaterThan(0);
    for (const found of read.filter((one) => one.includes('script'))) expect(found).toContain('\\\\*\\\\*x');
  });
});
