import type { PeopleField } from './participant-contract';
import type { FoundColumn } from './find-columns';
import { foldText } from '../kernel/fold-text';
import type { Expertise, Goal, LearningWay, PersonProfile, Role } from '../domain/participant';
import type { PeopleIssue, RejectionReason, WarningReason } from './people-issue';
import type { PeopleRow } from './people-table';
import { countryCode, usualTimeZone } from '../catalogues/place-names';
import { namesPartOfDay, readAvailability, usualAvailability } from '../enrolment/read-availability';
import { readList, readRole, readWeighedWords, readWays, readWholeNumber, readYesNo } from '../enrolment/read-cells';
import { readLanguages } from '../enrolment/read-languages';
import { timeZoneId } from '../enrolment/read-time-zone';
import { isEmptyCell } from './empty-cell';
import { isOwnTopic } from '../catalogues/topics';
import { visibleText } from '../enrolment/visible-text';

/** Languages a person without stated ones is taken to work in. */
const usualLanguages: readonly string[] = ['fr', 'en'];
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
  readonly rejected: readonly PeopleIssue<RejectionReason>[];
  readonly warnings: readonly PeopleIssue<WarningReason>[];
}

/** Reads one row; `topicOf` turns free words into a topic's id. */
export function readPerson(
  row: PeopleRow,
  columns: ReadonlyMap<PeopleField, FoundColumn>,
  topicOf: (words: string) => string,
): ReadPerson {
  const rejected: PeopleIssue<RejectionReason>[] = [];
  const warnings: PeopleIssue<WarningReason>[] = [];
  const header = (field: PeopleField): string => columns.get(field)?.header ?? field;
  const reject = (field: PeopleField, reason: RejectionReason, value = ''): void =>
    void rejected.push({ row: row.line, column: header(field), reason, values: { value: value.slice(0, 60) } });
  const warn = (field: PeopleField, reason: WarningReason, values: Readonly<Record<string, string>> = {}): void =>
    void warnings.push({ row: row.line, column: header(field), reason, values });

  const cell = (field: PeopleField): string => {
    const column = columns.get(field);
    if (column === undefined) return '';
    const text = column.indexes
      .map((index) => visibleText(row.cells[index] ?? ''))
      .filter((part) => part !== '')
      .join(' ');
    return column.values.get(foldText(text)) ?? (isEmptyCell(field, text) ? '' : text);
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

  const email = parsed('email', readEmail, 'email-unreadable');
  const id = needed('id', words('id') ?? email);
  const managerId = words('managerId');
  const name = needed('name', words('name'));
  const role = needed('role', parsed('role', readRole, 'role-unknown'));
  const level = parsed('level', (text) => readWholeNumber(text, 1, 10), 'level-out-of-range');
  if (cell('level') === '') warn('level', 'default-level');
  const guest = parsed('guest', readYesNo, 'yes-no-unreadable') ?? false;
  const consentDiversity = parsed('consentDiversity', readYesNo, 'yes-no-unreadable') ?? false;

  const country = countryCode(cell('country'));
  if (country === undefined && cell('country') !== '')
    warn('country', 'country-unknown', { value: cell('country').slice(0, 60) });
  const statedZone = parsed('timeZone', timeZoneId, 'time-zone-unknown');
  const timeZone = statedZone ?? usualTimeZone(country);
  if (cell('timeZone') === '') warn('timeZone', 'default-time-zone', { zone: timeZone });
  const statedAvailability = parsed('availability', readAvailability, 'availability-unreadable');
  if (cell('availability') === '') warn('availability', 'default-availability');
  else if (statedAvailability !== undefined && namesPartOfDay(cell('availability')))
    warn('availability', 'part-of-day');
  const capacity = parsed('capacity', (text) => readWholeNumber(text, 0, mostCapacity), 'capacity-out-of-range');
  if (cell('capacity') === '') warn('capacity', 'default-capacity');

  const stated = readLanguages(cell('languages'));
  stated.tooLow.forEach((value) => warn('languages', 'language-below-working-level', { value }));
  if (cell('languages') === '') warn('languages', 'default-languages');
  else if (stated.codes.length === 0) reject('languages', 'languages-unreadable', cell('languages'));
  else stated.unknown.forEach((value) => warn('languages', 'language-unknown', { value: value.slice(0, 60) }));
  const languages = cell('languages') === '' ? usualLanguages : stated.codes;

  const topics = (
    field: 'expertise' | 'goals',
    most: number,
    usual: number,
    reason: WarningReason,
  ): { topic: string; weight: number }[] => {
    const weights = new Map<string, number>();
    const items = readWeighedWords(cell(field), most);
    if (items.length > topicsPerPerson) warn(field, 'topics-cut', { most: String(topicsPerPerson) });
    for (const item of items.slice(0, topicsPerPerson)) {
      const topic = topicOf(item.words);
      if (isOwnTopic(topic)) warn(field, 'own-topic', { value: item.words.slice(0, 60) });
      if (item.weight === undefined) warn(field, reason);
      weights.set(topic, Math.max(item.weight ?? usual, weights.get(topic) ?? 0));
    }
    return [...weights].map(([topic, weight]) => ({ topic, weight }));
  };
  const expertise: Expertise[] = topics('expertise', 4, 2, 'default-topic-level').map(({ topic, weight }) => ({
    topic,
    level: weight,
  }));
  const goals: Goal[] = topics('goals', 3, 2, 'default-goal-priority').map(({ topic, weight }) => ({
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
    if (items.length <= mostIds && items.every((item) => item.length <= longestId)) return items;
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
    rejected,
    warnings,
  };
  if (rejected.length > 0 || id === undefined || name === undefined || role === undefined) return known;
  const person: PersonProfile = {
    id,
    name,
    role,
    languages,
    timeZone,
    expertise,
    goals,
    availability: statedAvailability ?? usualAvailability,
    capacity: capacity ?? 1,
    exclude,
    guest,
    consentDiversity,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== undefined),
    ) as Partial<PersonProfile>),
  };
  return { ...known, person };
}

/** An address, also as mail programs copy it: `mailto:ada@x.example`, `Ada Lô <ada@x.example>`. */
function readEmail(cell: string): string | undefined {
  const text = (/<([^<>]+)>$/u.exec(cell)?.[1] ?? cell).replace(/^mailto:/iu, '').trim();
  return text.length <= 254 && /^[^\s@<>"(),;]+@[^\s@<>"(),;.]+(\.[^\s@<>"(),;.]+)+$/u.test(text)
    ? text.toLowerCase()
    : undefined;
}
