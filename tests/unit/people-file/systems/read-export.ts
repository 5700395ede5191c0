import { createHash } from 'node:crypto';
import { readPeopleTable } from '../../../../bot/documents/read-people-table';
import { pairingPolicySchema } from '../../../../src/domain/pairing-contract';
import { draftPairs } from '../../../../src/pairing/draft-pairs';
import { importablePerson } from '../../../../src/people-file/importable-person';
import { mapPeople, type MappedPeople } from '../../../../src/people-file/map-people';
import type { PeopleMap } from '../../../../src/people-file/participant-contract';

export interface ReadExport extends MappedPeople {
  /** Manager's name by a person's name. */
  readonly managers: Readonly<Record<string, string>>;
  /** Codes of warnings, each once, with the column they are about. */
  readonly told: ReadonlySet<string>;
  /** `mentor → mentee` by name. */
  readonly pairs: readonly string[];
}

/** A file as `people check` and `pair` read it: its bytes into a table, people, and the pairs that are proposed. Throws for a file that is no table. */
export async function readExport(file: string | Uint8Array, name = 'people.csv', map?: PeopleMap): Promise<ReadExport> {
  const table = await readPeopleTable(typeof file === 'string' ? Buffer.from(file) : file, name);
  if (!table.ok) throw new Error(table.reason);
  const mapped = mapPeople(table.value, map);
  const names = new Map(mapped.people.map((person) => [person.id, person.name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const draft =
    mapped.people.length === 0
      ? undefined
      : draftPairs(mapped.people.map(importablePerson), {
          policy: pairingPolicySchema.parse({}),
          seed: 1,
          hash: (text) => createHash('sha256').update(text).digest('hex'),
          reportingLines: mapped.reportingLines,
        });
  return {
    ...mapped,
    managers: Object.fromEntries([...mapped.reportingLines].map(([id, manager]) => [nameOf(id), nameOf(manager)])),
    told: new Set(mapped.warnings.map(({ reason, column }) => `${reason} ${column}`)),
    pairs: (draft?.pairs ?? []).map(({ mentorId, menteeId }) => `${nameOf(mentorId)} → ${nameOf(menteeId)}`),
  };
}
