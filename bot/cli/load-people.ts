import type { Finding } from '../../src/people-file/api-contract';
import { peopleFields, peopleMapSchema } from '../../src/people-file/participant-contract';
import { groupFindings } from '../../src/people-file/group-findings';
import { mapPeople, type MappedPeople } from '../../src/people-file/map-people';
import {
  fieldWords,
  type PeopleIssue,
  type RejectionReason,
  type WarningReason,
} from '../../src/people-file/people-issue';
import { combineTables } from '../../src/people-file/combine-tables';
import type { PeopleTable } from '../../src/people-file/people-table';
import { ok, refused, type Result } from '../../src/kernel/result';
import type { Bilingual } from '../../src/domain/programme-contract';
import type { Language } from '../../src/language/languages';
import { readPeopleTable } from '../documents/read-people-table';
import { readBytes, readDocument } from './command-files';
import type { CommandIo } from './command-io';

export interface LoadedPeople extends Pick<
  MappedPeople,
  'rows' | 'people' | 'places' | 'reportingLines' | 'named' | 'nameless' | 'rejected'
> {
  /** What is to be told, in its order: every row of what protects people or is refused, five of the rest. */
  readonly findings: readonly Finding[];
  /** The columns there are. */
  readonly headers: ReadonlySet<string>;
}

/** Examples given of what holds for many rows. */
const mostExamples = 5;

/** Reads and maps a people file, or several joined by a key. A file that is no table has nobody in it and one rejection, of row 1. */
export async function loadPeople(
  io: CommandIo,
  files: readonly string[],
  mapFile: string | undefined,
  language: Language = 'en',
): Promise<LoadedPeople> {
  const map = mapFile === undefined ? undefined : await readDocument(io, mapFile, peopleMapSchema, 'map', language);
  const tables = await readTables(io, files, map?.key, language);
  if (!tables.ok) {
    const rejected = [{ row: 1, column: '', reason: tables.reason }];
    return {
      rows: 0,
      people: [],
      places: new Map(),
      reportingLines: new Map(),
      named: new Set(),
      nameless: 0,
      rejected,
      headers: new Set(),
      findings: findingsOf({ rejected, warnings: [] }),
    };
  }
  const { table, joins } = tables.value;
  const { warnings, owners, headers, ...mapped } = mapPeople(table, map, [], io.today());
  return {
    ...mapped,
    headers: new Set(headers),
    findings: findingsOf({ rejected: mapped.rejected, warnings: [...joins, ...warnings] }, owners),
  };
}

/** Issues as the commands tell them: one for each meaning, with its count and examples. */
export function findingsOf(
  issues: Parameters<typeof groupFindings>[0],
  owners: MappedPeople['owners'] = new Map(),
): readonly Finding[] {
  return groupFindings(issues, (row) => owners.get(row), mostExamples, 'map', Infinity);
}

/** The files as one table: the first says who takes part, the others say more of them. */
async function readTables(
  io: CommandIo,
  files: readonly string[],
  keys: readonly string[] | undefined,
  language: Language,
): Promise<
  Result<{ readonly table: PeopleTable; readonly joins: readonly PeopleIssue<WarningReason>[] }, RejectionReason>
> {
  let joined: PeopleTable | undefined;
  const joins: PeopleIssue<WarningReason>[] = [];
  for (const [place, file] of files.entries()) {
    const table = await readPeopleTable(await readBytes(io, file, language), file);
    if (!table.ok) return table;
    if (joined === undefined) {
      joined = table.value;
      continue;
    }
    const [ofFirst, ...ofOthers] = keys ?? [];
    const own = ofFirst === undefined ? [] : [ofFirst, ofOthers[place - 1] ?? ofFirst];
    const found = combineTables(joined, table.value, own);
    if (!found.ok) return refused('join-without-key');
    const { unknown, without } = found.value;
    joined = found.value.table;
    if (unknown > 0) joins.push({ row: 1, column: '', reason: 'join-unknown', values: { rows: unknown, file } });
    if (without > 0) joins.push({ row: 1, column: '', reason: 'join-without', values: { rows: without, file } });
  }
  return joined === undefined ? refused('file-empty') : ok({ table: joined, joins });
}

/** One line about a finding, for people: with five of its rows, and words for what the file has no column of. */
export function findingLine(finding: Finding, language: Language, headers: ReadonlySet<string> = new Set()): string {
  const field = headers.has(finding.column) ? undefined : peopleFields.find((name) => name === finding.column);
  const named = field === undefined ? finding.column : fieldWords(field, language);
  const column = named === '' ? '' : `, ${named}`;
  const ways = [
    needsMap.has(finding.reason) ? ` ${mapWords[language]}` : '',
    fixWords(finding.fix, language),
    mapOf(finding),
  ];
  return `  ${rowsOf(finding, language)}${column}: ${finding.message[language]}${ways.join('')}\n`;
}

