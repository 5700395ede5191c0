import type { LearningWay, NotStated, PersonProfile } from '../domain/participant';
import { usualAvailability } from '../enrolment/read-availability';
import { readWays } from '../enrolment/read-cells';
import { cellsText } from './cell-text';
import type { FoundColumns } from './find-columns';
import { hasLostLetters } from './has-lost-letters';
import type { PeopleIssue, RejectionReason, WarningReason } from './people-issue';
import type { PeopleRow } from './people-table';
import type { CellReaders } from './read-cells-once';
import { readEmail } from './read-email';
import type { FieldReader } from './read-field';
import { otherNames } from './read-other-names';
import { readRowAvailability } from './read-row-availability';
import { readRowLanguages } from './read-row-languages';
import { readCapacity, readLevel, readSelfStated } from './read-row-numbers';
import { readPeopleList, readRowManagers, type RowManagers } from './read-row-people';
import { readExpertise, readGoals } from './read-row-topics';
import { readConsent, readGuest } from './read-row-yes-no';
import { readRowZone } from './read-row-zone';
import { RowReading } from './read-row';

/** Stands in the place of a zone that nobody has said; no statement about anybody. */
const usualTimeZone = 'Europe/Paris';

/** A row as read, with its place in the file. */
export interface ReadRow extends RowManagers {
  readonly row: number;
  /** Not there any more, by what the row says. */
  readonly gone?: true;
  /** Absent where a cell that matters is missing or cannot be read. Who the manager is takes all rows to tell. */
  readonly person?: PersonProfile;
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  /** Other names of the row. */
  readonly names?: readonly string[];
  /** Other identifiers of the row. */
  readonly also?: readonly string[];
  readonly rejected: readonly PeopleIssue<RejectionReason>[];
  readonly warnings: readonly PeopleIssue<WarningReason>[];
}

/** What reads the rows of one file: its fields, words of topics as ids, and cells of which many say the same. */
export interface FileReaders {
  readonly field: FieldReader;
  readonly topicOf: (words: string) => string;
  readonly cells: CellReaders;
}

/** Reads one row. */
export function readPerson(
  row: PeopleRow,
  found: Pick<FoundColumns, 'columns' | 'identities' | 'names' | 'superiors'>,
  { field, topicOf, cells }: FileReaders,
): ReadRow {
  const { columns, identities } = found;
  const reading = new RowReading(row, columns, field);
  refuseLostLetters(reading);
  const email = reading.parsed('email', readEmail, 'email-unreadable');
  // Of a column that is not there nobody can fill in a cell.
  const id = reading.needed(columns.has('id') ? 'id' : 'email', reading.words('id') ?? email);
  const managers = readRowManagers(reading, found.superiors);
  const also = identities.map((index) => cellsText(row, [index])).filter((text) => text !== '');
  const name = reading.needed('name', reading.words('name'));
  const names = otherNames(row, name, found.names);
  const role = reading.needed('role', reading.parsed('role', cells.role, 'role-unknown'));
  const level = readLevel(reading);
  const guest = readGuest(reading);
  const consentDiversity = readConsent(reading);

  const country = cells.country(reading.cell('country'));
  if (country === undefined && reading.cell('country') !== '')
    reading.warn('country', 'country-unknown', { value: reading.cell('country').slice(0, 60) });
  const zone = readRowZone(reading, country, cells);
  const availability = readRowAvailability(reading, cells);
  const capacity = readCapacity(reading);
  const { languages, notStated: ofLanguages } = readRowLanguages(reading, country, cells);
  const notStated: NotStated[] = [
    ...(zone === undefined ? (['timeZone'] as const) : []),
    ...ofLanguages,
    ...(availability === undefined ? (['availability'] as const) : []),
  ];
  const expertise = readExpertise(reading, role, topicOf);
  const goals = readGoals(reading, role, topicOf);
  const appraisedBy = readPeopleList(reading, 'appraisedBy');
  const exclude = readPeopleList(reading, 'exclude');
  const optional = {
    email,
    country,
    site: reading.words('site'),
    function: reading.words('function'),
    department: reading.words('department'),
    team: reading.words('team'),
    level,
    appraisedBy: appraisedBy.length === 0 ? undefined : appraisedBy,
    partnerOrganisation: reading.words('partner'),
    teachingStyle: readRowWays(reading, 'teachingStyle'),
    learningStyle: readRowWays(reading, 'learningStyle'),
    pedagogy: readSelfStated(reading, 'pedagogy', role !== 'mentee'),
    openness: readSelfStated(reading, 'openness', role !== 'mentor'),
    notStated: notStated.length === 0 ? undefined : notStated,
    ...(consentDiversity ? { ageBand: reading.words('ageBand'), gender: reading.words('gender') } : {}),
  };
  if (!consentDiversity) {
    for (const field of ['ageBand', 'gender'] as const)
      if (reading.cell(field) !== '') reading.warn(field, 'diversity-without-consent');
  }
  const { rejected, warnings } = reading;
  const person: PersonProfile | undefined =
    rejected.length > 0 || id === undefined || name === undefined || role === undefined
      ? undefined
      : {
          id,
          name,
          role,
          languages,
          timeZone: zone ?? usualTimeZone,
          expertise,
          goals,
          availability: availability ?? usualAvailability(country),
          capacity,
          exclude,
          guest,
          consentDiversity,
          ...statedOf(optional),
        };
  return {
    row: row.line,
    ...(person === undefined ? {} : { person }),
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...managers,
    ...(names.length === 0 ? {} : { names }),
    ...(also.length === 0 ? {} : { also }),
    rejected,
    warnings,
  };
}

function refuseLostLetters(reading: RowReading): void {
  if (!reading.row.cells.some((cell) => hasLostLetters(cell)) && !hasLostLetters(reading.cell('name'), true)) return;
  for (const field of reading.columns.keys())
    if (hasLostLetters(reading.cell(field), field === 'name'))
      reading.reject(field, 'letters-lost', reading.cell(field));
}

function readRowWays(
  reading: RowReading,
  field: 'teachingStyle' | 'learningStyle',
): readonly LearningWay[] | undefined {
  const text = reading.cell(field);
  if (text === '') return undefined;
  const { ways, unknown } = readWays(text);
  for (const value of unknown) reading.warn(field, 'way-unknown', { value: value.slice(0, 60) });
  return ways.length === 0 ? undefined : ways;
}

/** The fields that say something. */
function statedOf(fields: Readonly<Record<string, unknown>>): Partial<PersonProfile> {
  const stated: Record<string, unknown> = {};
  for (const field in fields) if (fields[field] !== undefined) stated[field] = fields[field];
  return stated;
}
