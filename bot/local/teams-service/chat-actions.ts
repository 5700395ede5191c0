import type { BotLink, Exchange } from './bot-link';
import type { Conversation } from './chat-store';
import type { Cloud } from './cloud';
import { botAccountId, fromChannel, fromPerson } from './inbound-activity';
import { openPersonalChat } from './installation-actions';
import type { Person } from './roster';
import { ServiceRefusal } from './service-refusal';
import type { WireActivity } from './wire-activity';

/** What people write. */
export class ChatActions {
  constructor(
    private readonly cloud: Cloud,
    private readonly link: BotLink,
  ) {}

  /** Writes to the bot in one's own chat. In Teams this needs the app, or a chat the bot has begun. */
  async say(directoryId: string, text: string): Promise<Exchange> {
    const person = this.cloud.roster.person(directoryId);
    if (!this.cloud.roster.isReachable(person))
      throw new ServiceRefusal(403, 'AppNotInstalled', `${person.seed.name} has no chat with the bot.`);
    const conversation = openPersonalChat(this.cloud, person);
    const activity: WireActivity = {
      ...fromPerson(this.cloud, person, conversation, this.cloud.chats.nextId()),
      type: 'message',
      textFormat: 'plain',
      text,
      attachments: [{ contentType: 'text/html', content: `<p>${escapeHtml(text)}</p>` }],
    };
    this.remember(conversation, person, activity);
    return this.link.post(activity, directoryId);
  }

  /** Mentions the bot in a channel; without the mention a bot hears nothing of a channel, so neither does ours. */
  async sayInChannel(
    directoryId: string,
    channelId: string,
    text: string,
    options: { readonly threadId?: string; readonly mention?: boolean } = {},
  ): Promise<Exchange | undefined> {
    const person = this.cloud.roster.person(directoryId);
    const team = this.cloud.roster.teamOfChannel(channelId);
    if (!team?.members.has(directoryId))
      throw new ServiceRefusal(403, 'NotInTeam', `${person.seed.name} is not in the team of this channel.`);
    const conversation = openChannel(this.cloud, channelId, team.id);
    const id = this.cloud.chats.nextId();
    const threadId = options.threadId ?? id;
    const mention = options.mention ?? true;
    const name = this.cloud.options.botName ?? 'Passerelle';
    const base = fromChannel(this.cloud, person, team, channelId, threadId, id);
    const activity: WireActivity = {
      ...base,
      type: 'message',
      textFormat: 'plain',
      text: mention ? `<at>${name}</at> ${text}` : text,
      entities: [
        ...(base.entities as unknown[]),
        ...(mention
          ? [{ type: 'mention', text: `<at>${name}</at>`, mentioned: { id: botAccountId(this.cloud), name } }]
          : []),
      ],
    };
    this.remember(conversation, person, activity, threadId);
    return mention && team.hasApp ? this.link.post(activity, directoryId) : undefined;
  }

  private remember(conversation: Conversation, person: Person, activity: WireActivity, threadId?: string): void {
    const id = activity.id ?? '';
    const { directoryId } = person.seed;
    this.cloud.chats.add(conversation, {
      id,
      author: 'person',
      directoryId,
      at: this.cloud.now(),
      activity,
      ...(threadId === undefined ? {} : { threadId }),
    });
    this.cloud.events.publish({
      type: 'message',
      change: 'new',
      author: 'person',
      conversationId: conversation.id,
      activityId: id,
      ...(conversation.channelId === undefined ? { directoryId } : { channelId: conversation.channelId }),
    });
  }
}

/** A channel's conversation, made on first use. */
export function openChannel(cloud: Cloud, channelId: string, teamId: string): Conversation {
  return cloud.chats.open({ id: channelId, kind: 'channel', channelId, teamId });
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
