import { administratorOfAll, type RoleName } from '../member/roles';
import type { ProgrammeEntryDto } from './me-api-contract';
import type { Membership, ProgrammeEntry } from '../domain/programme';
import type { Actor, Ports } from '../domain/ports';
import { byLanguage } from '../language/languages';

const mostProgrammes = 500;

/** The programmes in which the actor has a part, by id; all of the tenant for the administrator of all. Two bounded ranges at most. */
export async function listProgrammes(
  ports: Ports<'people' | 'tenants'>,
  actor: Actor,
): Promise<readonly ProgrammeEntryDto[]> {
  const { rows } = await ports.people.range(actor.directoryId, 'membership', { limit: mostProgrammes });
  const memberships = new Map(rows.map((row) => [row.key, row.value]));
  const ofAll = actor.appRoles.includes(administratorOfAll);
  const entries = ofAll
    ? (await ports.tenants.range('tenant', 'entry', { limit: mostProgrammes })).rows
    : await Promise.all([...memberships.keys()].map((id) => ports.tenants.get('tenant', 'entry', id)));
  return entries.flatMap((entry) =>
    entry === undefined ? [] : [toDto(entry.value, memberships.get(entry.key), ofAll)],
  );
}

function toDto(entry: ProgrammeEntry, membership: Membership | undefined, ofAll: boolean): ProgrammeEntryDto {
  const roles = new Set<RoleName>(membership?.contacts.map((contact) => contact.role));
  if (ofAll) roles.add('administrator');
  if (membership?.participantId !== undefined) roles.add('participant');
  return {
    id: entry.id,
    name: byLanguage((language) => entry.name[language]),
    state: entry.state,
    roles: [...roles].sort(),
  };
}
