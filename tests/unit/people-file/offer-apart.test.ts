import { findingLine, findingsOf } from '../../../bot/cli/load-people';
import type { Finding } from '../../../src/people-file/api-contract';
import { mapPeople } from '../../../src/people-file/map-people';
import { peopleMapSchema } from '../../../src/people-file/participant-contract';
import { peopleTable } from './people-table-factory';

const columns = ['Matrix Manager', 'Dotted-line', 'HRBP', 'Direct Reports'];
const rows: readonly (Readonly<Record<'id' | 'name' | 'role', string>> & Readonly<Record<string, string>>)[] = [
  { id: '1', name: 'Ann One', role: 'mentor', 'N+2': 'Cyd Three', 'Matrix Manager': 'Bob Two', HRBP: 'Eve Five' },
  { id: '2', name: 'Bob Two', role: 'mentee', 'Dotted-line': 'Eve Five', 'Direct Reports': 'Ann One; Dan Four' },
  { id: '3', name: 'Cyd Three', role: 'mentee', HRBP: 'Eve Five' },
  { id: '4', name: 'Dan Four', role: 'mentor', 'N+2': 'Cyd Three', 'Matrix Manager': 'Cyd Three', 'Dotted-line': '' },
  { id: '5', name: 'Eve Five', role: 'mentee', 'Direct Reports': '' },
];

function offers(...people: readonly Readonly<Record<string, string>>[]): readonly Finding[] {
  return findingsOf(mapPeople(peopleTable(...people))).filter(({ fix }) => fix !== undefined);
}

describe('A column that names people who are not the direct manager', () => {
  it('is offered as people to keep apart, with all others of the kind, and never as the manager', () => {
    const found = offers(...rows);
    expect(found.map(({ fix }) => fix?.field)).toEqual(columns.map(() => 'exclude'));
    expect(found.map(({ fix }) => fix?.column).sort()).toEqual([...columns].sort());
    for (const { fix } of found) expect([fix?.column, ...(fix?.beside ?? [])].sort()).toEqual([...columns].sort());
    expect(found[0]?.fix).toMatchObject({ matches: 2, of: 5 });
  });

  it.each([
    'Functional manager',
    'Project manager',
    'HR Business Partner',
    'HR manager',
    'Assistant',
    'Responsable fonctionnel',
    'Responsable RH',
    'Collaborateurs directs',
    'Fachlicher Vorgesetzter',
    'Projektleiter',
    'Direkt Unterstellte',
    'Personalreferent',
    'Jefe funcional',
    'Jefe de proyecto',
    'Reportes directos',
    'Responsabile funzionale',
    'Riporti diretti',
    'Functioneel leidinggevende',
    'Projectleider',
    'Gestor funcional',
    'Subordinados',
    'Mentor',
    '部下',
    '秘書',
  ])('is so in every language: %s', (header) => {
    const people = rows.map(({ id, name, role }, place) => ({
      id,
      name,
      Programme: role,
      [header]: ['Cyd Three', '', '', 'Bob Two', ''][place] ?? '',
    }));
    const mapped = findingsOf(mapPeople(peopleTable(...people), { role: 'Programme' }));
    expect(mapped.filter(({ fix }) => fix?.field === 'managerId')).toEqual([]);
    expect(mapped.filter(({ fix }) => fix?.field === 'exclude')).toMatchObject([{ column: header, protects: true }]);
  });

  it('is found by a part of a name under a header that says so, and by nothing under a count', () => {
    const found = offers(
      { id: '1', name: 'Ann One', role: 'mentor', HRBP: 'THREE', 'Direct reports': '2' },
      { id: '2', name: 'Bob Two', role: 'mentee', HRBP: '', 'Direct reports': '1' },
      { id: '3', name: 'Cyd Three', role: 'mentee' },
    );
    expect(found.map(({ column }) => column)).toEqual(['HRBP']);
  });

  it('is offered beside the manager’s that is read, and beside people to keep apart that are read', () => {
    const people = rows.map((row, place) => ({
      ...row,
      Manager: ['2', '', '', '3', ''][place] ?? '',
      'Not to be paired with': ['', '', '', '', '1'][place] ?? '',
    }));
    const found = offers(...people);
    expect(found.map(({ fix }) => fix?.field)).not.toContain('managerId');
    expect(found[0]?.fix?.beside).toContain('Not to be paired with');
  });

  it('is kept apart when the map says so that is printed', () => {
    const [first] = offers(...rows);
    const printed = /`(\{.*\})`/u.exec(first === undefined ? '' : findingLine(first, 'en'))?.[1] ?? '';
    const map = peopleMapSchema.parse(JSON.parse(printed));
    const { people, warnings } = mapPeople(peopleTable(...rows), map);
    expect(people.map(({ exclude }) => [...exclude].sort())).toEqual([
      ['2', '3', '5'],
      ['1', '4', '5'],
      ['5'],
      ['3'],
      [],
    ]);
    expect(warnings.filter(({ reason }) => reason.startsWith('column-names'))).toEqual([]);
  });

  it('is a list with another one under a header that says so too', () => {
    const { people } = mapPeople(
      peopleTable(
        { id: '1', name: 'Ann One', role: 'mentor', Exclude: '2', 'Conflict of interest': '3' },
        { id: '2', name: 'Bob Two', role: 'mentee' },
        { id: '3', name: 'Cyd Three', role: 'mentee' },
      ),
    );
    expect(people[0]?.exclude).toEqual(['2', '3']);
  });
});

describe('A column of somebody further up', () => {
  const named = (header: string): ReturnType<typeof mapPeople> =>
    mapPeople(
      peopleTable(
        { id: '1', name: 'Ann One', Programme: 'mentor', Manager: 'Bob Two', [header]: 'Cyd Three' },
        { id: '2', name: 'Bob Two', Programme: 'mentee', Manager: '', [header]: '' },
        { id: '3', name: 'Cyd Three', Programme: 'mentee', Manager: '', [header]: 'Gone Elsewhere' },
      ),
      { role: 'Programme' },
    );

  it.each([
    'N+2',
    'N + 2',
    'Manager N+2',
    'Responsable N+3',
    'Skip-level manager',
    'Second level manager',
    'Second line manager',
    'Übernächste Führungskraft',
    'Jefe de segundo nivel',
    'Responsabile di secondo livello',
    '二次上司',
  ])('keeps people apart without being asked to, and says so: %s', (header) => {
    const { people, reportingLines, warnings } = named(header);
    expect(people.map(({ exclude }) => exclude)).toEqual([['3'], [], []]);
    expect([...reportingLines]).toEqual([['1', '2']]);
    expect(warnings.filter(({ column }) => column === header).map(({ reason }) => reason)).toEqual([
      'superior-apart',
      'superior-unknown',
    ]);
  });

  it.each(['Former manager', 'Deputy manager', 'Matrix manager'])(
    'is not taken for one where the header leaves the relation open, but offered: %s',
    (header) => {
      const { people, warnings } = named(header);
      expect(people.flatMap(({ exclude }) => exclude)).toEqual([]);
      expect(warnings.find(({ column }) => column === header)).toMatchObject({ fix: { field: 'exclude' } });
    },
  );
});
