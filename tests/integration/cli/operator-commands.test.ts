import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localEnvironment } from '../../../bot/local/local-environment';
import { useAzurite } from '../../helpers/azurite';
import { aPlan } from '../../helpers/factories/programme';
import { startStage, type LocalStage } from '../../helpers/local-stage';

const azurite = useAzurite();
const folder = mkdtempSync(join(tmpdir(), 'passerelle-cli-'));
let stage: LocalStage;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  stage = await startStage(azurite.connectionString());
  const server = await stage.startServer();
  environment = localEnvironment({
    port: server.port,
    teams: stage.teams,
    storageConnection: azurite.connectionString(),
    clockFile: stage.clockFile,
    more: { STORAGE_PREFIX: stage.prefix },
  });
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

const plan = aPlan({ id: 'commands' });
const people =
  'id,name,email,role\np1,Person p1,p1@example.com,mentor\np3,Person p3,p3@example.com,mentee\nx,Xi,,chef\n';

describe('the operator’s commands, on the storage of a running server', () => {
  it('load a programme once: created, then unchanged, then replaced, with what enrolment still needs', async () => {
    const file = written('plan.json', plan);
    const created = await passerelle(['programme', 'load', file, '--json']);
    expect(created.json).toMatchObject({ programme: 'commands', created: true, state: 'setup' });
    expect(created.json.missing.length).toBeGreaterThan(0);
    const again = await passerelle(['programme', 'load', file, '--json']);
    expect(again.json).toMatchObject({ created: false, revision: created.json.revision });
    const renamed = written('renamed.json', { ...plan, name: { fr: 'Autre', en: 'Other' } });
    expect((await passerelle(['programme', 'load', renamed])).out).toContain('commands: replaced');
    expect((await stage.api('GET', '/programmes/commands')).body.name).toEqual({ fr: 'Autre', en: 'Other' });
  });

  it('refuse a file that is no programme, field by field, and write nothing', async () => {
    const refused = await passerelle(['programme', 'load', written('bad.json', { ...plan, id: 'bad one' })]);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('id');
    expect((await passerelle(['programme', 'load', join(folder, 'none.json')])).code).toBe(2);
    expect((await stage.api('GET', '/programmes/bad')).status).toBe(404);
  });

  it('import people only with --confirm, and the same file twice changes nothing', async () => {
    const words = ['people', 'import', written('people.csv', people), '--programme', 'commands', '--json'];
    const preview = await passerelle(words);
    expect(preview.json).toMatchObject({ accepted: 2, rejected: 1, added: 2, missing: 0, confirmed: false });
    await stage.local('settle', {});
    expect((await stage.api('GET', '/programmes/commands/people')).body.people).toEqual([]);

    expect((await passerelle([...words, '--confirm'])).json).toMatchObject({
      confirmed: true,
      jobId: expect.any(String),
    });
    await stage.local('settle', {});
    const { body } = await stage.api('GET', '/programmes/commands/people');
    expect(body.people.map(({ name }: { name: string }) => name)).toEqual(['Person p1', 'Person p3']);
    expect((await passerelle(words)).json).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
  });

  it('take out whom a file that lists everybody does not name, once their number is given where they are many', async () => {
    const one = written('one.csv', 'id,name,email,role\np1,Person p1,p1@example.com,mentor\n');
    const words = ['people', 'import', one, '--programme', 'commands', '--complete'];
    expect((await passerelle([...words, '--json'])).json).toMatchObject({
      missing: 1,
      leaving: ['p3'],
      confirmed: false,
    });
    const many = await passerelle([...words, '--confirm']);
    expect(many).toMatchObject({ code: 1, out: '' });
    expect(many.err).toContain('--leaving 1');
    expect(many.err).toContain('leaves: Person p3 (p3)');
    expect((await passerelle([...words, '--confirm', '--leaving', '1'])).out).toContain('leaves: Person p3 (p3)');
    await stage.local('settle', {});
    const { body } = await stage.api('GET', '/programmes/commands/people');
    expect(body.people.map(({ state }: { state: string }) => state)).toEqual(['imported', 'withdrawn']);
    const nameless = written('nameless.csv', 'id,name,email,role\np1,Person p1,,mentor\n,Nobody,,mentor\n');
    expect(await passerelle(['people', 'import', nameless, '--programme', 'commands', '--complete'])).toMatchObject({
      code: 1,
      out: '',
    });
  });

  it('say line, column and reason of a row that is not taken, and refuse a file or programme that is not there', async () => {
    const file = written('people.csv', people);
    expect((await passerelle(['people', 'import', file, '--programme', 'commands'])).out).toContain(
      'row 4, role: “chef”',
    );
    const nowhere = await passerelle(['people', 'import', file, '--programme', 'nowhere']);
    expect(nowhere).toMatchObject({ code: 1, out: '' });
    expect(nowhere.err).toContain('There is no programme nowhere');
    const nobody = await passerelle(['people', 'import', written('x.csv', 'a,b\n1,2\n'), '--programme', 'commands']);
    expect(nobody).toMatchObject({ code: 1, out: '' });
  });
});

