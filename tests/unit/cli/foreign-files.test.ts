import writeXlsxFile from 'write-excel-file/node';
import { json, run } from './command-runner';

/** Files as the systems of other companies export them: nobody here chose their columns. */
const workday = [
  'Active Workers Report',
  'Run Date,2026-11-26',
  '',
  `"Employee ID","Worker","Email - Primary Work","Management Level","Location - Country","Worker's Manager","Time Zone","Race/Ethnicity (Locale Sensitive)","Mentoring Role","Skills","Learning Goals"`,
  '"00123","Claire Dupont","claire@acme.example","8 - Director","France","","GMT+01:00 Central European Time (Paris)","Prefer not to say","Mentee","","Generative AI; TikTok"',
  '"00124","Ben Ito","ben@acme.example","Individual Contributor","France","Claire Dupont (00123)","GMT+01:00 Central European Time (Paris)","","Mentor","ChatGPT, Python",""',
  '"00125","Zoë Müller","zoe@acme.example","Individual Contributor","Germany","Max Boss (00999)","","","Mentor","Tik Tok",""',
].join('\r\n');

const successFactors = [
  '\ufeffSTATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,GENDER,EMAIL,MANAGER,HR,DEPARTMENT,LOCATION,TIMEZONE,DEFAULT_LOCALE,CUSTOM01',
  'Status,User ID,Username,First Name,Last Name,Gender,Email,Manager,HR,Department,Location,Time Zone,Default Locale,Role',
  'active,1001,cdupont,Claire,Dupont,F,cd@x.example,NO_MANAGER,NO_HR,Finance,Paris,Europe/Paris,fr_FR,mentee',
  'active,1002,bito,Ben,Ito,M,bi@x.example,NO_MANAGER,NO_HR,IT,Lyon,Europe/Paris,en_GB,mentor',
].join('\n');

const entra = [
  'userPrincipalName,displayName,givenName,surname,department,officeLocation,country,employeeId,manager,preferredLanguage,program role',
  'cd@x.example,Claire Dupont,Claire,Dupont,Finance,Paris,France,,,fr-FR,mentee',
  'bi@x.example,Ben Ito,Ben,Ito,IT,Lyon,France,,"CN=Claire Dupont,OU=Users,DC=x",en-US,mentor',
  'zz@x.example,Zoé Zed,Zoé,Zed,IT,Lyon,France,,CD@X.example,fr-FR,mentor',
].join('\n');

const lucca = Buffer.from(
  [
    'Matricule;Nom;Prénom;E-mail professionnel;Nationalité;Civilité;Département;Établissement;Manager - Matricule;Rôle dans le programme',
    '12;DUPONT;Claire;claire@x.example;Française;Mme;Finance;Siège;;Mentorée',
    '13;LÉGER;Jean-Marc;jm@x.example;Française;M.;IT;Siège;12;Mentor',
    ';;;;;;;;;',
  ].join('\r\n'),
  'latin1',
);

const byHand = [
  '\ufeffMentorat inversé 2026;;;;;;',
  'Volontaires, à compléter avant le 15/12;;;;;;',
  ';;;;;;',
  'Nom complet *;Adresse e-mail (pro);Rôle (mentor / mentoré·e);Langue(s);Sujets que je peux partager;"Ce que je souhaite\napprendre";Niveau (1-10);;',
  'Ada Lô;ada@x.example;Mentor·e;Français courant, anglais (B2);chat gpt, instagramm;;2;;',
  'Bo Ek;bo@x.example;Mentoré·e;français;;"IA génerative\nréseaux sociaux";9;;',
  ';;;;;;',
  'Total;;2;;;;',
].join('\r\n');

const check = async (file: string | Uint8Array, name = 'people.csv'): Promise<any> =>
  json(await run(['people', 'check', name, '--json'], { [name]: file }));
const pair = async (file: string | Uint8Array, files: Readonly<Record<string, string>> = {}): Promise<any> => {
  const words = Object.keys(files).flatMap((name) => ['--map', name]);
  return json(await run(['pair', '--people', 'people.csv', ...words, '--json'], { 'people.csv': file, ...files }));
};
const idsOf = (draft: any): string[] => draft.pairs.map(({ mentor, mentee }: any) => `${mentor} → ${mentee}`);

