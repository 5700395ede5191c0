import type { Participant } from '../domain/participant';
import type { CultureProfile } from '../domain/programme-contract';
import { isLanguage, type Language } from '../language/languages';
import type { Contact, Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import type { Reader } from '../domain/view';

/** Culture of words said outside any programme: formal, as between strangers. */
export const neutralCulture: CultureProfile = {
  address: 'vous',
  names: 'full',
  directness: 'direct',
  hierarchyDistance: 'low',
};

/** The language a participant reads: what they set themselves, else the first of theirs that the product speaks, else the programme's. */
export async function participantReader(
  ports: Ports<'people'>,
  programme: Programme,
  participant: Participant,
): Promise<Reader> {
  const chosen = await chosenLanguage(ports, participant.directoryId);
  const spoken = participant.profile.languages.find(isLanguage);
  return {
    language: chosen ?? spoken ?? programme.plan.languages[0] ?? 'fr',
    timeZone: participant.profile.timeZone,
    culture: programme.plan.culture,
  };
}

/** The language of a sponsor, administrator or delegate. */
export async function contactReader(ports: Ports<'people'>, programme: Programme, contact: Contact): Promise<Reader> {
  const chosen = await chosenLanguage(ports, contact.directoryId);
  return { language: chosen ?? contact.language, timeZone: contact.timeZone, culture: programme.plan.culture };
}

/** The language of somebody known only to the tenant: what they set themselves, else their Teams' when first heard of, else English. */
export async function strangerReader(ports: Ports<'people'>, directoryId: string): Promise<Reader> {
  const person = await ports.people.get(directoryId, 'person', 'person');
  return {
    language: person?.value.language ?? person?.value.seenLanguage ?? 'en',
    timeZone: person?.value.timeZone ?? 'UTC',
    culture: neutralCulture,
  };
}

/** An account that has no part in a programme and hears of it all the same: its own language where it is known, else the programme's. */
export async function accountReader(
  ports: Ports<'people'>,
  programme: Programme,
  directoryId: string,
): Promise<Reader> {
  const person = (await ports.people.get(directoryId, 'person', 'person'))?.value;
  return {
    language: person?.language ?? person?.seenLanguage ?? programme.plan.languages[0] ?? 'fr',
    timeZone: person?.timeZone ?? programme.plan.timeZone,
    culture: programme.plan.culture,
  };
}

/** The channel reads the programme's first language; the card carries all of them. */
export function channelReader(programme: Programme, language: Language): Reader {
  return { language, timeZone: programme.plan.timeZone, culture: programme.plan.culture };
}

/** A name as the programme's culture shows it: first names, or the full name. */
export function shownName(name: string, culture: CultureProfile): string {
  return culture.names === 'first' ? (name.split(/\s+/u)[0] ?? name) : name;
}

async function chosenLanguage(ports: Ports<'people'>, directoryId: string | undefined): Promise<Language | undefined> {
  if (directoryId === undefined) return undefined;
  return (await ports.people.get(directoryId, 'person', 'person'))?.value.language;
}
