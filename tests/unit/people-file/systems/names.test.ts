import { readExport } from './read-export';

/** Two people whom a cell may mean, and how it writes one of them; the columns of their names as a system has them. */
const written: readonly (readonly [what: string, text: string])[] = [
  [
    'a family name with its particle first and an initial, in Dutch',
    'Personeelsnummer;Roepnaam;Tussenvoegsel;Achternaam;Rol;Leidinggevende\n1;Joost;de;Vries;mentor;Berg, S. van den\n2;Sanne;van den;Berg;mentee;\n',
  ],
  [
    'initials of which the file has one',
    'Personeelsnummer;Voornaam;Voorvoegsel;Achternaam;Rol;Leidinggevende\n1;Joost;de;Vries;mentor;S.M. van den Berg\n2;Sanne;van den;Berg;mentee;\n',
  ],
  ['a particle left away', 'id;name;role;manager\n1;Joost de Vries;mentor;Sanne Berg\n2;Sanne van den Berg;mentee;\n'],
  [
    'a particle written as one',
    'id;name;role;manager\n1;Joost de Vries;mentor;Sanne Vandenberg\n2;Sanne van den Berg;mentee;\n',
  ],
  ['umlauts in two letters', 'id;Name;Rolle;Vorgesetzter\n1;Anna Klein;Mentor;Juergen Gross\n2;Jürgen Groß;Mentee;\n'],
  [
    'umlauts without their dots',
    'id;Name;Rolle;Vorgesetzter\n1;Anna Klein;Mentor;JURGEN GROSS\n2;Juergen Groß;Mentee;\n',
  ],
  [
    'umlauts in the reference only',
    'id;Name;Rolle;Vorgesetzter\n1;Anna Klein;Mentor;Groß, Jürgen\n2;Juergen Gross;Mentee;\n',
  ],
  ['a Danish letter', 'id;name;role;manager\n1;Ann One;mentor;Soeren Oedegaard\n2;Søren Ødegård;mentee;\n'],
  ['a Polish letter', 'id;name;role;manager\n1;Ann One;mentor;Lukasz Wojcik\n2;Łukasz Wójcik;mentee;\n'],
  ['an apostrophe', 'id;name;role;manager\n1;Ann One;mentor;Sean OBrien\n2;Sean O’Brien;mentee;\n'],
  [
    'two first names written as one',
    'id;nom;rôle;manager\n1;Ann One;mentor;Jeanmarc Léger\n2;Jean-Marc LEGER;mentee;\n',
  ],
  [
    'the preferred name',
    'id;Name;Preferred Name;Role;Manager\n1;Ann One;;mentor;Bob Vance\n2;Robert Vance;Bob Vance;mentee;\n',
  ],
  [
    'the preferred first name',
    'id;First Name;Last Name;Preferred First Name;Role;Manager\n1;Ann;One;;mentor;Bob Vance\n2;Robert;Vance;Bob;mentee;\n',
  ],
  [
    'a name known otherwise',
    'id;Name;Known as;Role;Manager\n1;Ann One;;mentor;"Vance, Bob"\n2;Robert Vance;Bob;mentee;\n',
  ],
  [
    'the name that is used',
    'id;Nom;Prénom;Prénom d’usage;Rôle;Manager\n1;ONE;Ann;;mentor;Bob VANCE\n2;VANCE;Robert;Bob;mentee;\n',
  ],
  [
    'the name of the legal papers',
    'id;Display name;Legal name;Role;Manager\n1;Ann One;Ann One;mentor;Robert Vance\n2;Bob Vance;Robert Vance;mentee;\n',
  ],
  [
    'a social name, in Portuguese',
    'id;Nome completo;Nome social;Papel;Gestor\n1;Ana Um;;mentor;Bia Lima\n2;Carlos Lima;Bia Lima;mentee;\n',
  ],
  [
    'a reading in kana',
    '社員番号,氏名,フリガナ,役割,上司\n1,山田太郎,ヤマダタロウ,mentor,スズキ イチロウ\n2,鈴木一郎,スズキイチロウ,mentee,\n',
  ],
  ['an old form of a character', '社員番号,氏名,役割,上司\n1,山田太郎,mentor,高橋 一郎\n2,髙橋一郎,mentee,\n'],
  ['a title after a name, in Japanese', '社員番号,姓,名,役割,上司\n1,山田,太郎,mentor,鈴木部長\n2,鈴木,一郎,mentee,\n'],
  [
    'a family name and a first name in two columns, in Japanese',
    '社員番号,姓,名,役割,上司\n1,山田,太郎,mentor,鈴木 一郎\n2,鈴木,一郎,mentee,\n',
  ],
  ['the only one of a family name', 'id;nom;rôle;manager\n1;Ann One;mentor;Martin\n2;Claire Martin;mentee;\n'],
  [
    'a family name after a form of address',
    'id;nom;rôle;manager\n1;Ann One;mentor;Mme Martin\n2;Claire Martin;mentee;\n',
  ],
  ['a first name and an initial', 'id;nom;rôle;manager\n1;Ann One;mentor;Claire M.\n2;Claire Martin;mentee;\n'],
  ['an initial and a family name', 'id;nom;rôle;manager\n1;Ann One;mentor;C. Martin\n2;Claire Martin;mentee;\n'],
  ['a first name cut short', 'id;nom;rôle;manager\n1;Ann One;mentor;Chr. Martin\n2;Christophe Martin;mentee;\n'],
  [
    'an address of somebody whose address the file does not have',
    'id;name;role;manager\n1;Ann One;mentor;c.martin@acme.example\n2;Claire Martin;mentee;\n',
  ],
  [
    'an account with its domain',
    'id;user name;name;role;manager\n1;aone;Ann One;mentor;ACME\\cmartin\n2;cmartin;Claire Martin;mentee;\n',
  ],
];

