import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

// Each case starts a program of its own, on a machine that may be busy.
jest.setTimeout(60_000);

const project = resolve(__dirname, '../../..');
const trees: string[] = [];

function check(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'structure-'));
  trees.push(root);
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const done = spawnSync(process.execPath, [join(project, 'scripts/check-structure.mjs'), '--root', root], {
    encoding: 'utf8',
  });
  return { status: done.status, findings: done.stdout, errors: done.stderr };
}

const constant = 'export const one = 1;\n';

describe('the structure check', () => {
  afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })));

  it('accepts a tree that keeps the law', () => {
    const { status, findings } = check({
      'src/pairing/model.ts': constant,
      'src/pairing/accept-proposal.ts': "import { one } from './model';\nexport const two = one + 1;\n",
      'src/pairing/text/fr.json': '{}',
      'bot/storage/tables.ts':
        "import { TableClient } from '@azure/data-tables';\nexport const client = TableClient;\n",
      'bot/compose.ts': "import { client } from './storage/tables';\nexport const wired = client;\n",
      'tab/pair-row.tsx': "import { one } from '../src/pairing/model';\nexport const row = one;\n",
    });
    expect(findings).toBe('Structure: as it should be.\n');
    expect(status).toBe(0);
  });

  it('reports every breach in one run, each with its remedy', () => {
    const { status, findings } = check({
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
    });
    expect(status).toBe(1);
    const expected = [
      'src/pairing/model.ts → bot/api/thing.ts: src knows neither bot nor tab',
      'src/pairing/happy-thoughts.ts: in a feature a file is model, rules',
      'src/pairing/read-file.ts → fs: src is pure',
      'src uses small pure libraries only',
      'src/pairing/make-a.ts → src/pairing/make-b.ts → src/pairing/make-a.ts: an import cycle',
      'bot/api/thing.ts → bot/storage/rows.ts: bot/api receives what it needs from bot/compose.ts',
      'storage SDKs belong in bot/storage',
      'the Bot Framework belongs in bot/teams',
      'bot/jobs/thread.ts → worker_threads: worker threads belong in bot/workers',
      'bot/server.ts → bot/local/play.ts: only bot/compose.ts and bot/cli import local mode',
      'bot/teams/all.ts: it only exports again what others declare',
      'bot/teams/card-utils.ts: “card-utils” says nothing',
      'tab/PairRow.tsx: file names are kebab-case',
      'tab/PairRow.tsx → bot/api/thing.ts: the tab never imports the server',
    ];
    expect(expected.filter((line) => !findings.includes(line))).toEqual([]);
  });
});
