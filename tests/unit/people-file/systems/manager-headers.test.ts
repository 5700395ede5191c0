import fc from 'fast-check';
import { readExport } from './read-export';

/** Headers under which systems and people in eight languages write who somebody works for. */
const headers =
  `Reporting Manager|Reporting to|Manager Email Address|Manager UPN|Line Manager ID|Line Manager Name|Manager Employee Number|Manager's Employee Number|Manager Person Number|Reports To Name|Supervisor Name|Direct Supervisor|Manager hiérarchique|Supérieur hiérarchique direct|Nom manager|Hiérarchie|Chef|Supérieur|People Manager|Manager 1|N+1|N + 1|N+1 (nom)|Matricule N+1|Name of your manager|Who do you report to?|Who is your line manager?|Your manager's email address|Boss|Immediate superior|Nom du responsable|Mon responsable|Qui est votre manager ?|Nom et prénom de votre N+1|Rattachement hiérarchique|Encadrant|Vorgesetzter|Vorgesetzte|Vorgesetzte(r)|Vorgesetzte/r|Vorgesetzte*r|Direkter Vorgesetzter|Name des Vorgesetzten|Disziplinarische Führungskraft|Führungskraft|Fuehrungskraft|Teamleiter|Teamleitung|Wer ist Ihre Führungskraft?|Personalnummer Vorgesetzter|Berichtet an|Jefe|Jefa|Jefe directo|Jefe inmediato|Superior jerárquico|Nombre del jefe|Responsable directo|Reporta a|Supervisor/a|Capo|Responsabile|Responsabile diretto|Superiore gerarchico|Nome del responsabile|Riporta a|Leidinggevende|Direct leidinggevende|Naam leidinggevende|Wie is je leidinggevende?|Chefe|Chefia imediata|Gestor|Gestor direto|Superior hierárquico|Nome do gestor|Reporta a|上司|直属の上司|上司の社員番号|上司のメールアドレス|上司氏名|上長|所属長|マネージャー|あなたの上司は誰ですか?|manager_id|managerId|MANAGER_NAME|manager.email|Employee's supervisor|Supervisor EID|ManagerName|Mgr ID|Reports-To`.split(
    '|',
  );
const boss = [
  'Tomas Ruiz',
  'Ruiz, Tomas',
  'Tomas Ruiz (2)',
  '2',
  'tomas.ruiz@acme.example',
  '2.0',
  '="2"',
  'RUIZ Tomas',
];

