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
