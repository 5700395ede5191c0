import { canonicalPeople, diffPeople } from '../../../src/participant/compare-people';
import { mapPeople } from '../../../src/participant/map-people';
import { peopleTable } from './people-table-factory';

const people = mapPeople(
  peopleTable({ id: '1', name: 'A', role: 'mentor' }, { id: '2', name: 'B', role: 'mentee' }),
).people;

describe('comparing people files', () => {
  it('finds nothing to change in the same file, whatever the order of its rows', () => {
    expect(diffPeople(people, [...people].reverse())).toEqual({
      added: [],
      changed: [],
      unchanged: ['2', '1'],
      removed: [],
    });
    expect(canonicalPeople([...people].reverse())).toBe(canonicalPeople(people));
  });

  it('names who is new, different and gone', () => {
    const incoming = [
      { ...people[0]!, site: 'Lyon' },
      { ...people[1]!, id: '3' },
    ];
    expect(diffPeople(people, incoming)).toEqual({ added: ['3'], changed: ['1'], unchanged: [], removed: ['2'] });
  });
});