describe('a column that says who somebody works for', () => {
  it.each(headers.map((header, index) => [header, boss[index % boss.length] ?? '']))(
    'is found under “%s”, with “%s” in its cells',
    async (header, value) => {
      const cell = `"${value.replaceAll('"', '""')}"`;
      const text = `id;name;email;role;${header}\n1;Noor Abara;noor.abara@acme.example;mentor;${cell}\n2;Tomas Ruiz;tomas.ruiz@acme.example;mentee;\n`;
      const { pairs, managers } = await readExport(text);
      expect([pairs, managers]).toEqual([[], { 'Noor Abara': 'Tomas Ruiz' }]);
    },
  );

  it.each(['Przełożony', 'Nadřízený', 'Felettes', 'xyz', '123', 'Contact RH'])(
    'is told under “%s”, a word that nobody knows',
    async (header) => {
      const { told } = await readExport(
        `id;name;role;${header}\n1;Noor Abara;mentor;Tomas Ruiz\n2;Tomas Ruiz;mentee;\n3;Ida Keller;mentor;Tomas Ruiz\n`,
      );
      expect(told).toContain(`column-names-people ${header}`);
    },
  );

  it.each(['Management level', 'Manager (Y/N)', 'Is manager', 'Manager since', 'Direct reports', 'Manager job title'])(
    'is not “%s”',
    async (header) => {
      const { told, managers } = await readExport(
        `id;name;role;${header}\n1;Noor Abara;mentor;No\n2;Tomas Ruiz;mentee;Yes\n`,
      );
      expect(managers).toEqual({});
      expect(told).toContain('no-managers managerId');
    },
  );

  const levels = [
    'Manager - Level 01',
    'Manager - Level 1 (Direct)',
    'Level 02 from the Top',
    'Management Chain - Level 03',
    'Supervisory Organization - Level 03',
    'Manager Level 2',
    'Responsable niveau 2',
    'Führungskraft Ebene 1',
    'Jefe nivel 3',
  ];
  it.each(levels)('is not “%s”, one level of the hierarchy, which is told and never offered', async (header) => {
    const { told, managers, warnings } = await readExport(
      `id,name,role,${header}\n1,Noor Abara,mentor,Tomas Ruiz\n2,Tomas Ruiz,mentee,\n3,Ida Keller,mentor,Tomas Ruiz\n4,Lena Vogt,mentee,Tomas Ruiz\n`,
    );
    expect(managers).toEqual({});
    expect(warnings.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect([...told]).toEqual(expect.arrayContaining(['no-managers managerId', `column-names-level ${header}`]));
  });

  it('is told when two columns name two different people, and the direct manager is the one that counts', async () => {
    const { told, managers } = await readExport(
      'id;name;role;Project manager;Manager\n1;Noor Abara;mentor;Ida Keller;Tomas Ruiz\n2;Tomas Ruiz;mentee;;\n3;Ida Keller;mentee;;\n',
    );
    expect(managers).toEqual({ 'Noor Abara': 'Tomas Ruiz' });
    expect(told).toContain('column-doubtful Project manager');
  });

  const heads = [
    'Department Head',
    'Head of Department',
    'Head of Division',
    'Dept. Lead',
    'Division Director',
    'Team Head',
    'Responsable du département',
    'Directeur de service',
    'Chef de pôle',
    'Direction (directeur)',
    'Abteilungsleiter',
    'Leiter der Abteilung',
    'Bereichsleitung',
    'Jefe de departamento',
    'Director del área',
    'Responsabile di reparto',
    'Direttore di divisione',
    'Afdelingshoofd',
    'Hoofd afdeling',
    'Chefe de departamento',
    'Diretor da área',
    '部長',
    '部門長',
    '部署責任者',
  ];
  it.each(heads)('is the head of a unit under “%s”, which is no department', async (header) => {
    const { pairs, managers, people, told } = await readExport(
      `id;name;role;${header}\n1;Noor Abara;mentor;Tomas Ruiz\n2;Tomas Ruiz;mentee;\n3;Ida Keller;mentor;Tomas Ruiz\n`,
    );
    expect([pairs, managers]).toEqual([[], { 'Noor Abara': 'Tomas Ruiz', 'Ida Keller': 'Tomas Ruiz' }]);
    expect(people.map(({ department }) => department)).toEqual([undefined, undefined, undefined]);
    expect(told).not.toContain('no-managers managerId');
  });

  it.each(heads)(
    'beside the manager is somebody further up under “%s”: nobody is paired with them, and that is told',
    async (header) => {
      const { people, managers, told } = await readExport(
        `id;name;role;Manager;${header}\n1;Noor Abara;mentor;Tomas Ruiz;Lena Vogt\n2;Tomas Ruiz;mentee;;\n3;Ida Keller;mentor;Tomas Ruiz;Zed Nine\n4;Lena Vogt;mentee;;Lena Vogt\n`,
      );
      expect(managers).toEqual({ 'Noor Abara': 'Tomas Ruiz', 'Ida Keller': 'Tomas Ruiz' });
      expect(people.map(({ exclude }) => exclude)).toEqual([['4'], [], [], []]);
      expect([...told]).toEqual(expect.arrayContaining([`superior-apart ${header}`, `superior-unknown ${header}`]));
    },
  );

  it('is at the head of a « Department » whose cells are people of the file, who are kept apart, told and offered', async () => {
    const { people, warnings, pairs } = await readExport(
      'id;name;role;Department\n1;Noor Abara;mentor;Tomas Ruiz\n2;Tomas Ruiz;mentee;\n3;Ida Keller;mentor;Tomas Ruiz\n',
    );
    expect(people.map(({ department }) => department)).toEqual([undefined, undefined, undefined]);
    expect(pairs).toEqual([]);
    expect(warnings.find(({ reason }) => reason === 'superior-apart')?.rows).toEqual([2, 4]);
    expect(warnings.find(({ reason }) => reason === 'no-managers')).toMatchObject({
      fix: { field: 'managerId', column: 'Department', matches: 2, of: 3 },
    });
    const teams = await readExport(
      'id;name;role;Department\n1;Noor Abara;mentor;Finance (Tomas Ruiz)\n2;Tomas Ruiz;mentee;Finance (Tomas Ruiz)\n',
    );
    expect(teams.people[0]?.department).toBe('Finance (Tomas Ruiz)');
  });

  it.each([
    ['Manager;Manager ID', 'Tomas Ruiz;4', 'Tomas Ruiz;2'],
    ['Manager ID;Manager', '4;Tomas Ruiz', '2;Tomas Ruiz'],
    ['Manager;Supervisor', 'Tomas Ruiz;Lena Vogt', 'Ruiz, Tomas;Tomas Ruiz'],
    ['Responsable;Matricule N+1', 'Tomas Ruiz;4', 'Tomas Ruiz;2'],
  ])('where two columns disagree is neither of them for a pair: %s', async (headers, differ, same) => {
    const { pairs, warnings, told } = await readExport(
      `id;name;role;${headers}\n1;Noor Abara;mentor;${differ}\n2;Tomas Ruiz;mentee;;\n3;Ida Keller;mentor;${same}\n4;Lena Vogt;mentee;;\n`,
    );
    expect(pairs).toEqual(['Ida Keller → Lena Vogt']);
    expect(warnings.find(({ reason }) => reason === 'managers-differ')?.rows).toEqual([2]);
    expect([...told].filter((one) => one.startsWith('column-'))).toEqual([]);
  });

  it('whom another column names and the file does not have is told, but not one that only says it otherwise', async () => {
    const { warnings, managers } = await readExport(
      'id;name;role;Manager ID;Manager\n1;Noor Abara;mentor;2;Zed Nine\n2;Tomas Ruiz;mentee;;\n3;Ida Keller;mentor;2;Tommy Ruiz\n4;Lena Vogt;mentor;2;Ruiz / Zed\n',
    );
    expect(Object.values(managers)).toEqual(['Tomas Ruiz', 'Tomas Ruiz', 'Tomas Ruiz']);
    const told = warnings.filter(({ reason }) => reason === 'manager-part-unknown');
    expect(told.map(({ values, rows }) => [values?.['value'], rows])).toEqual([
      ['Zed Nine', [2]],
      ['Zed', [5]],
    ]);
  });

  it('is no identifier of the rows whose cells it stands in: a column of directors', async () => {
    const { people, told } = await readExport(
      'id,name,role,Manager,Diretor da área\n1,Noor Abara,mentor,Lena Vogt,Sr. Ruiz\n2,Tomas Ruiz,mentee,,\n4,Lena Vogt,mentee,Ruiz,Ruiz\n',
    );
    expect(people[0]?.exclude).toEqual(['2']);
    expect([...told].filter((one) => one.startsWith('column-identifies'))).toEqual([]);
  });

  it('is kept apart though a map names one of two columns', async () => {
    const text =
      'id;name;role;Manager;Manager ID\n1;Noor Abara;mentor;Tomas Ruiz;4\n2;Tomas Ruiz;mentee;;\n4;Lena Vogt;mentee;;\n';
    const { pairs, told } = await readExport(text, 'people.csv', { managerId: 'Manager ID' });
    expect(pairs).toEqual([]);
    expect(told).toContain('managers-differ Manager ID');
  });

  it.each([
    [
      'names of managers that tell, beside numbers that tell nobody',
      'EmpID,Employee_Name,ManagerName,ManagerID,role\n10026,"Abara, Noor K",Tomas Ruiz,22,mentor\n10084,"Ruiz, Tomas",Lena Vogt,4,mentee\n',
    ],
    [
      'family and first names in two columns each, in German',
      'Name;Vorname;Pers.-Nr.;Vorgesetzter Name;Vorgesetzter Vorname;Rolle\nAbara;Noor;1;Ruiz;Tomas;Mentor\nRuiz;Tomas;2;;;Mentee\n',
    ],
    [
      'the number of the team’s leader under a short word',
      'Agent name,Agent ID,TL name,TL EID,Role\nNoor Abara,1001,Tomas Ruiz,1002,mentor\nTomas Ruiz,1002,,,mentee\n',
    ],
    [
      'a badge with and without its zeros',
      'Badge;Collaborateur (nom prénom);Rôle;Responsable (badge)\n0012;ABARA Noor;Mentor;13.0\n0013;RUIZ Tomas;Mentoré;\n',
    ],
  ])('is read from %s', async (_name, text) => {
    const { people, reportingLines, pairs } = await readExport(text);
    expect(reportingLines.get(people[0]?.id ?? '')).toBe(people[1]?.id);
    expect(pairs).toEqual([]);
  });

  it('names somebody in Japanese with or without the space', async () => {
    const { managers } = await readExport(
      '社員番号,氏名,役割,上司\n1,山田 太郎,mentor,鈴木一郎\n2,鈴木　一郎,mentee,\n',
    );
    expect(managers).toEqual({ '山田 太郎': '鈴木 一郎' });
  });

  it('is not mistaken for what a row says of itself: somebody else’s name under a word that nobody knows is told', async () => {
    const { told } = await readExport(
      'id,name,role,Buddy name\n1,Noor Abara,mentor,Tomas Ruiz\n2,Tomas Ruiz,mentee,Ida Keller\n3,Ida Keller,mentor,Tomas Ruiz\n',
    );
    expect(told).toContain('column-names-people Buddy name');
  });

  it('may be given twice: where one column leaves a manager out the other tells them', async () => {
    const { managers } = await readExport(
      'id;name;role;Manager ID;Manager name\n1;Noor Abara;mentor;2;\n2;Tomas Ruiz;mentee;;\n3;Ida Keller;mentor;;Tomas Ruiz\n',
    );
    expect(managers).toEqual({ 'Noor Abara': 'Tomas Ruiz', 'Ida Keller': 'Tomas Ruiz' });
  });

  it('forbids the same pairs in whatever order the columns and rows stand, and whatever the header’s language', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...headers),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.constantFrom(';', ',', '\t'),
        async (header, columns, rows, separator) => {
          const table = [
            ['E1', 'Noor Abara', 'noor@acme.example', 'mentor', 'E2'],
            ['E2', 'Tomas Ruiz', 'tomas@acme.example', 'mentee', ''],
            ['E3', 'Ida Keller', 'ida@acme.example', 'mentor', 'E4'],
            ['E4', 'Lena Vogt', 'lena@acme.example', 'mentee', ''],
          ];
          const line = (cells: readonly string[]): string =>
            columns.map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`).join(separator);
          const text = [line(['ID', 'Name', 'Email', 'Role', header]), ...rows.map((row) => line(table[row] ?? []))];
          const { pairs } = await readExport(text.join('\r\n'));
          expect([...pairs].sort()).toEqual(['Ida Keller → Tomas Ruiz', 'Noor Abara → Lena Vogt']);
        },
      ),
      { numRuns: 25 },
    );
  });
});
