import { cellReaders, type Cell, type Warn } from './read-cells-once';
import { cellsText } from './cell-text';
import { apartFields, listFields, type PeopleField } from './participant-contract';
import type { FoundColumns } from './find-columns';
import { foldText } from '../kernel/fold-text';
import type { Expertise, Goal, LearningWay, NotStated, PersonProfile, Role } from '../domain/participant';
import type { PeopleIssue, RejectionReason, WarningReason } from './people-issue';
import type { PeopleRow } from './people-table';
import { usualAvailability } from '../enrolment/read-availability';
import { readList, readRole, readWeighedWords, readWays, readWholeNumber, readYesNo } from '../enrolment/read-cells';
import { accountKindOf } from './tell-presence';
import { readHeader } from './read-header';
import { hasLostLetters } from './has-lost-letters';
import { isEmptyCell, isFailedLookUp } from './empty-cell';
import { readEmail } from './read-email';
import { otherNames } from './read-other-names';
import { readRowLanguages } from './read-row-languages';
import { readRowZone } from './read-row-zone';
import { isOwnTopic } from '../catalogues/topics';

/** Stands in the place of a zone that nobody has said; no statement about anybody. */
const usualTimeZone = 'Europe/Paris';
const topicsPerPerson = 20;
const mostCapacity = 20;
/** Ids in one cell: more are a list that went wrong, and would not fit a row. */
const mostIds = 200;
const highestStated = 4;
const longestId = 254;
const longest: Partial<Record<PeopleField, number>> = { id: 100, managerId: 254, email: 254, ageBand: 40, gender: 40 };

export interface ReadPerson {
  /** Absent where a cell that matters is missing or cannot be read. */
  readonly person?: PersonProfile;
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly managerId?: string;
  /** The manager as other columns name them. */
  readonly managerOtherwise?: readonly string[];
  /** People further up, with the index of the column that names them. */
  readonly superiors?: readonly { readonly index: number; readonly text: string }[];
  /** Other names of the row. */
  readonly names?: readonly string[];
  /** Other identifiers of the row. */
  readonly also?: readonly string[];
  readonly rejected: readonly PeopleIssue<RejectionReason>[];
  readonly warnings: readonly PeopleIssue<WarningReason>[];
}

/** Whether a cell says that somebody is a guest; any other word of a column of kinds of accounts, as `Full-time`, says that they are not. */
function readGuest(text: string, header: string): boolean | undefined {
  const answer = readYesNo(text);
  if (answer !== undefined) return answer;
  const kind = accountKindOf(text);
  return kind === undefined && !readHeader(header).subjects.has('userType') ? undefined : kind === 'guest';
}

