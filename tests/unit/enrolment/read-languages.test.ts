import { readLanguages } from '../../../src/enrolment/read-languages';

describe('reading working languages', () => {
  it.each([
    ['fr;en', ['fr', 'en']],
    ['French; English', ['fr', 'en']],
    ['fr-FR, en_GB', ['fr', 'en']],
    ['FRA/ENG/GER', ['fr', 'en', 'de']],
    ['français, anglais et allemand', ['fr', 'en', 'de']],
    ['French and English', ['fr', 'en']],
    ['Français courant', ['fr']],
    ['English (UK): fluent\nFrançais : langue maternelle', ['fr', 'en']],
    ['Anglais (C1) | Espagnol - lu, écrit, parlé', ['en', 'es']],
    ['Deutsch; Español; 日本語; Mandarin', ['de', 'es', 'ja', 'zh']],
  ])('understands “%s”', (text, codes) => {
    expect(readLanguages(text)).toMatchObject({ codes, unknown: [], tooLow: [] });
  });

  it('sets aside what is too little to work in and what is no language', () => {
    expect(readLanguages('fr;anglais (A2);espagnol : notions;klingon')).toMatchObject({
      codes: ['fr'],
      unknown: ['klingon'],
      tooLow: ['anglais (A2)', 'espagnol : notions'],
    });
  });
});