/** The row, all the rows where they are few, or their count and some of them, with what stands in the cells. */
function rowsOf({ row, count, examples }: Finding, language: Language): string {
  // One value of all stands in the sentence.
  const isOne = new Set(examples.map(({ value }) => value)).size === 1;
  const shown = examples
    .slice(0, mostExamples)
    .map(({ row: one, value = '' }) => (isOne ? String(one) : `${String(one)} (${value})`));
  const listed = shown.join(', ');
  if (count <= 1) return `${language === 'fr' ? 'ligne' : 'row'} ${String(row)}`;
  if (count === shown.length) return `${language === 'fr' ? 'lignes' : 'rows'} ${listed}`;
  return language === 'fr'
    ? `${String(count)} lignes, par exemple ${listed}`
    : `${String(count)} rows, such as ${listed}`;
}

/** The map that makes the language of an account the working one, or that reads no column as of people above somebody. */
function mapOf({ reason, column }: Finding): string {
  if (reason === 'language-of-account') return ` \`${JSON.stringify({ languages: column })}\``;
  return reason === 'superior-apart' || reason === 'superior-unknown'
    ? ` \`${JSON.stringify({ superiors: { constant: '' } })}\`.`
    : '';
}

function fixWords(fix: Finding['fix'], language: Language): string {
  if (fix === undefined) return '';
  const columns = [fix.column, ...(fix.beside ?? [])];
  const map = `\`${JSON.stringify({ [fix.field]: columns.length === 1 ? fix.column : { columns } })}\``;
  const [matches, of] = [fix.matches, fix.of].map((count) => count.toLocaleString(language));
  if (fix.field === 'exclude')
    return language === 'fr'
      ? ` Pour n’associer personne à ceux que la colonne «\u00a0${fix.column}\u00a0» nomme (${String(matches)} lignes sur ${String(of)}), une correspondance le dit\u00a0: ${map}.`
      : ` To pair nobody with the people whom the column “${fix.column}” names (${String(matches)} of ${String(of)} rows), a map says so: ${map}.`;
  return language === 'fr'
    ? ` La colonne «\u00a0${fix.column}\u00a0» conviendrait (${String(matches)} lignes sur ${String(of)})\u00a0: une correspondance le dit, ${map}.`
    : ` The column “${fix.column}” would do (${String(matches)} of ${String(of)} rows match): a map says so, ${map}.`;
}

/** The findings as lines, each kind under its heading; nothing where there is none. */
export function findingLines(
  findings: readonly Finding[],
  language: Language,
  headers: ReadonlySet<string>,
): readonly string[] {
  return (['protects', 'refused', 'noticed'] as const).flatMap((heading) => {
    const under = findings.filter(({ kind, protects }) => heading === (protects === true ? 'protects' : kind));
    if (under.length === 0) return [];
    return [`${headings[heading][language]}\n`, ...under.map((finding) => findingLine(finding, language, headers))];
  });
}

/** The columns that are not used, in one line; nothing where all are. */
export function unusedLine(findings: readonly Finding[], language: Language): string {
  const columns = findings.filter(({ reason }) => unused.has(reason)).map(({ column }) => column);
  if (columns.length === 0) return '';
  const words: Bilingual = { fr: 'Colonnes non utilisées\u00a0:', en: 'Columns not used:' };
  return `${words[language]} ${columns.join(', ')}\n`;
}

/** Findings about a column alone, that one line says of all of them. */
export function isOfUnused({ reason }: Finding): boolean {
  return unused.has(reason);
}

const unused: ReadonlySet<string> = new Set<WarningReason>(['column-not-read', 'column-twice']);

const headings: Readonly<Record<'protects' | Finding['kind'], Bilingual>> = {
  protects: {
    fr: 'Ce qui protège les personnes, à voir d’abord\u00a0:',
    en: 'What protects people, to see to first:',
  },
  refused: { fr: 'Refusées\u00a0:', en: 'Rejected:' },
  noticed: { fr: 'À savoir\u00a0:', en: 'Worth knowing:' },
};

/** Reasons to which a map is the way out. */
const needsMap: ReadonlySet<string> = new Set<RejectionReason>([
  'column-missing',
  'mapped-column-missing',
  'join-without-key',
]);
const mapWords: Bilingual = {
  fr: '`passerelle schema people` dit les colonnes attendues\u202f; une correspondance (`--map`, `passerelle schema map`) dit laquelle en tient lieu, ou une constante.',
  en: '`passerelle schema people` lists the columns; a map (`--map`, `passerelle schema map`) says which one stands for it, or a constant.',
};

/** That nobody can be taken, before the reasons. */
export const nobodyWords: Bilingual = {
  fr: 'Aucune ligne du fichier ne peut être prise en compte.',
  en: 'No row of the file can be taken.',
};