describe('messages', () => {
  it('of one person are listed whole, to somebody who says their name and why, which the audit keeps', async () => {
    const words = ['messages', '--programme', 'commands', '--person', 'p1'];
    expect((await passerelle([...words, '--name', 'Ada'])).code).toBe(2);
    expect(await passerelle([...words, '--name', 'Ada', '--why', ' '])).toMatchObject({ code: 2, out: '' });
    const { code, json } = await passerelle([...words, '--name', 'Ada', '--why', 'request 42', '--json']);
    expect({ code, json }).toMatchObject({ code: 0, json: { recipient: { to: 'participant', id: 'p1' } } });
    const nobody = ['messages', '--programme', 'commands', '--person', 'p9', '--name', 'Ada', '--why', 'request 42'];
    expect(await passerelle(nobody)).toMatchObject({ code: 1, out: '' });
  });
});

describe('doctor', () => {
  it('finds a complete deployment in order', async () => {
    const { code, json } = await passerelle(['doctor', '--json']);
    expect(json.findings.filter((finding: { passed: boolean }) => !finding.passed)).toEqual([]);
    expect({ code, passed: json.passed }).toEqual({ code: 0, passed: true });
    expect(json.findings.map(({ requirement }: { requirement: string }) => requirement)).toEqual(
      expect.arrayContaining(['Storage: tables and queue', 'The server at its public address']),
    );
  });

  it('names what fails and how to mend it, without a secret', async () => {
    const { code, out, err } = await passerelle(['doctor'], {
      BOT_PASSWORD: 'not-the-password',
      PUBLIC_URL: 'http://127.0.0.1:1',
    });
    expect(code).toBe(1);
    expect(out).toMatch(/FAIL A token to write to Teams with.*\n +→ .*secret/u);
    expect(out).toMatch(/FAIL The server at its public address: no answer\n +→ /u);
    expect(out).toContain('ok   Storage: tables and queue');
    expect(err).toContain('2 of ');
    expect(out + err).not.toContain('not-the-password');
  });

  it('names every setting that is missing before it asks anybody', async () => {
    const { code, json } = await passerelle(['doctor', '--json'], { TENANT_ID: '', STORAGE_CONNECTION: '' });
    expect(code).toBe(1);
    const failed = json.findings.filter((finding: { passed: boolean }) => !finding.passed);
    expect(failed.map(({ requirement }: { requirement: string }) => requirement)).toEqual(
      expect.arrayContaining(['Setting TENANT_ID']),
    );
    expect(failed.every(({ remedy }: { remedy?: string }) => remedy !== undefined)).toBe(true);
  });
});

function written(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly json: any;
}

/** Runs the built command line as an operator's terminal would. */
function passerelle(words: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const main = join(__dirname, '../../../build/js/bot/cli/main.js');
  const child = spawn(process.execPath, [main, ...words], {
    env: { PATH: process.env['PATH'], TZ: process.env['TZ'], ...environment, ...more },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err, json: out.startsWith('{') ? JSON.parse(out) : undefined });
    });
  });
}
