import { groupFindings } from '../../../src/people-file/group-findings';
import { mapPeople } from '../../../src/people-file/map-people';
import { peopleTable } from './people-table-factory';

const ann = { id: 'E1', name: 'Ann One', role: 'mentor' };
const bob = { id: 'E2', name: 'Bob Two', role: 'mentee', email: 'bob.two@x.example' };
const cyd = { id: 'E3', name: 'Cyd Three', role: 'mentee' };
const dot = { id: 'R/D', name: 'Dot–Four Ek + Lo', role: 'mentor' };

function read(...rows: readonly Readonly<Record<string, string>>[]) {
  const mapped = mapPeople(peopleTable(...rows));
  const findings = groupFindings(mapped, () => undefined, 5);
  return { ...mapped, find: (reason: string) => findings.find((finding) => finding.reason === reason) };
}

describe('Several managers in one cell', () => {
  it.each([
    'Ann One / Bob Two',
    'Ann One/Bob Two',
    'Ann One | Bob Two',
    'Ann One|Bob Two',
    'Ann One – Bob Two',
    'Ann One - Bob Two',
    'Ann One — Bob Two',
    'Ann One + Bob Two',
    'E1/E2',
    'E1 + E2',
    'E1 / Bob Two',
    'Ann One (E1), Bob Two (E2)',
    'E1 - Ann One / E2 - Bob Two',
    'One, Ann / Two, Bob',
    'ann one ／ bob.two@x.example',
    'Ann One; Bob Two',
    'Ann One & Bob Two',
  ])('are all kept apart: « %s »', (manager) => {
    const { people, find } = read(ann, bob, { ...cyd, manager });
    expect(people.find(({ id }) => id === 'E3')).toMatchObject({ managerId: 'E1', exclude: ['E2'] });
    expect(find('manager-several')).toMatchObject({ protects: true, count: 1 });
  });

  it.each([
    ['R/D', 'R/D'],
    ['Dot–Four Ek + Lo', 'R/D'],
    ['E1 - Ann One', 'E1'],
    ['Ann One / E1', 'E1'],
    ['Sales / Ann One', 'E1'],
    ['Ann One | Sales', 'E1'],
    ['One, Ann', 'E1'],
  ])('are one where the whole cell is somebody, or one person twice: « %s »', (manager, id) => {
    const { people, find } = read(ann, bob, dot, { ...cyd, manager });
    expect(people.find((person) => person.id === 'E3')).toMatchObject({ managerId: id, exclude: [] });
    expect(find('manager-several')).toBeUndefined();
  });
});

describe('A failed look-up in the cell of a manager', () => {
  it.each(['#N/A', '#REF!', '#VALUE!', '#NV', '#BEZUG!', '#NOM?', '#N/D', '#¡REF!', '#¿NOMBRE?', '#RIF!', '#VERW!'])(
    'is a manager nobody knows: %s',
    (manager) => {
      const { people, find, reportingLines } = read(ann, { ...bob, manager: 'E1' }, { ...cyd, manager });
      expect(find('manager-unknown')).toMatchObject({ protects: true, count: 1, examples: [{ value: manager }] });
      expect(people).toHaveLength(3);
      // Two failed look-ups are not one manager of two people.
      expect(reportingLines.has('E3')).toBe(false);
    },
  );

  it('gives way to another column that names the manager, and is nothing in other columns', () => {
    const { people, find } = read(ann, {
      ...cyd,
      'Manager ID': '#N/A',
      'Manager name': 'Ann One',
      site: '#REF!',
    });
    expect(people.find(({ id }) => id === 'E3')?.managerId).toBe('E1');
    expect(find('manager-unknown')).toBeUndefined();
    expect(people.find(({ id }) => id === 'E3')?.site).toBeUndefined();
  });

  it('of everybody is told as a failed look-up of each', () => {
    const { find } = read({ ...ann, manager: '#N/A' }, { ...bob, manager: '#REF!' }, { ...cyd, manager: '-' });
    expect(find('manager-unknown')).toMatchObject({ count: 2 });
  });
});

describe('A manager named by a part of a name that fits one person only', () => {
  it.each(['Two', 'B. Two', 'Mr Two'])('is told, with who is taken for them: « %s »', (manager) => {
    const { people, find } = read(ann, bob, { ...cyd, manager });
    expect(people.find(({ id }) => id === 'E3')?.managerId).toBe('E2');
    expect(find('manager-by-part')).toMatchObject({ protects: true, count: 1, column: 'manager' });
    expect(find('manager-by-part')?.message.en).toContain(`“${manager}” is taken to be Bob Two`);
  });

  it.each(['Bob Two', 'TWO, Bob', 'E2', 'bob.two@x.example'])('is not where all of it is said: « %s »', (manager) => {
    expect(read(ann, bob, { ...cyd, manager }).find('manager-by-part')).toBeUndefined();
  });
});

describe('Two rows of one name, one a mentor and one a mentee', () => {
  const twin = { id: 'E9', name: 'ONE, Ann', role: 'mentee' };

  it('are told, and never paired with each other', () => {
    const { people, find } = read(ann, bob, twin);
    expect(people.map(({ exclude }) => exclude)).toEqual([['E9'], [], ['E1']]);
    expect(find('same-name')).toMatchObject({ protects: true, count: 2, column: 'name' });
    expect(find('same-name')?.message.en).toMatch(/^Two rows have the name “Ann One”: one person\?/u);
  });

  it.each([
    [{ email: 'ann@x.example' }, {}],
    [{ role: 'both' }, { role: 'both' }],
    [{ manager: 'E2' }, { manager: 'E2' }],
  ])('are so with %j and %j', (one, other) => {
    expect(read({ ...ann, ...one }, bob, { ...twin, ...other }).find('same-name')).toMatchObject({ count: 2 });
  });

  it.each([
    [{ email: 'ann@x.example' }, { email: 'ann.one@x.example' }],
    [{ site: 'Lyon' }, { site: 'Nantes' }],
    [{ manager: 'E2' }, { manager: 'E5' }],
    [{}, { role: 'mentor' }],
    [{}, { name: 'Ann Two' }],
  ])('are two people, or cannot be paired, with %j and %j', (one, other) => {
    const { people, find } = read({ ...ann, ...one }, bob, { ...twin, ...other });
    expect(find('same-name')).toBeUndefined();
    expect(people.flatMap(({ exclude }) => exclude)).toEqual([]);
  });
});
