import Ajv from 'ajv/dist/2020';
import { run, json } from './command-runner';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

function undescribed(schema: Schema, path = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    ...(field.description === undefined ? [`${path}${name}`] : []),
    ...undescribed(field, `${path}${name}.`),
  ]);
}

describe('passerelle schema', () => {
  it.each(['people', 'map', 'policy'])('describes every field of %s', async (name) => {
    const result = await run(['schema', name]);
    expect(result.code).toBe(0);
    expect(json(result)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      description: expect.any(String),
    });
    expect(undescribed(json(result))).toEqual([]);
  });

  it('knows the programme file', async () => {
    expect(Object.keys(json(await run(['schema', 'programme'])).properties)).toContain('objectives');
  });

  it.each(['weather', 'constructor', '__proto__'])('answers an unknown schema, %s, as wrong usage', async (name) => {
    expect(await run(['schema', name])).toMatchObject({ code: 2, out: '' });
  });
});

describe('the command line', () => {
  it('explains itself with exit code 0 and refuses what it does not know with 2', async () => {
    const help = await run(['--help']);
    expect(help.code).toBe(0);
    expect(help.out).toContain('solve');
    expect((await run(['pair', '--help'])).out).toContain('--policy');
    expect(await run(['dance'])).toMatchObject({ code: 2, out: '' });
    expect(await run([])).toMatchObject({ code: 2, out: '' });
    expect(await run(['pair'])).toMatchObject({ code: 2, out: '' });
  });
});

describe('a schema that the command prints, in somebody else’s validator', () => {
  const row = { id: 'E1', name: 'Ada', role: 'mentor' };
  const accepts = async (name: string, document: unknown): Promise<boolean> =>
    new Ajv({ strict: false }).compile(json(await run(['schema', name])))(document);

  it.each<[string, unknown, boolean]>([
    ['people', row, true],
    ['people', { ...row, level: '3', capacity: '0', pedagogy: '4', languages: 'fr;en', goals: 'ChatGPT:3' }, true],
    ['people', { ...row, level: '3.0', capacity: 'N/A' }, true],
    ['people', { ...row, level: '11' }, false],
    ['people', { ...row, level: 'L5' }, false],
    ['people', { ...row, capacity: '-1' }, false],
    ['people', { ...row, capacity: '99' }, false],
    ['people', { ...row, openness: '5' }, true],
    ['people', { ...row, name: '' }, false],
    ['people', { id: 'E1', name: 'Ada' }, false],
    ['people', { ...row, nationality: 'x' }, false],
    ['map', { name: 'Nom complet', role: { column: 'Job Level', values: { 1: 'mentor', 5: 'mentee' } } }, true],
    ['map', { name: { columns: ['Prénom', 'Nom'] } }, true],
    ['map', {}, true],
    ['map', [], false],
    ['map', { nom: 'Nom' }, false],
    ['map', { name: '' }, false],
    ['map', { name: 3 }, false],
    ['map', { role: { values: { 1: 'mentor' } } }, false],
    ['policy', { weights: { topics: 10 }, minScore: 5 }, true],
    ['policy', { weights: { topics: -1 } }, false],
    ['policy', { weights: { age: 10 } }, false],
    ['policy', { minCommonHours: 0 }, false],
    ['policy', { aims: [{ kind: 'at-most', side: 'mentor', department: ' ', pairs: 1 }] }, false],
  ])('%s takes or refuses %j as the command does: %s', async (name, document, taken) => {
    expect(await accepts(name, document)).toBe(taken);
    const keeps = (field: string): boolean => field in (document as object);
    const cells = Object.entries({ id: '', ...(document as Record<string, string>) });
    const files = {
      'people.csv': `id,name,role\n1,Ada,mentor\n`,
      'row.csv': `${cells.map(([key]) => key).join(',')}\n${cells.map(([, value]) => value).join(',')}\n`,
      'file.json': JSON.stringify(document),
    };
    if (name === 'people') {
      const result = json(await run(['people', 'check', 'row.csv', '--json'], files));
      // A column that is no field of a person is left unread, and what cannot be read keeps the person and is told: neither is refused.
      if (keeps('level') || keeps('capacity')) {
        const told = result.warnings.some(
          ({ column }: { column: string }) => column === 'level' || column === 'capacity',
        );
        expect([result.accepted, taken || told]).toEqual([1, true]);
      } else if (!keeps('nationality')) expect(result.accepted).toBe(taken ? 1 : 0);
    } else if (name === 'policy') {
      const { code } = await run(['pair', '--people', 'people.csv', '--policy', 'file.json', '--json'], files);
      expect(code).toBe(taken ? 0 : 2);
    } else {
      // What a map names and the file lacks is refused with reasons, which is not wrong usage.
      const { code } = await run(['people', 'check', 'people.csv', '--map', 'file.json', '--json'], files);
      expect(code === 2).toBe(!taken);
    }
  });
});
