import { joinPartners } from '../../../src/insight/group-partners';

test('mentors of one mentee change together, and so do mentees of one mentor; others change apart', () => {
  const clusterOf = joinPartners([
    ['m1', 's1'],
    ['m2', 's1'],
    ['m3', 's2'],
    ['m3', 's3'],
    ['m4', 's4'],
  ]);
  expect(clusterOf.get('m1')).toBe(clusterOf.get('m2'));
  expect(clusterOf.get('s2')).toBe(clusterOf.get('s3'));
  expect(new Set(clusterOf.values()).size).toBe(3);
});