describe('exports of other systems', () => {
  it('reads a Workday report under its titles and keeps a mentor from their own director, given by name', async () => {
    expect(await check(workday)).toMatchObject({ rows: 3, accepted: 3, rejected: [] });
    expect(idsOf(await pair(workday))).toEqual(['00125 → 00123']);
  });

  it('reads a SuccessFactors file, whose second row is headers again and whose NO_MANAGER is nobody', async () => {
    const draft = await pair(successFactors, { 'map.json': '{"role":"CUSTOM01"}' });
    expect(idsOf(draft)).toEqual(['1002 → 1001']);
  });

  it('reads a directory export: managers by distinguished name and by address', async () => {
    expect(await check(entra)).toMatchObject({ rows: 3, accepted: 3 });
    expect(await pair(entra)).toMatchObject({ pairs: [], unpaired: [{}, {}, {}] });
  });

  it('reads a payroll export in Windows-1252, and knows whose manager a column names', async () => {
    const { accepted, warnings } = await check(lucca);
    expect(accepted).toBe(2);
    expect(warnings).toContainEqual(expect.objectContaining({ column: 'Nationalité', reason: 'origin-not-read' }));
    expect(await pair(lucca)).toMatchObject({ pairs: [], unpaired: [{ person: '12' }, { person: '13' }] });
  });

  it('reads a list made by hand, with titles, notes in its headers, line ends in its cells and a total', async () => {
    expect(await check(byHand)).toMatchObject({ rows: 2, accepted: 2, rejected: [] });
    const { pairs } = await pair(byHand);
    expect(pairs[0]).toMatchObject({ mentor: 'ada@x.example', mentee: 'bo@x.example' });
    expect(pairs[0].topics).toEqual(['generative-ai']);
  });

  it('finds the people in a workbook behind an empty sheet and a sheet of explanations, with ids as numbers', async () => {
    const bytes = await writeXlsxFile([
      { sheet: 'Feuil1', data: [] },
      { sheet: 'Lisez-moi', data: [[{ value: 'Une ligne par personne.' }]] },
      {
        sheet: 'Volontaires',
        data: [
          [{ value: 'Volontaires 2026' }],
          ['Matricule', 'Nom complet', 'Rôle', 'Matricule N+1'].map((value) => ({ value })),
          [{ value: 123, type: Number }, { value: 'Ada Lô' }, { value: 'Mentor' }, { value: '00456' }],
          [{ value: 456, type: Number }, { value: 'Bo Ek' }, { value: 'Mentorée' }, null],
        ],
      },
    ]).toBuffer();
    const { accepted, warnings } = await check(bytes, 'people.xlsx');
    expect(accepted).toBe(2);
    expect(warnings.map(({ reason }: any) => reason)).toEqual(
      expect.arrayContaining(['sheets-not-read', 'rows-above-headers']),
    );
    const draft = json(await run(['pair', '--people', 'people.xlsx', '--json'], { 'people.xlsx': bytes }));
    expect(draft.pairs).toEqual([]);
  });

  it('pairs 5,000 people who said only who they are', async () => {
    const rows = Array.from(
      { length: 5000 },
      (_, index) => `P${index},Person ${index},${index % 2 === 0 ? 'mentor' : 'mentee'}`,
    );
    const draft = await pair(['id,name,role', ...rows].join('\n'));
    expect(draft).toMatchObject({ optimal: true, unpaired: [] });
    expect(draft.pairs).toHaveLength(2500);
  });
});

describe('hostile cells', () => {
  it.each([
    ['a formula', "=cmd|' /C calc'!A0"],
    ['emoji', '👩🏽‍💻 Ada'],
    ['a name from right to left', 'מרים כהן'],
    ['a card’s own syntax', '${name} <at>Ada</at> **x**'],
    ['an escape sequence', '\u001b[31mAda\u001b[0m'],
  ])('takes %s for the name it is, and prints no control character', async (_what, name) => {
    const file = `id,name,role\n1,"${name}",mentor\n2,Bo,mentee\n`;
    const result = await run(['pair', '--people', 'people.csv'], { 'people.csv': file });
    expect(result.code).toBe(0);
    expect(result.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  });

  it('refuses a cell that is too long and keeps the others', async () => {
    const { accepted, rejected } = await check(`id,name,role\n1,${'x'.repeat(100_000)},mentor\n2,Bo,mentee\n`);
    expect([accepted, rejected]).toMatchObject([1, [{ row: 2, column: 'name', reason: 'too-long' }]]);
  });
});
