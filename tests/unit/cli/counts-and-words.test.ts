import type { Finding } from '../../../src/people-file/api-contract';
import { json, run } from './command-runner';

const header = 'id,name,role,site\n';

describe('counts and words of the commands', () => {
  it('counts defaults of accepted people only', async () => {
    const file = { 'f.csv': 'id,name,role\nA1,Noor Abara,mentor\na1,Tomas Ruiz,mentee\n' };
    const { accepted, warnings } = json(await run(['people', 'check', 'f.csv', '--json'], file));
    expect(accepted).toBe(1);
    for (const { count, examples } of warnings as readonly Finding[])
      expect([count, examples.map(({ row }) => row)]).toEqual(count === 0 ? [0, []] : [1, [2]]);
  });

  it('tells a rejection of many rows in one line, with its count and five examples', async () => {
    const rows = Array.from({ length: 218 }, (_, n) => `E${String(n)},P ${String(n)},chef${String(n % 7)},Lyon\n`);
    const { out } = await run(['people', 'check', 'f.csv'], {
      'f.csv': `${header}A,Ada,mentor,Lyon\n${rows.join('')}`,
    });
    const told = out.split('\n').filter((line) => /known role/u.test(line));
    expect(told).toEqual([
      expect.stringContaining(
        '218 rows, such as 3 (chef0), 4 (chef1), 5 (chef2), 6 (chef3), 7 (chef4), role: These are not known roles',
      ),
    ]);
  });

  it('prints the same finding as JSON, once, with who all its rows are about', async () => {
    const rows = Array.from({ length: 218 }, (_, n) => `E${String(n)},P ${String(n)},chef,Lyon\n`);
    const files = { 'f.csv': `${header}A,Ada,mentor,Lyon\n${rows.join('')}` };
    const { rejected } = json(await run(['people', 'check', 'f.csv', '--json'], files));
    expect(rejected).toEqual([
      {
        kind: 'refused',
        row: 3,
        column: 'role',
        reason: 'role-unknown',
        message: { fr: expect.stringContaining('«\u00a0chef\u00a0»'), en: expect.stringContaining('“chef” is not') },
        count: 218,
        examples: Array.from({ length: 218 }, (_, n) => ({
          row: 3 + n,
          id: `E${String(n)}`,
          name: `P ${String(n)}`,
          value: 'chef',
        })),
      },
    ]);
  });

  it('tells first what protects people, and which column would do', async () => {
    const people = ['1,Ada,mentor,Bo Ek', '2,Bo Ek,mentee,', '3,Cy,chef,Bo Ek', ''].join('\n');
    const file = { 'f.csv': `id,name,role,Suit\n${people}` };
    const { out } = await run(['people', 'check', 'f.csv'], file);
    const lines = out.split('\n');
    expect(lines[1]).toBe('What protects people, to see to first:');
    expect(lines[2]).toContain('No row names a manager');
    expect(lines[2]).toContain('The column “Suit” would do (2 of 3 rows match)');
    expect(lines.indexOf('Rejected:')).toBeGreaterThan(2);
    const mapped = await run(['people', 'check', 'f.csv', '--map', 'm.json'], {
      ...file,
      'm.json': /`(\{.*\})`/u.exec(lines[2] ?? '')?.[1] ?? '',
    });
    expect(mapped.out).not.toMatch(/names a manager|names people/u);
  });

  it('names the map and the schema of people where a column is missing', async () => {
    const { err, out } = await run(['people', 'check', 'f.csv'], { 'f.csv': 'id,name\n1,Ada\n' });
    expect(`${out}${err}`).toMatch(/`passerelle schema people` lists the columns; a map \(`--map`/u);
  });

  it('takes a constant of a map for everybody', async () => {
    const files = {
      'f.csv': 'id,name\n1,Ada\n2,Bo\n',
      'm.json': JSON.stringify({ role: { constant: 'mentor' }, languages: { constant: 'fr' } }),
    };
    const { accepted, warnings } = json(await run(['people', 'check', 'f.csv', '--map', 'm.json', '--json'], files));
    expect(accepted).toBe(2);
    expect(JSON.stringify(warnings)).not.toContain('languages-not-stated');
  });

  it('joins a second file, in check and in pair', async () => {
    const files = {
      'a.csv': 'Matricule,Nom complet\n001,Ada\n002,Bo\n003,Cy\n',
      'b.csv': 'Employee ID,role\n1,mentor\n2,mentee\n9,mentor\n',
    };
    const checked = json(await run(['people', 'check', 'a.csv', 'b.csv', '--json'], files));
    expect(checked).toMatchObject({ accepted: 2, rejected: [{ row: 4, reason: 'missing' }] });
    expect(JSON.stringify(checked.warnings)).toMatch(/join-unknown.*join-without/u);
    const paired = await run(['pair', '--people', 'a.csv', '--people', 'b.csv'], files);
    expect(paired.out).toContain('Ada (001) → Bo (002)');
  });

  it('says in pair every default that check says', async () => {
    const file = { 'f.csv': `${header}1,Ada,mentor,\n2,Bo,mentee,\n` };
    const { err } = await run(['pair', '--people', 'f.csv'], file);
    const { out } = await run(['people', 'check', 'f.csv'], file);
    const told = out.split('\n').filter((line) => line.startsWith('  '));
    expect(told.join('\n')).toMatch(/No row names a manager[^]*2 people name no language/u);
    for (const line of told) expect(err).toContain(line);
  });

  it('says first that there are more mentors than places, to each left over and in the end', async () => {
    const people = `${header}1,Noor,mentor,\n2,Ida,mentor,\n3,Tomas,mentee,\n`;
    const { out } = await run(['pair', '--people', 'f.csv'], { 'f.csv': people });
    expect(out.match(/There are more mentors than places: 2 for 1\./gu)).toHaveLength(2);
    const french = await run(['pair', '--people', 'f.csv', '--lang', 'fr', '--json'], { 'f.csv': people });
    expect(json(french).unpaired[0].reasons[0]).toMatchObject({
      code: 'surplus',
      reason: { fr: 'Il y a plus de mentors que de places\u00a0: 2 pour 1.' },
    });
  });

  it('lists in JSON every row of what protects people, in check and in pair, and five of a default', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => `E${String(n)},P ${String(n)},mentor,X${String(n)}\n`).join('');
    const files = { 'f.csv': `id,name,role,Manager ID\n${rows}M,Ida,mentee,\n` };
    const checked = json(await run(['people', 'check', 'f.csv', '--json'], files)).warnings as readonly Finding[];
    const paired = json(await run(['pair', '--people', 'f.csv', '--json'], files)).doubts as readonly Finding[];
    for (const told of [checked, paired]) {
      const shown = (reason: string) => told.find((one) => one.reason === reason)?.examples.length;
      expect([shown('manager-unknown'), shown('default-capacity')]).toEqual([12, 5]);
    }
    const { out } = await run(['people', 'check', 'f.csv'], files);
    expect(out).toContain('12 rows, such as 2 (X0), 3 (X1), 4 (X2), 5 (X3), 6 (X4), Manager ID:');
  });

  it('tells in pair what protects people and what is refused before any default, and the columns that are not used in one line', async () => {
    const file = { 'f.csv': 'id,name,role,Zorg,Blip\n1,Ada,mentor,a,b\n2,Bo,mentee,c,d\n3,Cy,chef,e,f\n' };
    const { err } = await run(['pair', '--people', 'f.csv', '--lang', 'fr'], file);
    expect(err).toMatch(
      /Ce qui protège[^]*responsable[^]*Refusées[^]*chef[^]*À savoir[^]*Colonnes non utilisées\u00a0: Zorg, Blip\n/u,
    );
    expect(err).toContain('lignes 2, 3, fuseau horaire: ');
    expect(err).not.toMatch(/timeZone|managerId|capacity/u);
    const { rejected, doubts } = json(await run(['pair', '--people', 'f.csv', '--json'], file));
    expect(rejected).toMatchObject([{ reason: 'role-unknown', count: 1 }]);
    expect(JSON.stringify(doubts)).toContain('column-not-read');
  });

  it('leaves out whoever is on leave, and says so in pair, in text and JSON', async () => {
    const file = {
      'f.csv':
        'id,name,role,Employment Status,Department\nA,Ann,mentor,Parental leave,IT\nB,Bob,mentee,Active,HR\nC,Cat,mentor,Active,HR\n',
    };
    const paired = json(await run(['pair', '--people', 'f.csv', '--json'], file));
    expect(paired.pairs).toMatchObject([{ mentor: 'C', mentee: 'B' }]);
    expect(JSON.stringify(paired.doubts)).toContain('leave-left-out');
    expect((await run(['pair', '--people', 'f.csv'], file)).err).toContain(
      'row 2, Employment Status: One row is left out: by “Employment Status”, the person is on leave.',
    );
  });

  it('pairs en-US beside sv-SE of accounts, and prints the map that makes them working languages', async () => {
    const file = { 'f.csv': 'id,name,role,preferredLanguage\n1,Ada,mentor,en-US\n2,Bo,mentee,sv-SE\n' };
    const { out } = await run(['people', 'check', 'f.csv'], file);
    const map = /`(\{"languages".*\})`/u.exec(out)?.[1] ?? '';
    expect((await run(['pair', '--people', 'f.csv'], file)).out).toContain('Ada (1) → Bo (2)');
    const mapped = await run(['pair', '--people', 'f.csv', '--map', 'm.json'], { ...file, 'm.json': map });
    expect(mapped.out).toContain('All possible partners share no working language with this person.');
  });
});
