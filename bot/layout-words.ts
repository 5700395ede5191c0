import type { Config } from './config';
import { layoutOfToday, type LayoutMismatch } from './storage/check-layout';

/** Why a server does not start on data in another layout, which two layouts it is about, and what to do; of local mode in both languages. */
export function layoutWords({ code, found }: LayoutMismatch, mode: Config['mode']): string {
  const older = code === 'storage-layout-older';
  const layout = found === undefined ? 'without a stamp' : `of layout ${found}`;
  const data = `The stored data is ${layout}, ${older ? 'older' : 'newer'} than layout ${layoutOfToday} of this release`;
  if (mode === 'local') {
    const french = found === undefined ? 'sans marque de format' : `au format ${found}`;
    return [
      `${data}. Begin again with empty data: npm start -- --reset`,
      `Les données gardées ici sont ${french} ; cette version attend le format ${layoutOfToday}. Pour repartir de zéro : npm start -- --reset`,
    ].join('\n');
  }
  const remedy = older
    ? 'Use an empty storage account or STORAGE_PREFIX'
    : 'Start the release that wrote it or a newer one, or use an empty storage account or STORAGE_PREFIX';
  return `${data}, and was left as it is. ${remedy}, or restore data of layout ${layoutOfToday}.`;
}
