import type { Ports } from '../domain/ports';
import { readAll, readWhole } from '../kernel/read-all';
import { knownNames, mayName, type KnownNames } from '../privacy/known-names';

/**
 * The names of everybody of a programme, whatever their part in it and also of who has left: all of them, or those that share a word with a text. A range
 * over its people, one call for each thousand: a press that is not about a comment never makes it. A row that cannot be read keeps nobody from sending their answers:
 * it is passed over where a text is asked about, since a warning is a hint, and throws `rows-unreadable` where names are to be masked.
 */
export async function loadNames(ports: Ports<'programmes'>, programmeId: string, text?: string): Promise<KnownNames> {
  const names: string[] = [];
  const isWanted = text === undefined ? () => true : mayName(text);
  const read = text === undefined ? readWhole : readAll;
  for await (const { value } of read(ports.programmes, programmeId, 'participant'))
    if (isWanted(value.profile.name)) names.push(value.profile.name);
  for await (const { value } of read(ports.programmes, programmeId, 'contact'))
    if (isWanted(value.name)) names.push(value.name);
  return knownNames(names);
}
