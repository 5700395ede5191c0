import { describeColumns } from '../../../src/people-file/describe-columns';
import type { PeopleField } from '../../../src/people-file/participant-contract';
import { peopleTable } from './people-table-factory';

const odd = [
  { 'Réf. RH': '7', Libellé: 'Lô', 'Petit nom': 'Ada', Profil: '1', Nationalité: 'x' },
  { 'Réf. RH': '8', Libellé: 'Mo', 'Petit nom': 'Bo', Profil: ' 2 ', Nationalité: 'y' },
  { 'Réf. RH': '9', Libellé: 'Ny', 'Petit nom': 'Cy', Profil: '2', Nationalité: 'z' },
];
const names = { id: 'Réf. RH', name: { columns: ['Petit nom', 'Libellé'] } };
const described = (field: PeopleField, ...of: Parameters<typeof describeColumns>) =>
  describeColumns(...of).fields.find((one) => one.field === field);

describe('the columns of a people file, described for the person who chooses them', () => {
  it('say what is missing, and which columns can be chosen: never one of origins', () => {
    const { headers, missing, fields } = describeColumns(peopleTable(...odd));
    expect(missing).toEqual(['person-id', 'name', 'role']);
    expect(headers).toEqual(['Réf. RH', 'Libellé', 'Petit nom', 'Profil']);
    expect(fields.every(({ columns }) => columns.length === 0)).toBe(true);
    expect(JSON.stringify(fields)).not.toContain('Ada');
  });

  it('name what was recognised without a map, joined columns in their order', () => {
    const table = peopleTable({ Nom: 'Lô', Prénom: 'Ada', Courriel: 'a@b.example', Rôle: 'mentor' });
    expect(described('name', table)?.columns).toEqual(['Prénom', 'Nom']);
    expect(describeColumns(table).missing).toEqual([]);
  });

  it('list the values of a closed field, those not understood first, then the frequent ones', () => {
    const role = { column: 'Profil', values: { '2': 'mentee' } };
    expect(described('role', peopleTable(...odd), { ...names, role })).toMatchObject({
      columns: ['Profil'],
      values: [{ value: '1' }, { value: '2', meaning: 'mentee' }],
      valuesMore: 0,
    });
  });

  it('list no value of an open field, and none of what is never kept', () => {
    const table = peopleTable({ ...odd[0], Genre: 'f', Site: 'Lyon' });
    expect(described('site', table)).toEqual({ field: 'site', columns: ['Site'] });
    expect(described('gender', table)).toBeUndefined();
  });

  it('stay small: 60 headers and 30 values, the others counted', () => {
    const wide = Object.fromEntries(Array.from({ length: 64 }, (_, index) => [`c${String(index)}`, 'x']));
    expect(describeColumns(peopleTable(wide))).toMatchObject({ headersMore: 4 });
    expect(describeColumns(peopleTable(wide)).headers).toHaveLength(60);
    const many = peopleTable(...Array.from({ length: 42 }, (_, index) => ({ Rôle: `r${String(index)}` })));
    expect(described('role', many)).toMatchObject({ valuesMore: 12 });
    expect(described('role', many)?.values).toHaveLength(30);
  });

  it('say what a map gives for everybody, in place of a column', () => {
    const table = peopleTable({ id: '1', name: 'Ada' });
    const map = { role: { constant: 'mentor' }, site: { constant: '' } };
    expect(described('role', table, map)).toEqual({ field: 'role', columns: [], constant: 'mentor' });
    expect(described('site', table, map)).toEqual({ field: 'site', columns: [] });
    expect(describeColumns(table, map).missing).toEqual([]);
  });

  it('leave out a field that is not to be looked for', () => {
    const table = peopleTable({ id: '1', name: 'Ada', role: 'mentor', Niveau: 'Bac + 5' });
    expect(described('level', table)?.values).toEqual([{ value: 'Bac + 5' }]);
    expect(described('level', table, {}, ['level'])?.columns).toEqual([]);
  });

  it('offer of two headers that fold to the same only the first, which is the one a map would mean', () => {
    expect(describeColumns({ headers: ['Nom', 'NOM', ''], rows: [] }).headers).toEqual(['Nom']);
  });
});
