import type { Ports } from '../domain/ports';
import { isLanguage, type Language } from '../language/languages';
import type { PeopleList, PersonDto } from './api-contract';
import type { LinkAsked, Participant, PersonProfile } from '../domain/participant';
import { reachRemedy } from './reach-remedy';

/** People on one page. */
export const peoplePerPage = 200;

/** One page of the programme's people by id, each with whether the bot can reach them or the remedy. One range. */
export async function listPeople(
  ports: Ports<'programmes'>,
  programmeId: string,
  from: string | undefined,
  language: Language,
  /** Directory id of who reads. */
  reader: string,
): Promise<PeopleList> {
  const page = await ports.programmes.range(programmeId, 'participant', {
    ...(from === undefined ? {} : { from }),
    limit: peoplePerPage,
  });
  return {
    people: page.rows.map((row) => toDto(row.value, language, reader)),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

/** A no, silence and a later yes to come read alike: who said which is theirs. */
function stateForHr({ state, invitedAt }: Participant): PersonDto['state'] {
  if (state === 'invited' || state === 'not-now') return 'not-enrolled';
  // Let back in: whoever had said no stays as they were, and whoever had not is invited again.
  return state === 'imported' && invitedAt !== undefined ? 'not-enrolled' : state;
}

/** What the people file says of where somebody is to be found; HR brought it. */
function placeOf({ email, department, site, level }: PersonProfile): Partial<PersonDto> {
  return {
    ...(email === undefined ? {} : { email }),
    ...(department === undefined ? {} : { department }),
    ...(site === undefined ? {} : { site }),
    ...(level === undefined ? {} : { level }),
  };
}

function toDto(participant: Participant, language: Language, reader: string): PersonDto {
  const remedy = reachRemedy(participant.reach, language);
  const { linkAsked, linkDenied } = participant;
  const spoken = participant.profile.languages.find(isLanguage);
  return {
    id: participant.id,
    name: participant.profile.name,
    role: participant.profile.role,
    ...placeOf(participant.profile),
    timeZone: participant.profile.timeZone,
    ...(spoken === undefined ? {} : { language: spoken }),
    pairs: participant.pairs ?? 0,
    state: stateForHr(participant),
    linked: participant.directoryId !== undefined,
    ...(participant.linkedBy === undefined ? {} : { linkedBy: participant.linkedBy }),
    ...(linkAsked === undefined ? {} : { linkAsked: askedDto(linkAsked, reader) }),
    ...(linkDenied === undefined ? {} : { linkDenied: { directoryId: linkDenied.directoryId } }),
    reach: participant.reach,
    ...(remedy === undefined ? {} : { remedy }),
  };
}

function askedDto({ directoryId, by, saidYes }: LinkAsked, reader: string): NonNullable<PersonDto['linkAsked']> {
  return { directoryId, byYou: by === reader, ...(saidYes === undefined ? {} : { saidYesAs: saidYes.name }) };
}
