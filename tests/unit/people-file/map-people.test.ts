import { mapPeople } from '../../../src/people-file/map-people';
import { issueWords } from '../../../src/people-file/people-issue';
import { peopleTable } from './people-table-factory';

const ada = { id: 'E1', name: 'Ada Lô', role: 'mentor' };
const bo = { id: 'E2', name: 'Bo Ek', role: 'mentee' };

describe('mapping a people file', () => {
  it('needs only id, name and role, and says every default it took', () => {
    const mapped = mapPeople(peopleTable(ada));
    expect(mapped.people).toEqual([
      {
        id: 'E1',
        name: 'Ada Lô',
        role: 'mentor',
        languages: ['fr', 'en'],
        timeZone: 'Europe/Paris',
        notStated: ['timeZone', 'languages', 'availability'],
        expertise: [],
        goals: [],
        availability: ['mon', 'tue', 'wed', 'thu', 'fri'].flatMap((day) => [
          { day, from: '09:00', to: '12:00' },
          { day, from: '14:00', to: '17:00' },
        ]),
        capacity: 1,
        exclude: [],
        guest: false,
        consentDiversity: false,
      },
    ]);
    expect(mapped.warnings.map((warning) => warning.reason).sort()).toEqual([
      'default-availability',
      'default-capacity',
      'default-expertise',
      'default-level',
      'languages-not-stated',
      'no-managers',
      'zone-not-stated',
    ]);
  });

  it('takes an email for the id where there is none', () => {
    const mapped = mapPeople(peopleTable({ email: 'Ada.Lo@Armorel.example', name: 'Ada Lô', role: 'mentor' }));
    expect(mapped.people[0]).toMatchObject({ id: 'ada.lo@armorel.example', email: 'ada.lo@armorel.example' });
  });

  it('finds the usual French columns and joins first and last name', () => {
    const row = {
      Matricule: '7',
      Prénom: 'Ada',
      Nom: 'Lô',
      Rôle: 'Mentorée',
      'Fuseau horaire': 'Romance Standard Time',
      Pays: 'Allemagne',
      Langues: 'Français;anglais (A2)',
    };
    const { people, rejected } = mapPeople(peopleTable(row));
    expect(rejected).toEqual([]);
    expect(people[0]).toMatchObject({
      id: '7',
      name: 'Ada Lô',
      role: 'mentee',
      timeZone: 'Europe/Paris',
      country: 'DE',
      languages: ['fr'],
    });
  });

  it('follows a map with own values', () => {
    const row = { 'Employee No': '7', 'Nom complet': 'Ada Lô', 'Job Level': '5' };
    const { people } = mapPeople(peopleTable(row), {
      id: 'Employee No',
      name: 'Nom complet',
      role: { column: 'job level', values: { '5': 'mentee' } },
    });
    expect(people[0]).toMatchObject({ id: '7', role: 'mentee' });
    expect(people[0]).not.toHaveProperty('level');
  });

  it('refuses a map that names a column the file lacks', () => {
    const mapped = mapPeople(peopleTable(ada), { site: 'Usine' });
    expect(mapped.people).toEqual([]);
    expect(mapped.rejected).toMatchObject([{ row: 1, column: 'Usine', reason: 'mapped-column-missing' }]);
  });

  it('says which needed columns are missing', () => {
    const mapped = mapPeople(peopleTable({ foo: 'x' }));
    expect(mapped.rejected.map((issue) => issue.column)).toEqual(['id', 'name', 'role']);
    expect(mapped.rows).toBe(1);
  });

  it.each([
    ['name', { ...ada, name: ' ' }, 'missing'],
    ['role', { ...ada, role: 'chef' }, 'role-unknown'],
    ['role', { ...ada, role: 'MENTORE' }, 'role-unknown'],
    ['email', { ...ada, email: 'ada(at)x' }, 'email-unreadable'],
    ['name', { ...ada, name: 'x'.repeat(201) }, 'too-long'],
    ['exclude', { ...ada, exclude: Array.from({ length: 201 }, (_, n) => `p${String(n)}`).join(';') }, 'too-many-ids'],
    ['exclude', { ...ada, exclude: 'x'.repeat(255) }, 'too-many-ids'],
  ])(
    'refuses a row whose %s cannot be used, with its line and column, and keeps the good rows',
    (column, row, reason) => {
      const mapped = mapPeople(peopleTable(bo, row));
      expect(mapped.rejected).toMatchObject([{ row: 3, column, reason }]);
      expect(mapped.people.map((person) => person.id)).toEqual(['E2']);
      const words = issueWords(mapped.rejected[0]!);
      expect(words.fr).not.toBe(words.en);
    },
  );

  it('refuses the second row of an id or an email, in whatever case', () => {
    const first = { ...ada, email: 'a@x.example' };
    const mapped = mapPeople(peopleTable(first, { ...bo, id: 'e1' }, { ...bo, email: 'A@x.example' }));
    expect(mapped.rejected).toMatchObject([
      { row: 3, column: 'id', reason: 'duplicate-id', values: { first: 2 } },
      { row: 4, column: 'email', reason: 'duplicate-email', values: { first: 2 } },
    ]);
  });

  it('refuses a row cut by a stray separator', () => {
    const table = peopleTable(ada, bo);
    const broken = { ...table, rows: [table.rows[0]!, { line: 3, cells: [...table.rows[1]!.cells, 'more'] }] };
    expect(mapPeople(broken).rejected).toMatchObject([{ row: 3, reason: 'too-many-cells' }]);
  });

  it('never reads a column of origins, not even a mapped one, and says so', () => {
    const rows = peopleTable({ ...ada, Nationalité: 'Martienne', 'Origine culturelle': 'Mars' });
    const mapped = mapPeople(rows, { site: 'Origine culturelle' });
    expect(JSON.stringify(mapped.people)).not.toContain('Mars');
    expect(
      mapped.warnings.filter((warning) => warning.reason === 'origin-not-read').map((warning) => warning.column),
    ).toEqual(['Nationalité', 'Origine culturelle']);
  });

  it('reads age band and gender with consent only', () => {
    const about = { ageBand: '20-29', gender: 'f' };
    const { people, warnings } = mapPeople(
      peopleTable({ ...ada, ...about }, { ...bo, ...about, consentDiversity: 'oui' }),
    );
    expect(people[0]).not.toHaveProperty('gender');
    expect(people[1]).toMatchObject({ ...about, consentDiversity: true });
    expect(warnings.filter((warning) => warning.reason === 'diversity-without-consent')).toHaveLength(2);
  });

  it('keeps the reporting line of a row that is not taken, and resolves managers given by email', () => {
    const rows = peopleTable(
      { ...ada, managerId: 'chief@x.example', email: 'a@x.example' },
      { id: 'E9', name: 'Chief', role: '', email: 'chief@x.example', managerId: 'e2' },
      bo,
    );
    const mapped = mapPeople(rows);
    expect(mapped.rejected).toMatchObject([{ row: 3, column: 'role', reason: 'missing' }]);
    expect([...mapped.reportingLines]).toEqual([
      ['E1', 'E9'],
      ['E9', 'E2'],
    ]);
    expect(mapped.people[0]?.managerId).toBe('E9');
  });

  it('names loops, unknown managers and people who are their own manager', () => {
    const { warnings } = mapPeople(
      peopleTable(
        { ...ada, managerId: 'E2' },
        { ...bo, managerId: 'E1' },
        { ...bo, id: 'E3', managerId: 'E3' },
        { ...bo, id: 'E4', managerId: 'X' },
      ),
    );
    expect(warnings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: 2, reason: 'reporting-loop', values: { ids: 'E1 → E2' } }),
        expect.objectContaining({ row: 4, reason: 'manager-self' }),
        expect.objectContaining({ row: 5, reason: 'manager-unknown' }),
      ]),
    );
  });

  it('lets topics in free words of either language meet and keeps their weights', () => {
    const { people, warnings } = mapPeople(
      peopleTable({ ...ada, expertise: 'ChatGPT:4; podcasts ;Apiculture:9', goals: 'négociation (3)' }),
    );
    expect(people[0]?.expertise).toEqual([
      { topic: 'generative-ai', level: 4 },
      { topic: 'podcasts', level: 2 },
      { topic: 'own:apiculture', level: 2 },
    ]);
    expect(people[0]?.goals).toEqual([{ topic: 'negotiation', priority: 3 }]);
    expect(warnings.map((warning) => warning.reason)).toEqual(
      expect.arrayContaining(['own-topic', 'default-topic-level']),
    );
  });

  it('makes no subject of marks alone, which would bring two people together', () => {
    const { people } = mapPeople(peopleTable({ ...ada, expertise: '🎸; ???;:::' }, { ...bo, goals: '!; 音楽' }));
    expect(people.map(({ expertise, goals }) => [expertise, goals])).toEqual([
      [[], []],
      [[], [{ topic: 'own:音楽', priority: 2 }]],
    ]);
  });

  it('reads how people teach and learn, what they state of themselves, their panel and their partner, by French or English headers', () => {
    const { people, warnings } = mapPeople(
      peopleTable(
        {
          ...ada,
          'Façon de transmettre': 'En faisant; pas à pas; par magie',
          Pédagogie: '4',
          'Évalué par': 'e2',
          Université: 'Lyon 2',
          Openness: '',
        },
        { ...bo, 'Learning style': 'by talking', Openness: '9', Pédagogie: '' },
        { id: 'E3', name: 'Cy', role: 'mentee', Openness: '' },
      ),
    );
    expect(people[0]).toMatchObject({
      teachingStyle: ['by-doing', 'step-by-step'],
      pedagogy: 4,
      appraisedBy: ['E2'],
      partnerOrganisation: 'Lyon 2',
    });
    expect(people[1]).toMatchObject({ learningStyle: ['by-talking'] });
    expect(people[1]).not.toHaveProperty('openness');
    const told = warnings
      .filter(({ reason }) => /way|stated-|default-stated/u.test(reason))
      .map(({ row, reason }) => [row, reason]);
    expect(told).toEqual([
      [2, 'way-unknown'],
      [3, 'stated-out-of-range'],
      [4, 'default-stated'],
    ]);
    for (const warning of warnings) expect(issueWords(warning).fr).not.toBe(issueWords(warning).en);
  });

  it('begins at the headers, wherever titles above them end, and says so with the rows as the spreadsheet counts them', () => {
    const table = {
      headers: ['Export RH du 12/03/2026'],
      rows: [
        { line: 2, cells: ['Filtre : actifs', '', ''] },
        { line: 4, cells: ['Matricule', 'Nom complet', 'Rôle'] },
        { line: 5, cells: ['E1', 'Ada Lô', 'chef'] },
        { line: 6, cells: ['E2', 'Bo Ek', 'Mentoré(e)'] },
      ],
    };
    const mapped = mapPeople(table);
    expect(mapped).toMatchObject({ rows: 2, people: [{ id: 'E2', role: 'mentee' }] });
    expect(mapped.rejected).toMatchObject([{ row: 5, column: 'Rôle', reason: 'role-unknown' }]);
    expect(mapped.warnings).toContainEqual(
      expect.objectContaining({ row: 4, reason: 'rows-above-headers', values: { headers: 4 } }),
    );
  });

  it('takes the sheet that holds the people and says that the others are not read', () => {
    const people = { ...peopleTable(ada), sheet: 'Personnes' };
    const mapped = mapPeople({ headers: ['Mode d’emploi'], rows: [], sheet: 'Lisez-moi', otherSheets: [people] });
    expect(mapped.people.map(({ id }) => id)).toEqual(['E1']);
    expect(mapped.warnings).toContainEqual(
      expect.objectContaining({ reason: 'sheets-not-read', values: { sheet: 'Personnes' } }),
    );
  });

  it.each<readonly ['level' | 'capacity' | 'guest' | 'consentDiversity', string, string, unknown]>([
    ['level', '11', 'level-unreadable', undefined],
    ['capacity', '-1', 'capacity-unreadable', 1],
    ['capacity', 'two or three', 'capacity-unreadable', 1],
    ['guest', 'peut-être', 'guest-unreadable', true],
    ['consentDiversity', 'peut-être', 'consent-unreadable', false],
  ])(
    'keeps somebody whose %s reads %s, takes nothing from it that nobody said, and tells it',
    (field, value, reason, taken) => {
      const mapped = mapPeople(peopleTable({ ...ada, [field]: value, gender: 'f' }));
      expect(mapped.rejected).toEqual([]);
      expect(mapped.people.map((person) => person[field])).toEqual([taken]);
      expect(mapped.people[0]).not.toHaveProperty('gender');
      expect(mapped.warnings).toContainEqual(
        expect.objectContaining({ row: 2, column: field, reason, values: { value }, rows: [2] }),
      );
    },
  );

  it('leaves out a column that only seemed to hold levels, and tells a wrong level under its own name', () => {
    const guessed = mapPeople(peopleTable({ ...ada, Grade: 'Cadre 3B' }, { ...bo, Grade: 'ETAM' }));
    expect(guessed.people).toHaveLength(2);
    expect(guessed.warnings).toContainEqual(expect.objectContaining({ column: 'Grade', reason: 'column-unreadable' }));
    const wrong = (column: string) => expect.objectContaining({ column, reason: 'level-unreadable' }) as unknown;
    expect(mapPeople(peopleTable({ ...ada, level: 'L5' })).warnings).toContainEqual(wrong('level'));
    const mapped = mapPeople(peopleTable({ ...ada, Grade: 'Cadre 3B' }), { level: 'Grade' });
    expect(mapped.warnings).toContainEqual(wrong('Grade'));
  });

  it('reads what stands for an empty cell as empty, but nobody’s name', () => {
    const row = {
      ...ada,
      name: 'Jennifer Null',
      level: '#N/A',
      managerId: 'NO_MANAGER',
      timeZone: '-',
      expertise: 'néant',
      exclude: 'Aucun',
      capacity: 'NULL',
    };
    const { people, rejected } = mapPeople(peopleTable(row, { ...bo, managerId: 'NO_MANAGER' }));
    expect(rejected).toEqual([]);
    expect(people[0]).toMatchObject({ name: 'Jennifer Null', expertise: [], exclude: [], capacity: 1 });
    expect(people[0]).not.toHaveProperty('managerId');
    expect(mapPeople(peopleTable({ ...ada, name: 'Null' })).people).toHaveLength(1);
  });

  it('gives two people one manager who is not in the file, however the two rows spell it', () => {
    const { people } = mapPeople(
      peopleTable({ ...ada, managerId: 'Boss@X.example' }, { ...bo, managerId: 'boss@x.example' }),
    );
    expect(new Set(people.map(({ managerId }) => managerId)).size).toBe(1);
  });

  it('knows a manager by name, and sets apart everybody whom a doubtful exclusion may mean', () => {
    const { people, warnings } = mapPeople(
      peopleTable(
        { ...ada, managerId: 'Ek, Bo', exclude: 'Marie Martin' },
        bo,
        { ...bo, id: 'E3', name: 'Marie Martin', managerId: 'Marie Martin' },
        { ...bo, id: 'E4', name: 'Marie MARTIN' },
      ),
    );
    expect(people[0]).toMatchObject({ managerId: 'E2', exclude: ['E3', 'E4'] });
    expect(warnings.map(({ row, reason }) => [row, reason])).toEqual(
      expect.arrayContaining([
        [2, 'exclude-ambiguous'],
        [4, 'manager-ambiguous'],
      ]),
    );
  });

  it('keeps no invisible mark in an id or a name, and tells the same id with and without one apart from none', () => {
    const mapped = mapPeople(
      peopleTable({ ...ada, id: 'E\u200b1', name: '\u202eAda\u00a0Lô\u0007' }, { ...bo, id: 'E1' }),
    );
    expect(mapped.people[0]).toMatchObject({ id: 'E1', name: 'Ada Lô' });
    expect(mapped.rejected).toMatchObject([{ row: 3, reason: 'duplicate-id' }]);
  });

  it.each(['CountryOfBirth', 'Ville de naissance', 'Ethnicity (US)', 'Staatsangehörigkeit', 'RACE', 'Citoyenneté'])(
    'never reads the column %s, not even for the country of a map',
    (column) => {
      const mapped = mapPeople(peopleTable({ ...ada, [column]: 'Italie' }), { country: column });
      expect(JSON.stringify(mapped.people)).not.toContain('IT');
      expect(mapped.warnings).toContainEqual(expect.objectContaining({ column, reason: 'origin-not-read' }));
    },
  );

  it('survives headers and cells of any kind', () => {
    const odd = {
      id: '__proto__',
      name: '<at>{x}</at>',
      role: 'mentor',
      constructor: 'toString',
      exclude: 'nobody',
      expertise: ':::;;',
    };
    const mapped = mapPeople(peopleTable(odd));
    expect(mapped.people).toHaveLength(1);
    for (const warning of mapped.warnings) expect(issueWords(warning).fr).toBeTruthy();
  });
});