describe('A name as people write it', () => {
  it.each(written)('is that of the manager: %s', async (_what, text) => {
    const { reportingLines, people, pairs, warnings } = await readExport(text);
    expect(people).toHaveLength(2);
    expect(reportingLines.get('1')).toBe('2');
    expect(pairs).toEqual([]);
    // Whoever is meant by a part of a name is told as such, and nothing else is.
    const reasons = warnings.map(({ reason }) => reason).filter((reason) => reason.startsWith('manager-'));
    expect(reasons.filter((reason) => reason !== 'manager-by-part')).toEqual([]);
  });

  it.each(written)('is somebody to be kept apart: %s', async (_what, text) => {
    const [headers = '', ...rows] = text.split('\n');
    const { pairs } = await readExport([headers.replace(/[^;,]+$/u, 'Not to be paired with'), ...rows].join('\n'));
    expect(pairs).toEqual([]);
  });

  it.each([
    ['Luc P.', ['2', '3', '4']],
    ['Luc Pe.', ['2', '3', '4']],
    ['Luc Perri', []],
    ['J.-L. P.', []],
    ['L. P.', []],
    ['Luc', ['2', '3', '4']],
    ['Perrin', ['3', '4']],
    ['P77', []],
  ])('protects from everybody whom it fits, and that is told: “%s”', async (reference, ids) => {
    const text = (column: string): string =>
      `id;nom;rôle;${column}\n1;Ann One;mentor;${reference}\n2;Luc Petit;mentee;\n3;Luc Perrin;mentee;\n4;Jean-Luc Perrin;mentee;\n`;
    const managed = await readExport(text('manager'));
    expect(managed.people[0]?.exclude).toEqual(ids);
    expect(managed.told).toContain(`${ids.length === 0 ? 'manager-unknown' : 'manager-ambiguous'} manager`);
    const apart = await readExport(text('Ne pas associer avec'));
    expect(apart.people[0]?.exclude).toEqual(ids.length === 0 ? [reference] : ids);
    const told = ids.length === 0 ? 'exclude-unknown' : 'exclude-ambiguous';
    expect(apart.told).toContain(`${told} Ne pas associer avec`);
    const appraised = await readExport(text('Évaluateur'));
    expect(appraised.people[0]?.appraisedBy).toEqual(ids.length === 0 ? [reference] : ids);
  });

  it.each(['Claire Zelda', 'Zelda', 'Claire Marie Zelda', 'M. Zelda', 'Finance'])(
    'of nobody in the file is told: “%s”',
    async (reference) => {
      const { told, people } = await readExport(
        `id;nom;rôle;manager\n1;Ann One;mentor;${reference}\n2;Claire Martin;mentee;\n`,
      );
      expect(told).toContain('manager-unknown manager');
      expect(people[0]?.exclude).toEqual([]);
    },
  );

  it('that means two numbers of the file protects from both', async () => {
    const { people, told } = await readExport(
      'id;name;role;manager\n7;Ann One;mentor;1.0\n01;Bo Two;mentee;\n001;Cy Three;mentee;\n',
    );
    expect(people[0]?.exclude).toEqual(['01', '001']);
    expect(told).toContain('manager-ambiguous manager');
  });

  it('beside the number of somebody else protects from both', async () => {
    const { people } = await readExport(
      'id;name;role;manager\nE1;Ann One;mentor;Bo Two (E3)\nE2;Bo Two;mentee;\nE3;Cy Three;mentee;\n',
    );
    expect([...(people[0]?.exclude ?? [])].sort()).toEqual(['E2', 'E3']);
  });
});

describe('Somebody unknown beside somebody known', () => {
  it.each([
    ['Bo / Zed', 'Zed'],
    ['Bo Two / Zed Nine', 'Zed Nine'],
    ['Bo Two; Zed Nine', 'Zed Nine'],
    ['Bo Two & Zed Nine', 'Zed Nine'],
    ['Bo Two et Zed Nine', 'Zed Nine'],
    ['Two, Bo / Nine, Zed', 'Nine'],
    ['Bo Two, Zed Nine', 'Zed Nine'],
    ['2 / 99', '99'],
  ])('is told of managers, exclusions and appraisers: “%s”', async (reference, unknown) => {
    const text = (column: string): string =>
      `id;name;role;${column}\n1;Ann One;mentor;"${reference}"\n2;Bo Two;mentee;\n3;Cy Three;mentee;\n`;
    const managed = await readExport(text('manager'));
    expect(managed.reportingLines.get('1')).toBe('2');
    const values = (mapped: typeof managed, reason: string): unknown =>
      mapped.warnings.filter((warning) => warning.reason === reason).map((warning) => warning.values?.['value']);
    expect(values(managed, 'manager-part-unknown')).toContain(unknown);
    expect(values(await readExport(text('Exclude')), 'exclude-unknown')).toContain(unknown);
    expect(values(await readExport(text('Appraiser')), 'appraiser-unknown')).toContain(unknown);
  });

  it.each([
    'Two, Bo',
    'Bo Two (On Leave)',
    'Bo Two (2)',
    '2 - Bo Two',
    'P77 - Bo Two',
    'CN=Bo Two,OU=Users,DC=acme',
    'Bo Two | 2',
  ])('is not made of what belongs to one: “%s”', async (reference) => {
    const { told, reportingLines } = await readExport(
      `id;name;role;manager\n1;Ann One;mentor;${reference}\n2;Bo Two;mentee;\n`,
    );
    expect(reportingLines.get('1')).toBe('2');
    expect(told).not.toContain('manager-part-unknown manager');
  });
});