/** Reads one row; `topicOf` turns free words into a topic's id. `readers` know what other rows of the file said. */
export function readPerson(
  row: PeopleRow,
  found: Pick<FoundColumns, 'columns' | 'identities' | 'names' | 'superiors'>,
  topicOf: (words: string) => string,
  readers = cellReaders(),
): ReadPerson {
  const { columns, identities } = found;
  const rejected: PeopleIssue<RejectionReason>[] = [];
  const warnings: PeopleIssue<WarningReason>[] = [];
  const header = (field: PeopleField): string => columns.get(field)?.header ?? field;
  const reject = (field: PeopleField, reason: RejectionReason, value = ''): void =>
    void rejected.push({ row: row.line, column: header(field), reason, values: { value: value.slice(0, 60) } });
  const warn: Warn = (field, reason, values = {}) =>
    void warnings.push({ row: row.line, column: header(field), reason, values });

  const cells = new Map<PeopleField, string>();
  const cell: Cell = (field) => {
    const known = cells.get(field);
    if (known !== undefined) return known;
    const text = readCell(field);
    cells.set(field, text);
    return text;
  };
  const readCell = (field: PeopleField): string => {
    const column = columns.get(field);
    if (column === undefined) return '';
    const text =
      column.constant ?? (listFields.has(field) ? listText(row, column.indexes) : cellsText(row, column.indexes));
    const mapped = column.values.size === 0 ? undefined : column.values.get(foldText(text));
    if (mapped !== undefined) return mapped;
    // Whoever was looked for in vain is somebody: nothing is known of whom.
    const isNothing = isEmptyCell(field, text) && !(apartFields.has(field) && isFailedLookUp(text));
    return isNothing ? '' : text;
  };
  const words = (field: PeopleField): string | undefined => {
    const text = cell(field).replaceAll('\n', ' ');
    if (text.length <= (longest[field] ?? 200)) return text === '' ? undefined : text;
    reject(field, 'too-long', text);
    return undefined;
  };
  const parsed = <T>(
    field: PeopleField,
    read: (text: string) => T | undefined,
    reason: RejectionReason,
  ): T | undefined => {
    const text = cell(field);
    const value = text === '' ? undefined : read(text);
    if (text !== '' && value === undefined) reject(field, reason, text);
    return value;
  };
  const needed = <T>(field: PeopleField, value: T | undefined): T | undefined => {
    if (value === undefined && !rejected.some((issue) => issue.column === header(field))) reject(field, 'missing');
    return value;
  };

  if (hasLostLetters(row.cells.join(' ')) || hasLostLetters(cell('name'), true))
    for (const field of columns.keys())
      if (hasLostLetters(cell(field), field === 'name')) reject(field, 'letters-lost', cell(field));
  const email = parsed('email', readEmail, 'email-unreadable');
  // Of a column that is not there nobody can fill in a cell.
  const id = needed(columns.has('id') ? 'id' : 'email', words('id') ?? email);
  const managerOtherwise = (columns.get('managerId')?.otherwise ?? [])
    .map((indexes) => cellsText(row, indexes))
    .filter((text) => text !== '' && !isEmptyCell('managerId', text) && text.length <= longestId);
  // Lines are kept: each may name another manager.
  const managerFirst = words('managerId') === undefined ? undefined : cell('managerId');
  const managerId = isFailedLookUp(managerFirst ?? '')
    ? (managerOtherwise[0] ?? managerFirst)
    : (managerFirst ?? managerOtherwise[0]);
  const superiors = found.superiors
    .map((index) => ({ index, text: cellsText(row, [index]) }))
    .filter(({ text }) => text !== '' && !isEmptyCell('managerId', text) && text.length <= longestId);
  const also = identities.map((index) => cellsText(row, [index])).filter((text) => text !== '');
  const name = needed('name', words('name'));
  const names = otherNames(row, name, found.names);
  const role = needed('role', parsed('role', readRole, 'role-unknown'));
  const level = parsed('level', (text) => readWholeNumber(text, 1, 10), 'level-out-of-range');
  if (cell('level') === '') warn('level', 'default-level');
  const guest = parsed('guest', (text) => readGuest(text, header('guest')), 'yes-no-unreadable') ?? false;
  const consentDiversity = parsed('consentDiversity', readYesNo, 'yes-no-unreadable') ?? false;

  const country = readers.country(cell('country'));
  if (country === undefined && cell('country') !== '')
    warn('country', 'country-unknown', { value: cell('country').slice(0, 60) });
  const zone = readRowZone(cell, country, readers, warn);
  const statedAvailability = cell('availability') === '' ? undefined : readers.availability(cell('availability'));
  if (cell('availability') === '') warn('availability', 'default-availability');
  else if (statedAvailability === undefined)
    warn('availability', 'availability-unreadable', { value: cell('availability').slice(0, 60) });
  else if (readers.namesPartOfDay(cell('availability'))) warn('availability', 'part-of-day');
  const capacity = parsed('capacity', (text) => readWholeNumber(text, 0, mostCapacity), 'capacity-out-of-range');
  if (cell('capacity') === '') warn('capacity', 'default-capacity');

  const { languages, notStated: ofLanguages } = readRowLanguages(
    cell,
    columns.get('languages'),
    country,
    readers,
    warn,
  );
  const notStated: NotStated[] = [
    ...(zone === undefined ? (['timeZone'] as const) : []),
    ...ofLanguages,
    ...(statedAvailability === undefined ? (['availability'] as const) : []),
  ];

  const topics = (
    field: 'expertise' | 'goals',
    most: number,
    usual: number,
    reason: WarningReason,
    unconcerned: Role,
  ): { topic: string; weight: number }[] => {
    const weights = new Map<string, number>();
    const items = readWeighedWords(cell(field), most);
    if (items.length > topicsPerPerson) warn(field, 'topics-cut', { most: String(topicsPerPerson) });
    for (const item of items.slice(0, topicsPerPerson)) {
      const topic = topicOf(item.words);
      // What the side that it is not for has filled in is kept for a later role, and counts for nothing.
      if (role !== unconcerned && isOwnTopic(topic)) warn(field, 'own-topic', { value: item.words.slice(0, 60) });
      if (role !== unconcerned && item.weight === undefined) warn(field, reason);
      weights.set(topic, Math.max(item.weight ?? usual, weights.get(topic) ?? 0));
    }
    return [...weights].map(([topic, weight]) => ({ topic, weight }));
  };
  const expertise: Expertise[] = topics('expertise', 4, 2, 'default-topic-level', 'mentee').map(
    ({ topic, weight }) => ({
      topic,
      level: weight,
    }),
  );
  const goals: Goal[] = topics('goals', 3, 2, 'default-goal-priority', 'mentor').map(({ topic, weight }) => ({
    topic,
    priority: weight,
  }));

  if (expertise.length === 0 && role !== 'mentee') warn('expertise', 'default-expertise');
  if (goals.length === 0 && role !== 'mentor') warn('goals', 'default-goals');

  const waysOf = (field: 'teachingStyle' | 'learningStyle'): readonly LearningWay[] | undefined => {
    const { ways, unknown } = readWays(cell(field));
    unknown.forEach((value) => warn(field, 'way-unknown', { value: value.slice(0, 60) }));
    return ways.length === 0 ? undefined : ways;
  };
  const selfStated = (field: 'pedagogy' | 'openness', unconcerned: Role): number | undefined => {
    const text = cell(field);
    const value = readWholeNumber(text, 1, highestStated);
    if (text !== '' && value === undefined) warn(field, 'stated-out-of-range', { value: text.slice(0, 60) });
    else if (text === '' && columns.has(field) && role !== unconcerned) warn(field, 'default-stated');
    return value;
  };
  const ids = (field: 'exclude' | 'appraisedBy'): readonly string[] => {
    const items = readList(cell(field));
    // A name may hold the comma that separates others: whoever knows all names tells the parts (`peopleIn`).
    if (items.length <= mostIds && items.every((item) => item.length <= longestId))
      return cell(field)
        .split(/[;|\n、]/u)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    reject(field, 'too-many-ids', String(items.length));
    return [];
  };
  const appraisedBy = ids('appraisedBy');
  const exclude = ids('exclude');

  const optional = {
    email,
    country,
    site: words('site'),
    function: words('function'),
    department: words('department'),
    team: words('team'),
    level,
    managerId,
    appraisedBy: appraisedBy.length === 0 ? undefined : appraisedBy,
    partnerOrganisation: words('partner'),
    teachingStyle: waysOf('teachingStyle'),
    learningStyle: waysOf('learningStyle'),
    pedagogy: selfStated('pedagogy', 'mentee'),
    openness: selfStated('openness', 'mentor'),
    notStated: notStated.length === 0 ? undefined : notStated,
    ...(consentDiversity ? { ageBand: words('ageBand'), gender: words('gender') } : {}),
  };
  if (!consentDiversity) {
    for (const field of ['ageBand', 'gender'] as const)
      if (cell(field) !== '') warn(field, 'diversity-without-consent');
  }
  const known = {
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(managerId === undefined ? {} : { managerId }),
    ...(managerOtherwise.length === 0 ? {} : { managerOtherwise }),
    ...(superiors.length === 0 ? {} : { superiors }),
    ...(names.length === 0 ? {} : { names }),
    ...(also.length === 0 ? {} : { also }),
    rejected,
    warnings,
  };
  if (rejected.length > 0 || id === undefined || name === undefined || role === undefined) return known;
  const person: PersonProfile = {
    id,
    name,
    role,
    languages,
    timeZone: zone ?? usualTimeZone,
    expertise,
    goals,
    availability: statedAvailability ?? usualAvailability(country),
    capacity: capacity ?? 1,
    exclude,
    guest,
    consentDiversity,
    ...statedOf(optional),
  };
  return { ...known, person };
}

/** The cells of several columns as one list; what says nothing in one of them is left away. */
function listText(row: PeopleRow, indexes: readonly number[]): string {
  const texts = indexes.map((index) => cellsText(row, [index]));
  return texts.length === 1
    ? (texts[0] ?? '')
    : texts.filter((text) => text !== '' && !isEmptyCell('exclude', text)).join('; ');
}

/** The fields that say something. */
function statedOf(fields: Readonly<Record<string, unknown>>): Partial<PersonProfile> {
  const stated: Record<string, unknown> = {};
  for (const field in fields) if (fields[field] !== undefined) stated[field] = fields[field];
  return stated;
}
