import { ok, type Result } from '../kernel/result';
import type { Actor, Occasion, Ports } from '../programme/ports';
import type { PeopleCheck, PeopleCheckRequest } from './api-contract';
import type { PersonProfile } from './model';
import { previewImport } from './preview-import';

const mostListed = 200;

interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** What a people file holds, row by row. Row numbers are those of the file, the heading being row 1. */
export interface PeopleReading {
  readonly rows: number;
  readonly people: readonly PersonProfile[];
  readonly rejected: readonly { readonly row: number; readonly column: string; readonly reason: Bilingual }[];
  readonly warnings: readonly Bilingual[];
}

/** Reads a CSV or XLSX of people, by the map of column names where there is one. */
export type ReadPeople = (file: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly map?: PeopleCheckRequest['map'];
}) => Promise<Result<PeopleReading, 'file-unreadable' | 'file-columns-missing'>>;

/** Reads a people file and keeps its good rows aside; nobody is added before HR confirms the import. */
export async function checkPeopleFile(
  ports: Ports,
  readPeople: ReadPeople,
  programmeId: string,
  file: PeopleCheckRequest & { readonly bytes: Uint8Array },
  actor: Actor,
  occasion: Occasion,
): Promise<Result<PeopleCheck, 'not-found' | 'closed' | 'file-unreadable' | 'file-columns-missing'>> {
  const reading = await readPeople({ fileName: file.fileName, bytes: file.bytes, ...(file.map === undefined ? {} : { map: file.map }) });
  if (!reading.ok) return reading;
  const { rows, people, rejected, warnings } = reading.value;
  const facts = {
    rows,
    accepted: people.length,
    rejected: rejected.slice(0, mostListed).map(({ row, column, reason }) => ({ row, column, reason })),
    rejectedMore: Math.max(0, rejected.length - mostListed),
    warnings: [...warnings],
  };
  if (people.length === 0) return ok({ ...facts, added: 0, changed: 0, unchanged: 0, missing: 0 });
  const inputHash = ports.secrets.sha256(file.contentBase64);
  const preview = await previewImport(ports, programmeId, { fileName: file.fileName, inputHash, people, rejected: rejected.length }, actor, occasion);
  return preview.ok ? ok({ ...facts, ...preview.value }) : preview;
}
