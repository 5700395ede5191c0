import { cellsText } from './cell-text';
import { fitsCell } from './fits-cell';
import { foldText } from '../kernel/fold-text';
import { readHeader, type HeaderSubject } from './read-header';
import { isEmptyCell } from './empty-cell';
import { apartFields, listFields, peopleFields, type PeopleField } from './participant-contract';
import type { PeopleTable } from './people-table';
import type { RatedField } from './rate-header';
import type { RowsNamed } from './rows-named';
import { isUpperHeader } from './tell-upper-header';

/** A column, or columns joined, that may hold a field. */
export interface Candidate {
  readonly field: PeopleField;
  readonly indexes: readonly number[];
  /** By the words of its header. */
  readonly rate: number;
}

interface Measured extends Candidate {
  /** Any cell that can be what the field holds. */
  readonly fits: boolean;
  readonly filled: number;
  /** By header and cells. */
  readonly worth: number;
}

export interface GuessedColumns {
  readonly chosen: ReadonlyMap<PeopleField, Candidate>;
  /** Columns whose headers said more, and whose cells nothing, with the one that is read instead. */
  readonly gaveWay: readonly { readonly field: PeopleField; readonly from: Candidate; readonly to: Candidate }[];
  /** Other columns that may hold the field too, and say something else. */
  readonly doubtful: readonly { readonly field: PeopleField; readonly chosen: Candidate; readonly other: Candidate }[];
  /** Other columns that say who the manager is. */
  readonly alsoManager: readonly Candidate[];
  /** Columns of people further up: the head of a department beside the manager. */
  readonly superiors: readonly number[];
}

/** Rows whose cells are looked at; further ones only until a cell fits. */
const sample = 400;
/** Two halves of a name say more than one column that may be a name. */
const halvesRate = 97;
const leastHalf = 60;
/** Under it a header names another person: a project's manager, the second one. */
export const leastManager = 65;
/** As likely as a header that is known as a whole. */
const likely = 98;
/** Of these a header says little: a `Type` or a `State` that holds something else gives way without a word. */
const quiet: ReadonlySet<PeopleField> = new Set([
  'guest',
  'status',
  'endDate',
  'startDate',
  'accountEnabled',
  'accountBlocked',
]);
/** Where somebody works: no person. */
const places: ReadonlySet<PeopleField> = new Set(['site', 'function', 'department', 'team']);
/** The part of the cells of such a column that name people, for it to be of people. */
const leastPeople = 0.5;
const needed: ReadonlySet<PeopleField> = new Set(['id', 'name', 'email', 'role']);

/**
 * Chooses a column for each field that is asked for among the columns that are free, by headers and by cells: the best header whose cells fit; where
 * none fits, the best header whose column is empty, or one of the needed fields. No column is read twice. Beside `manager`, where a map names it, other columns
 * of managers are looked for.
 */
