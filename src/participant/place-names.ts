import { Temporal } from 'temporal-polyfill';
import { foldText } from './fold-text';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const codes = letters.flatMap((first) => letters.map((second) => first + second));

/** Lower-case code of a language given as a code (`fr`, `fr-CA`) or by its French or English name; undefined when unknown. */
export function languageCode(text: string): string | undefined {
  const words = foldText(text);
  if (/^[a-z]{2}( [a-z]{2,4})?$/u.test(words)) {
    const code = words.slice(0, 2);
    if (isNamed(code, 'language')) return code;
  }
  return names('language').get(words);
}

/** Upper-case ISO 3166 code of a country given as a code or by its French or English name; undefined when unknown. */
export function countryCode(text: string): string | undefined {
  const words = foldText(text);
  if (/^[a-z]{2}$/u.test(words)) {
    const code = words === 'uk' ? 'GB' : words.toUpperCase();
    if (isNamed(code, 'region')) return code;
  }
  return names('region').get(words) ?? otherCountryNames.get(words);
}

/** The IANA zone in its usual spelling, also for the Windows name of a zone; undefined for anything else, offsets included. */
export function timeZoneId(text: string): string | undefined {
  const name = windowsZones.get(foldText(text)) ?? text.trim().replaceAll(' ', '_');
  if (!/^[a-z]+([/_+-][a-z0-9]+)*$/iu.test(name)) return undefined;
  try {
    return Temporal.PlainDate.from('2026-01-15').toZonedDateTime(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** The name of a language code as people write it within a sentence: « français », "French". */
export function languageName(code: string, locale: 'fr' | 'en'): string {
  return display(locale, 'language').of(code) ?? code;
}

/** The zone of a country that has one at work, Europe/Paris for any other. */
export function usualTimeZone(country: string | undefined): string {
  return (country === undefined ? undefined : zonesOfCountries.get(country)) ?? 'Europe/Paris';
}

/** Whether the code is one of today: DD was Germany's too, once. */
function isNamed(code: string, type: 'language' | 'region'): boolean {
  const locale = new Intl.Locale(type === 'region' ? `und-${code}` : code);
  const current = type === 'region' ? locale.region : locale.language;
  return current === code && code !== 'ZZ' && display('en', type).of(code) !== undefined;
}

const displays = new Map<string, Intl.DisplayNames>();

function display(locale: 'fr' | 'en', type: 'language' | 'region'): Intl.DisplayNames {
  const key = `${locale} ${type}`;
  const names = displays.get(key) ?? new Intl.DisplayNames(locale, { type, fallback: 'none' });
  displays.set(key, names);
  return names;
}

const codesByName = new Map<string, ReadonlyMap<string, string>>();

function names(type: 'language' | 'region'): ReadonlyMap<string, string> {
  const known = codesByName.get(type);
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  const current = codes
    .map((code) => (type === 'region' ? code : code.toLowerCase()))
    .filter((code) => isNamed(code, type));
  for (const locale of ['en', 'fr'] as const) {
    for (const code of current) {
      // A new code may have a name in one language before it has one in the other.
      const name = display(locale, type).of(code);
      if (name !== undefined && !found.has(foldText(name))) found.set(foldText(name), code);
    }
  }
  codesByName.set(type, found);
  return found;
}

const otherCountryNames = new Map([
  ['usa', 'US'],
  ['etats unis d amerique', 'US'],
  ['united states of america', 'US'],
  ['great britain', 'GB'],
  ['grande bretagne', 'GB'],
  ['england', 'GB'],
  ['angleterre', 'GB'],
  ['fra', 'FR'],
  ['deu', 'DE'],
  ['jpn', 'JP'],
  ['can', 'CA'],
  ['gbr', 'GB'],
]);

/** Windows names as Active Directory exports them, folded (Unicode CLDR, windowsZones). */
const windowsZones = new Map([
  ['romance standard time', 'Europe/Paris'],
  ['w europe standard time', 'Europe/Berlin'],
  ['central europe standard time', 'Europe/Budapest'],
  ['central european standard time', 'Europe/Warsaw'],
  ['gmt standard time', 'Europe/London'],
  ['greenwich standard time', 'Africa/Abidjan'],
  ['gtb standard time', 'Europe/Bucharest'],
  ['fle standard time', 'Europe/Helsinki'],
  ['morocco standard time', 'Africa/Casablanca'],
  ['south africa standard time', 'Africa/Johannesburg'],
  ['arabian standard time', 'Asia/Dubai'],
  ['india standard time', 'Asia/Kolkata'],
  ['china standard time', 'Asia/Shanghai'],
  ['singapore standard time', 'Asia/Singapore'],
  ['tokyo standard time', 'Asia/Tokyo'],
  ['korea standard time', 'Asia/Seoul'],
  ['aus eastern standard time', 'Australia/Sydney'],
  ['eastern standard time', 'America/New_York'],
  ['central standard time', 'America/Chicago'],
  ['mountain standard time', 'America/Denver'],
  ['pacific standard time', 'America/Los_Angeles'],
  ['e south america standard time', 'America/Sao_Paulo'],
  ['utc', 'UTC'],
]);

const zonesOfCountries = new Map(
  Object.entries({
    FR: 'Europe/Paris',
    BE: 'Europe/Brussels',
    CH: 'Europe/Zurich',
    LU: 'Europe/Luxembourg',
    DE: 'Europe/Berlin',
    AT: 'Europe/Vienna',
    NL: 'Europe/Amsterdam',
    GB: 'Europe/London',
    IE: 'Europe/Dublin',
    ES: 'Europe/Madrid',
    PT: 'Europe/Lisbon',
    IT: 'Europe/Rome',
    PL: 'Europe/Warsaw',
    CZ: 'Europe/Prague',
    SE: 'Europe/Stockholm',
    DK: 'Europe/Copenhagen',
    NO: 'Europe/Oslo',
    FI: 'Europe/Helsinki',
    RO: 'Europe/Bucharest',
    MA: 'Africa/Casablanca',
    TN: 'Africa/Tunis',
    SN: 'Africa/Dakar',
    CI: 'Africa/Abidjan',
    IN: 'Asia/Kolkata',
    CN: 'Asia/Shanghai',
    SG: 'Asia/Singapore',
    JP: 'Asia/Tokyo',
    KR: 'Asia/Seoul',
    AE: 'Asia/Dubai',
  }),
);
