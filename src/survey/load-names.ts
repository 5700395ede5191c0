import type { Ports } from '../domain/ports';
import { readWhole } from '../kernel/read-all';
import { knownNames, type KnownNames } from '../privacy/known-names';

/**
 * The names of everybody of a programme, whatever their part in it and also of who has left. A range over its people, one call for each thousand: no press
 * makes it. Throws `rows-unreadable`.
 */
export async function loadNames(ports: Ports<'programmes'>, programmeId: string): Promise<KnownNames> {
  const names: string[] = [];
  for await (const { value } of readWhole(ports.programmes, programmeId, 'participant')) names.push(value.profile.name);
  for await (const { value } of readWhole(ports.programmes, programmeId, 'contact')) names.push(value.name);
  return knownNames(names);
}
