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

  it.each([
    ['español nativo, inglés intermedio', ['es', 'en']],
    ['inglés intermedio y español nativo', ['es', 'en']],
    ['inglese intermedio e italiano madrelingua', ['it', 'en']],
    ['Engels gevorderd en Nederlands moedertaal', ['nl', 'en']],
    ['inglês intermediário, português nativo', ['pt', 'en']],
    ['英語（ビジネスレベル）、日本語（母語）', ['ja', 'en']],
    ['Englisch gut, Deutsch Muttersprache', ['de', 'en']],
  ])('reads levels in the languages that files come in: “%s”', (text, codes) => {
    expect(readLanguages(text)).toMatchObject({ codes, isByLevel: true, unknown: [], tooLow: [] });
  });

  it.each(['inglés básico', 'inglese scolastico', 'Engels basiskennis', '英語 初級', 'Englisch Anfänger'])(
    'knows what is too little in these languages: “%s”',
    (text) => {
      expect(readLanguages(text)).toMatchObject({ codes: [], unknown: [], tooLow: [text] });
    },
  );

  it.each([
    ['klingon; French', { isUnknownFirst: true, isByLevel: false }],
    ['French; klingon', { isUnknownFirst: false, isByLevel: false }],
    ['French (B2); klingon (C2)', { isUnknownFirst: false, isByLevel: false }],
    ['klingon; French (native)', { isUnknownFirst: true, isByLevel: true }],
  ])('says of which languages an unknown one may come before: “%s”', (text, told) => {
    expect(readLanguages(text)).toMatchObject({ codes: ['fr'], ...told });
  });
});
