import { ok, type Result } from '../kernel/result';
import { mostExamples, type FileColumns, type Finding } from './api-contract';
import { describeColumns } from './describe-columns';
import { groupFindings } from './group-findings';
import { mapPeople, type MappedPeople } from './map-people';
import type { PeopleField, PeopleMap } from './participant-contract';
import type { FileRefusal, TableRefusal } from './people-issue';
import type { PeopleTable } from './people-table';

/** Decodes a CSV or XLSX into text cells. Never throws for what the bytes are. */
export type ReadPeopleTable = (bytes: Uint8Array, fileName: string) => Promise<Result<PeopleTable, TableRefusal>>;

/** A file as it was sent, and how its columns are to be read. */
export interface PeopleFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly map?: PeopleMap | undefined;
  readonly leaveOut?: readonly PeopleField[] | undefined;
  /** ISO date by which a person has gone or has not come yet. */
  readonly today: string;
}

/** Who is in a file, and by which columns. */
export interface ReadPeople {
  readonly mapped: Omit<MappedPeople, 'owners' | 'warnings'>;
  /** What is to be told of its rows and columns. */
  readonly findings: readonly Finding[];
  readonly columns: FileColumns;
}

/** Reads a file of people; whatever it is, the answer is a value. */
export type ReadPeopleFile = (file: PeopleFile) => Promise<Result<ReadPeople, FileRefusal>>;

/** Decodes a file, finds its columns and reads its rows, all of it at once: on a server this is done in a thread. */
export async function readPeopleFile(
  { bytes, fileName, map, leaveOut, today }: PeopleFile,
  readTable: ReadPeopleTable,
): Promise<Result<ReadPeople, TableRefusal>> {
  const table = await readTable(bytes, fileName);
  if (!table.ok) return table;
  const { owners, warnings, ...mapped } = mapPeople(table.value, map, leaveOut, today);
  return ok({
    mapped,
    findings: groupFindings({ rejected: mapped.rejected, warnings }, (row) => owners.get(row), mostExamples),
    columns: describeColumns(table.value, map, leaveOut),
  });
}
