import { Temporal } from 'temporal-polyfill';
import { foldText } from '../kernel/fold-text';
import type { Language } from '../language/languages';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const codes = letters.flatMap((first) => letters.map((second) => first + second));

/**
 * Lower-case code of a language given as a code (`fr`, `fr-CA`, `fra`) or by its name in French, in English or in the language itself; undefined
 * when unknown.
 */
export function languageCode(text: string): string | undefined {
  const words = foldText(text);
  if (/^[a-z]{2}( [a-z]{4})?( [a-z]{2,3})?$/u.test(words)) {
    const code = words.slice(0, 2);
    if (isNamed(code, 'language')) return code;
  }
  if (/^[a-z]{3}$/u.test(words)) {
    // The code of three letters that has one of two is the same language: ISO 639-2, whose older letters (`ger`) are known too.
    const code = new Intl.Locale(words).language;
    if (code.length === 2 && isNamed(code, 'language')) return code;
  }
  return names('language').get(words) ?? otherLanguageNames.get(words);
}

/** Upper-case ISO 3166 code of a country given as a code or by its name in a European language, alone or together: `FR - France`. */
export function countryCode(text: string): string | undefined {
  const whole = countryNamed(text);
  if (whole !== undefined) return whole;
  const parts = text.split(/[()[\]:/,]|\s[-–—]\s/u).filter((part) => part.trim() !== '');
  return parts.length > 1 ? parts.map(countryNamed).find((code) => code !== undefined) : undefined;
}

function countryNamed(text: string): string | undefined {
  const words = foldText(text);
  if (/^[a-z]{2}$/u.test(words)) {
    const code = words === 'uk' ? 'GB' : words.toUpperCase();
    if (isNamed(code, 'region')) return code;
  }
  return names('region').get(words) ?? otherCountryNames.get(words) ?? otherCountryNames.get(words.replaceAll(' ', ''));
}

/** The name of a language code as people write it within a sentence: « français », "French". */
export function languageName(code: string, locale: Language): string {
  return display(locale, 'language').of(code) ?? code;
}

/** The name of a country code as people write it within a sentence. */
export function countryName(code: string, locale: Language): string {
  return display(locale, 'region').of(code) ?? code;
}

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
    AR: 'America/Argentina/Buenos_Aires',
  }),
);

/** The zones of the countries that have one at work. */
export const usualZones: readonly string[] = [...zonesOfCountries.values()];

/** The zone of a country, by its code, that has one at work; undefined where it has several, or is not known. */
export function zoneOfCountry(country: string): string | undefined {
  const usual = zonesOfCountries.get(country);
  if (usual !== undefined) return usual;
  const [first, ...others] = zonesIn(country);
  return first !== undefined && others.every((zone) => sameOffsets(zone, first)) ? first : undefined;
}

/** The zones of a country by its code, of the Unicode CLDR; none of a country nobody knows. */
export function zonesIn(country: string): readonly string[] {
  const known = zonesByCountry.get(country);
  if (known !== undefined) return known;
  const locale = new Intl.Locale(`und-${country}`) as ZonedLocale;
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  zonesByCountry.set(country, zones);
  return zones;
}

/** The list was a property before it was a method; TypeScript knows neither. */
interface ZonedLocale extends Intl.Locale {
  readonly timeZones?: readonly string[];
  getTimeZones?(): readonly string[] | undefined;
}

const zonesByCountry = new Map<string, readonly string[]>();

/** Whether two zones show one hour in winter and in summer. */
export function sameOffsets(one: string, other: string): boolean {
  return one === other || offsetsOf(one) === offsetsOf(other);
}

function offsetsOf(zone: string): string {
  const known = offsetsByZone.get(zone);
  if (known !== undefined) return known;
  const offsets = ['2026-01-15T12:00Z', '2026-07-15T12:00Z']
    .map((text) => Temporal.Instant.from(text).toZonedDateTimeISO(zone).offset)
    .join(' ');
  offsetsByZone.set(zone, offsets);
  return offsets;
}

/** By the zones there are: a few hundred. */
const offsetsByZone = new Map<string, string>();

/** The language of a country, by its code, in which nearly everybody works; undefined where there are several, or nobody knows. */
export function languageOfCountry(country: string): string | undefined {
  if (several.has(country)) return undefined;
  const known = languagesOfCountries.get(country) ?? new Intl.Locale(`und-${country}`).maximize().language;
  languagesOfCountries.set(country, known);
  return known;
}

