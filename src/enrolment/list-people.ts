import type { Ports } from '../domain/ports';
import type { Language } from '../language/languages';
import type { PeopleList, PersonDto } from './api-contract';
import type { Participant } from '../domain/participant';
import { reachRemedy } from './reach-remedy';

/** People on one page. */
export const peoplePerPage = 200;

/** One page of the programme's people by id, each with whether the bot can reach them or the remedy. One range. */
export async function listPeople(
  ports: Ports<'programmes'>,
  programmeId: string,
  from: string | undefined,
  language: Language,
): Promise<PeopleList> {
  const page = await ports.programmes.range(programmeId, 'participant', {
    ...(from === undefined ? {} : { from }),
    limit: peoplePerPage,
  });
  return {
    people: page.rows.map((row) => toDto(row.value, language)),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
}

function toDto(participant: Participant, language: Language): PersonDto {
  const remedy = reachRemedy(participant.reach, language);
  return {
    id: participant.id,
    name: participant.profile.name,
    role: participant.profile.role,
    state: participant.state,
    linked: participant.directoryId !== undefined,
    ...(participant.linkedBy === undefined ? {} : { linkedBy: participant.linkedBy }),
    reach: participant.reach,
    ...(remedy === undefined ? {} : { remedy }),
  };
}
