import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { mostLeavingListed, type PeopleCheck, type PeopleCheckRequest } from './api-contract';
import { describeColumns } from './describe-columns';
import { mapPeople } from './map-people';
import { issueWords } from './people-issue';
import type { PeopleTable } from './people-table';
import { importFileOf, previewImport, type ImportPreview } from './preview-import';

const mostListed = 200;

/** Decodes a CSV or XLSX into text cells; the reason of a refusal is a code of the reader. */
export type ReadPeopleTable = (bytes: Uint8Array, fileName: string) => Promise<Result<PeopleTable>>;

/**
 * Reads a people file and keeps its good rows aside; nobody is added before HR confirms the import. At most 200 rejected cells and
 * 200 warnings are listed.
 */
export async function checkPeopleFile(
  ports: Ports<Saving | 'secrets'>,
  readPeopleTable: ReadPeopleTable,
  programmeId: string,
  file: PeopleCheckRequest & { readonly bytes: Uint8Array },
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<PeopleCheck, 'not-found' | 'closed' | 'file-unreadable'>> {
  const table = await readPeopleTable(file.bytes, file.fileName);
  if (!table.ok) return refused('file-unreadable');
  const mapped = mapPeople(table.value, file.map, file.leaveOut);
  const { rows, people, rejected, warnings } = mapped;
  const facts = {
    rows,
    accepted: people.length,
    rejected: rejected
      .slice(0, mostListed)
      .map((issue) => ({ row: issue.row, column: issue.column, reason: issueWords(issue) })),
    rejectedMore: Math.max(0, rejected.length - mostListed),
    warnings: warnings.slice(0, mostListed).map((issue) => issueWords(issue)),
    columns: describeColumns(table.value, file.map, file.leaveOut),
    nameless: mapped.nameless,
  };
  if (people.length === 0) return ok({ ...facts, added: 0, changed: 0, unchanged: 0, missing: 0, returning: 0 });
  const preview = await previewImport(ports, programmeId, importFileOf(ports, file, mapped), actor, context);
  if (!preview.ok) return preview;
  const { leaving, ...counts } = preview.value;
  return ok({ ...facts, ...counts, ...(leaving === undefined ? {} : { leaving: leavingDto(leaving) }) });
}

/** Names in alphabetical order, at most 100. */
function leavingDto({ people, asksAgain }: NonNullable<ImportPreview['leaving']>): PeopleCheck['leaving'] {
  const named = people.map(({ id, profile }) => ({ id, name: profile.name }));
  const sorted = named.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  return { count: people.length, people: sorted.slice(0, mostLeavingListed), asksAgain };
}
