import { zonesIn } from './place-names';

/** Where most people work first, so that few countries are looked through; the others in the order of the alphabet. */
const first = 'FR GB DE US ES IT BE CH NL IN CN JP SG AE SA EG MA BR CA AU'.split(' ');
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const countries = [...new Set([...first, ...letters.flatMap((one) => letters.map((other) => one + other))])];

/** The country (ISO 3166) that a zone belongs to by the Unicode CLDR; undefined of a zone of no country, such as UTC. */
export function countryOfZone(timeZone: string): string | undefined {
  if (known.has(timeZone)) return known.get(timeZone);
  // The CLDR keeps the names that it began with (Asia/Calcutta); the runtime knows which one that is.
  const name = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  const country = countries.find((code) => zonesIn(code).some((zone) => zone === timeZone || zone === name));
  known.set(timeZone, country);
  return country;
}

/** By the names of zones, of which there are some hundred. */
const known = new Map<string, string | undefined>();
