import { ok, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import {
  mostExamples,
  mostFindings,
  mostLeavingListed,
  type Finding,
  type PeopleCheck,
  type PeopleCheckRequest,
} from './api-contract';
import { groupFindings, inOrder, type RowOwner } from './group-findings';
import type { MappedPeople } from './map-people';
import type { FileRefusal, PeopleIssue, RejectionReason } from './people-issue';
import { importFileOf, previewImport, type ImportPreview } from './preview-import';
import type { ReadPeopleFile } from './read-people-file';

const nobodyMoves = { added: 0, changed: 0, unchanged: 0, missing: 0, returning: 0 };

/**
 * Reads a people file and keeps its good rows aside; nobody is added before HR confirms the import. At most 200 findings are listed, and 50
 * rows of each.
 */
export async function checkPeopleFile(
  ports: Ports<Saving | 'secrets'>,
  readPeopleFile: ReadPeopleFile,
  programmeId: string,
  file: PeopleCheckRequest & { readonly bytes: Uint8Array },
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<PeopleCheck, 'not-found' | 'closed' | FileRefusal>> {
  const { bytes, fileName, map, leaveOut } = file;
  const read = await readPeopleFile({ bytes, fileName, map, leaveOut, today: context.now.slice(0, 10) });
  if (!read.ok) return read;
  const { mapped, columns, findings } = read.value;
  const { rows, people } = mapped;
  const facts = { rows, columns, nameless: mapped.nameless };
  if (people.length === 0) return ok({ ...facts, ...listed(findings), accepted: 0, ...nobodyMoves });
  const preview = await previewImport(ports, programmeId, importFileOf(ports, file, mapped), actor, context);
  if (!preview.ok) return preview;
  const { leaving, knownOtherwise = [], importId, ...counts } = preview.value;
  const accepted = people.length - knownOtherwise.length;
  const told = listed([...findings, ...findingsOf(knownOtherwise, mapped)]);
  if (accepted === 0) return ok({ ...facts, ...told, accepted, ...counts });
  return ok({
    ...facts,
    ...told,
    accepted,
    importId,
    ...counts,
    ...(leaving === undefined ? {} : { leaving: leavingDto(leaving) }),
  });
}

function listed(findings: readonly Finding[]): Pick<PeopleCheck, 'findings' | 'findingsMore'> {
  return {
    findings: inOrder(findings).slice(0, mostFindings),
    findingsMore: Math.max(0, findings.length - mostFindings),
  };
}

/** About rows that could be read, and are about somebody of the programme under another id. */
function findingsOf(
  rejected: readonly PeopleIssue<RejectionReason>[],
  { people, places }: Pick<MappedPeople, 'people' | 'places'>,
): readonly Finding[] {
  if (rejected.length === 0) return [];
  const owners = new Map<number | undefined, RowOwner>(
    people.map(({ id, name }) => [places.get(id)?.row, { id, name }]),
  );
  return groupFindings({ rejected, warnings: [] }, (row) => owners.get(row), mostExamples);
}

/** Names in alphabetical order, at most 100. */
function leavingDto({ people, asksAgain }: NonNullable<ImportPreview['leaving']>): PeopleCheck['leaving'] {
  const named = people.map(({ id, profile }) => ({ id, name: profile.name }));
  const sorted = named.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  return { count: people.length, people: sorted.slice(0, mostLeavingListed), asksAgain };
}
