import fc from 'fast-check';
import { mapPeople } from '../../../src/people-file/map-people';
import { issueWords } from '../../../src/people-file/people-issue';
import { importablePerson } from '../../../src/people-file/importable-person';
import type { PairDraft } from '../../../src/domain/pairing';
import { draft, mentee, mentor } from '../pairing/person-factory';
import { peopleTable } from './people-table-factory';

const ada = { id: 'E1', name: 'Ada Lô', role: 'mentor' };
const bo = { id: 'E2', name: 'Bo Ek', role: 'mentee' };

function pairOf(...rows: readonly Readonly<Record<string, string>>[]): PairDraft {
  return draft(mapPeople(peopleTable(...rows)).people.map(importablePerson));
}

const parts = ({ pairs }: PairDraft): readonly string[] => pairs.flatMap((pair) => pair.parts.map(({ part }) => part));

describe('a language that nobody knows beside one that is known', () => {
  it.each([
    ['Sprachen', 'Klingon; French'],
    ['Sprachen', 'French; Klingon'],
    ['languages', 'Klingon; French'],
    ['languages', 'French B2; Klingon C2; Esperando C1'],
  ])('leaves open in which one somebody is most at ease: %s « %s »', (column, value) => {
    const [person] = mapPeople(peopleTable({ ...ada, [column]: value })).people;
    expect(person).toMatchObject({ languages: ['fr'] });
    const isFirstSaid = column === 'languages' && value.startsWith('French');
    expect(person?.notStated?.includes('firstLanguage')).toBe(!isFirstSaid);
  });
});

it('knows a column of the language that somebody wants for the programme', () => {
  const { people } = mapPeople(peopleTable({ ...ada, 'Preferred language for mentoring': 'Spanish' }));
  expect(people).toMatchObject([{ languages: ['es'] }]);
  expect(people[0]?.notStated).not.toContain('languages');
});

