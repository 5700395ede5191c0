import { zoneOfCountry } from '../catalogues/place-names';
import { isServersZone } from '../enrolment/read-time-zone';
import type { Cell, CellReaders, Warn } from './read-cells-once';

/** The zone of a row: as stated, or of its place, where a town that is known decides before the country; undefined where nobody has said it. */
export function readRowZone(
  cell: Cell,
  country: string | undefined,
  readers: CellReaders,
  warn: Warn,
): string | undefined {
  const text = cell('timeZone');
  if (text !== '' && !isServersZone(text)) {
    const stated = readers.timeZone(text);
    if (stated === undefined) warn('timeZone', 'time-zone-unknown', { value: text.slice(0, 60) });
    return stated;
  }
  const site = cell('site').replaceAll('\n', ' ');
  const { zone: ofSite, doubt } = readers.zoneOfSite(site, country);
  const zone = ofSite ?? (country === undefined || doubt !== undefined ? undefined : zoneOfCountry(country));
  if (zone !== undefined) warn('timeZone', 'zone-of-place', { zone });
  else if (country === undefined) warn('timeZone', 'zone-not-stated');
  else if (site === '') warn('timeZone', 'zone-of-several', { country });
  else
    warn('timeZone', doubt === 'elsewhere' ? 'zone-contradicted' : 'zone-of-unknown-town', {
      country,
      value: site.slice(0, 60),
    });
  return zone;
}
