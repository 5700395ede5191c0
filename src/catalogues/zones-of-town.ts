import { foldText } from '../kernel/fold-text';
import { sameOffsets, zonesIn } from './place-names';
import townZones from './town-zones.json';

/** Territories far from their countries, whose people a file writes under the country. */
const territories: Readonly<Record<string, readonly string[]>> = {
  FR: ['GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'PF', 'NC', 'WF', 'MF', 'BL'],
  NL: ['CW', 'AW', 'SX', 'BQ'],
  GB: ['GI'],
  DK: ['GL', 'FO'],
  US: ['PR', 'GU', 'VI'],
  CN: ['HK', 'MO'],
};

const zonesByTown = new Map<string, readonly string[]>();
for (const [zone, towns] of Object.entries(townZones))
  for (const town of towns.split(', '))
    zonesByTown.set(foldText(town), [...(zonesByTown.get(foldText(town)) ?? []), zone]);

/** The zones of the towns, states and islands of a name, with one entry for each of several that are called so; none of a name nobody knows. */
export function zonesOfTown(name: string): readonly string[] {
  return zonesByTown.get(foldText(name)) ?? [];
}

/** Whether a clock of a country, or of its territories, shows the hour of the zone. */
export function isZoneOf(country: string, zone: string): boolean {
  if (zonesIn(country).some((own) => sameOffsets(own, zone))) return true;
  // Gibraltar has the hour of Paris, which makes Paris no town of the United Kingdom.
  return (territories[country] ?? []).some((code) => zonesIn(code).includes(zone));
}