describe('what nobody has said', () => {
  it('is in no reason and earns no points, and HR reads which rule could not be applied', () => {
    const found = pairOf({ ...ada, country: 'US' }, { ...bo, country: 'US' });
    expect(found.pairs).toMatchObject([{ score: 0, unknown: ['language', 'hours'] }]);
    expect(parts(found)).toEqual([]);
  });

  it('counts as before where it is said', () => {
    const said = { languages: 'fr', timeZone: 'Europe/Paris', availability: 'lun-ven 9h-17h' };
    const found = pairOf({ ...ada, ...said }, { ...bo, ...said });
    expect(parts(found)).toEqual(['availability', 'language']);
    expect(found.pairs[0]).not.toHaveProperty('unknown');
  });

  it.each([
    [{ country: 'France' }, 'Europe/Paris'],
    [{ country: 'DE' }, 'Europe/Berlin'],
    [{ country: 'Vietnam' }, 'Asia/Saigon'],
    [{ country: 'Argentina' }, 'America/Argentina/Buenos_Aires'],
    [{ country: 'US', site: 'Chicago' }, 'America/Chicago'],
    [{ country: 'CA', site: 'Toronto - Bay Street' }, 'America/Toronto'],
    [{ site: 'Tokyo' }, 'Asia/Tokyo'],
    [{ country: 'ES', site: 'Las Palmas', timeZone: 'Atlantic/Canary' }, 'Atlantic/Canary'],
    [{ country: 'ES', site: 'Las Palmas' }, 'Atlantic/Canary'],
    [{ country: 'España', site: 'Santa Cruz de Tenerife' }, 'Atlantic/Canary'],
    [{ country: 'ES', site: 'León' }, 'Europe/Madrid'],
    [{ country: 'PT', site: 'Ponta Delgada' }, 'Atlantic/Azores'],
    [{ country: 'France', site: 'Papeete' }, 'Pacific/Tahiti'],
    [{ country: 'FR', site: 'Agence de Nouméa' }, 'Pacific/Noumea'],
    [{ country: 'France', site: 'Cayenne' }, 'America/Cayenne'],
    [{ country: 'France', site: 'Fort-de-France' }, 'America/Martinique'],
    [{ country: 'France', site: 'Saint-Denis (Réunion)' }, 'Indian/Reunion'],
    [{ country: 'France', site: '97400 Saint-Denis' }, 'Indian/Reunion'],
    [{ country: 'France', site: 'Lyon' }, 'Europe/Paris'],
    [{ country: 'France', site: 'Tour Horizon' }, 'Europe/Paris'],
    [{ country: 'US', site: 'Austin' }, 'America/Chicago'],
    [{ country: 'United States', site: 'San Francisco HQ' }, 'America/Los_Angeles'],
    [{ country: 'US', site: 'Dublin, Ohio' }, 'America/New_York'],
    [{ country: 'Brazil', site: 'Manaus' }, 'America/Manaus'],
    [{ country: 'México', site: 'Ciudad de México' }, 'America/Mexico_City'],
    [{ country: 'AU', site: 'Perth' }, 'Australia/Perth'],
    [{ country: 'UK', site: 'Perth' }, 'Europe/London'],
    [{ country: 'BO', site: 'La Paz' }, 'America/La_Paz'],
    [{ country: 'VE', site: 'Valencia' }, 'America/Caracas'],
    [{ country: 'BE', site: 'Paris' }, 'Europe/Paris'],
  ])('takes the zone of a place that has one: %p', (place, zone) => {
    const { people } = mapPeople(peopleTable({ ...ada, ...place }));
    expect(people[0]?.timeZone).toBe(zone);
    expect(people[0]?.notStated).not.toContain('timeZone');
  });

  it.each([
    [{ country: 'US' }, 'zone-of-several', 'US'],
    [{ country: 'Australia', site: 'Paris' }, 'zone-contradicted', 'AU'],
    [{ country: 'UK', site: 'Paris' }, 'zone-contradicted', 'GB'],
    [{ country: 'US', site: 'Somewhere' }, 'zone-of-unknown-town', 'US'],
    [{ country: 'US', site: 'Portland' }, 'zone-of-unknown-town', 'US'],
    [{ country: 'France', site: 'Saint-Denis' }, 'zone-of-unknown-town', 'FR'],
    [{ country: 'Brésil' }, 'zone-of-several', 'BR'],
    [{}, 'zone-not-stated', undefined],
  ])('asks for the zone where there are several, or none: %p', (place, reason, country) => {
    const { people, warnings } = mapPeople(peopleTable({ ...ada, ...place }, { ...bo, ...place }));
    expect(people[0]?.notStated).toContain('timeZone');
    const [told] = warnings.filter((warning) => warning.reason === reason);
    expect(told?.rows).toEqual([2, 3]);
    expect(told?.values?.country).toBe(country);
  });

  it('takes Moodle’s 99 for a zone that is not stated, and the person with it', () => {
    const { people, rejected } = mapPeople(
      peopleTable({ ...ada, timezone: '99' }, { ...bo, timezone: 'Europe/Paris' }),
    );
    expect(rejected).toEqual([]);
    expect(people.map(({ notStated = [] }) => notStated.includes('timeZone'))).toEqual([true, false]);
  });

  it('keeps nobody apart for hours that nobody has said, though usual hours never meet', () => {
    const found = pairOf({ ...ada, country: 'FR' }, { ...bo, country: 'JP' });
    expect(found.pairs).toMatchObject([{ unknown: ['language', 'hours'] }]);
  });

  it.each([
    ['languages', 'Klingon', 'languages-unreadable', 'languages'],
    ['languages', 'Multilingual', 'languages-unreadable', 'languages'],
    ['timeZone', 'Mars/Olympus', 'time-zone-unknown', 'timeZone'],
    ['timeZone', '+02:00', 'time-zone-unknown', 'timeZone'],
    ['availability', 'mon 12:00-09:00', 'availability-unreadable', 'availability'],
  ] as const)('is all that is lost with a cell of %s that says %s: the person stays', (field, value, reason, lost) => {
    const file = peopleTable({ ...ada, country: 'FR', [field]: value }, bo);
    const { people, rejected, warnings } = mapPeople(file);
    expect([people.length, rejected]).toEqual([2, []]);
    expect(people[0]?.notStated).toContain(lost);
    expect(warnings.find((one) => one.reason === reason)).toMatchObject({ rows: [2], values: { value } });
  });

  it.each(
    'preferredLanguage|Preferred Language|Display Language|UI Language|User Language|Interface language|Correspondence Language|Communication Language|System Language|Default Locale Language|Account language|lang|Langue de correspondance|Langue d’affichage|Langue préférée|Langue du compte|Langue de l’interface|Systemsprache|Korrespondenzsprache|Anzeigesprache|Bevorzugte Sprache|Idioma de correspondencia|Idioma preferido|Idioma del sistema|Lingua di corrispondenza|Lingua preferita|Lingua dell’interfaccia|Voorkeurstaal|Weergavetaal|Correspondentietaal|Idioma de exibição|Idioma preferencial|表示言語|優先言語'.split(
      '|',
    ),
  )('is in which language somebody works whose account has one, by “%s”', (header) => {
    const rows = [
      { ...ada, [header]: 'en-US' },
      { ...bo, [header]: 'sv-SE' },
    ];
    const { people, warnings } = mapPeople(peopleTable(...rows));
    expect(people.map(({ languages, notStated }) => [languages, notStated?.includes('languages')])).toEqual([
      [['en'], true],
      [['sv'], true],
    ]);
    expect(warnings.find(({ reason }) => reason === 'language-of-account')).toMatchObject({
      column: header,
      rows: [2, 3],
    });
    expect(pairOf(...rows).pairs).toHaveLength(1);
    const words = issueWords({ ...warnings.find(({ reason }) => reason === 'language-of-account')! }, 1, 'map');
    expect([words.en, words.fr]).toEqual([
      expect.stringContaining('a map that names the column says so'),
      expect.stringContaining('une correspondance qui nomme la colonne le dit'),
    ]);
    const mapped = mapPeople(peopleTable(...rows), { languages: header });
    expect(draft(mapped.people).pairs).toEqual([]);
  });

  it.each(['Working languages', 'Langue parlée', 'Langues de travail', 'Arbeitssprache', 'Languages spoken'])(
    'is nothing of “%s”, which asks people',
    (header) => {
      const { people, warnings } = mapPeople(peopleTable({ ...ada, [header]: 'English' }, { ...bo, [header]: 'sv' }));
      expect(people[0]?.notStated).not.toContain('languages');
      expect(warnings.map(({ reason }) => reason)).not.toContain('language-of-account');
    },
  );

  it('is the working language where all cells of “Language” are settings, or a column of accounts stands beside one of people', () => {
    const set = mapPeople(peopleTable({ ...ada, Language: 'en-US' }, { ...bo, Language: 'sv_SE' }));
    expect(set.warnings.map(({ reason }) => reason)).toContain('language-of-account');
    const beside = { 'Display language': 'en-US', Sprachkenntnisse: 'Schwedisch' };
    const { people } = mapPeople(peopleTable({ ...ada, ...beside }, { ...bo, ...beside }));
    expect(people.map(({ languages }) => languages)).toEqual([['sv'], ['sv']]);
  });

  it.each([
    ['Languages you speak', 'French;English;', undefined],
    ['Langues', 'français, anglais', undefined],
    ['languages', 'fr;en;', undefined],
    ['languages', 'fr;en', 'fr'],
    ['Langues', 'anglais B2; français C2', 'fr'],
    ['Languages', 'English; French (native)', 'fr'],
    ['Languages', 'English (C1); French (C1)', undefined],
    ['Languages', 'English', 'en'],
  ])('is where somebody is most at ease, of several languages under “%s” in “%s”', (header, cell, first) => {
    const { people } = mapPeople(peopleTable({ ...ada, [header]: cell }, { ...bo, [header]: cell }));
    const [{ languages, notStated = [] }] = people as [(typeof people)[0]];
    expect(notStated.includes('firstLanguage') ? undefined : languages[0]).toBe(first);
    const told = draft(people).pairs.flatMap((pair) => pair.parts.map(({ reason }) => reason.en));
    expect(told.join(' ').includes('at ease')).toBe(first !== undefined);
  });

  it('is a mentor’s wish to learn, which earns no points and is not asked for', () => {
    const topics = { languages: 'fr' };
    const { people, warnings } = mapPeople(
      peopleTable({ ...ada, ...topics, goals: 'Zorg' }, { ...bo, ...topics, expertise: 'Zorg' }),
    );
    expect(warnings.map(({ reason }) => reason)).not.toContain('own-topic');
    expect(parts(draft(people))).toEqual(['language']);
  });

  it.each(['mentor ?', 'mentor?', '¿mentor?', 'mentee ？'])('is a role that the file asks about: %s', (role) => {
    const { people, rejected } = mapPeople(peopleTable({ ...ada, role }, bo));
    expect(people.map(({ id }) => id)).toEqual(['E2']);
    expect(rejected).toMatchObject([{ row: 2, reason: 'role-unknown', values: { value: role } }]);
  });

  it('is the address, not an identifier, of a file that has no column of identifiers', () => {
    const { rejected } = mapPeople(
      peopleTable(
        { 'E-mail': 'a@x.example', name: 'Ada', role: 'mentor' },
        { 'E-mail': '', name: 'Bo', role: 'mentee' },
      ),
    );
    expect(rejected).toMatchObject([{ row: 3, column: 'E-mail', reason: 'missing' }]);
  });

  it('never makes a sentence about hours or languages of two people of whom one has not said it', () => {
    const field = fc.subarray(['timeZone', 'languages', 'availability'] as const, { minLength: 1 });
    fc.assert(
      fc.property(fc.boolean(), field, (ofMentor, notStated) => {
        const people = [mentor('a', ofMentor ? { notStated } : {}), mentee('b', ofMentor ? {} : { notStated })];
        const told = parts(draft(people));
        expect(told.includes('language')).toBe(!notStated.includes('languages'));
        expect(told.includes('availability')).toBe(
          !notStated.includes('timeZone') && !notStated.includes('availability'),
        );
      }),
    );
  });
});