/** By codes of two letters: at most 676. */
const languagesOfCountries = new Map<string, string>();

/** Countries with more than one language of work. */
const several = new Set('BE CH CA LU IN SG HK ZA CM MT FI AF IE MY PH NG KE RW PK LK TN MA DZ'.split(' '));

/** Whether the code is one of today: DD was Germany's too, once. */
function isNamed(code: string, type: 'language' | 'region'): boolean {
  const key = `${type} ${code}`;
  const named = namedCodes.get(key) ?? isCurrent(code, type);
  namedCodes.set(key, named);
  return named;
}

/** Codes of two letters: at most 1,352. */
const namedCodes = new Map<string, boolean>();

function isCurrent(code: string, type: 'language' | 'region'): boolean {
  const locale = new Intl.Locale(type === 'region' ? `und-${code}` : code);
  const current = type === 'region' ? locale.region : locale.language;
  return current === code && code !== 'ZZ' && display('en', type).of(code) !== undefined;
}

const displays = new Map<string, Intl.DisplayNames>();

function display(locale: string, type: 'language' | 'region'): Intl.DisplayNames {
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
  const add = (code: string, locale: string): void => {
    // A new code may have a name in one language before it has one in the other.
    const name = foldText(display(locale, type).of(code) ?? '');
    if (name !== '' && !found.has(name)) found.set(name, code);
  };
  for (const locale of ['en', 'fr', 'de', 'es', 'it', 'nl', 'pt', 'ja', 'pl'])
    for (const code of current) add(code, locale);
  if (type === 'language') for (const code of current) add(code, code);
  codesByName.set(type, found);
  return found;
}

const otherLanguageNames = new Map(
  Object.entries({
    mandarin: 'zh',
    'mandarin chinese': 'zh',
    'chinois mandarin': 'zh',
    cantonais: 'zh',
    cantonese: 'zh',
    flamand: 'nl',
    flemish: 'nl',
    castillan: 'es',
    castilian: 'es',
    farsi: 'fa',
    moldave: 'ro',
    bresilien: 'pt',
  }),
);

/** Names in use beside those of the Unicode CLDR, and codes of three letters (ISO 3166-1 alpha-3) that payroll systems write. */
const otherCountryNames = new Map(
  Object.entries({
    usa: 'US',
    'etats unis d amerique': 'US',
    'united states of america': 'US',
    'great britain': 'GB',
    'grande bretagne': 'GB',
    england: 'GB',
    angleterre: 'GB',
    scotland: 'GB',
    ecosse: 'GB',
    wales: 'GB',
    'northern ireland': 'GB',
    'the netherlands': 'NL',
    holland: 'NL',
    hollande: 'NL',
    'czech republic': 'CZ',
    'republique tcheque': 'CZ',
    'ivory coast': 'CI',
    'hong kong': 'HK',
    macao: 'MO',
    turkey: 'TR',
    uae: 'AE',
    emirats: 'AE',
    'russian federation': 'RU',
    'federation de russie': 'RU',
    'republic of korea': 'KR',
    'korea republic of': 'KR',
    korea: 'KR',
    coree: 'KR',
    'viet nam': 'VN',
    'cape verde': 'CV',
    macedonia: 'MK',
    burma: 'MM',
    'republique democratique du congo': 'CD',
    ...Object.fromEntries(
      'fraFR deuDE espES itaIT prtPT gbrGB irlIE nldNL belBE luxLU cheCH autAT polPL czeCZ svkSK hunHU rouRO bgrBG grcGR hrvHR svnSI srbRS dnkDK sweSE norNO finFI islIS estEE lvaLV ltuLT turTR ukrUA rusRU usaUS canCA mexMX braBR argAR chlCL colCO perPE chnCN jpnJP korKR indIN sgpSG hkgHK twnTW thaTH vnmVN mysMY idnID phlPH ausAU nzlNZ areAE sauSA qatQA isrIL egyEG marMA tunTN dzaDZ senSN civCI cmrCM ngaNG kenKE zafZA'
        .split(' ')
        .map((pair) => [pair.slice(0, 3), pair.slice(3)]),
    ),
  }),
);
