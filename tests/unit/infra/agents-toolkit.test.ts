import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const project = resolve(__dirname, '../../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };

interface Step {
  readonly uses: string;
  readonly with: Record<string, unknown>;
  readonly writeToEnvironmentFile?: Record<string, string>;
}

const projects = [
  { file: 'teamsapp.yml', environment: 'env/.env.prod' },
  { file: 'teamsapp.local.yml', environment: 'env/.env.local' },
];

const stepsOf = (file: string) => {
  const { provision = [], deploy = [], publish = [] } = parse(read(file)) as Record<string, Step[] | undefined>;
  return [...provision, ...deploy, ...publish];
};

const placeholders = (text: string) => [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name!);

describe.each(projects)('$file of the Agents Toolkit', ({ file, environment }) => {
  it('names only files that are here', () => {
    const paths = stepsOf(file).flatMap(({ with: inputs }) => [
      inputs['manifestPath'],
      ...((inputs['templates'] as { path: string; parameters: string }[] | undefined) ?? []).flatMap((template) => [
        template.path,
        template.parameters,
      ]),
    ]);
    const missing = paths.filter((path) => typeof path === 'string' && !existsSync(join(project, path)));
    expect(missing).toEqual([]);
  });

  it('has a place in its environment for every value it asks for or writes', () => {
    const known = [...read(environment).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name!);
    const files = ['manifest/manifest.json', 'infra/tab-app-registration.json'];
    if (file === 'teamsapp.yml') files.push('infra/parameters.json');
    const wanted = [
      ...placeholders(read(file)),
      ...files.flatMap((path) => placeholders(read(path))),
      ...stepsOf(file).flatMap(({ writeToEnvironmentFile = {} }) => Object.values(writeToEnvironmentFile)),
    ];
    const unknown = wanted.filter((name) => !name.startsWith('SECRET_') && !known.includes(name));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('packs the version of package.json', () => {
    expect(read(environment)).toContain(`\nAPP_VERSION=${version}\n`);
  });
});
