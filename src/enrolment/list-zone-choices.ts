import { isStated, type PersonProfile } from '../domain/participant';
import { sameOffsets, usualZones, zonesIn } from '../catalogues/place-names';

/** Of zones with the same hours, the one by whose city most people know them; the Unicode CLDR has them in the order of the alphabet. */
const knownFirst = new Set([
  ...usualZones,
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Toronto',
  'America/Winnipeg',
  'America/Edmonton',
  'America/Vancouver',
  'America/Halifax',
  'America/Mexico_City',
  'America/Sao_Paulo',
  'America/Manaus',
  'Australia/Sydney',
  'Australia/Brisbane',
  'Australia/Perth',
  'Europe/Moscow',
  'Asia/Jakarta',
]);

/**
 * The zones among which somebody says theirs: the one they said, and one for each hour of the clock in their country (ISO 3166) where it has several, or the
 * usual ones where nobody knows the country. None where there is nothing to choose.
 */
export function listZoneChoices(profile: Pick<PersonProfile, 'country' | 'timeZone' | 'notStated'>): readonly string[] {
  const choices = choicesIn(profile.country ?? '');
  if (!isStated(profile, 'timeZone')) return choices;
  return choices.length === 0 ? [] : [...new Set([profile.timeZone, ...choices])];
}

function choicesIn(country: string): readonly string[] {
  const known = choicesByCountry.get(country);
  if (known !== undefined) return known;
  const zones = country === '' ? usualZones : zonesIn(country);
  const inOrder = [...zones.filter((zone) => knownFirst.has(zone)), ...zones.filter((zone) => !knownFirst.has(zone))];
  const found: string[] = [];
  for (const zone of inOrder) if (!found.some((other) => sameOffsets(other, zone))) found.push(zone);
  const several = found.length > 1 ? found : [];
  choicesByCountry.set(country, several);
  return several;
}

/** By country: comparing zones takes its time, and a card is drawn for each person. */
const choicesByCountry = new Map<string, readonly string[]>();
