import type { RatedField } from './rate-header';
import { countryCode } from '../catalogues/place-names';
import { accountKindOf, presenceOf } from './tell-presence';
import { readDay } from './read-day';
import { readAvailability } from '../enrolment/read-availability';
import { readEmail } from './read-email';
import { readRole, readWays, readWholeNumber, readYesNo } from '../enrolment/read-cells';
import { readLanguages } from '../enrolment/read-languages';
import { timeZoneId } from '../enrolment/read-time-zone';

const hasLetters = (text: string): boolean => /\p{L}/u.test(text);
const isDate = (text: string): boolean => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T].*)?$/u.test(text);
const isWord = (text: string): boolean => hasLetters(text) && !text.includes('@') && readYesNo(text) === undefined;
/** Who is meant: not yes or no, not a date, not a mark. A number, an address or a name. */
const isReference = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text) && !isDate(text) && (/^\d+$/u.test(text) || readYesNo(text) === undefined);

const saysAccount = (text: string): boolean => readYesNo(text) !== undefined || presenceOf(text) !== undefined;

const fits: Readonly<Record<RatedField, (text: string) => boolean>> = {
  id: (text) => /[\p{L}\p{N}]/u.test(text) && text.length <= 100 && !isDate(text),
  name: (text) => hasLetters(text) && !isDate(text),
  firstName: hasLetters,
  lastName: hasLetters,
  email: (text) => readEmail(text) !== undefined,
  role: (text) => readRole(text) !== undefined,
  languages: (text) => readLanguages(text).codes.length > 0,
  timeZone: (text) => timeZoneId(text) !== undefined,
  country: (text) => countryCode(text) !== undefined,
  site: isWord,
  function: isWord,
  department: isWord,
  team: (text) => /[\p{L}\p{N}]/u.test(text) && !text.includes('@'),
  level: (text) => readWholeNumber(text, 1, 10) !== undefined,
  managerId: isReference,
  expertise: hasLetters,
  goals: hasLetters,
  availability: (text) => readAvailability(text) !== undefined,
  capacity: (text) => readWholeNumber(text, 0, 20) !== undefined,
  exclude: isReference,
  appraisedBy: isReference,
  guest: (text) => readYesNo(text) !== undefined || accountKindOf(text) !== undefined,
  status: (text) => presenceOf(text) !== undefined,
  endDate: (text) => readDay(text) !== undefined,
  startDate: (text) => readDay(text) !== undefined,
  accountEnabled: (text) => saysAccount(text) || /^\d{2,9}$/u.test(text),
  accountBlocked: saysAccount,
  partner: isWord,
  teachingStyle: (text) => readWays(text).ways.length > 0,
  learningStyle: (text) => readWays(text).ways.length > 0,
  pedagogy: (text) => readWholeNumber(text, 1, 4) !== undefined,
  openness: (text) => readWholeNumber(text, 1, 4) !== undefined,
  ageBand: () => true,
  gender: () => true,
  consentDiversity: (text) => readYesNo(text) !== undefined,
};

/** Whether a text that is not empty can be what the field holds. */
export function fitsCell(field: RatedField, text: string): boolean {
  return fits[field](text);
}