export function guessColumns(
  table: PeopleTable,
  rates: readonly ReadonlyMap<RatedField, number>[],
  fields: readonly PeopleField[],
  isFree: (index: number) => boolean,
  named: RowsNamed,
  manager?: readonly number[],
): GuessedColumns {
  const asked = new Set<PeopleField>(manager === undefined ? fields : [...fields, 'managerId']);
  const all = candidatesOf(table, rates, isFree);
  const ofPeople = all.filter(({ field, indexes }) => places.has(field) && namesPeople(indexes, named));
  const candidates = all
    .filter((candidate) => asked.has(candidate.field) && !ofPeople.includes(candidate))
    .map((candidate) => measured(table, candidate, named));
  const order = new Map(peopleFields.map((field, place) => [field, place]));
  const place = (field: PeopleField): number => (apartFields.has(field) ? -1 : (order.get(field) ?? 0));
  const ranked = [...candidates].sort((a, b) => b.worth - a.worth || place(a.field) - place(b.field));
  const used = new Set<number>();
  const chosen = new Map<PeopleField, Measured>();
  if (manager !== undefined)
    chosen.set('managerId', measured(table, { field: 'managerId', indexes: manager, rate: likely }, named));
  const take = (candidate: Measured): void => {
    if (chosen.has(candidate.field) || candidate.indexes.some((index) => used.has(index))) return;
    chosen.set(candidate.field, candidate);
    candidate.indexes.forEach((index) => used.add(index));
  };
  const isManager = (candidate: Candidate): boolean =>
    candidate.field !== 'managerId' || candidate.rate >= leastManager;
  ranked.filter((candidate) => candidate.fits && isManager(candidate)).forEach(take);
  ranked
    .filter(
      ({ field, filled, rate }) =>
        !apartFields.has(field) && (filled === 0 || (needed.has(field) && field !== 'name') || rate >= likely),
    )
    .forEach(take);
  ranked.filter((candidate) => candidate.filled === 0 && isManager(candidate)).forEach(take);

  const free = (candidate: Candidate): boolean => candidate.indexes.every((index) => !used.has(index));
  const gaveWay = [...chosen.values()].flatMap((to) =>
    candidates
      .filter((from) => !quiet.has(from.field) && from.field === to.field && to.fits && !from.fits)
      .filter((from) => from.rate > to.rate && free(from))
      .map((from) => ({ field: to.field, from, to })),
  );
  const doubtful: GuessedColumns['doubtful'][number][] = [];
  const alsoManager: Candidate[] = [];
  // Whom a « Department » names is at its head.
  const superiors = new Set(ofPeople.filter(free).flatMap(({ indexes }) => indexes));
  const isPartOfOther = ({ indexes: [index = -1, ...more] }: Candidate): boolean =>
    more.length === 0 &&
    candidates.some(({ field, indexes }) => field === 'managerId' && indexes.length > 1 && indexes.includes(index));
  for (const other of candidates) {
    const best = chosen.get(other.field);
    if (!other.fits || !free(other) || best === undefined || best === other) continue;
    const { field } = other;
    if (field === 'managerId' && isUpperHeader(headerOf(table, other)))
      other.indexes.forEach((index) => superiors.add(index));
    else if (field === 'managerId' && isManager(other)) {
      if (isPartOfOther(other)) continue;
      if (unitsOf(table, other) !== '' && unitsOf(table, other) !== unitsOf(table, best))
        other.indexes.forEach((index) => superiors.add(index));
      else alsoManager.push(other);
    } else if (listFields.has(field)) {
      const { indexes, ...same } = chosen.get(field) ?? best;
      chosen.set(field, { ...same, indexes: [...indexes, ...other.indexes] });
    } else if (apartFields.has(field) || (needed.has(field) && field !== 'name' && other.rate >= likely))
      if (differs(table, best, other)) doubtful.push({ field, chosen: best, other });
  }
  return { chosen, gaveWay, doubtful, alsoManager, superiors: [...superiors] };
}

/** The units that a header puts somebody at the head of: « Responsable du département ». */
function unitsOf(table: PeopleTable, candidate: Candidate): string {
  const { subjects } = readHeader(headerOf(table, candidate));
  return [...places].filter((place) => subjects.has(place as HeaderSubject)).join(' ');
}

function headerOf({ headers }: PeopleTable, { indexes }: Candidate): string {
  return indexes.map((index) => headers[index] ?? '').join(' ');
}

