import { foldedWords, mayHoldName } from '../../../src/privacy/guess-names';

const known = foldedWords(['Passages 2027', 'Generative AI']);

describe('What looks like a name', () => {
  it.each([
    'Merci à Inès',
    'Un échange utile. Avec Marc surtout',
    'j’ai parlé avec Mme Dubois',
    'Inès Belkacem m’a aidé',
    'd’Élise',
    'j’ai vu M. Dupont',
    'as Dr. Smith said',
    'avec J. Dupont',
  ])('may be one: %s', (text) => {
    expect(mayHoldName(text, known)).toBe(true);
  });

  it.each([
    'Un échange utile. Merci !',
    'I learned a lot, and I’m glad',
    'On Monday in English',
    'Très utile : À refaire',
    'L’IA et les RH',
    'a programme like Passages',
    'on Generative AI',
    '- Une idée\n- Une autre',
    'merci à inès',
    '',
  ])('may be none: %s', (text) => {
    expect(mayHoldName(text, known)).toBe(false);
  });
});
