import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Two programs are started, on a machine that may be busy.
jest.setTimeout(120_000);

const project = resolve(__dirname, '../../..');
const script = join(project, 'scripts/check-structure.mjs');
const trees: string[] = [];

type Files = Readonly<Record<string, string>>;

function plant(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'structure-'));
  trees.push(root);
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The findings of many trees from one program, since its start costs more than all the planted trees. */
function findingsOf(roots: Readonly<Record<string, string>>): Record<string, string[]> {
  // Of the project only src, which has the floors: the step “Structure” of npm test looks at everything.
  const program = `
    import { checkStructure } from ${JSON.stringify(pathToFileURL(script).href)};
    const findings = {};
    for (const [name, root] of Object.entries(JSON.parse(process.env.TREES)))
      findings[name] = await checkStructure(root, root === ${JSON.stringify(project)} ? ['src'] : undefined);
    console.log(JSON.stringify(findings));`;
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, TREES: JSON.stringify(roots) },
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout) as Record<string, string[]>;
}

const constant = 'export const one = 1;\n';
const knows = (path: string) => `import { one } from '${path}';\nexport const two = one;\n`;
const noNames = { freeFolders: [], roles: {}, declarations: {}, endings: {}, verbs: [], nouns: {} };

interface Folder {
  readonly name: string;
  readonly holds: string;
  readonly mayKnow?: readonly string[];
  readonly subfolders?: readonly Folder[];
}
const folder = (name: string, more: Partial<Folder> = {}): Folder => ({ name, holds: 'something', ...more });

const floors = [
  { name: 'kernel', folders: [folder('kernel')] },
  {
    name: 'features',
    inOrder: true,
    folders: [
      folder('pair'),
      folder('session', { subfolders: [folder('hours'), folder('slots')] }),
      folder('proposal'),
    ],
  },
  { name: 'pages', folders: [folder('own-page'), folder('hr-page')] },
];
const inHouse = ['kernel', 'pair', 'session', 'proposal', 'own-page', 'hr-page'];

/** A small house in which all is well, and what is planted in it. */
const house = (files: Files, order: object = { floors }) => ({
  'scripts/floors.json': JSON.stringify(order),
  'scripts/structure-names.json': JSON.stringify({ ...noNames, freeFolders: inHouse }),
  ...Object.fromEntries(inHouse.map((name) => [`src/${name}/one.ts`, constant])),
  'src/session/hours/one.ts': constant,
  'src/session/slots/one.ts': constant,
  ...files,
});

const everyBreach: Files = {
  'scripts/floors.json': JSON.stringify({ floors: [{ name: 'features', folders: [folder('pairing')] }] }),
  'scripts/structure-names.json': JSON.stringify({
    ...noNames,
    roles: { rules: 'decisions' },
    declarations: { due: 'work' },
    verbs: ['read', 'start', 'make'],
  }),
  'src/pairing/model.ts': "import type { Thing } from '../../bot/api/thing';\nexport type Other = Thing;\n",
  'src/pairing/happy-thoughts.ts': constant,
  'src/pairing/read-file.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  'src/pairing/start-log.ts': "import { pino } from 'pino';\nexport const log = pino;\n",
  'src/pairing/make-a.ts': "import { b } from './make-b';\nexport const a = () => b;\n",
  'src/pairing/make-b.ts': "import { a } from './make-a';\nexport const b = () => a;\n",
  'bot/api/thing.ts': "import { rows } from '../storage/rows';\nexport type Thing = typeof rows;\n",
  'bot/api/store.ts': "import { TableClient } from '@azure/data-tables';\nexport const client = TableClient;\n",
  'bot/storage/rows.ts': constant.replace('one', 'rows'),
  'bot/storage/bot.ts': "import { ActivityHandler } from 'botbuilder';\nexport const handler = ActivityHandler;\n",
  'bot/jobs/thread.ts': "import { Worker } from 'node:worker_threads';\nexport const worker = Worker;\n",
  'bot/local/play.ts': constant,
  'bot/server.ts': "import { one } from './local/play';\nexport const two = one;\n",
  'bot/teams/all.ts': "export * from './cards';\n",
  'bot/teams/cards.ts': constant,
  'bot/teams/card-utils.ts': constant,
  'tab/PairRow.tsx': "import type { Thing } from '../bot/api/thing';\nexport type Row = Thing;\n",
};

