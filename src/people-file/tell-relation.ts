import { rateHeader } from './rate-header';
import { readHeader, type HeaderSubject } from './read-header';

/** What a header says of people who are not the direct manager. */
const others: readonly HeaderSubject[] = [
  'otherManager',
  'count',
  'assistant',
  'mentor',
  'appraise',
  'exclude',
  'level',
  'private',
];

/** Whether a header is of people other than the direct manager: matrix, N+2, HRBP, direct reports, assistant. */
export function isOfOthers(header: string): boolean {
  const { subjects } = readHeader(header);
  return others.some((subject) => subjects.has(subject));
}

/** In which relation people stand whom a column names: above somebody, as a manager of whatever kind, or in another one. */
export type Relation = 'above' | 'other';

/** The relation that a header names; undefined where it names none. */
export function relationOf(header: string): Relation | undefined {
  if (rateHeader(header).has('managerId') || readHeader(header).subjects.has('otherManager')) return 'above';
  return isOfOthers(header) ? 'other' : undefined;
}
