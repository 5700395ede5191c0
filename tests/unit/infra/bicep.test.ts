import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Language, Parser, type Node } from 'web-tree-sitter';
import { configProblems } from '../../../bot/config';
import { teamsClients } from '../../../bot/config-variables';

const infra = resolve(__dirname, '../../../infra');
const templates = readdirSync(infra).filter((name) => name.endsWith('.bicep'));
const textOf = (name: string) => readFileSync(join(infra, name), 'utf8');

let parser: Parser;

beforeAll(async () => {
  await Parser.init();
  parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'))));
});

function brokenLines(bicep: string): number[] {
  const lines: number[] = [];
  const visit = (node: Node): void => {
    if (node.isError || node.isMissing) lines.push(node.startPosition.row + 1);
    if (node.hasError) node.children.forEach((child) => child && visit(child));
  };
  const tree = parser.parse(bicep);
  if (!tree) throw new Error('nothing was parsed');
  visit(tree.rootNode);
  return lines;
}

const declared = (bicep: string, keyword: string) =>
  [...bicep.matchAll(new RegExp(`^${keyword} (\\w+)`, 'gm'))].map(([, name]) => name!);

describe('the Bicep templates', () => {
  it.each(templates)('%s parses', (name) => {
    expect(brokenLines(textOf(name))).toEqual([]);
  });

  it('are parsed by something that sees a mistake', () => {
    expect(brokenLines("param name string = = 'x'\n")).toEqual([1]);
  });

  it('give each module exactly the parameters it declares', () => {
    const modules = [...textOf('main.bicep').matchAll(/^module \w+ '([^']+)'[^{]*\{([\s\S]*?)^\}/gm)];
    expect(modules.length).toBe(templates.length - 1);
    for (const [, file, body] of modules) {
      const given = [...body!.matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name);
      expect([file, [...given].sort()]).toEqual([file, declared(textOf(file!), 'param').sort()]);
    }
  });

  it('use every parameter that they declare', () => {
    for (const name of templates) {
      const text = textOf(name).replace(/^param .*$/gm, '');
      const unused = declared(textOf(name), 'param').filter(
        (parameter) => !new RegExp(`\\b${parameter}\\b`).test(text),
      );
      expect([name, unused]).toEqual([name, []]);
    }
  });

  it('take only parameters that main.bicep knows, and all that have no default', () => {
    const { parameters } = JSON.parse(textOf('parameters.json')) as { parameters: Record<string, unknown> };
    const main = textOf('main.bicep');
    const given = Object.keys(parameters);
    expect(given.filter((name) => !declared(main, 'param').includes(name))).toEqual([]);
    const required = [...main.matchAll(/^param (\w+) \w+$/gm)].map(([, name]) => name!);
    expect(required.filter((name) => !given.includes(name))).toEqual([]);
  });

  it('let the same clients sign people in to the tab as the server believes', () => {
    const { api } = JSON.parse(textOf('tab-app-registration.json')) as {
      api: { preAuthorizedApplications: { appId: string }[] };
    };
    expect(api.preAuthorizedApplications.map(({ appId }) => appId)).toEqual(teamsClients);
  });

  it('configure a server that starts in production', () => {
    const samples: Record<string, string> = {
      tenantId: '7d3a1c9e-2f4b-4c8d-9e1a-5b6c7d8e9f01',
      identityClientId: '6f4c2f60-7b1e-4d5e-9c37-0d2f8a1b3c4d',
      tabAppId: '1c2b3a49-5867-4d3c-8b2a-190817263544',
      tableUrl: 'https://account.table.core.windows.net/',
      queueUrl: 'https://account.queue.core.windows.net/',
      calendarKey: 'k'.repeat(40),
      metricsToken: '',
    };
    // App Service puts the secret in the place of the reference.
    const given = (text: string) =>
      text.replace('${domain}', 'm.contoso.com').replace(/^@Microsoft\.KeyVault\(.+\)$/, 's'.repeat(40));
    const settings = [...textOf('web-app.bicep').matchAll(/\{ name: '([A-Z_]+)', value: (?:'([^']*)'|(\w+)) \}/g)].map(
      ([, name, text, parameter]) => [name, parameter ? samples[parameter] : given(text!)],
    );
    expect(configProblems(Object.fromEntries(settings))).toEqual([]);
  });

  it('watch for what a server says when it has stopped itself or nothing is sent, by the words it says it with', () => {
    const watched = [...textOf('alerts.bicep').matchAll(/event: '([a-z-]+)'/g)].map(([, event]) => event!);
    expect(watched).toEqual(expect.arrayContaining(['lane-stalled', 'clock-wrong', 'tokens-refused']));
    const bot = resolve(infra, '../bot');
    const sources = readdirSync(bot, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const said = sources.map((file) => readFileSync(join(bot, file), 'utf8')).join('\n');
    expect(watched.filter((event) => !said.includes(`event: '${event}'`))).toEqual([]);
  });

  it('never allow keys of storage, passwords of publishing, or plain http', () => {
    expect(textOf('storage.bicep')).toContain('allowSharedKeyAccess: false');
    expect(textOf('storage.bicep')).toContain('supportsHttpsTrafficOnly: true');
    expect(textOf('web-app.bicep')).toContain('httpsOnly: true');
    expect(textOf('web-app.bicep').match(/allow: false/g)).toHaveLength(2);
  });
});