/** Whether the cells of a column are other people of the file by their whole names: no department is. `Finance (Tomas Ruiz)` is one. */
function namesPeople(indexes: readonly number[], named: RowsNamed): boolean {
  return named.share(indexes, (text) => /^[\p{L}\p{M}.,'’ -]+$/u.test(text) && !/\s-\s/u.test(text)) >= leastPeople;
}

function candidatesOf(
  table: PeopleTable,
  rates: readonly ReadonlyMap<RatedField, number>[],
  isFree: (index: number) => boolean,
): readonly Candidate[] {
  const single = (field: RatedField): { readonly index: number; readonly rate: number }[] =>
    rates.flatMap((rate, index) => {
      const found = rate.get(field);
      return found === undefined || !isFree(index) ? [] : [{ index, rate: found }];
    });
  const candidates: Candidate[] = peopleFields.flatMap((field) =>
    single(field).map(({ index, rate }) => ({ field, indexes: [index], rate })),
  );
  const best = (field: RatedField): { readonly index: number; readonly rate: number } | undefined =>
    single(field)
      .filter(({ rate, index }) => rate >= leastHalf && (table.rows.length === 0 || isFilled(table, index)))
      .sort((a, b) => b.rate - a.rate)[0];
  const [first, last] = [best('firstName'), best('lastName')];
  const names = single('name').filter(({ index }) => index !== first?.index && index !== last?.index);
  const subjectsOf = table.headers.map((header) => readHeader(header).subjects);
  // « Tussenvoegsel », what stands before a family name.
  const infix = (ofManager: boolean): readonly number[] =>
    subjectsOf.flatMap((subjects, index) =>
      subjects.has('infix') && subjects.has('manager') === ofManager && isFree(index) ? [index] : [],
    );
  if (first !== undefined && last !== undefined && first.index !== last.index)
    candidates.push({ field: 'name', indexes: [first.index, ...infix(false), last.index], rate: halvesRate });
  // « Name » beside « Vorname » is the family name, « Nombre » beside « Apellidos » the first.
  const [whole] = names.sort((a, b) => b.rate - a.rate);
  if (whole !== undefined && first !== undefined && last === undefined && !holds(table, whole.index, first.index))
    candidates.push({ field: 'name', indexes: [first.index, ...infix(false), whole.index], rate: 100.5 });
  if (whole !== undefined && last !== undefined && first === undefined && !holds(table, whole.index, last.index))
    candidates.push({ field: 'name', indexes: [whole.index, last.index], rate: 100.5 });
  const managers = single('managerId');
  for (const one of managers.filter(
    ({ index }) => rates[index]?.get('managerId') !== undefined && isHalf(table, index, 'first'),
  ))
    for (const other of managers.filter(({ index }) => isHalf(table, index, 'last') || isHalf(table, index, 'name')))
      if (one.index !== other.index && !holds(table, other.index, one.index))
        candidates.push({
          field: 'managerId',
          indexes: [one.index, ...infix(true), other.index],
          rate: Math.min(one.rate, other.rate),
        });
  return candidates;
}

/** Whether the header names one half of a name only: `Manager First Name`. */
function isHalf(table: PeopleTable, index: number, half: 'first' | 'last' | 'name'): boolean {
  const { subjects } = readHeader(table.headers[index] ?? '');
  return subjects.has(half) && (['first', 'last'] as const).every((other) => other === half || !subjects.has(other));
}

function isFilled(table: PeopleTable, index: number): boolean {
  return table.rows.some((row) => cellsText(row, [index]) !== '');
}

/** Whether the full name in a column holds what stands in the other one, in most rows. */
function holds(table: PeopleTable, name: number, part: number): boolean {
  const rows = table.rows
    .slice(0, sample)
    .map((row) => [foldText(cellsText(row, [name])), foldText(cellsText(row, [part]))] as const)
    .filter(([whole, half]) => whole !== '' && half !== '');
  return rows.filter(([whole, half]) => ` ${whole} `.includes(` ${half} `)).length * 2 > rows.length;
}

function measured(table: PeopleTable, candidate: Candidate, named: RowsNamed): Measured {
  const { field, indexes, rate } = candidate;
  let [filled, fitting, looked] = [0, 0, 0];
  const values = new Set<string>();
  for (const row of table.rows) {
    if (looked >= sample && fitting > 0) break;
    looked += 1;
    const text = cellsText(row, indexes);
    if (text === '' || isEmptyCell(field, text)) continue;
    filled += 1;
    values.add(text);
    if (fitsCell(field, text)) fitting += 1;
  }
  // What many rows share says who none of them is.
  const shared = field === 'id' && filled > 0 ? 1 - values.size / filled : 0;
  const fits = table.rows.length === 0 || (fitting > 0 && (rate >= likely || shared < 0.1));
  const misfit = filled === 0 ? 0 : 1 - fitting / filled;
  const empty = looked === 0 ? 0 : 1 - filled / looked;
  const known = field === 'managerId' && filled > 0 ? named.share(indexes) : 0;
  return { ...candidate, fits, filled, worth: rate - 30 * misfit - 15 * empty - 60 * shared + 25 * known };
}

function differs(table: PeopleTable, one: Candidate, other: Candidate): boolean {
  return table.rows.some((row) => {
    const text = cellsText(row, other.indexes);
    return text !== '' && foldText(text) !== foldText(cellsText(row, one.indexes));
  });
}
