import { canonicalPeople } from '../../../src/participant/compare-people';
import { mapPeople } from '../../../src/participant/map-people';
import { peopleTable } from './people-table-factory';

const people = mapPeople(
  peopleTable({ id: '1', name: 'A', role: 'mentor' }, { id: '2', name: 'B', role: 'mentee' }),
).people;

test('the same people give the same text, whatever the order of the rows; one word changed gives another', () => {
  expect(canonicalPeople([...people].reverse())).toBe(canonicalPeople(people));
  expect(canonicalPeople([{ ...people[0]!, site: 'Lyon' }, people[1]!])).not.toBe(canonicalPeople(people));
});
