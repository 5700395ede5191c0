import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const sample = (name: string): Uint8Array => readFileSync(join(__dirname, '../../../bot/local/sample', name));

const square = `id,name,role,function,site,department,gender,consentDiversity
m1,Ada,mentor,Law,Lyon,North,,
m2,Bo,mentor,Finance,Metz,North,,
e1,Cy,mentee,Law,Metz,South,,
e2,Di,mentee,Finance,Lyon,South,,
`;

/** One person for each rule that can stand between two people, and for each doubt about a row. */
const rules = `id,name,email,role,level,languages,time zone,availability,manager,department,capacity,expertise,goals,exclude
m1,Ada Lô,ada@x.example,mentor,2,fr,Europe/Paris,lun-ven 09:00-12:00,e1,North,1,chatgpt:4,,
m2,Bo Ek,bo@x.example,mentor,3,ja,Asia/Tokyo,mon-fri 09:00-12:00,,North,1,tiktok:2,,
m3,Cy Ray,cy@x.example,mentor,2,fr;en,Europe/Paris,,e2,South,2,chatgpt:3;mobilité,,e3
e1,Di Sol,di@x.example,mentee,9,fr,Europe/Paris,lun-ven 09:00-12:00,,North,1,,IA générative:3,
e2,Ed Vaz,ed@x.example,mentee,8,en,Europe/Paris,,,South,1,,chatgpt:2,
e3,Flo Wu,flo@x.example,mentee,8,fr;en,Europe/Paris,,,East,1,,mobilité:1,
`;

const doubts = `Liste des volontaires;;;;;;;;
id;name;email;role;languages;time zone;level;capacity;nationalité;availability;manager
1;Ada;ada@x.example;mentor;klingon;Mars/Olympus;11;99;x;quand je peux;9
1;Bo;bo@x.example;mentee;fr;Europe/Paris;3;1;y;lun 09:00-12:00;1
3;Cy;cy@;chef;fr;Europe/Paris;3;1;;;3
4;;ada@x.example;mentee;fr;Europe/Paris;8;0;;lun-ven 14:00-16:00;
5;Eve;eve@x.example;mentee;fr (A1), anglais;GMT+01:00 Paris;8;;;;nobody
`;

const payroll = [
  'Matricule;Nom;Prénom;E-mail professionnel;Nationalité;Civilité;Département;Établissement;Manager - Matricule;Rôle dans le programme',
  '12;DUPONT;Claire;claire@x.example;Française;Mme;Finance;Siège;;Mentorée',
  '13;LÉGER;Jean-Marc;jm@x.example;Française;M.;IT;Siège;12;Mentor',
  ';;;;;;;;;',
].join('\r\n');

/** Two aims that fight, and two that are told by themselves: all four at once take seconds. */
const fighting = {
  aims: [
    { kind: 'across', by: 'site', percent: 100 },
    { kind: 'across', by: 'function', percent: 100 },
  ],
};
const alone = {
  aims: [
    { kind: 'at-most', side: 'mentor', department: 'North', pairs: 1 },
    { kind: 'mixed', by: 'gender', percent: 50 },
  ],
};

const documents: Readonly<Record<string, unknown>> = {
  'map.json': {
    name: { columns: ['Prénom', 'Nom'] },
    role: { column: 'Job Level', values: { 1: 'mentor', 5: 'mentee' } },
  },
  'wrong-map.json': { nom: 'Nom', name: 3, role: { values: { 1: 'mentor' } } },
  'policy.json': { weights: { topics: 10 }, minScore: 5 },
  'wrong-policy.json': { weigths: {}, weights: { topics: -1 }, minCommonHours: 0, aims: [{ kind: 'other' }] },
  'fighting.json': fighting,
  'alone.json': alone,
  'nobody-there.json': { aims: [{ kind: 'at-most', side: 'mentor', department: 'West', pairs: 1 }] },
  'matrix.json': {
    score: [
      [5, null, 2],
      [5, 1, null],
    ],
  },
  'capacity.json': {
    score: [
      [5, 3],
      [4, 1],
    ],
    rowCapacity: [2, 0],
    columnCapacity: [1, 9],
  },
  'unread.json': { score: [[1]], rowCapacities: [0] },
  'uneven.json': { score: [[1, 2], [3]] },
  'text.json': { score: [['7']] },
  'part.json': { score: [[1.5]] },
  'places.json': { score: [[1]], rowCapacity: [1, 1] },
  'none.json': [],
  'nothing.json': { score: [] },
  'programme.json': { id: 'passages', name: { fr: 'Passages', en: 'Passages' }, startsOn: '2027-01-11' },
  'wrong-programme.json': { id: 'bad one', name: 'Passages', startsOn: '2027-02-30', months: 12, colour: 'red' },
};

/** A round of eight mentees and four mentors, with six people who waited. */
const answers = [
  'person,role,group,survey,question,value',
  ...[2, 3, 2.5, 3, 4, 2, 3.5, 3].flatMap((before, place) => [
    `e${String(place)},mentee,participant,baseline,confidence,${String(before)}`,
    ...(place === 7
      ? []
      : [
          `e${String(place)},mentee,participant,closing,confidence,${String(Math.min(5, before + 0.5 + (place % 3) / 2))}`,
        ]),
    `e${String(place)},mentee,participant,baseline,tool-use,${place < 2 ? 'weekly' : 'never'}`,
    `e${String(place)},mentee,participant,closing,tool-use,${place < 6 ? 'daily' : 'tried'}`,
    `e${String(place)},mentee,participant,closing,again,${String(10 - (place % 5))}`,
  ]),
  ...[3, 3, 4, 2].flatMap((before, place) => [
    `m${String(place)},mentor,participant,baseline,confidence,${String(before)}`,
    `m${String(place)},mentor,participant,closing,confidence,${String(before + 1)}`,
  ]),
  ...[3, 2, 4, 2, 3, 3].flatMap((before, place) => [
    `w${String(place)},mentee,waiting,baseline,confidence,${String(before)}`,
    `w${String(place)},mentee,waiting,closing,confidence,${String(before + (place % 2) / 2)}`,
  ]),
].join('\n');

/** The files that the command lines of the goldens name. */
export const goldenFiles: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(Object.entries(documents).map(([name, document]) => [name, JSON.stringify(document)])),
  'armorel-people.csv': sample('armorel-people.csv'),
  'armorel-map.json': sample('armorel-map.json'),
  'few.csv':
    'id,name,role,goals,expertise,nationalité\n1,Ada,mentor,,chatgpt:4,x\n2,Bo,mentee,IA générative:3,,y\n3,Cy,chef,,,\n',
  'one.csv': 'id,name,role\n1,Ada,mentor\n',
  'header.csv': 'id,name,role\n',
  'roleless.csv': 'id,name\n1,Ada\n',
  'empty.csv': '',
  'picture.csv': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]),
  'payroll.csv': Buffer.from(payroll, 'latin1'),
  'renamed.csv': 'id,Prénom,Nom,Job Level\n1,Ada,Lô,1\n2,Bo,Ek,5\n3,Cy,Ray,3\n',
  'doubts.csv': doubts,
  'rules.csv': rules,
  'square.csv': square,
  'answers.csv': answers,
  'wrong-answers.csv':
    'person;role;group;survey;question;value\n1;mentee;participant;closing;confidence;6\n1;mentee;participant;closing;confidence;5\n2;chef;tous;fin;;x\n',
  'broken.json': '',
};
