import fc from 'fast-check';
import { instrumentQuestions } from '../../../src/domain/instruments';
import { instruments } from '../../../src/domain/survey';
import { checkAnswers, longestComment } from '../../../src/survey/rules';

describe('Answers', () => {
  it.each([
    ['agreement below the scale', 'pulse', { useful: '0' }],
    ['agreement above the scale', 'pulse', { useful: '6' }],
    ['half points', 'pulse', { useful: '3.5' }],
    ['words for a number', 'pulse', { useful: 'yes' }],
    ['a negative number', 'pulse', { useful: '-1' }],
    ['ten and one', 'closing', { again: '11' }],
    ['a choice that is not offered', 'baseline', { 'tool-use': 'hourly' }],
    ['a question of another instrument', 'pulse', { again: '5' }],
    ['a name of the prototype', 'pulse', { constructor: '5' }],
    ['nothing', 'pulse', {}],
    ['blanks only', 'pulse', { useful: '  ' }],
    ['a comment of more than its length', 'closing', { comment: 'x'.repeat(longestComment + 1) }],
  ] as const)('with %s are refused', (_case, instrument, given) => {
    expect(checkAnswers(instrumentQuestions(instrument), given)).toEqual({ ok: false, reason: 'invalid' });
  });

  it('keep numbers as numbers, choices as choices, and the comment apart; what is left out stays out', () => {
    expect(
      checkAnswers(instrumentQuestions('closing'), {
        again: '10',
        'tool-use': 'weekly',
        comment: ' merci ',
        recognition: '',
      }),
    ).toEqual({
      ok: true,
      value: { values: { again: 10, 'tool-use': 'weekly' }, comment: 'merci' },
    });
  });

  it('of whatever text are refused or inside the range of each question', () => {
    const text = fc.oneof(
      fc.integer({ min: -3, max: 15 }).map(String),
      fc.string({ maxLength: 12 }),
      fc.constantFrom('never', 'daily', '1', '5', '10', ' 3 '),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...instruments),
        fc.array(text, { minLength: 9, maxLength: 9 }),
        (instrument, texts) => {
          const questions = instrumentQuestions(instrument);
          const result = checkAnswers(
            questions,
            Object.fromEntries(questions.map((question, index) => [question.id, texts[index] ?? ''])),
          );
          if (!result.ok) return;
          for (const question of questions) {
            const value = result.value.values[question.id];
            if (value === undefined) continue;
            if (question.type === 'agreement') expect([1, 2, 3, 4, 5]).toContain(value);
            if (question.type === 'zero-to-ten') expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(value);
            if (question.type === 'choice') expect(question.choices).toContain(value);
          }
        },
      ),
    );
  });
});
