import { peopleListSchema, type PeopleList, type PersonDto } from '../../../src/enrolment/api-contract';
import { foldText } from '../../../src/kernel/fold-text';
import type { Language } from '../../../src/language/languages';
import { usePages } from '../../api/use-resource';

const allPages = 50;
const tenMinutes = 600_000;
const fewestLetters = 2;
const mostOffered = 8;

interface Named {
  readonly name: string;
  readonly email: string;
}

interface OfferedPerson extends Named, Pick<PersonDto, 'timeZone' | 'language'> {}

/** Who a plan names, as the form holds them. */
interface Typed extends Named {
  readonly language: Language;
  readonly timeZone?: string | undefined;
}

/** Somebody whom an assistant may assist. */
export interface OfferedMentee {
  readonly id: string;
  readonly name: string;
}

/** People of the programme whom a part in it may be given to; nobody while their list is not wanted or not there. */
export interface OfferedPeople {
  readonly people: readonly OfferedPerson[];
  readonly mentees: readonly OfferedMentee[];
  /** Addresses about which there is nothing to ask; absent while the list is not there. */
  readonly known?: ReadonlySet<string>;
}

function join(one: PeopleList, two: PeopleList): PeopleList {
  return { ...two, people: [...one.people, ...two.people] };
}

/** The people list, loaded once it is `wanted`. `settled`: addresses that the plan has already. */
export function useOfferedPeople(programmeId: string, wanted: boolean, settled: readonly string[]): OfferedPeople {
  const path = `/programmes/${programmeId}/people`;
  const { value } = usePages(path, peopleListSchema, join, wanted ? allPages : 0, tenMinutes);
  // Of a list that nobody is in yet, an address that is not in it says nothing.
  if (value === undefined || value.next !== undefined || value.people.length === 0) return { people: [], mentees: [] };
  const people = value.people.flatMap(({ name, email, timeZone, language }) =>
    email === undefined ? [] : [{ name, email, timeZone, ...(language === undefined ? {} : { language }) }],
  );
  const mentees = value.people
    .filter(({ role, state }) => role !== 'mentor' && state !== 'withdrawn')
    .map(({ id, name }) => ({ id, name }));
  return {
    people,
    mentees,
    known: new Set([...people.map(({ email }) => email), ...settled].map((one) => one.toLowerCase())),
  };
}

/** Who has what was typed in their name or address; the first eight. */
export function offersFor(offered: OfferedPeople, typed: string): readonly OfferedPerson[] {
  const wanted = foldText(typed);
  if (wanted.length < fewestLetters) return [];
  return offered.people
    .filter(({ name, email }) => foldText(name).includes(wanted) || foldText(email).includes(wanted))
    .slice(0, mostOffered);
}

/**
 * The person with what was typed, and what follows from it where only one person of the list can be meant and the rest is empty: the other of
 * name and address, language and zone. The zone of somebody of the list does not stay with another address (`before`).
 */
export function completed<P extends Typed>(offered: OfferedPeople | undefined, typed: P, before: P): P {
  const person = typed.email === before.email ? typed : withoutZoneOf(offered, before, typed);
  const { name, email } = person;
  if ((name === '') === (email === '')) return person;
  const meant = (offered?.people ?? []).filter((one) =>
    email === '' ? one.name === name : one.email.toLowerCase() === email.toLowerCase(),
  );
  const [only, ...others] = meant;
  return only === undefined || others.length > 0 ? person : { ...person, ...only };
}

/** What was typed, without the zone that came with the address that stood there before. */
function withoutZoneOf<P extends Typed>(offered: OfferedPeople | undefined, before: P, typed: P): P {
  const { timeZone, ...rest } = typed;
  const was = offered?.people.find(({ email }) => email.toLowerCase() === before.email.toLowerCase());
  return was !== undefined && was.timeZone === timeZone ? (rest as unknown as P) : typed;
}

/** Whether this is an address that is neither in the people list nor in the plan already. */
export function isUnknown(offered: OfferedPeople | undefined, email: string): boolean {
  const isAddress = /^[^@\s]+@[^@\s.]+\.[^@\s]+$/u.test(email);
  return isAddress && offered?.known?.has(email.toLowerCase()) === false;
}

/** Mentees who have what was typed in their name or identifier; the first eight. */
export function menteesFor(mentees: readonly OfferedMentee[], typed: string): readonly OfferedMentee[] {
  const wanted = foldText(typed);
  if (wanted.length < fewestLetters) return [];
  return mentees
    .filter(({ id, name }) => foldText(name).includes(wanted) || foldText(id).includes(wanted))
    .slice(0, mostOffered);
}

/** The identifier that a plan has where what was typed is the name of one mentee; else what was typed. */
export function menteeMeant(mentees: readonly OfferedMentee[], typed: string): string {
  const meant = mentees.filter(({ name }) => name === typed);
  const [only, ...others] = meant;
  return only === undefined || others.length > 0 ? typed : only.id;
}
