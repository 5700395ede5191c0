import type { BotLink, Exchange } from './bot-link';
import type { Conversation } from './chat-store';
import type { Cloud } from './cloud';
import { botAccountId, fromChannel, fromPerson } from './inbound-activity';
import type { Person, Team } from './roster';
import { ServiceRefusal } from './service-refusal';

/** What people and administrators do with the app, and what Teams tells the bot about it. */
export class InstallationActions {
  constructor(
    private readonly cloud: Cloud,
    private readonly link: BotLink,
  ) {}

  /** Adds the app in the personal scope; the bot hears of it twice, as in Teams. A second time changes nothing. */
  async installApp(directoryId: string): Promise<readonly Exchange[]> {
    const person = this.cloud.roster.person(directoryId);
    if (person.hasApp) return [];
    if (person.seed.guest) throw new ServiceRefusal(403, 'GuestCannotInstall', 'Guests cannot add apps in Teams.');
    person.hasApp = true;
    const base = this.personBase(person);
    const bot = { id: botAccountId(this.cloud) };
    this.changed();
    return [
      await this.link.post({ ...base(), type: 'conversationUpdate', membersAdded: [bot] }, directoryId),
      await this.link.post({ ...base(), type: 'installationUpdate', action: 'add' }, directoryId),
    ];
  }

  async uninstallApp(directoryId: string): Promise<readonly Exchange[]> {
    const person = this.cloud.roster.person(directoryId);
    if (!person.hasApp) return [];
    person.hasApp = false;
    this.changed();
    return [
      await this.link.post({ ...this.personBase(person)(), type: 'installationUpdate', action: 'remove' }, directoryId),
    ];
  }

  /** Blocks or unblocks the bot; Teams does not tell the bot. */
  setBlocked(directoryId: string, blocked: boolean): void {
    this.cloud.roster.person(directoryId).blocked = blocked;
    this.changed();
  }

  /** Loses the one-to-one chat: its id answers 404 from now on, the next createConversation makes another. */
  forgetConversation(directoryId: string): void {
    const person = this.cloud.roster.person(directoryId);
    this.cloud.chats.drop(this.cloud.roster.personalConversationId(person));
    person.generation += 1;
    openPersonalChat(this.cloud, person);
  }

  /** Adds the bot to a team; `by` is the member who does it, and `channelId` the channel they chose. */
  async addBotToTeam(teamId: string, by?: string, channelId = teamId): Promise<readonly Exchange[]> {
    const team = this.cloud.roster.team(teamId);
    if (team.hasApp) return [];
    team.hasApp = true;
    this.changed();
    return this.tellTeam(team, by, { membersAdded: [{ id: botAccountId(this.cloud) }] }, 'teamMemberAdded', {
      action: 'add',
      channelId,
    });
  }

  async removeBotFromTeam(teamId: string, by?: string): Promise<readonly Exchange[]> {
    const team = this.cloud.roster.team(teamId);
    if (!team.hasApp) return [];
    team.hasApp = false;
    this.changed();
    return this.tellTeam(team, by, { membersRemoved: [{ id: botAccountId(this.cloud) }] }, 'teamMemberRemoved', {
      action: 'remove',
      channelId: team.id,
    });
  }

  /** Adds or removes a member of a team; a bot in the team is told. */
  async setTeamMember(teamId: string, directoryId: string, member: boolean): Promise<readonly Exchange[]> {
    const team = this.cloud.roster.team(teamId);
    const person = this.cloud.roster.person(directoryId);
    if (team.members.has(directoryId) === member) return [];
    if (member) team.members.add(directoryId);
    else team.members.delete(directoryId);
    this.changed();
    if (!team.hasApp) return [];
    const account = [{ id: person.userId, aadObjectId: directoryId }];
    return this.tellTeam(
      team,
      undefined,
      member ? { membersAdded: account } : { membersRemoved: account },
      member ? 'teamMemberAdded' : 'teamMemberRemoved',
    );
  }

  /** Deletes a channel; a bot in the team is told, and posts to it answer 404. */
  async deleteChannel(channelId: string): Promise<readonly Exchange[]> {
    const team = this.cloud.roster.teamOfChannel(channelId);
    const index = team?.channels.findIndex((channel) => channel.id === channelId) ?? -1;
    if (!team || index < 0) throw new ServiceRefusal(404, 'UnknownChannel', `There is no channel ${channelId}.`);
    const [gone] = team.channels.splice(index, 1);
    this.cloud.chats.drop(channelId);
    this.changed();
    return team.hasApp ? this.tellTeam(team, undefined, { channelData: { channel: gone } }, 'channelDeleted') : [];
  }

  private personBase(person: Person): () => ReturnType<typeof fromPerson> {
    const conversation = openPersonalChat(this.cloud, person);
    return () => fromPerson(this.cloud, person, conversation, `f:${this.cloud.randomId()}`);
  }

  private async tellTeam(
    team: Team,
    by: string | undefined,
    change: Record<string, unknown>,
    eventType: string,
    installation?: { readonly action: 'add' | 'remove'; readonly channelId: string },
  ): Promise<readonly Exchange[]> {
    const directoryId = by ?? [...team.members][0];
    if (directoryId === undefined)
      throw new ServiceRefusal(409, 'EmptyTeam', 'A team without members cannot do anything.');
    const base = fromChannel(
      this.cloud,
      this.cloud.roster.person(directoryId),
      team,
      team.id,
      undefined,
      `f:${this.cloud.randomId()}`,
    );
    const channelData = { ...(base.channelData as object), ...(change.channelData as object | undefined), eventType };
    const told = [await this.link.post({ ...base, ...change, channelData, type: 'conversationUpdate' }, directoryId)];
    if (!installation) return told;
    const settings = { selectedChannel: { id: installation.channelId } };
    told.push(
      await this.link.post(
        {
          ...base,
          id: `f:${this.cloud.randomId()}`,
          type: 'installationUpdate',
          action: installation.action,
          channelData: { ...(base.channelData as object), settings },
        },
        directoryId,
      ),
    );
    return told;
  }

  private changed(): void {
    this.cloud.events.publish({ type: 'roster' });
  }
}

/** The person's chat with the bot, made on first use. */
export function openPersonalChat(cloud: Cloud, person: Person): Conversation {
  return cloud.chats.open({
    id: cloud.roster.personalConversationId(person),
    kind: 'personal',
    directoryId: person.seed.directoryId,
  });
}
