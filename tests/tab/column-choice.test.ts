import { peopleMapSchema } from '../../src/people-file/participant-contract';
import {
  choiceOf,
  requestOf,
  withColumn,
  withConstant,
  withFix,
  withMeaning,
  withRowsLeftOut,
  withSuperior,
} from '../../tab/pages/import/column-choice';
import { fileColumns } from './stage/fixtures';

const read = fileColumns({ id: ['Matricule'], name: ['Prénom', 'Nom'], role: ['Profil'], site: ['Ville'] });

describe('the choice of columns', () => {
  it('asks for every field as it was read, the others not to be looked for', () => {
    const { map, leaveOut } = requestOf(choiceOf(read));
    expect(map).toEqual({ id: 'Matricule', name: { columns: ['Prénom', 'Nom'] }, role: 'Profil', site: 'Ville' });
    expect(peopleMapSchema.parse(map)).toEqual(map);
    expect(leaveOut).toContain('email');
  });

  it('puts a column of people to keep apart beside those that are read, and takes any other column alone', () => {
    const offered = { matches: 1, of: 2 };
    const first = withFix(choiceOf(read), { field: 'exclude', column: 'N+2', ...offered });
    const both = withFix(first, { field: 'exclude', column: 'HRBP', ...offered });
    expect(requestOf(both).map).toMatchObject({ exclude: { columns: ['N+2', 'HRBP'] } });
    expect(requestOf(withFix(both, { field: 'site', column: 'Zorg', ...offered })).map).toMatchObject({ site: 'Zorg' });
  });

  it('takes a field away, and a second column with the first', () => {
    expect(requestOf(withColumn(choiceOf(read), 'site', 0, '')).leaveOut).toContain('site');
    expect(requestOf(withColumn(choiceOf(read), 'name', 1, '')).map).toMatchObject({ name: 'Prénom' });
    expect(requestOf(withColumn(choiceOf(read), 'name', 0, '')).map).toMatchObject({ name: 'Nom' });
  });

  it.each(read.fields.map(({ field }) => field))('offers no column for %s, whatever was read', (field) => {
    const found = { ...read, fields: read.fields.map((one) => ({ ...one, columns: ['Ville'] })) };
    const { map, leaveOut } = requestOf(withColumn(choiceOf(found), field, 0, ''));
    expect(leaveOut).toEqual([field]);
    expect(map).not.toHaveProperty(field);
  });

  it('says nothing of people further up until somebody chooses: one column, several or none, and goes on saying so', () => {
    const guessed = fileColumns({ id: ['Matricule'] }, {}, { superiors: ['N+2'] });
    const choice = choiceOf(guessed);
    expect(requestOf(choice).map).not.toHaveProperty('superiors');
    const none = withSuperior(choice, guessed.superiors, 0, '');
    expect(requestOf(none).map).toMatchObject({ superiors: { constant: '' } });
    const two = withSuperior(choice, guessed.superiors, 1, 'N+3');
    expect(requestOf(two).map).toMatchObject({ superiors: { columns: ['N+2', 'N+3'] } });
    for (const one of [none, two]) {
      expect(peopleMapSchema.parse(requestOf(one).map)).toEqual(requestOf(one).map);
      expect(requestOf(choiceOf(guessed, one))).toEqual(requestOf(one));
    }
  });

  it('gives everybody the same in place of a column, until a column is chosen again', () => {
    const same = withConstant(choiceOf(read), 'timeZone', ' Europe/Paris ');
    const { map, leaveOut } = requestOf(same);
    expect(map).toMatchObject({ timeZone: { constant: 'Europe/Paris' } });
    expect(leaveOut).not.toContain('timeZone');
    expect(peopleMapSchema.parse(map)).toEqual(map);
    expect(requestOf(withConstant(choiceOf(read), 'timeZone', '')).leaveOut).toContain('timeZone');
    expect(requestOf(withColumn(same, 'timeZone', 0, 'Ville')).map).toMatchObject({ timeZone: 'Ville' });
    const again = read.fields.map((one) => (one.field === 'timeZone' ? { ...one, constant: 'Europe/Paris' } : one));
    expect(requestOf(choiceOf({ ...read, fields: again })).map).toEqual(map);
  });

  it('says which values of a column leave a row out, and goes on saying so when the file is read again', () => {
    const left = withRowsLeftOut(choiceOf(read), { column: 'Contrat', values: 'Stage; Intérim ;' });
    expect(requestOf(left).map).toMatchObject({ leaveOut: { Contrat: ['Stage', 'Intérim'] } });
    expect(peopleMapSchema.parse(requestOf(left).map)).toEqual(requestOf(left).map);
    expect(requestOf(choiceOf(read, left))).toEqual(requestOf(left));
    expect(requestOf(withRowsLeftOut(left, { column: 'Contrat', values: ' ; ' })).map).not.toHaveProperty('leaveOut');
  });

  it('keeps what values mean while their column stays, and forgets it with the column', () => {
    const explained = withMeaning(choiceOf(read), 'role', '1', 'mentor');
    expect(requestOf(explained).map).toMatchObject({ role: { column: 'Profil', values: { '1': 'mentor' } } });
    expect(requestOf(choiceOf(read, explained)).map).toEqual(requestOf(explained).map);
    expect(requestOf(withMeaning(explained, 'role', '1', undefined)).map).toMatchObject({ role: 'Profil' });
    expect(requestOf(withColumn(explained, 'role', 0, 'Ville')).map).toMatchObject({ role: 'Ville' });
  });
});
