import { createRowStore } from '../../../bot/storage/create-row-store';
import type { RowCatalogue } from '../../../bot/storage/row-catalogue';
import {
  answerCatalogue,
  keyCatalogue,
  pairCatalogue,
  personCatalogue,
  programmeCatalogue,
  tenantCatalogue,
} from '../../../bot/storage/row-catalogues';
import { useAzurite } from '../../helpers/azurite';
import { countingIds } from './example-rows';
import { goldenRows, readGoldenRows, versionsWithoutGoldenRow } from './golden-rows';

const azurite = useAzurite();

/** Every table of the product; a golden row is never edited, a new version brings a new file. */
const tables: readonly (readonly [string, RowCatalogue<Record<string, unknown>>])[] = [
  ['programmes', programmeCatalogue],
  ['people', personCatalogue],
  ['tenants', tenantCatalogue],
  ['answers', answerCatalogue],
  ['keys', keyCatalogue],
  ['pairs', pairCatalogue],
];

describe.each(tables)('F61: the rows of %s', (folder, catalogue) => {
  it('are kept as golden rows, one of each version of each kind', () => {
    expect(versionsWithoutGoldenRow(catalogue, goldenRows(folder))).toEqual([]);
  });

  it('that an earlier release wrote are read in the version of today', async () => {
    const client = await azurite.newTable();
    const store = createRowStore({ tableClient: client, tenant: 'tenant-1', catalogue, ids: countingIds() });
    const rows = goldenRows(folder);
    expect(await readGoldenRows(client, store, rows)).toEqual(rows.map(({ value }) => value));
  });
});
