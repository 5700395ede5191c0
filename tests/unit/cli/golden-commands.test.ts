import { expectGolden, expectNoOrphans } from '../../helpers/compare-golden';
import { run } from './command-runner';
import { goldenFiles } from './golden-files';

type CommandLine = readonly string[];
const inBoth = (...line: CommandLine): readonly CommandLine[] => [line, [...line, '--lang', 'fr']];

/** Command lines by golden. Whatever speaks both languages is asked in both. */
const goldens: Readonly<Record<string, readonly CommandLine[]>> = {
  help: [
    [],
    ['--help'],
    ['help', 'pair'],
    ['people'],
    ['people', '--help'],
    ['people', 'check', '--help'],
    ['people', 'import', '--help'],
    ['programme', '--help'],
    ['programme', 'load', '--help'],
    ['pair', '--help'],
    ['solve', '--help'],
    ['measure', '--help'],
    ['rehearse', '--help'],
    ['schema', '--help'],
    ['doctor', '--help'],
    ['dance'],
    ['people', 'dance'],
    ['--version'],
  ],
  schema: [
    ...['people', 'map', 'policy', 'programme', 'answers', 'rehearsal'].map((name) => ['schema', name]),
    ['schema', 'map', '--json'],
    ['schema'],
    ['schema', 'weather'],
    ['schema', '__proto__'],
    ['schema', 'people', 'map'],
  ],
  'people-check': [
    ...[
      'few.csv',
      'doubts.csv',
      'payroll.csv',
      'one.csv',
      'header.csv',
      'roleless.csv',
      'picture.csv',
      'empty.csv',
    ].flatMap((file) => inBoth('people', 'check', file)),
    ['people', 'check', 'few.csv', '--json'],
    ['people', 'check', 'doubts.csv', '--json'],
    ['people', 'check', 'roleless.csv', '--json'],
    ...inBoth('people', 'check', 'renamed.csv', '--map', 'map.json'),
    ...inBoth('people', 'check', 'few.csv', '--map', 'map.json'),
    ...inBoth('people', 'check', 'few.csv', '--map', 'wrong-map.json'),
    ...inBoth('people', 'check', 'few.csv', '--map', 'broken.json'),
    ...inBoth('people', 'check', 'nowhere.csv'),
    ...inBoth('people', 'check', '.'),
    ['people', 'check'],
    ['people', 'check', 'few.csv', '--lang', 'de'],
  ],
  pair: [
    ...inBoth('pair', '--people', 'few.csv'),
    ['pair', '--people', 'few.csv', '--json'],
    ...inBoth('pair', '--people', 'rules.csv'),
    ['pair', '--people', 'rules.csv', '--json', '--seed', '7'],
    ...inBoth('pair', '--people', 'few.csv', '--policy', 'policy.json'),
    ...inBoth('pair', '--people', 'square.csv', '--policy', 'fighting.json'),
    ['pair', '--people', 'square.csv', '--policy', 'fighting.json', '--json'],
    ...inBoth('pair', '--people', 'square.csv', '--policy', 'alone.json'),
    ...inBoth('pair', '--people', 'square.csv', '--policy', 'nobody-there.json'),
    ['pair', '--people', 'square.csv', '--policy', 'nobody-there.json', '--json'],
    ...inBoth('pair', '--people', 'roleless.csv'),
    ['pair', '--people', 'roleless.csv', '--json'],
    ...inBoth('pair', '--people', 'few.csv', '--policy', 'wrong-policy.json'),
    ...inBoth('pair', '--people', 'nowhere.csv'),
    ['pair'],
    ['pair', '--people', 'few.csv', '--seed', 'x'],
    ['pair', '--people', 'few.csv', '--seed', '-1'],
    ['pair', '--people', 'few.csv', '--unknown'],
    ['pair', '--people', 'few.csv', '--lang', 'de'],
  ],
  sample: [
    ...inBoth('people', 'check', 'armorel-people.csv'),
    ...inBoth('people', 'check', 'armorel-people.csv', '--map', 'armorel-map.json'),
    ...inBoth('pair', '--people', 'armorel-people.csv', '--map', 'armorel-map.json', '--seed', '7'),
  ],
  solve: [
    ['solve', '--matrix', 'matrix.json'],
    ['solve', '--matrix', 'matrix.json', '--json'],
    ['solve', '--matrix', 'capacity.json', '--json'],
    ['solve', '--matrix', 'unread.json', '--json'],
    ...['uneven', 'text', 'part', 'places', 'none', 'nothing'].map((name) => ['solve', '--matrix', `${name}.json`]),
    ['solve', '--matrix', 'nowhere.json'],
    ['solve', '--matrix', 'broken.json'],
    ['solve'],
  ],
  measure: [
    ...inBoth('measure', '--answers', 'answers.csv'),
    ['measure', '--answers', 'answers.csv', '--json'],
    ...inBoth('measure', '--answers', 'wrong-answers.csv'),
    ['measure', '--answers', 'wrong-answers.csv', '--json'],
    ...inBoth('measure', '--answers', 'few.csv'),
    ['measure', '--answers', 'nowhere.csv'],
    ['measure'],
  ],
  doctor: [['doctor'], ['doctor', '--json'], ['doctor', 'now']],
  operator: [
    ['programme', 'load', 'programme.json'],
    ['programme', 'load', 'wrong-programme.json'],
    ['programme', 'load', 'nowhere.json'],
    ['programme', 'load'],
    ['programme'],
    ['people', 'import', 'few.csv'],
    ['people', 'import', 'few.csv', '--programme', 'passages'],
    ['people', 'import', 'few.csv', '--programme', 'passages', '--leaving', 'some'],
    ['people', 'import', 'roleless.csv', '--programme', 'passages'],
    ['rehearse'],
    ['rehearse', '--people', 'roleless.csv'],
    ['rehearse', '--people', 'few.csv', '--months', '2'],
    ['rehearse', '--people', 'few.csv', '--start', '2027-02-30'],
    ['rehearse', '--people', 'few.csv', '--programme', 'wrong-programme.json'],
  ],
};

