import type { RowEntity } from '../../../bot/storage/table-mapper';
import { transactionFits } from '../../../bot/storage/table-limits';

const row = (body: string): RowEntity => ({ partitionKey: 'p', rowKey: 'note|a', kind: 'note', v: 1, op: 'o', body });
const rows = (count: number, body: string): readonly RowEntity[] => Array.from({ length: count }, () => row(body));

describe('A transaction', () => {
  it('fits up to four megabytes of plain letters, and no further', () => {
    expect(transactionFits('p', rows(8, 'x'.repeat(490_000)))).toBe(true);
    expect(transactionFits('p', rows(8, 'x'.repeat(500_000)))).toBe(false);
  });

  it.each([
    ['characters of three bytes', '語', 3],
    ['line breaks, which JSON writes as two', '\n', 2],
    ['control characters, which JSON writes as six', '\u0001', 6],
  ])('is measured as it is sent: %s', (_what, unit, bytes) => {
    expect(transactionFits('p', rows(4, unit.repeat(Math.floor(990_000 / bytes))))).toBe(true);
    expect(transactionFits('p', rows(4, unit.repeat(Math.ceil(1_010_000 / bytes))))).toBe(false);
  });
});
