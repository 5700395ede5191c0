import fc from 'fast-check';
import everydayWords from '../../../src/privacy/everyday-words.json';
import { knownNames } from '../../../src/privacy/known-names';
import { masked, maskPeople } from '../../../src/privacy/mask-people';
import { foldWord, readWords } from '../../../src/privacy/read-words';

const roster = [
  'Inès Belkacem',
  'Jean-Paul Müller',
  'Claire de La Rochefoucauld',
  'Rose Martin',
  'Pierre Dupont',
  'Will Young',
  'Mark O’Brien',
  'Grace Hopper',
  'Do Van An',
  'Petit, Léa',
  'France Gall',
  'Søren Ångström',
  'Łukasz Wójcik',
  'İpek Yıldız',
  '王伟',
];
const known = knownNames(roster);
const mask = (text: string): string => maskPeople(text, known);

describe('Names of people of the programme', () => {
  it.each([
    ['Merci à Inès pour ses idées.', 'Merci à […] pour ses idées.'],
    ['INÈS, ines et Ine\u0300s', '[…] et […]'],
    ['i\u200bnès et Ｉｎｅｓ', '[…] et […]'],
    ['Jean-Paul, jean paul, Jeanpaul ou JEAN-PAUL MUELLER', '[…] ou […]'],
    ['les séances avec J.-P. Müller', 'les séances avec […]'],
    ['Claire de La Rochefoucauld et de la paix', '[…] et de la paix'],
    ['Mme de la Rochefoucauld', 'Mme de la […]'],
    ['Dupont Pierre, M. Dupont, les Duponts', '[…], M. […], les […]'],
    ['Dupont_Pierre2 et dupont.pierre', '[…]2 et […]'],
    ['O’Brien’s office, obrien', '[…]’s office, […]'],
    ['Soren Angstrom, Søren Aangstroem', '[…]'],
    ['Lukasz Wojcik et Ipek Yildiz', '[…] et […]'],
    ['我和王伟一起工作', '我和[…]一起工作'],
    ['Van An helped', '[…] helped'],
  ])('are masked however they are written: %s', (written, read) => {
    expect(mask(written)).toBe(read);
  });

  it.each([
    ['Pierre a aidé, merci pierre, avec pierre dupont', '[…] a aidé, merci […], avec […]'],
    ['la pierre angulaire', 'la pierre angulaire'],
    ['Merci Claire', 'Merci […]'],
    ['une explication claire, très claire', 'une explication claire, très claire'],
    ['Rose est venue, une rose à la main', '[…] est venue, une rose à la main'],
    ['Will was kind. I will come back, will you?', '[…] was kind. I will come back, will you?'],
    ['Will you come? Thanks to will young', 'Will you come? Thanks to […]'],
    ['Mark did it; we mark it', '[…] did it; we mark it'],
    ['Grâce à elle, thanks to Grace', 'Grâce à elle, thanks to […]'],
    ['un petit groupe, Mme petit', 'un petit groupe, Mme […]'],
    ['en France avec France', 'en France avec […]'],
    ['I do that in a van', 'I do that in a van'],
  ])('that are everyday words too are masked where they are names: %s', (written, read) => {
    expect(mask(written)).toBe(read);
  });

  it('leave every other word as it was written', () => {
    const text = 'Les séances m’ont appris beaucoup :\n– écouter ;\n– oser dire « je ne sais pas » (3 fois).';
    expect(mask(text)).toBe(text);
  });

  const everyday = new Set(Object.values(everydayWords).flat());
  const letters = fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzéèêëàâäîïôöùûüçñøåßœæłžšğı'));
  const word = fc
    .array(letters, { minLength: 4, maxLength: 9 })
    .map((parts) => `q${parts.join('')}`)
    .filter((name) => !everyday.has(foldWord(name)));
  const aName = fc
    .tuple(word, fc.constantFrom(' ', '-'), word, fc.constantFrom(' ', ' de ', ' van der ', ', '), word)
    .map((parts) => parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(''));
  const ways: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.toLowerCase(),
    (name) => name.normalize('NFD'),
    (name) => name.normalize('NFD').replace(/\p{M}/gu, ''),
    (name) => `${name.slice(0, 2)}\u200b${name.slice(2)}`,
  ];
  const around = fc.constantFrom(
    ' ',
    ' avec ',
    '\n',
    ', ',
    ' (',
    ') ',
    '«\u00a0',
    '\u00a0»',
    '’s ',
    ' d’',
    '/',
    '. ',
    '!',
    '_',
    '3',
    '**',
    '<b>',
    ' – ',
  );

  it('of a roster never survive, in any case, accent and place', () => {
    fc.assert(
      fc.property(
        fc.array(aName, { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(around, fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 }),
        (names, places) => {
          const text = places
            .map(([between, which, part, way]) => {
              const name = names[which % names.length]!;
              const parts = [name, ...name.split(/[ ,-]+/u).filter((one) => one.length > 4)];
              return between + ways[way % ways.length]!(parts[part % parts.length]!);
            })
            .join('');
          const own = new Set(
            names
              .flatMap(readWords)
              .map(({ folded }) => folded)
              .filter((one) => !everyday.has(one)),
          );
          const left = readWords(maskPeople(text, knownNames(names))).map(({ folded }) => folded);
          expect(left.filter((one) => own.has(one))).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('that are everyday words never survive with a capital inside a sentence, nor beside the rest of the name', () => {
    const first = fc.constantFrom(...everydayWords.first, ...everydayWords.seldom);
    const written = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
    fc.assert(
      fc.property(first, word, fc.constantFrom('avec ', 'merci à ', 'I asked '), (name, family, before) => {
        const own = knownNames([`${written(name)} ${written(family)}`]);
        for (const text of [
          `${before}${written(name)}.`,
          `${before}${name} ${family}.`,
          `${before}${family} ${name}.`,
        ]) {
          if (name === 'france' && text.includes('à France')) continue;
          expect(maskPeople(text, own)).toBe(`${before}${masked}.`);
        }
      }),
    );
  });
});

describe('How and where somebody is reached', () => {
  it.each([
    ['écrivez à ines.b+x@armorel.example !', 'écrivez à […] !'],
    ['@ines m’a répondu', '[…] m’a répondu'],
    ['voir https://www.linkedin.com/in/x et www.x.example/y', 'voir […] et […]'],
    ['au 06 12 34 56 78, +33 (0)6.12.34.56.78 ou 555-123-4567', 'au […] ou […]'],
    ['poste 4512', '[…]'],
    ['le 2027-01-11, le 11/01/2027, 3 fois, 1 200 euros', 'le 2027-01-11, le 11/01/2027, 3 fois, 1 200 euros'],
    ['12 bis rue de la Paix, 75002 Paris.', '[…].'],
    ['12 rue de Rennes, 75006 paris', '[…]'],
    ['12 rue de Rennes, 35000', '[…]'],
    ['69007 Saint Genis', '[…]'],
    ['at 221B Baker Street, near', 'at […], near'],
    ['69003 Lyon', '[…]'],
  ])('is masked: %s', (written, read) => {
    expect(maskPeople(written, knownNames([]))).toBe(read);
  });

  it('takes no time that grows beyond the text, whatever is typed', () => {
    const began = process.cpuUsage().user;
    for (const piece of ['1 ', 'a@', '12 rue ', 'Aa ', '0-', 'http://', '1 Aa ', 'Inès '])
      maskPeople(piece.repeat(4000).slice(0, 4000), known);
    expect(process.cpuUsage().user - began).toBeLessThan(5_000_000);
  });
});

it('Characters that turn a line round, or that no file takes, are left out', () => {
  expect(mask('a\u202Eb\u2066c\uFFFF')).toBe('abc');
});
