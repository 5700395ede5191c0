import { formOfAddress } from '../../../src/language/form-of-address';
import { byLanguage, isLanguage, languages, localeOf } from '../../../src/language/languages';

it('offers French first, then English', () => {
  expect(languages).toEqual(['fr', 'en']);
  expect(byLanguage((language) => localeOf[language])).toEqual({ fr: 'fr-FR', en: 'en-GB' });
});

it('knows a language of its own by the tag', () => {
  expect([isLanguage('fr'), isLanguage('it'), isLanguage('constructor'), isLanguage(undefined)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

it('addresses people as the culture asks where the language can, and in its one way elsewhere', () => {
  expect([formOfAddress('fr', 'tu'), formOfAddress('fr', 'vous')]).toEqual(['tu', 'vous']);
  expect(formOfAddress('en', 'tu')).toBe('none');
});
