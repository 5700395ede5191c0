import type { PeopleTable } from '../../../src/people-file/people-table';

/** A people table from rows of named cells; columns in the order in which they first appear. */
export function peopleTable(...people: readonly Readonly<Record<string, string>>[]): PeopleTable {
  const headers = [...new Set(people.flatMap((person) => Object.keys(person)))];
  return {
    headers,
    rows: people.map((person, index) => ({ line: index + 2, cells: headers.map((header) => person[header] ?? '') })),
  };
}
