import { createHash } from 'node:crypto';
import type { CardMode, ChannelSeed, PersonSeed, TeamSeed } from './service-options';
import { ServiceRefusal } from './service-refusal';

export interface Person {
  readonly seed: PersonSeed;
  /** The id Teams gives this person towards this bot, `29:...`. */
  readonly userId: string;
  hasApp: boolean;
  blocked: boolean;
  cardMode: CardMode;
  /** Counts up each time the one-to-one conversation is lost and made anew. */
  generation: number;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly channels: ChannelSeed[];
  readonly members: Set<string>;
  hasApp: boolean;
}

export interface SavedRoster {
  readonly people: Readonly<Record<string, Pick<Person, 'hasApp' | 'blocked' | 'cardMode' | 'generation'>>>;
  readonly teams: Readonly<
    Record<
      string,
      { readonly hasApp: boolean; readonly members: readonly string[]; readonly channels: readonly ChannelSeed[] }
    >
  >;
}

/** Who is in the tenant, in which teams, and where the app is installed. */
export class Roster {
  readonly people = new Map<string, Person>();
  readonly teams = new Map<string, Team>();
  private readonly byUserId = new Map<string, Person>();
  private readonly byEmail = new Map<string, Person>();

  constructor(
    private readonly botAppId: string,
    private readonly tenantId: string,
  ) {}

  addPerson(seed: PersonSeed): Person {
    const userId = `29:1${this.digest(`user|${seed.directoryId}`)}`;
    const person: Person = { seed, userId, hasApp: seed.hasApp, blocked: false, cardMode: '1.5', generation: 0 };
    this.people.set(seed.directoryId, person);
    this.byUserId.set(userId, person);
    this.byEmail.set(seed.email, person);
    return person;
  }

  addTeam(seed: TeamSeed): Team {
    const team: Team = {
      id: seed.id,
      name: seed.name,
      channels: [...seed.channels],
      members: new Set(seed.memberDirectoryIds),
      hasApp: seed.hasApp,
    };
    this.teams.set(team.id, team);
    return team;
  }

  /** The person with this directory id; refuses an unknown one. */
  person(directoryId: string): Person {
    const person = this.people.get(directoryId);
    if (!person)
      throw new ServiceRefusal(404, 'UnknownPerson', `Nobody in this tenant has the directory id ${directoryId}.`);
    return person;
  }

  team(teamId: string): Team {
    const team = this.teams.get(teamId);
    if (!team) throw new ServiceRefusal(404, 'UnknownTeam', `No team of this tenant has the id ${teamId}.`);
    return team;
  }

  /** Found by `29:` id, directory id or user principal name, all of which Teams takes in member routes. */
  findMember(id: string): Person | undefined {
    return this.byUserId.get(id) ?? this.people.get(id.toLowerCase()) ?? this.byEmail.get(id);
  }

  /** The team a channel belongs to. */
  teamOfChannel(channelId: string): Team | undefined {
    return [...this.teams.values()].find(
      (team) => team.id === channelId || team.channels.some((channel) => channel.id === channelId),
    );
  }

  /** Whether the bot may start a chat: the app personally, or a shared team that has it. */
  isReachable(person: Person): boolean {
    return (
      person.hasApp || [...this.teams.values()].some((team) => team.hasApp && team.members.has(person.seed.directoryId))
    );
  }

  /** Id of the one-to-one chat, the same on every start so that stored references stay good. */
  personalConversationId(person: Person): string {
    return `a:1${this.digest(`chat|${person.seed.directoryId}|${String(person.generation)}`)}`;
  }

  save(): SavedRoster {
    return {
      people: Object.fromEntries(
        [...this.people].map(([id, { hasApp, blocked, cardMode, generation }]) => [
          id,
          { hasApp, blocked, cardMode, generation },
        ]),
      ),
      teams: Object.fromEntries(
        [...this.teams].map(([id, { hasApp, members, channels }]) => [id, { hasApp, members: [...members], channels }]),
      ),
    };
  }

  restore(saved: SavedRoster): void {
    for (const [id, state] of Object.entries(saved.people)) {
      const person = this.people.get(id);
      if (person) Object.assign(person, state);
    }
    for (const [id, state] of Object.entries(saved.teams)) {
      const team = this.teams.get(id);
      if (!team) continue;
      team.hasApp = state.hasApp;
      for (const member of state.members) team.members.add(member);
    }
  }

  private digest(text: string): string {
    return createHash('sha256').update(`${this.tenantId}|${this.botAppId}|${text}`).digest('base64url');
  }
}
