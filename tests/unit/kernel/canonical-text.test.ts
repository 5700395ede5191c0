import { canonicalRows, canonicalText } from '../../../src/kernel/canonical-text';
import { mapPeople } from '../../../src/people-file/map-people';
import { peopleTable } from '../people-file/people-table-factory';

const people = mapPeople(
  peopleTable({ id: '1', name: 'A', role: 'mentor' }, { id: '2', name: 'B', role: 'mentee' }),
).people;

test('the same people give the same text, whatever the order of the rows; one word changed gives another', () => {
  expect(canonicalRows([...people].reverse())).toBe(canonicalRows(people));
  expect(canonicalRows([{ ...people[0]!, site: 'Lyon' }, people[1]!])).not.toBe(canonicalRows(people));
});

test('the order of properties does not matter, at any depth; that of a list does', () => {
  expect(canonicalText({ b: 1, a: [{ d: 2, c: 3 }] })).toBe(canonicalText({ a: [{ c: 3, d: 2 }], b: 1 }));
  expect(canonicalText({ a: [1, 2] })).not.toBe(canonicalText({ a: [2, 1] }));
});
