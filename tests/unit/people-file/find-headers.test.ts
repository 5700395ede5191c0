import { findHeaders } from '../../../src/people-file/find-headers';
import { mapPeople } from '../../../src/people-file/map-people';
import type { PeopleTable } from '../../../src/people-file/people-table';

function table(headers: readonly string[], ...rows: readonly (readonly string[])[]): PeopleTable {
  return { headers, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

describe('The row of the headers', () => {
  it.each([
    [
      ['userType', 'employeeType', 'x', 'displayName'],
      [
        ['Member', 'Employee', 'mentor', 'Ann One'],
        ['Guest', 'Employee', 'mentee', 'Bob Two'],
      ],
    ],
    [
      ['userType', 'x', 'displayName'],
      [
        ['Member', 'mentor', 'Ann One'],
        ['Member', 'mentee', 'Bob Two'],
      ],
    ],
    [
      ['kind', 'sort', 'x', 'displayName'],
      [
        ['Member', 'Employee', 'mentor', 'Ann One'],
        ['Guest', 'Worker', 'mentee', 'Bob Two'],
      ],
    ],
    [
      ['Type', 'Group', 'x', 'Nom'],
      [
        ['Salarié', 'Responsable', 'mentor', 'Ann One'],
        ['Salarié', 'Agent', 'mentoré', 'Bob Two'],
      ],
    ],
    [
      ['Type', 'Job', 'Wish', 'Name'],
      [
        ['Employee', 'Manager', 'mentor', 'Ann One'],
        ['Employee', 'Manager', 'both', 'Bob Two'],
      ],
    ],
  ])('is not that of a person, where %j have no role', (headers, rows) => {
    const found = findHeaders(table(headers, ...rows));
    expect([found.headers, found.rows.length]).toEqual([headers, 2]);
    const { rejected } = mapPeople(table(headers, ...rows));
    expect(rejected.filter(({ reason }) => reason === 'column-missing').map(({ column }) => column)).toContain('role');
  });

  it('offers the column of roles all the same', () => {
    const { rejected } = mapPeople(
      table(
        ['userType', 'employeeType', 'x', 'displayName'],
        ['Member', 'Employee', 'mentor', 'Ann One'],
        ['Guest', 'Employee', 'mentee', 'Bob Two'],
      ),
    );
    expect(rejected.find(({ column }) => column === 'role')?.fix).toMatchObject({ column: 'x', matches: 2 });
  });

  it.each([
    [
      ['List of people', '', ''],
      [
        ['', '', ''],
        ['Employee', 'Name', 'Mentor'],
        ['E1', 'Ann One', 'mentor'],
      ],
      3,
    ],
    [
      ['Employees', 'Status: Active'],
      [
        ['ID', 'Name', 'Role'],
        ['E1', 'Ann One', 'mentor'],
      ],
      2,
    ],
    [
      ['STATUS', 'USERID', 'c3'],
      [
        ['Status', 'Employee ID', 'Full name', 'Role'],
        ['a', 'E1', 'Ann One', 'mentor'],
      ],
      2,
    ],
  ])('is found below what stands above it: %j', (headers, rows, line) => {
    expect(findHeaders(table(headers, ...rows)).line).toBe(line);
  });

  it('is found where it stands again on each page', () => {
    const page = ['ID', 'Name', 'Role'];
    expect(findHeaders(table(['Export'], page, ['E1', 'Ann One', 'mentor'], page, ['E2', 'Bob', 'mentee'])).line).toBe(
      2,
    );
  });
});