const planted: Readonly<Record<string, Files>> = {
  'keeps the law': {
    ...house({
      'src/session/one.ts': knows('./slots/one'),
      'src/session/slots/one.ts': knows('../hours/one'),
      'src/session/hours/one.ts': "import fr from '../text/fr.json';\nexport const one = fr;\n",
      'src/session/text/fr.json': '{}',
      'src/proposal/accept-proposal.ts': knows('../session/hours/one'),
      'src/hr-page/one.ts': knows('../proposal/one'),
      'bot/storage/tables.ts':
        "import { TableClient } from '@azure/data-tables';\nexport const client = TableClient;\n",
      'bot/compose.ts': "import { client } from './storage/tables';\nexport const wired = client;\n",
      'tab/pair-row.tsx': "import { one } from '../src/pair/one';\nexport const row = one;\n",
    }),
    'scripts/structure-names.json': JSON.stringify({
      ...noNames,
      freeFolders: inHouse.filter((name) => name !== 'proposal'),
      verbs: ['accept'],
      nouns: { 'proposal/one': 'a number' },
    }),
  },
  upward: house({
    'src/kernel/one.ts': "import type { one } from '../pair/one';\nexport type One = typeof one;\n",
    'src/own-page/one.ts': knows('../hr-page/one'),
  }),
  spellings: house({
    'src/session/value.ts': knows('../proposal/one'),
    'src/session/type.ts': "import type { one } from '../proposal/one';\nexport type One = typeof one;\n",
    'src/session/typeof.ts': "export type One = typeof import('../proposal/one');\n",
    'src/session/later.ts': "export const later = () => import('../proposal/one');\n",
    'src/session/again.ts': "export { one } from '../proposal/one';\nexport const two = 2;\n",
    'src/session/words.ts': "import fr from '../proposal/text/fr.json';\nexport const words = fr;\n",
    'src/session/more.ts': "declare module '../proposal/one' {\n  interface One {}\n}\nexport const more = 1;\n",
    'src/proposal/text/fr.json': '{}',
  }),
  'know each other': house({ 'src/pair/a.ts': knows('../session/one'), 'src/session/b.ts': knows('../pair/one') }),
  'circle of three': house({
    'src/pair/a.ts': knows('../proposal/one'),
    'src/proposal/b.ts': knows('../session/one'),
    'src/session/c.ts': knows('../pair/one'),
  }),
  barrel: house({ 'src/pair/all.ts': "import { one } from './one';\nexport { one };\n" }),
  'unknown folders': house(
    { 'src/gifts/fr.json': '{}', 'src/pair/deep/one.ts': constant, 'src/one.ts': constant },
    { floors: [...floors, { name: 'dispatch', folders: [folder('dispatch')] }] },
  ),
  subfolders: house({
    'src/session/hours/up.ts': knows('../slots/one'),
    'src/session/slots/out.ts': knows('../one'),
    'src/session/slots/down.ts': knows('../hours/one'),
  }),
  'a list too long': {
    ...house({ 'src/proposal/make-view.ts': constant }),
    'scripts/structure-names.json': JSON.stringify({
      freeFolders: [...inHouse.filter((name) => name !== 'proposal'), 'i18n'],
      roles: { rules: 'pure decisions' },
      declarations: { due: 'work' },
      endings: { view: 'what a card shows', page: 'what a page shows' },
      verbs: ['make'],
      nouns: { 'proposal/one': 'a number', 'proposal/two': 'another' },
    }),
  },
  exceptions: house(
    { 'src/kernel/up.ts': knows('../pair/one') },
    {
      floors: floors.map((floor) =>
        floor.name === 'pages'
          ? { ...floor, folders: [folder('own-page'), folder('hr-page', { mayKnow: ['own-page'] })] }
          : floor,
      ),
      exceptions: [
        { path: 'src/kernel/up.ts', until: 'it is moved' },
        { path: 'src/pair/one.ts', until: 'it is moved' },
      ],
    },
  ),
};

