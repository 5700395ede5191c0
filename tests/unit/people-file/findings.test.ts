import fc from 'fast-check';
import { findingSchema } from '../../../src/people-file/api-contract';
import { groupFindings } from '../../../src/people-file/group-findings';
import { issueWords, type RejectionReason, type WarningReason } from '../../../src/people-file/people-issue';
import { peopleFileText } from '../../../src/people-file/text/people-file-text';
import { mapPeople } from '../../../src/people-file/map-people';
import type { PeopleMap } from '../../../src/people-file/participant-contract';
import type { PeopleTable } from '../../../src/people-file/people-table';

/** Sentences that only the commands tell: they join files, and the tab reads one. */
const ofCommands = new Set(['join-without-key', 'join-unknown', 'join-without']);
const anyValues = {
  person: 'Bo Ek',
  country: 'FR',
  zone: 'Europe/Paris',
  columns: 3,
  cells: 2,
  first: 1,
  id: 'a',
  ids: 'a',
  most: 3,
  rows: 2,
  file: 'f',
  sheet: 's',
  headers: 2,
  sample: 'x',
  day: '2026-12-05',
};

function peopleFileReasons(): readonly (RejectionReason | WarningReason)[] {
  return Object.keys(peopleFileText.sources.en).flatMap((key) => {
    const reason = key.replace(/^file\./u, '') as RejectionReason | WarningReason;
    return key.startsWith('file.') && !ofCommands.has(reason) ? [reason] : [];
  });
}

const header = ['Matricule', 'Nom complet', 'Rôle'];

