import { parseAction } from '../../../bot/teams/parse-action';
import { cardVersion } from '../../../src/member/press-fields';

const about = { v: cardVersion, programmeId: 'passages' };

describe('A press with more text than its field takes', () => {
  it.each([
    ['profile/save', { languages: 'fr', expertise: 'x'.repeat(501), goals: '' }],
    ['profile/save', { languages: 'fr', expertise: '', goals: 'x'.repeat(501) }],
    ['pledge/give', { words: 'x'.repeat(100_000) }],
    ['survey/answer', { surveyRound: 'baseline', 'answer.comment': 'x'.repeat(4001) }],
  ])('is refused as too long: %s', (verb, typed) => {
    expect(parseAction(verb, { ...about, ...typed })).toEqual({ ok: false, reason: 'too-long' });
  });

  it('is no more than invalid where nobody typed it', () => {
    const session = { ...about, pairId: 'x'.repeat(1000), number: 1, slotRound: 1 };
    expect(parseAction('session/met', session)).toEqual({ ok: false, reason: 'invalid-input' });
  });
});
