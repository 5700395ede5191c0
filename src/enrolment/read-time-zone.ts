import { Temporal } from 'temporal-polyfill';
import { foldText } from '../kernel/fold-text';
import { cityOfZone } from '../language/city-of-zone';
import { sameOffsets, usualZones, zonesIn } from '../catalogues/place-names';
import windowsZones from './windows-zones.json';

/** Windows names as directories export them, and the usual names of Workday and Outlook, folded (Unicode CLDR, windowsZones). */
const namedZones = new Map(Object.entries(windowsZones));

/**
 * The IANA zone in its usual spelling, also for the Windows name of a zone, for how systems show one (`(UTC+01:00) Brussels, Paris`, `GMT+01:00
 * Central European Time (Paris)`) and for a city that names a zone; undefined for anything else: an offset alone says nothing of summer.
 */
export function timeZoneId(text: string): string | undefined {
  const shown = text.replace(/[([]?(?:UTC|GMT)\s*(?:[+-]\s*\d{1,2}(?::?\d{2})?)[)\]]?/iu, '').trim();
  const whole = zoneNamed(text) ?? (shown === '' ? undefined : zoneNamed(shown));
  if (whole !== undefined || shown === '') return whole;
  const parts = shown.split(/[(),]/u).map((part) => part.trim());
  const found = parts.map((part) => (part === '' ? undefined : zoneNamed(part)));
  // The city in brackets is more exact than the name before it.
  return found.findLast((zone) => zone !== undefined && /\//u.test(zone));
}

/** Zones by what they were called: a file says the same few in each of its rows, and the calendar takes its time to find one. */
const zonesFound = new Map<string, string | undefined>();
const mostFound = 2_000;

function zoneNamed(text: string): string | undefined {
  if (zonesFound.has(text)) return zonesFound.get(text);
  const zone = findZone(text);
  if (zonesFound.size < mostFound && text.length <= 100) zonesFound.set(text, zone);
  return zone;
}

function findZone(text: string): string | undefined {
  const name = namedZones.get(foldText(text)) ?? zoneOfCity(text) ?? text.trim().replaceAll(' ', '_');
  if (!/^[a-z]+([/_+-][a-z0-9]+)*$/iu.test(name)) return undefined;
  try {
    return Temporal.PlainDate.from('2026-01-15').toZonedDateTime(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** Cities of the zones that are written here, whatever the machine's own list holds, and those that French spells otherwise. */
const zonesByCity = new Map([
  ...[...Object.values(windowsZones), ...usualZones, 'America/Toronto', 'Europe/Athens'].map(
    (zone) => [foldText(cityOfZone(zone)), zone] as const,
  ),
  ...Object.entries({
    bruxelles: 'Europe/Brussels',
    londres: 'Europe/London',
    lisbonne: 'Europe/Lisbon',
    'new delhi': 'Asia/Kolkata',
    mumbai: 'Asia/Kolkata',
    montreal: 'America/Toronto',
    pekin: 'Asia/Shanghai',
    beijing: 'Asia/Shanghai',
    singapour: 'Asia/Singapore',
    geneve: 'Europe/Zurich',
    geneva: 'Europe/Zurich',
    milan: 'Europe/Rome',
    munich: 'Europe/Berlin',
  }),
]);

/** Whether a system writes so for its own zone, which says nothing of the person: Moodle's 99. */
export function isServersZone(text: string): boolean {
  return /^(?:99(?:[.,]0+)?|server|default|forcetimezone)$/iu.test(text.trim());
}

/**
 * The zone of a site, by the city it names (`Toronto`, `Paris La Défense` of a country that has that zone); undefined for a site that names none, or
 * one of another country.
 */
export function zoneOfSite(site: string, country?: string): string | undefined {
  const parts = [site, ...site.split(/[-–—,/()|:]/u)].map((part) => part.trim()).filter((part) => part !== '');
  const words = foldText(site).split(' ');
  const starts = country === undefined ? [] : [3, 2, 1].map((count) => words.slice(0, count).join(' '));
  const found = [...parts, ...starts].map(zoneOfCity).find((zone) => zone !== undefined);
  if (found === undefined || country === undefined) return found;
  return zonesIn(country).some((zone) => sameOffsets(zone, found)) ? found : undefined;
}

/** `Paris` for Europe/Paris. */
function zoneOfCity(text: string): string | undefined {
  return zonesByCity.get(foldText(text));
}