function table(headers: readonly string[], ...rows: readonly (readonly string[])[]): PeopleTable {
  return { headers, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

function findingsOf(file: PeopleTable, map?: PeopleMap) {
  const { rejected, warnings, owners } = mapPeople(file, map);
  return groupFindings({ rejected, warnings }, (row) => owners.get(row), 5);
}
const find = (findings: ReturnType<typeof findingsOf>, reason: string) => findings.find((one) => one.reason === reason);

describe('What is found in a people file', () => {
  it('is told once for managers nobody knows, whoever they are, and no single one stands in the sentence', () => {
    const people = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'].map((id) => [id, `P ${id}`, 'mentor', `boss-${id}`]);
    const unknown = find(findingsOf(table([...header, 'Manager ID'], ...people)), 'manager-unknown');
    expect(unknown).toMatchObject({
      count: 7,
      protects: true,
      message: { en: expect.stringMatching(/^These managers/u) },
    });
    expect(unknown?.examples[4]).toEqual({ row: 6, id: 'p5', name: 'P p5', value: 'boss-p5' });
  });

  it('says of each row what is its own, where the sentence of all cannot', () => {
    const twice = findingsOf(
      table(header, ['1', 'A', 'mentor'], ['2', 'B', 'mentor'], ['1', 'C', 'mentee'], ['2', 'D', 'mentee']),
    );
    const found = find(twice, 'duplicate-id');
    expect(found?.message.en).toBe('These identifiers are already in an earlier row.');
    expect(found?.examples.map(({ message }) => message?.fr)).toEqual([
      'L’identifiant 1 figure déjà à la ligne 2.',
      'L’identifiant 2 figure déjà à la ligne 3.',
    ]);
  });

  it('names the way out of whoever reads it: a map in the commands, the choice of columns in the tab', () => {
    const file = table(
      [...header, 'Zorg', 'Statut', 'Manager - Level 01'],
      ['1', 'Ada', 'mentor', 'Bo', 'Sorti', ''],
      ['2', 'Bo', 'mentee', '', 'zz', 'Ada'],
      ['3', 'Cy', 'mentor', 'Bo', '', 'Ada'],
    );
    const { rejected, warnings } = mapPeople(file);
    const words = (way: 'map' | 'page', language: 'fr' | 'en'): string =>
      groupFindings({ rejected, warnings }, () => undefined, 5, way)
        .map(({ message }) => message[language])
        .join(' ');
    expect(warnings.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['column-names-people', 'column-names-level', 'gone-left-out', 'status-unknown']),
    );
    expect([words('map', 'fr'), words('map', 'en')]).toEqual([
      expect.stringContaining('correspondance'),
      expect.stringMatching(/\bmap\b/u),
    ]);
    expect(words('page', 'fr')).toContain('«\u00a0Choisir les colonnes\u00a0»');
    expect(words('page', 'fr')).not.toContain('correspondance');
    expect(words('page', 'en')).toContain('“Choose the columns”');
    expect(words('page', 'en')).not.toMatch(/\bmaps?\b/u);
  });

  it('has no word of a map in any sentence of the tab', () => {
    const values = { value: 'x', field: 'role', chosen: 'y', count: 2, direct: 'no' };
    for (const reason of peopleFileReasons())
      expect([reason, issueWords({ row: 1, column: 'c', reason, values: { ...anyValues, ...values } }).en]).toEqual([
        reason,
        expect.not.stringMatching(/\bmaps?\b/iu),
      ]);
  });

  it('stands in the order of what it may cost: rules that protect, refusals of most rows, the rest, columns not used', () => {
    const rows = Array.from({ length: 9 }, (_, n) => [
      `${n}`,
      `P ${n}`,
      n < 4 ? 'chef' : n < 5 ? '' : 'mentor',
      'x',
      '',
    ]);
    const kinds = findingsOf(table([...header, 'Zorg', 'Langue'], ...rows)).map(({ reason }) => reason);
    expect(kinds.slice(0, 3)).toEqual(['no-managers', 'role-unknown', 'missing']);
    expect(kinds.at(-1)).toBe('column-not-read');
  });

  it('counts each row once and keeps to its schema, whatever the rows', () => {
    const cell = fc.constantFrom('', 'mentor', 'chef', '1', '2', 'x@y', 'Ada Lô', '99', 'fr', 'Paris', 'yes', '#REF!');
    const headers = ['id', 'name', 'role', 'email', 'managerId', 'exclude', 'level', 'languages', 'timeZone', 'guest'];
    const rows = fc.array(fc.array(cell, { minLength: 8, maxLength: 11 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, (cells) => {
        for (const finding of findingsOf(table(headers, ...cells))) {
          expect(findingSchema.parse(finding)).toEqual(finding);
          expect(finding.count).toBeLessThanOrEqual(cells.length);
          expect(finding.examples).toHaveLength(Math.min(5, finding.count));
          expect(new Set(finding.examples.map(({ row }) => row)).size).toBe(finding.examples.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('The column that is offered', () => {
  const people = Array.from({ length: 12 }, (_, n) => [
    `${10_400 + n}`,
    `P ${n}`,
    'mentor',
    n === 0 ? '' : `${10_400 + Math.floor(n / 3)}`,
  ]);

  it('for the manager is the one whose cells name other people, with how many; the map of it is what is then read', () => {
    const file = table([...header, 'Zorg'], ...people);
    const { fix } = find(findingsOf(file), 'no-managers') ?? {};
    expect(fix).toEqual({ field: 'managerId', column: 'Zorg', matches: 11, of: 12 });
    const mapped = mapPeople(file, { managerId: 'Zorg' });
    expect([...mapped.reportingLines.values()].filter((id) => id.startsWith('10')).length).toBe(11);
  });

  it('takes the place of a manager’s column that names nobody of the file', () => {
    const both = people.map(([id = '', name = '', role = '', boss = '']) => [id, name, role, `X-${id}`, boss]);
    const unknown = find(findingsOf(table([...header, 'Manager Code', 'Zorg'], ...both)), 'manager-unknown');
    expect(unknown).toMatchObject({ count: 12, fix: { column: 'Zorg', matches: 11 } });
    const known = people.map(([id = '', name = '', role = '', boss = '']) => [id, name, role, boss, boss]);
    expect(
      find(findingsOf(table([...header, 'Manager ID', 'Zorg'], ...known)), 'manager-unknown')?.fix,
    ).toBeUndefined();
  });

  it('is no year and no level, though each may be somebody’s number, and never one of origins', () => {
    const small = people.map(([, name = '', role = ''], n) => [
      `${n + 1}`,
      name,
      role,
      `${(n % 4) + 1}`,
      `${((n + 1) % 12) + 1}`,
    ]);
    expect(
      find(findingsOf(table([...header, 'Zorg', 'Place of birth'], ...small)), 'no-managers')?.fix,
    ).toBeUndefined();
    const names = people.map(([id = '', name = '', role = ''], n) => [id, name, role, `P ${(n + 1) % 12}`]);
    expect(find(findingsOf(table([...header, 'Nationality'], ...names)), 'no-managers')?.fix).toBeUndefined();
  });

  it('is counted over the whole file, though some rows of a large one tell which columns are worth it', () => {
    const many = Array.from({ length: 3000 }, (_, n) => [
      `${10_400 + n}`,
      `P ${n}`,
      'mentor',
      // A quarter names nobody, and not in the first rows only.
      n % 4 === 1 ? `Z-${n}` : `${10_400 + Math.floor(n / 7)}`,
      `V${n}`,
      n % 3 === 0 ? '' : 'Europe/Paris',
    ]);
    const findings = findingsOf(table([...header, 'Zorg', 'Blip', 'Blop'], ...many));
    expect(find(findings, 'no-managers')?.fix).toEqual({ field: 'managerId', column: 'Zorg', matches: 2249, of: 3000 });
    expect(find(findings, 'zone-not-stated')?.fix).toEqual({
      field: 'timeZone',
      column: 'Blop',
      matches: 2000,
      of: 3000,
    });
  });

  it('for a role or an address is the only one whose cells are such; of two, one is asked for', () => {
    const rows = [
      ['1', 'Ada', 'mentor', 'mentor'],
      ['2', 'Bo', 'mentee', 'mentor'],
    ];
    const one = table(['id', 'name', 'Zorg'], ...rows.map((cells) => cells.slice(0, 3)));
    expect(find(findingsOf(one), 'column-missing')?.fix).toEqual({ field: 'role', column: 'Zorg', matches: 2, of: 2 });
    const two = table(['id', 'name', 'Zorg', 'Blip'], ...rows);
    expect(find(findingsOf(two), 'column-missing')?.fix).toBeUndefined();
    const addresses = table(
      ['Zorg', 'name', 'role'],
      ['a@x.example', 'Ada', 'mentor'],
      ['b@x.example', 'Bo', 'mentee'],
    );
    expect(find(findingsOf(addresses), 'column-missing')?.fix).toMatchObject({ field: 'email', column: 'Zorg' });
  });
});
