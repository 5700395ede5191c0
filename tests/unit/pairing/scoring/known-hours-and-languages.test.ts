import { commonLanguage } from '../../../../src/pairing/scoring/compare-languages';
import { draft, mentee, mentor } from '../person-factory';

const parts = (found: ReturnType<typeof draft>): readonly string[] =>
  found.pairs.flatMap((pair) => pair.parts.map(({ reason }) => reason.en));

describe('hours that nobody said', () => {
  it.each([['availability' as const], ['timeZone' as const]])('forbid no pair: %s is a default', (field) => {
    const tokyo = { timeZone: 'Asia/Tokyo', notStated: [field] };
    const found = draft([mentor('a'), mentee('b', tokyo)]);
    expect(found.pairs).toMatchObject([{ unknown: ['hours'] }]);
    expect(parts(found).join(' ')).not.toMatch(/hours?/u);
  });

  it('forbid a pair where both have said them', () => {
    expect(draft([mentor('a'), mentee('b', { timeZone: 'Asia/Tokyo' })]).pairs).toEqual([]);
  });
});

describe('languages in no order', () => {
  const ticked = { languages: ['fr', 'en'], notStated: ['firstLanguage' as const] };

  it.each([
    ['both', ticked, ticked, /^Language in common: \p{L}+\.$/u, 24],
    ['one', {}, ticked, /^Language in common: French, where one of them is most at ease\.$/u, 48],
    ['neither', {}, {}, /^Language in common: French, where both are most at ease\.$/u, 80],
  ])('say of nobody where they are most at ease: ticked by %s', (_, ofMentor, ofMentee, words, points) => {
    const [pair] = draft([mentor('a', ofMentor), mentee('b', ofMentee)]).pairs;
    const language = pair?.parts.find(({ part }) => part === 'language');
    expect(language).toMatchObject({ points, reason: { en: expect.stringMatching(words) } });
  });

  it('do not put one behind another', () => {
    const list = (codes: readonly string[], isOrdered: boolean) => ({ codes, isOrdered });
    expect(commonLanguage(list(['de', 'fr', 'en'], false), list(['en', 'fr'], true))).toEqual({
      code: 'en',
      comfort: 6,
    });
    expect(commonLanguage(list(['fr', 'de'], false), list(['en'], true))).toBeUndefined();
  });
});

describe('why somebody is left over', () => {
  const line = { managerId: 'boss', level: 1 };

  it('says that it is all possible partners where it is', () => {
    const found = draft([mentor('a', { managerId: 'b' }), mentee('b')]);
    expect(found.unpaired[0]?.reasons.map(({ en }) => en)).toEqual([
      'All possible partners are in this person’s reporting line.',
    ]);
    expect(found.unpaired[0]?.reasons[0]?.fr).toBe('Tous les partenaires possibles sont dans sa ligne hiérarchique.');
  });

  it('says that it is some where others are kept apart by another rule, or by nothing', () => {
    const found = draft([mentor('a', line), mentee('b', { managerId: 'boss' }), mentee('c', { languages: ['ja'] })]);
    expect(found.unpaired.find(({ participantId }) => participantId === 'a')?.reasons.map(({ en }) => en)).toEqual([
      'Some possible partners have the same direct manager.',
      'Some possible partners share no working language with this person.',
    ]);
    const excluded = draft([mentor('a', { managerId: 'b', exclude: ['c'] }), mentee('b'), mentee('c')]);
    expect(excluded.unpaired.find(({ participantId }) => participantId === 'a')?.reasons.map(({ en }) => en)).toContain(
      'Some possible partners are in this person’s reporting line.',
    );
  });
});
