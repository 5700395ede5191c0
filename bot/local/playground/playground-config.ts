import { CodedError } from '../../../src/kernel/coded-error';
import type { PersonSeed, TeamSeed } from '../teams-service/service-options';

export interface PlaygroundPeople {
  readonly tenantId: string;
  readonly botAppId: string;
  readonly people: readonly PersonSeed[];
  readonly team: TeamSeed;
  /** Whom to play: their email, or a part of their name; by default the first junior. */
  readonly as?: string;
}

/** Its configuration takes one person to play and five others. */
const others = 5;
const format = '0.1.1';

/** The Playground's configuration: the local tenant and six of its people. Throws `person-unknown`. */
export function playgroundConfig(options: PlaygroundPeople): object {
  const { people, team, tenantId, botAppId } = options;
  const player = playerOf(people, options.as);
  const personas = people.filter(({ personaRole }) => personaRole !== undefined);
  const rest = [...personas, ...people.filter((person) => !personas.includes(person))]
    .filter((person) => person !== player)
    .slice(0, others);
  return {
    version: format,
    tenantId,
    bot: { id: `28:${botAppId}`, name: 'Passerelle' },
    currentUser: userOf(player),
    users: rest.map(userOf),
    personalChat: { id: `a:playground-${player.directoryId}` },
    groupChat: { id: '19:playground-group@thread.v2', name: 'Group chat' },
    team: {
      id: team.id,
      name: team.name,
      aadGroupId: '3f2a1b0c-9d8e-4f7a-8b6c-5d4e3f2a1b0c',
      channels: team.channels.filter(({ id }) => id !== team.id).map(({ id, name }) => ({ id, name })),
    },
  };
}

/** The person that `as` names among the people of the sample. */
export function playerOf(people: readonly PersonSeed[], as: string | undefined): PersonSeed {
  const wanted = as?.toLowerCase();
  const player =
    wanted === undefined
      ? people.find(({ personaRole }) => personaRole === 'junior')
      : people.find(({ name, email }) => email.toLowerCase() === wanted || name.toLowerCase().includes(wanted));
  if (player === undefined) throw new CodedError('person-unknown', `Nobody in the sample is called ${as ?? 'junior'}.`);
  return player;
}

function userOf({ directoryId, name, email }: PersonSeed): object {
  const [givenName = name, ...rest] = name.split(' ');
  return {
    id: `29:${directoryId}`,
    name,
    userPrincipleName: email,
    aadObjectId: directoryId,
    givenName,
    surname: rest.join(' '),
    email,
  };
}