describe('the structure check', () => {
  let findings: Record<string, string[]>;

  beforeAll(() => {
    const roots = Object.fromEntries(Object.entries(planted).map(([name, files]) => [name, plant(files)]));
    findings = findingsOf({ ...roots, 'this project': project });
  });
  afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })));

  it.each(['this project', 'keeps the law'])('accepts a tree that keeps the law: %s', (tree) => {
    expect(findings[tree]).toEqual([]);
  });

  it('reports every breach in one run, each with its remedy', () => {
    const done = spawnSync(process.execPath, [script, '--root', plant(everyBreach)], { encoding: 'utf8' });
    expect(done.status).toBe(1);
    const expected = [
      'src/pairing/model.ts → bot/api/thing.ts: src knows neither bot nor tab',
      'src/pairing/happy-thoughts.ts: in a feature a file is one of rules, due, or a use case that begins with a verb',
      'src/pairing/read-file.ts → fs: src is pure',
      'src uses small pure libraries only',
      'src/pairing/make-a.ts → src/pairing/make-b.ts → src/pairing/make-a.ts: an import cycle',
      'bot/api/thing.ts → bot/storage/rows.ts: bot/api receives what it needs from bot/compose.ts',
      'storage SDKs belong in bot/storage',
      'the Bot Framework belongs in bot/teams',
      'bot/jobs/thread.ts → worker_threads: worker threads belong in bot/workers',
      'bot/server.ts → bot/local/play.ts: only bot/index.ts and bot/cli import local mode',
      'bot/teams/all.ts: it only exports again what others declare',
      'bot/teams/card-utils.ts: “card-utils” says nothing',
      'tab/PairRow.tsx: file names are kebab-case',
      'tab/PairRow.tsx → bot/api/thing.ts: the tab never imports the server',
    ];
    expect(expected.filter((line) => !done.stdout.includes(line))).toEqual([]);
  });

  it('refuses to know a higher floor, and a neighbour that the list does not name', () => {
    expect(findings.upward).toEqual([
      'src/kernel/one.ts → src/pair/one.ts: kernel stands on a lower floor than pair in scripts/floors.json (kernel, features), so it may not know it: let pair hand over what is needed, or move what both need down.',
      'src/own-page/one.ts → src/hr-page/one.ts: own-page and hr-page are on one floor (pages), and scripts/floors.json does not say that own-page may know hr-page: move what both need down.',
    ]);
  });

  it('refuses a feature that is written later, however it is named', () => {
    const files = ['again', 'later', 'more', 'type', 'typeof', 'value', 'words'];
    expect(findings.spellings?.toSorted()).toEqual(
      files.map(
        (file) =>
          `src/session/${file}.ts → src/proposal/${file === 'words' ? 'text/fr.json' : 'one.ts'}: session is written before proposal in scripts/floors.json, so it may not know it: let proposal declare due or follow work, or move what both need down.`,
      ),
    );
  });

  it('names two features that know each other', () => {
    expect(findings['know each other']).toEqual([
      expect.stringContaining('src/pair/a.ts → src/session/one.ts: pair is written before session'),
      'pair and session know each other (src/pair/a.ts → src/session/one.ts, src/session/b.ts → src/pair/one.ts): scripts/floors.json allows one of the two, undo the other.',
    ]);
  });

  it('names a circle of features of which no two know each other', () => {
    expect(findings['circle of three']).toEqual([
      expect.stringContaining('src/pair/a.ts → src/proposal/one.ts: pair is written before proposal'),
      'pair → proposal → session → pair: a circle of folders (src/pair/a.ts → src/proposal/one.ts, src/proposal/b.ts → src/session/one.ts, src/session/c.ts → src/pair/one.ts); undo the step against the order of scripts/floors.json.',
    ]);
  });

  it('refuses a file that imports only to export again', () => {
    expect(findings.barrel).toEqual([expect.stringContaining('src/pair/all.ts: it only exports again')]);
  });

  it('knows every folder, and none that is not there', () => {
    const remedy = 'no folder that scripts/floors.json knows; move it into one, or write it there with what it holds.';
    expect(findings['unknown folders']?.toSorted()).toEqual([
      'scripts/floors.json: there is no src/dispatch; take it out of the list.',
      `src/gifts: ${remedy}`,
      `src/one.ts: ${remedy}`,
      `src/pair/deep: ${remedy}`,
    ]);
  });

  it('holds the order of the subfolders of a feature', () => {
    const remedy =
      'by scripts/floors.json, so it may not know it: give it what it needs as an argument, or move what both need to ';
    expect(findings.subfolders).toEqual([
      `src/session/hours/up.ts → src/session/slots/one.ts: in session, hours comes before slots ${remedy}hours or further down.`,
      `src/session/slots/out.ts → src/session/one.ts: in session, slots comes before its own files ${remedy}slots or further down.`,
      'session/hours and session/slots know each other (src/session/hours/up.ts → src/session/slots/one.ts, src/session/slots/down.ts → src/session/hours/one.ts): scripts/floors.json allows one of the two, undo the other.',
    ]);
  });

  it('wants no name on its list that nobody uses', () => {
    const unused = ['role rules', 'ending page', 'verb make', 'noun proposal/two', 'free folder i18n'];
    expect(findings['a list too long']).toEqual(
      unused.map((name) => `scripts/structure-names.json: no file of src uses the ${name}; take it out of the list.`),
    );
  });

  it('wants no exception and no leave that nobody needs', () => {
    expect(findings.exceptions).toEqual([
      'scripts/floors.json: hr-page does not know own-page, or may not since it is written before; take it out.',
      'src/pair/one.ts: nothing needs this exception any more; take it out of scripts/floors.json.',
    ]);
  });

  it('is drawn in the architecture as it is held', () => {
    const drawn = readFileSync(join(project, 'docs/architecture.md'), 'utf8').match(
      /<!-- floors -->(.*?)<!-- -->/s,
    )?.[1];
    const { floors: held } = JSON.parse(readFileSync(join(project, 'scripts/floors.json'), 'utf8')) as {
      floors: { folders: Folder[] }[];
    };
    const fromTheTop = held.toReversed().flatMap(({ folders }) => folders.map(({ name }) => name));
    expect(drawn?.match(/(?<=[│·] *)[a-z]+(-[a-z]+)*(?= *[│·])/g)).toEqual(fromTheTop);
  });
});
