import { Temporal } from 'temporal-polyfill';
import { foldText } from '../kernel/fold-text';
import { cityOfZone } from '../language/city-of-zone';
import { sameOffsets, usualZones } from '../catalogues/place-names';
import { isZoneOf, zonesOfTown } from '../catalogues/zones-of-town';
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
    milano: 'Europe/Rome',
    roma: 'Europe/Rome',
    munich: 'Europe/Berlin',
    munchen: 'Europe/Berlin',
    lisboa: 'Europe/Lisbon',
    lissabon: 'Europe/Lisbon',
    wien: 'Europe/Vienna',
    praha: 'Europe/Prague',
    東京: 'Asia/Tokyo',
  }),
]);

/** Whether a system writes so for its own zone, which says nothing of the person: Moodle's 99. */
export function isServersZone(text: string): boolean {
  return /^(?:99(?:[.,]0+)?|server|default|forcetimezone)$/iu.test(text.trim());
}

/** What a site says of a zone: one; or that nobody can tell, since several towns have the name (`several`) or none in the country has (`elsewhere`). */
export interface SiteZone {
  readonly zone?: string;
  readonly doubt?: 'several' | 'elsewhere';
}

/**
 * The zone of a site, by the town it names (`Toronto`, `Paris La Défense`, « Agence de Papeete », `97300 Cayenne`). A town of the country, or of its
 * territories, decides before the country does. A site that names no town anybody knows says nothing.
 */
export function zoneOfSite(site: string, country?: string): SiteZone {
  const parts = [site, ...site.split(/[-–—,/()|:]/u)].map((part) => part.trim()).filter((part) => part !== '');
  if (country === undefined) {
    const zone = [...parts, ...parts.map(withoutSiteWords)].map(zoneOfCity).find((one) => one !== undefined);
    return zone === undefined ? {} : { zone };
  }
  const postal =
    country === 'FR' ? zonesByPostcode.get(/(?<!\d)(9[78]\d)\d{2}(?!\d)/u.exec(site)?.[1] ?? '') : undefined;
  if (postal !== undefined) return { zone: postal };
  const here = [...parts, ...parts.map(withoutSiteWords), ...namesAtStart(site)].map((part) =>
    zonesNamed(part).filter((zone) => isZoneOf(country, zone)),
  );
  const [first, ...others] = here.filter((zones) => zones.length > 0).sort((a, b) => a.length - b.length);
  if (first !== undefined) {
    // « Saint-Denis (Réunion) » names one by two names.
    const left = others.reduce((zones, more) => {
      const both = zones.filter((zone) => more.some((one) => sameOffsets(one, zone)));
      return both.length === 0 ? zones : both;
    }, first);
    const [zone = ''] = left;
    return left.every((one) => sameOffsets(one, zone)) ? { zone } : { doubt: 'several' };
  }
  // Only of a town that zones are called by: others have namesakes in countries whose towns we do not know.
  return parts.some((part) => zonesByCity.has(foldText(part))) ? { doubt: 'elsewhere' } : {};
}

/** All zones of a name: of the cities that zones are called by, and of the towns we know. */
function zonesNamed(text: string): readonly string[] {
  const ofZone = zonesByCity.get(foldText(text));
  return [...new Set([...(ofZone === undefined ? [] : [ofZone]), ...zonesOfTown(text)])];
}

/** Words that stand before or behind the town of a site. */
const siteWords = new Set(
  'site office offices branch hq headquarters head campus hub plant factory store warehouse tower bureau bureaux agence siege usine entrepot magasin antenne direction standort niederlassung werk buro zentrale oficina oficinas sede planta fabrica ufficio stabilimento filiale kantoor vestiging hoofdkantoor escritorio unidade de du des d la le les of in en di do da city ville'.split(
    ' ',
  ),
);

function withoutSiteWords(part: string): string {
  const words = foldText(part).split(' ');
  const isKept = (word: string | undefined): boolean => word !== undefined && !siteWords.has(word) && !/\d/u.test(word);
  const [from, to] = [words.findIndex(isKept), words.findLastIndex(isKept)];
  return from < 0 ? '' : words.slice(from, to + 1).join(' ');
}

const streets = new Set('street st road rd avenue ave av way boulevard blvd drive lane park square'.split(' '));

/** The first words of a site; those of a street are no town. */
function namesAtStart(site: string): readonly string[] {
  const words = foldText(site).split(' ');
  return [3, 2, 1].flatMap((count) =>
    words.length > count && streets.has(words[count] ?? '') ? [] : [words.slice(0, count).join(' ')],
  );
}

/** Of France, by the first three figures. */
const zonesByPostcode = new Map([
  ['971', 'America/Guadeloupe'],
  ['972', 'America/Martinique'],
  ['973', 'America/Cayenne'],
  ['974', 'Indian/Reunion'],
  ['975', 'America/Miquelon'],
  ['976', 'Indian/Mayotte'],
  ['986', 'Pacific/Wallis'],
  ['987', 'Pacific/Tahiti'],
  ['988', 'Pacific/Noumea'],
]);

/** `Paris` for Europe/Paris; of several towns of a name the one that a zone is called by. */
function zoneOfCity(text: string): string | undefined {
  const known = zonesByCity.get(foldText(text));
  if (known !== undefined) return known;
  const [zone = '', ...others] = zonesOfTown(text);
  return zone !== '' && others.every((other) => sameOffsets(other, zone)) ? zone : undefined;
}