/** Every line under a mark that tells stdout from stderr; one that does not end is said to. */
function marked(mark: string, text: string): string {
  if (text === '') return '';
  const lines = text.replace(/\n$/u, '').split('\n');
  const end = text.endsWith('\n') ? '' : `${mark} (no end of line)\n`;
  return lines.map((line) => `${mark}${line === '' ? '' : ` ${line}`}\n`).join('') + end;
}

/** What a command line prints and ends with; how long it took and the version of Node are 0. */
async function transcript(line: CommandLine): Promise<string> {
  const { code, out, err } = await run(line, goldenFiles);
  const told = out.replace(/("milliseconds": ?)[\d.]+/gu, '$10').replaceAll(process.versions.node, '0');
  return `$ ${['passerelle', ...line].join(' ')}\n${marked('out:', told)}${marked('err:', err)}exit ${String(code)}\n`;
}

const terminals = [process.stdout, process.stderr];
const wereTerminals = terminals.map(({ isTTY }) => isTTY);

// A terminal's width decides where help breaks, and its settings are what doctor looks at.
beforeAll(() => {
  for (const stream of terminals) stream.isTTY = false;
  jest.replaceProperty(process, 'env', { PASSERELLE_MODE: 'production' });
});
afterAll(() => {
  terminals.forEach((stream, index) => (stream.isTTY = wereTerminals[index]!));
  jest.restoreAllMocks();
});

describe('the golden of a command', () => {
  it.each(Object.entries(goldens))(
    '%s is what is printed',
    async (name, lines) => {
      const told: string[] = [];
      for (const line of lines) told.push(await transcript(line));
      expectGolden(`tests/unit/cli/golden/${name}.txt`, told.join('\n'));
    },
    // The sample is read and paired several times, which takes long where other suites share the processor.
    30_000,
  );

  it('has a command', () => {
    expectNoOrphans(
      'tests/unit/cli/golden',
      Object.keys(goldens).map((name) => `${name}.txt`),
    );
  });
});
