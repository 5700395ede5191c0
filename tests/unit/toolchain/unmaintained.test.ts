import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const project = resolve(__dirname, '../../..');

interface Locked {
  readonly name?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly deprecated?: string;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
  readonly packages: Record<string, Locked>;
};
const nameOf = (path: string): string => path.replace(/^(?:.*\/)?node_modules\//u, '') || 'passerelle';
/** What `npm run stage` installs, and the project itself. */
const deployed = Object.entries(lock.packages).filter(([, { dev, link }]) => dev !== true && link !== true);

/** Families whose makers have said that they no longer keep them. */
const givenUp = /^(?:botbuilder|botframework-|@microsoft\/(?:teams-ai|recognizers-text))/u;
const saysSo =
  /\bDEPRECATED\b|\blegacy project|maintenance mode|\bno longer (?:being |actively )?(?:maintained|supported|developed)|\b(?:package|project|module|library|repository) (?:is|has been) (?:now )?(?:deprecated|archived|unmaintained|discontinued)/u;

/** What the head of its README, or its description, says. */
function ownWords(path: string): string {
  const folder = join(project, path);
  // What is for another platform is not installed.
  if (!existsSync(folder)) return '';
  const { description = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    description?: string;
  };
  const readme = readdirSync(folder).find((file) => /^readme/iu.test(file));
  return `${description}\n${readme === undefined ? '' : readFileSync(join(folder, readme), 'utf8').slice(0, 2_500)}`;
}

const isUnmaintained = ([path, { deprecated }]: readonly [string, Locked]): boolean =>
  path !== '' && (deprecated !== undefined || givenUp.test(nameOf(path)) || saysSo.test(ownWords(path)));

/** Rows of the table: package, what it comes with, who says so, why it is there, what would take it out. */
const rows = readFileSync(join(project, 'docs/decisions/unmaintained.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim().replace(/^`([^`]*)`$/u, '$1'))
      .slice(1, -1),
  )
  .map(([name, source, ...reasons]) => ({ name: name ?? '', source: source ?? '', reasons }));

describe('Packages that nobody keeps any more', () => {
  it('are deployed only where docs/decisions/unmaintained.md says why each is still there', () => {
    const explained = new Set(rows.map(({ name }) => name));
    const found = new Set(deployed.filter(isUnmaintained).map(([path]) => nameOf(path)));
    expect(found.size).toBeGreaterThan(0);
    expect([...found].filter((name) => !explained.has(name))).toEqual([]);
  });

  it('have one line each, with who says so, why it is there and what would take it out', () => {
    expect(rows.filter(({ reasons }) => reasons.length !== 3 || reasons.includes(''))).toEqual([]);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  it('lose their line when they are gone, or come with another package than it says', () => {
    const wrong = rows.filter(
      ({ name, source }) =>
        !deployed.some(
          ([path, { dependencies, optionalDependencies }]) =>
            nameOf(path) === source && name in { ...dependencies, ...optionalDependencies },
        ),
    );
    expect(wrong).toEqual([]);
  });
});
