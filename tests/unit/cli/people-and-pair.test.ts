import { join } from 'node:path';
import { json, run } from './command-runner';

// The sample is read from its file each time.
jest.setTimeout(30_000);

const sample = join(__dirname, '..', '..', '..', 'bot', 'local', 'sample');
const people = join(sample, 'armorel-people.csv');
const map = join(sample, 'armorel-map.json');
const few =
  'id,name,role,goals,expertise,nationalité\n1,Ada,mentor,,chatgpt:4,x\n2,Bo,mentee,IA générative:3,,y\n3,Cy,chef,,,\n';

describe('passerelle people check', () => {
  it('reads the sample, with its map and without, and takes everybody', async () => {
    for (const words of [[people], [people, '--map', map]]) {
      const result = await run(['people', 'check', ...words, '--json']);
      expect(result.code).toBe(0);
      expect(json(result)).toMatchObject({ rows: 76, accepted: 76, rejected: [] });
      expect(json(result).warnings.length).toBeGreaterThan(3);
    }
  });

  it('lists a bad row with its line, column and reason, and says that origins are not read', async () => {
    const result = await run(['people', 'check', 'few.csv', '--json'], { 'few.csv': few });
    expect(result.code).toBe(0);
    expect(json(result)).toMatchObject({
      rows: 3,
      accepted: 2,
      rejected: [{ row: 4, column: 'role', reason: 'role-unknown' }],
    });
    expect(json(result).warnings).toEqual(
      expect.arrayContaining([expect.objectContaining({ column: 'nationalité', reason: 'origin-not-read' })]),
    );
  });

  it('tells people in their language', async () => {
    const result = await run(['people', 'check', 'few.csv', '--lang', 'fr'], { 'few.csv': few });
    expect(result.out).toContain('ligne 4, role: «\u00a0chef\u00a0» n’est pas un rôle connu');
  });

  it('refuses a file in which nobody can be taken, with the reason', async () => {
    const result = await run(['people', 'check', 'x.csv', '--json'], {
      'x.csv': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]),
    });
    expect(result.code).toBe(1);
    expect(json(result)).toMatchObject({ rows: 0, accepted: 0, rejected: [{ row: 1, reason: 'file-not-a-table' }] });
  });

  it('answers wrong usage with exit code 2', async () => {
    expect((await run(['people', 'check', 'nowhere.csv'])).code).toBe(2);
    expect((await run(['people', 'check'])).code).toBe(2);
    expect(
      (await run(['people', 'check', 'few.csv', '--map', 'm.json'], { 'few.csv': few, 'm.json': '{"nom":"x"}' })).err,
    ).toContain('schema map');
  });
});

describe('passerelle pair', () => {
  it('pairs the sample optimally, with parts that add up and the same result each time', async () => {
    const words = ['pair', '--people', people, '--map', map, '--seed', '7', '--json'];
    const [first, second] = [await run(words), await run(words)];
    expect(first.code).toBe(0);
    expect(first.out).toBe(second.out);
    const draft = json(first);
    expect(draft).toMatchObject({
      optimal: true,
      seed: 7,
      milliseconds: 1.5,
      inputHash: expect.stringMatching(/^[0-9a-f]{64}$/u),
    });
    expect(draft.upperBound).toBe(draft.total);
    expect(draft.pairs.length).toBeGreaterThanOrEqual(35);
    for (const pair of draft.pairs) {
      expect(pair.parts.reduce((sum: number, part: { points: number }) => sum + part.points, 0)).toBe(pair.score);
      for (const part of pair.parts) expect(part.reason).toEqual({ fr: expect.any(String), en: expect.any(String) });
    }
    for (const left of draft.unpaired) expect(left.reasons.length).toBeGreaterThan(0);
  });

  it('gives the same pairs whatever the order of the rows', async () => {
    const rows = few.split('\n').slice(0, 3);
    const turned = [rows[0], rows[2], rows[1]].join('\n');
    const [one, other] = await Promise.all(
      [few, turned].map((file) => run(['pair', '--people', 'f.csv', '--json'], { 'f.csv': file })),
    );
    expect(json(one!).pairs).toHaveLength(1);
    // What is told of the file names its first rows in their order; the draft knows none.
    const { doubts: _told, rejected: _rows, inputHash: _hash, ...draft } = json(one!);
    expect(json(other!)).toMatchObject(draft);
  });

  it('follows a policy, and refuses one that has unknown fields', async () => {
    const files = { 'f.csv': few, 'p.json': '{"weights":{"topics":10},"minScore":5}', 'bad.json': '{"weigths":{}}' };
    const result = await run(['pair', '--people', 'f.csv', '--policy', 'p.json', '--json'], files);
    expect(json(result).pairs[0].parts[0]).toMatchObject({ part: 'topics', points: 10 });
    const refused = await run(['pair', '--people', 'f.csv', '--policy', 'bad.json', '--json'], files);
    expect(refused).toMatchObject({ code: 2, out: '' });
  });

  it('says on stderr that rows were left out, and refuses where all were', async () => {
    expect((await run(['pair', '--people', 'f.csv'], { 'f.csv': few })).err).toContain('One row was not taken');
    const french = await run(['pair', '--people', 'f.csv', '--lang', 'fr'], { 'f.csv': few });
    expect(french.err).toContain('Une ligne n’a pas été prise en compte');
    const nobody = await run(['pair', '--people', 'f.csv', '--json'], { 'f.csv': 'id,name\n1,Ada\n' });
    expect(nobody.code).toBe(1);
    expect(nobody.err).toContain('role');
    expect(json(nobody)).toMatchObject({
      pairs: [],
      total: 0,
      rejected: [{ row: 1, column: 'role', reason: 'column-missing' }],
    });
    expect((await run(['pair', '--people', 'f.csv'], { 'f.csv': 'id,name,role\n' })).err).toContain('no row below');
  });

  it.each([['--seed', 'x'], ['--seed', '-1'], ['--seed', '1.5'], ['--unknown']])(
    'refuses %s %s as wrong usage',
    async (...words) => {
      expect((await run(['pair', '--people', people, ...words])).code).toBe(2);
    },
  );
});
