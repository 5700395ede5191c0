import { asksAgain, compareWithFile } from '../enrolment/compare-with-file';
import { canonicalText } from '../kernel/canonical-text';
import { ok, refused, type Result } from '../kernel/result';
import { readAll } from '../kernel/read-all';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import type { ImportPart } from '../domain/rows';
import { UnitOfWork } from '../domain/unit-of-work';
import type { PeopleCheckRequest } from './api-contract';
import { findKnownOtherwise, type KnownOtherwise } from './find-known-otherwise';
import { importablePerson } from './importable-person';
import type { FilePlace, MappedPeople } from './map-people';
import type { PeopleIssue, RejectionReason } from './people-issue';
import type { Participant, PersonProfile } from '../domain/participant';

/** People in one row of an import; keeps the transaction and the row small. */
export const peoplePerPart = 20;
const linesPerPart = 40;
const partsPerTransaction = 20;

export interface ImportPreview {
  readonly importId: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** In the programme, not in the file; they stay, unless the file is complete. */
  readonly missing: number;
  /** In the file, and out of the programme since an earlier complete file; they come back. */
  readonly returning: number;
  /** Of a complete file that says of every row who it is about: who takes no part any more. */
  readonly leaving?: { readonly people: readonly Participant[]; readonly asksAgain: boolean };
  /** Rows that could be read, and are about somebody of the programme under another id. */
  readonly knownOtherwise?: readonly PeopleIssue<RejectionReason>[];
}

export interface ImportFile {
  readonly fileName: string;
  readonly inputHash: string;
  readonly people: readonly PersonProfile[];
  readonly rejected: number;
  /** Where each of the people stands, by id; of a list that is no file, nobody stands anywhere. */
  readonly places?: ReadonlyMap<string, FilePlace>;
  /** Person id to manager id, of rows that could not be taken too. */
  readonly reportingLines?: ReadonlyMap<string, string>;
  /** Ids and e-mail addresses of every row, in lower case; those of the people where absent. */
  readonly named?: ReadonlySet<string>;
  /** HR says that who is not in the file has left; every row says who it is about. */
  readonly complete?: boolean;
}

/** What an import keeps of a file that was read, whoever sent it: the hash of its content and how many rows were not taken. */
export function importFileOf(
  { secrets }: Ports<'secrets'>,
  file: Pick<PeopleCheckRequest, 'fileName' | 'contentBase64' | 'complete'>,
  {
    people,
    places,
    rejected,
    reportingLines,
    named,
    nameless,
  }: Pick<MappedPeople, 'people' | 'places' | 'reportingLines' | 'named' | 'nameless'> & {
    readonly rejected: readonly { readonly row: number }[];
  },
): ImportFile {
  return {
    fileName: file.fileName,
    inputHash: secrets.sha256(file.contentBase64),
    people,
    places,
    rejected: new Set(rejected.map((issue) => issue.row)).size,
    reportingLines,
    named,
    complete: file.complete === true && nameless === 0,
  };
}

/**
 * Keeps the good rows of a file aside until HR confirms, and says what they would change. Nothing else is touched. Rows about somebody of
 * the programme under another id are not good ones.
 */
export async function previewImport(
  ports: Ports<Saving | 'secrets'>,
  programmeId: string,
  file: ImportFile,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<ImportPreview, 'not-found' | 'closed'>> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined) return refused('not-found');
  if (programme.value.state === 'closed') return refused('closed');
  const known: Participant[] = [];
  for await (const { value } of readAll(ports.programmes, programmeId, 'participant')) known.push(value);
  const otherwise = findKnownOtherwise(file.people, known);
  const people = file.people.filter(({ id }) => !otherwise.has(id)).map(importablePerson);
  const before = new Map(known.map(({ id, importHash }) => [id, importHash]));
  const added = people.filter((person) => !before.has(person.id)).length;
  const unchanged = people.filter(
    (person) => before.has(person.id) && before.get(person.id) === importHashOf(ports, person),
  ).length;
  const named = new Set(people.map((person) => person.id));
  const { present, missing } = compareWithFile(
    known,
    file.named ?? new Set(people.map((person) => person.id.toLowerCase())),
  );
  const returning = known.filter(({ id, departure }) => departure?.by === 'file' && named.has(id)).length;
  const leaving = file.complete === true ? missing : [];
  const mustAsk = asksAgain(leaving.length, present);

  const importId = ports.ids.next();
  const lines = [...(file.reportingLines ?? [])].filter(([id]) => !named.has(id));
  const parts: readonly ImportPart[] = [
    ...chunks(people, peoplePerPart).map((part) => ({ people: part })),
    ...chunks(lines, linesPerPart).map((part) => ({ people: [], lines: part })),
    ...chunks(leaving, peoplePerPart).map((part) => ({ people: [], leaving: part.map(({ id }) => id) })),
  ];
  for (const [group, members] of chunks(parts, partsPerTransaction).entries()) {
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId);
    members.forEach((part, index) =>
      unit.insert('import-part', partKey(importId, group * partsPerTransaction + index), part),
    );
    await unit.commit();
  }
  await new UnitOfWork(ports, programmeId, context, actor.directoryId)
    .insert('import', importId, {
      id: importId,
      fileName: file.fileName.slice(0, 200),
      inputHash: file.inputHash,
      partCount: parts.length,
      accepted: people.length,
      rejected: file.rejected + otherwise.size,
      ...(leaving.length === 0 ? {} : { leaving: leaving.length }),
      ...(mustAsk ? { asksAgain: true } : {}),
      state: 'previewed',
      createdAt: context.now,
      createdBy: actor.directoryId,
    })
    .commit();
  return ok({
    importId,
    added,
    changed: people.length - added - unchanged,
    unchanged,
    missing: missing.length,
    returning,
    ...(file.complete === true ? { leaving: { people: leaving, asksAgain: mustAsk } } : {}),
    ...(otherwise.size === 0 ? {} : { knownOtherwise: issuesOf(file, otherwise) }),
  });
}

function issuesOf(
  { people, places }: ImportFile,
  otherwise: ReadonlyMap<string, KnownOtherwise>,
): readonly PeopleIssue<RejectionReason>[] {
  return people.flatMap(({ id, email = '' }): PeopleIssue<RejectionReason>[] => {
    const known = otherwise.get(id);
    if (known === undefined) return [];
    const place = places?.get(id);
    const { row } = place ?? { row: 1 };
    return known.by === 'id'
      ? [{ row, column: place?.idColumn ?? 'id', reason: 'id-of-another', values: { value: id, id: known.id } }]
      : [
          {
            row,
            column: place?.emailColumn ?? 'email',
            reason: 'email-of-another',
            values: { value: email, id: known.id },
          },
        ];
  });
}

/** What tells whether a person's row of a file is the one imported last; the order of properties does not matter. */
export function importHashOf({ secrets }: Ports<'secrets'>, person: PersonProfile): string {
  return secrets.sha256(canonicalText(person));
}

/** Row key of a numbered part. */
export function partKey(id: string, index: number): string {
  return `${id}|${String(index).padStart(4, '0')}`;
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
