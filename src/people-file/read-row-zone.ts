import { zoneOfCountry } from '../catalogues/place-names';
import { isServersZone } from '../enrolment/read-time-zone';
import type { CellReaders } from './read-cells-once';
import type { RowReading } from './read-row';

/** The zone of a row: as stated, or of its place, where a town that is known decides before the country; undefined where nobody has said it. */
export function readRowZone(row: RowReading, country: string | undefined, readers: CellReaders): string | undefined {
  const text = row.cell('timeZone');
  if (text !== '' && !isServersZone(text)) {
    const stated = readers.timeZone(text);
    if (stated === undefined) row.warn('timeZone', 'time-zone-unknown', { value: text.slice(0, 60) });
    return stated;
  }
  const site = row.cell('site').replaceAll('\n', ' ');
  const { zone: ofSite, doubt } = readers.zoneOfSite(site, country);
  const zone = ofSite ?? (country === undefined || doubt !== undefined ? undefined : zoneOfCountry(country));
  if (zone !== undefined) row.warn('timeZone', 'zone-of-place', { zone });
  else if (country === undefined) row.warn('timeZone', 'zone-not-stated');
  else if (site === '') row.warn('timeZone', 'zone-of-several', { country });
  else
    row.warn('timeZone', doubt === 'elsewhere' ? 'zone-contradicted' : 'zone-of-unknown-town', {
      country,
      value: site.slice(0, 60),
    });
  return zone;
}
