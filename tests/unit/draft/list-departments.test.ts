import { listDepartments } from '../../../src/draft/list-departments';
import { aProfile } from '../../helpers/factories/participant';

describe('the departments a limit can be for', () => {
  const of = (...departments: readonly (string | undefined)[]): readonly string[] =>
    listDepartments(
      departments.map((department, index) =>
        aProfile({ id: `p${index}`, ...(department === undefined ? {} : { department }) }),
      ),
    );

  it('are the largest first, and two spellings that a limit counts as one are one', () => {
    expect(of('Achats', 'Qualité', ' qualite', undefined, '', 'QUALITÉ', 'Achats')).toEqual(['Qualité', 'Achats']);
  });

  it('are the same whatever the order of the file when equally large', () => {
    expect(of('B', 'A')).toEqual(of('A', 'B'));
  });

  it('are sixty at most', () => {
    expect(of(...Array.from({ length: 90 }, (_none, index) => `D${index}`))).toHaveLength(60);
  });
});
