/* What a browser loads before the tab's first page is there, and whether the largest page makes it pause. */
import { compared } from './compare.mjs';
import { firstLoads } from './first-load.mjs';
import { studioRows } from './studio-rows.mjs';

const other = 'React, the Teams SDK and the same parts of Fluent';

export async function run(options) {
  return [...(await loadRows()), ...(await studioRows(options))];
}

/** Gzipped. A build has always the same bytes: one is enough, and there are no rounds. */
async function loadRows() {
  const { ours, bare } = await firstLoads();
  return [
    compared('first load of a participant’s own page in French, gzipped', {
      ours: ours.bytes / 1024,
      otherCost: bare.bytes / 1024,
      other,
      unit: 'KiB',
      limit: 1.4,
    }),
    compared('files of the first load', {
      ours: Object.keys(ours.files).length,
      otherCost: 12,
      other: 'what is promised',
      unit: 'files',
      limit: 1,
    }),
  ];
}
