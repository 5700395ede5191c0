import Holidays from 'date-holidays';
import { foldText } from '../src/kernel/fold-text';
import cities from './holiday-regions.json';

/**
 * The part of a country, by its code in date-holidays, that a site's name tells: a region by its own name, or a town of which offices are known to be
 * (`holiday-regions.json`); undefined where it tells none, or two.
 */
export function regionOfSite(country: string, site: string): string | undefined {
  if (site === '') return undefined;
  const key = `${country}|${site}`;
  if (!known.has(key)) {
    // Sites are written by people: what is remembered is bounded, and found again where it is forgotten.
    if (known.size >= mostRemembered) known.clear();
    known.set(key, findRegion(country, site));
  }
  return known.get(key);
}

const mostRemembered = 5_000;
const known = new Map<string, string | undefined>();
const namesByCountry = new Map<string, readonly (readonly [name: string, region: string])[]>();

function findRegion(country: string, site: string): string | undefined {
  const words = ` ${foldText(site)} `;
  const named = namesOf(country).filter(([name]) => words.includes(` ${name} `));
  // York is not named in New York.
  const whole = named.filter(
    ([name]) => !named.some(([other]) => other !== name && ` ${other} `.includes(` ${name} `)),
  );
  const regions = new Set(whole.map(([, region]) => region));
  return regions.size === 1 ? [...regions][0] : undefined;
}

function namesOf(country: string): readonly (readonly [string, string])[] {
  const found = namesByCountry.get(country);
  if (found !== undefined) return found;
  const ofTowns = Object.entries((cities as Readonly<Record<string, Readonly<Record<string, string>>>>)[country] ?? {});
  const ofRegions = ['en', 'fr', 'de'].flatMap((language) =>
    // Of a country without parts it is undefined, whatever its types say.
    Object.entries((new Holidays().getStates(country, language) as Readonly<Record<string, string>> | undefined) ?? {}),
  );
  const names = [
    ...ofTowns.flatMap(([region, towns]) => towns.split(', ').map((town) => [town, region] as const)),
    ...ofRegions.map(([region, name]) => [foldText(name), region] as const),
  ];
  namesByCountry.set(country, names);
  return names;
}
