import { findNamesakes } from './find-namesakes';
import { identifyPeople, type Identify } from './identify-people';
import type { PersonProfile } from '../domain/participant';
import type { PeopleIssue, RejectionReason, WarningReason } from './people-issue';
import { readManagers } from './read-managers';
import type { ReadRow } from './read-person';
import { peopleIn } from './separate-people';

/** What no two rows share. */
const fields = ['id', 'email'] as const;

export interface OrganisedPeople {
  readonly people: readonly PersonProfile[];
  /** Manager's id by id, of rows that were not taken too: a chain may pass through people who take no part. */
  readonly reportingLines: ReadonlyMap<string, string>;
  /** Whom a cell means among the rows. */
  readonly identify: Identify;
  readonly rejected: readonly PeopleIssue<RejectionReason>[];
  readonly warnings: readonly PeopleIssue<WarningReason>[];
}

/**
 * Ties rows to one another: refuses a second row of the same id or email, writes managers and exclusions given in
 * another way (`identifyPeople`) as ids, and names unknown managers and loops.
 */
export function checkOrganisation(
  rows: readonly ReadRow[],
  headerOf: (field: 'id' | 'name' | 'email' | 'managerId' | 'exclude' | 'appraisedBy') => string,
  headers: readonly string[],
): OrganisedPeople {
  const rejected: PeopleIssue<RejectionReason>[] = [];
  const warnings: PeopleIssue<WarningReason>[] = [];
  const firstRow = { id: new Map<string, number>(), email: new Map<string, number>() };
  const kept: ReadRow[] = [];
  for (const read of rows) {
    const first = (field: 'id' | 'email'): number | undefined => firstRow[field].get(read[field]?.toLowerCase() ?? '');
    const twice = fields.find((field) => first(field) !== undefined);
    if (twice !== undefined) {
      const values = { value: read[twice] ?? '', first: first(twice) ?? 0 };
      if (read.person !== undefined)
        rejected.push({ row: read.row, column: headerOf(twice), reason: `duplicate-${twice}`, values });
      continue;
    }
    for (const field of fields) if (read[field] !== undefined) firstRow[field].set(read[field].toLowerCase(), read.row);
    kept.push(read);
  }

  const among = identifyPeople(kept);
  const identify = (text: string): readonly string[] => among(text, true);
  const rowById = new Map(kept.map((read) => [read.id, read]));
  const wordsOf = (id: string): string => {
    const { name = '', names = [], email = '', also = [] } = rowById.get(id) ?? {};
    return [id, name, ...names, email, ...also].join(' ');
  };
  const partOf = (text: string, id: string): string | undefined =>
    among(text).length === 0 && identify(text).includes(id) ? rowById.get(id)?.name?.slice(0, 60) : undefined;
  const managers = readManagers(kept, identify, wordsOf, { column: headerOf('managerId'), headers, partOf });
  const { reportingLines, alsoApart } = managers;
  warnings.push(...managers.warnings);
  const rowOf = new Map(kept.map((read) => [read.id, read.row]));
  for (const loop of findLoops(reportingLines)) {
    const row = Math.min(...loop.map((id) => rowOf.get(id) ?? Infinity));
    warnings.push({
      row,
      column: headerOf('managerId'),
      reason: 'reporting-loop',
      values: { ids: loop.slice(0, 10).join(' → ') },
    });
  }

  const namesakes = findNamesakes(kept, reportingLines);
  for (const { row, person } of kept) {
    const value = namesakes.get(person?.id ?? '')?.name.slice(0, 60);
    if (value !== undefined) warnings.push({ row, column: headerOf('name'), reason: 'same-name', values: { value } });
  }

  const people = kept.flatMap(({ row, person }) => {
    if (person === undefined) return [];
    const managerId = reportingLines.get(person.id);
    const known = (
      field: 'exclude' | 'appraisedBy',
      unknown: WarningReason,
      ambiguous: WarningReason,
    ): readonly string[] =>
      (person[field]?.length ?? 0) === 0
        ? []
        : peopleIn((person[field] ?? []).join('; '), identify, wordsOf).flatMap(({ text, found }) => {
            const values = { value: text.slice(0, 60) };
            if (found.length !== 1)
              warnings.push({ row, column: headerOf(field), reason: found.length === 0 ? unknown : ambiguous, values });
            return found.length === 0 ? [text] : found;
          });
    const stated = known('exclude', 'exclude-unknown', 'exclude-ambiguous');
    const apart = [...(alsoApart.get(person.id) ?? []), ...(namesakes.get(person.id)?.ids ?? [])];
    const exclude = [...new Set([...stated, ...apart])];
    const appraisedBy = known('appraisedBy', 'appraiser-unknown', 'appraiser-ambiguous');
    return [
      {
        ...person,
        ...(managerId === undefined ? {} : { managerId }),
        exclude,
        ...(appraisedBy.length === 0 ? {} : { appraisedBy }),
      },
    ];
  });
  return { people, reportingLines, identify: among, rejected, warnings };
}

/** Each ring of people who report to one another, once, beginning with its smallest id. */
function findLoops(managers: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const settled = new Set<string>();
  const loops: string[][] = [];
  for (const start of managers.keys()) {
    const path: string[] = [];
    const place = new Map<string, number>();
    let id: string | undefined = start;
    while (id !== undefined && !settled.has(id) && !place.has(id)) {
      place.set(id, path.length);
      path.push(id);
      id = managers.get(id);
    }
    const from = id === undefined ? undefined : place.get(id);
    if (from !== undefined) {
      const loop = path.slice(from);
      const first = loop.indexOf(loop.reduce((least, one) => (one < least ? one : least)));
      loops.push([...loop.slice(first), ...loop.slice(0, first)]);
    }
    path.forEach((one) => settled.add(one));
  }
  return loops;
}
