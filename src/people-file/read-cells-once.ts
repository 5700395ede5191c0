import { countryCode } from '../catalogues/place-names';
import { namesPartOfDay, readAvailability } from '../enrolment/read-availability';
import { readRole } from '../enrolment/read-cells';
import { readLanguages } from '../enrolment/read-languages';
import { timeZoneId, zoneOfSite, type SiteZone } from '../enrolment/read-time-zone';

/** Readers of cells of one file that read each text once: many people of a file say the same. */
export interface CellReaders {
  readonly role: typeof readRole;
  readonly availability: typeof readAvailability;
  readonly namesPartOfDay: typeof namesPartOfDay;
  readonly languages: typeof readLanguages;
  readonly timeZone: typeof timeZoneId;
  readonly country: typeof countryCode;
  readonly zoneOfSite: (site: string, country: string | undefined) => SiteZone;
}

/** Readers that have read nothing yet. */
export function cellReaders(): CellReaders {
  const ofCountry = new Map<string | undefined, (site: string) => SiteZone>();
  return {
    role: readOnce(readRole),
    availability: readOnce(readAvailability),
    namesPartOfDay: readOnce(namesPartOfDay),
    languages: readOnce(readLanguages),
    timeZone: readOnce(timeZoneId),
    country: readOnce(countryCode),
    zoneOfSite: (site, country) => {
      const read = ofCountry.get(country) ?? readOnce((text: string) => zoneOfSite(text, country));
      ofCountry.set(country, read);
      return read(site);
    },
  };
}

/** The same reader, which reads each text once. */
export function readOnce<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}
