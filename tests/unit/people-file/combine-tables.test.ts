import fc from 'fast-check';
import { combineTables } from '../../../src/people-file/combine-tables';
import { peopleTable } from './people-table-factory';

describe('two files joined by a key', () => {
  const list = peopleTable({ Matricule: '0012', Nom: 'Ada', Role: '' }, { Matricule: '13', Nom: 'Bo', Role: 'mentee' });

  it('puts the columns of the other file beside the row of the same key, whatever zeros a spreadsheet took away', () => {
    const more = peopleTable({ 'Employee ID': '12', Role: 'mentor', Site: 'Lyon' }, { 'Employee ID': '99', Role: 'x' });
    expect(combineTables(list, more)).toMatchObject({
      ok: true,
      value: {
        unknown: 1,
        without: 1,
        table: {
          headers: ['Matricule', 'Nom', 'Role', 'Site'],
          rows: [{ cells: ['0012', 'Ada', 'mentor', 'Lyon'] }, { cells: ['13', 'Bo', 'mentee', ''] }],
        },
      },
    });
  });

  it('is joined by the headers a map names, and refused where there are none', () => {
    const more = peopleTable({ Ref: '13', Site: 'Metz' });
    expect(combineTables(list, more)).toEqual({ ok: false, reason: 'no-key' });
    expect(combineTables(list, more, ['Matricule', 'Ref'])).toMatchObject({
      ok: true,
      value: { unknown: 0, without: 1 },
    });
  });

  it('never adds a person, nor changes what the first file says', () => {
    const key = fc.integer({ min: 1, max: 9 }).map(String);
    const rows = fc.uniqueArray(key, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const first = peopleTable(...one.map((id) => ({ id, name: `N${id}` })));
        const found = combineTables(first, peopleTable(...other.map((id) => ({ id, name: 'Z', site: `S${id}` }))));
        if (!found.ok) throw new Error(found.reason);
        expect(found.value.table.rows.map(({ cells }) => cells)).toEqual(
          one.map((id) => [id, `N${id}`, other.includes(id) ? `S${id}` : '']),
        );
      }),
      { numRuns: 50 },
    );
  });
});
