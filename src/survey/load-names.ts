import type { Ports } from '../domain/ports';
import { readWhole } from '../kernel/read-all';
import { knownNames, mayName, type KnownNames } from '../privacy/known-names';

/**
 * The names of everybody of a programme, whatever their part in it and also of who has left: all of them, or those that share a word with a text. A range
 * over its people, one call for each thousand: a press that is not about a comment never makes it.
 */
export async function loadNames(ports: Ports<'programmes'>, programmeId: string, text?: string): Promise<KnownNames> {
  const names: string[] = [];
  const isWanted = text === undefined ? () => true : mayName(text);
  for await (const { value } of readWhole(ports.programmes, programmeId, 'participant'))
    if (isWanted(value.profile.name)) names.push(value.profile.name);
  for await (const { value } of readWhole(ports.programmes, programmeId, 'contact'))
    if (isWanted(value.name)) names.push(value.name);
  return knownNames(names);
}
