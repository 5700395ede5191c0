import { describeColumns } from '../../../src/people-file/describe-columns';
import { groupFindings } from '../../../src/people-file/group-findings';
import { mapPeople } from '../../../src/people-file/map-people';
import { peopleFields, peopleMapSchema, type PeopleMap } from '../../../src/people-file/participant-contract';
import { peopleTable } from './people-table-factory';

const ann = {
  id: 'E1',
  name: 'Ann One',
  email: 'ann.one@x.example',
  role: 'mentor',
  languages: 'fr;en',
  timeZone: 'America/New_York',
  country: 'FR',
  site: 'Lyon',
  function: 'Finance',
  department: 'Treasury',
  team: 'Cash',
  level: '3',
  managerId: 'bob.two@x.example',
  expertise: 'AI tools:4',
  goals: 'Strategy:3',
  availability: 'mon 09:00-12:00',
  capacity: '2',
  exclude: 'cyd.three@x.example',
  appraisedBy: 'dot.four@x.example',
  guest: 'yes',
  status: 'gone',
  endDate: '2020-01-31',
  startDate: '2030-01-31',
  accountEnabled: 'no',
  accountBlocked: 'yes',
  partner: 'Lyon 2',
  teachingStyle: 'by-doing',
  learningStyle: 'by-talking',
  pedagogy: '4',
  openness: '4',
  ageBand: '30-39',
  gender: 'f',
  consentDiversity: 'yes',
};
const others = ['Bob Two', 'Cyd Three', 'Dot Four'].map((name, index) => ({
  id: `E${String(index + 2)}`,
  name,
  email: `${name.replace(' ', '.').toLowerCase()}@x.example`,
  role: 'mentee',
}));
/** What leaves Ann out, so that nothing else of her could be seen. */
const absences = ['status', 'endDate', 'startDate', 'accountEnabled', 'accountBlocked'] as const;
const there = Object.fromEntries(Object.entries(ann).filter(([field]) => !absences.some((one) => one === field)));
const without = (person: Readonly<Record<string, string>>, column: string): Record<string, string> =>
  Object.fromEntries(Object.entries(person).filter(([header]) => header !== column));
const today = '2026-11-30';

describe('A field that a map gives the empty constant', () => {
  it.each(peopleFields)('is not read, as if its column were not in the file: %s', (field) => {
    const person = absences.some((one) => one === field) ? { ...there, [field]: ann[field] } : there;
    const map: PeopleMap = { [field]: { constant: '' } };
    const read = mapPeople(peopleTable(person, ...others), map, [], today);
    const cut = mapPeople(
      peopleTable(without(person, field), ...others.map((other) => without(other, field))),
      undefined,
      [],
      today,
    );
    expect(read.people).toEqual(cut.people);
    const asItIs = mapPeople(peopleTable(person, ...others), undefined, [], today);
    expect(read.people).not.toEqual(asItIs.people);
  });
});

const bob = { ...others[0], Manager: 'Cyd Three' };
const first = { id: 'E1', name: 'Ann One', role: 'mentor', Manager: 'Bob Two' };
const manager = { id: 'E3', name: 'Cyd Three', role: 'mentee' };
const guesses = [
  ['by its header beside a manager', { 'N+2': 'Cyd Three' }],
  ['by a header that is of nobody’s manager', { 二次上司: 'Cyd Three' }],
  ['as the head of a department', { 'Head of department': 'Cyd Three' }],
  ['as a department whose cells are people', { Department: 'Cyd Three' }],
] as const;

function check(map: PeopleMap | undefined, column: Readonly<Record<string, string>>, more = {}) {
  const mapped = mapPeople(peopleTable({ ...first, ...column, ...more }, bob, manager), map, [], today);
  const findings = groupFindings(mapped, () => undefined, 5, 'map');
  return {
    apart: mapped.people.find(({ id }) => id === 'E1')?.exclude,
    rejected: mapped.rejected.map(({ reason }) => reason),
    told: (reason: string) => findings.filter((finding) => finding.reason === reason),
  };
}

describe('Columns of people further up', () => {
  it.each(guesses)('are told where they are found %s', (_how, column) => {
    const { apart, told } = check(undefined, column);
    expect(apart).toEqual(['E3']);
    expect(told('superior-apart')).toMatchObject([{ column: Object.keys(column)[0], protects: true }]);
    expect(told('column-superiors-off')).toEqual([]);
  });

  it.each(guesses)('are turned off by a map, which is told as a rule that protects: found %s', (_how, column) => {
    const map = peopleMapSchema.parse({ superiors: { constant: '' } });
    const { apart, told } = check(map, column);
    expect(apart).toEqual([]);
    expect(told('superior-apart')).toEqual([]);
    expect(told('column-superiors-off')).toMatchObject([{ column: Object.keys(column)[0], protects: true }]);
  });

  it('are those that a map names, by whatever header, and the others are told as left aside', () => {
    const { apart, told } = check({ superiors: 'Zorg' }, { 'N+2': 'Cyd Three' }, { Zorg: 'E2' });
    expect(apart).toEqual(['E2']);
    expect(told('column-superiors-off')).toMatchObject([{ column: 'N+2', protects: true }]);
    const both = check({ superiors: { columns: ['Zorg', 'N+2'] } }, { 'N+2': 'Cyd Three' }, { Zorg: 'E2' });
    expect(both.apart).toEqual(['E2', 'E3']);
    expect(both.told('column-superiors-off')).toEqual([]);
  });

  it('are refused where the file has none of that name, or may not tell', () => {
    expect(check({ superiors: 'Zorg' }, {}).rejected).toEqual(['mapped-column-missing']);
    expect(check({ superiors: { columns: ['N+2', 'Zorg'] } }, { 'N+2': 'E2' }).rejected).toEqual([
      'mapped-column-missing',
    ]);
    expect(check({ superiors: 'Salaire' }, { Salaire: '1' }).rejected).toEqual(['mapped-column-private']);
  });

  it('take no other constant than the empty one', () => {
    expect(peopleMapSchema.safeParse({ superiors: { constant: 'E2' } }).success).toBe(false);
  });

  it('are listed for the person who chooses them', () => {
    const table = peopleTable({ ...first, 'N+2': 'Cyd Three' }, bob, manager);
    expect(describeColumns(table).superiors).toEqual(['N+2']);
    expect(describeColumns(table, { superiors: { constant: '' } }).superiors).toEqual([]);
  });
});
