import { Temporal } from 'temporal-polyfill';
import { foldText } from '../kernel/fold-text';
import { usualZones } from '../catalogues/place-names';
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

function zoneNamed(text: string): string | undefined {
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
    (zone) => [foldText(zone.split('/').at(-1) ?? ''), zone] as const,
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

/** `Paris` for Europe/Paris. */
function zoneOfCity(text: string): string | undefined {
  return zonesByCity.get(foldText(text));
}
