import { isRecord } from './wire-activity';
import { acceptSend, readActivity } from './bot-messages';
import type { Cloud } from './cloud';
import { openForBot } from './conversation-access';
import { ServiceRefusal } from './service-refusal';

interface Created {
  readonly id: string;
  readonly activityId?: string;
}

/**
 * Opens a chat with one person, or starts a thread in the channel named by `channelData.channel.id`.
 * As Teams: the same person always gives the same conversation; someone without the app and without a
 * shared team that has it is refused.
 */
export function createConversation(cloud: Cloud, body: Record<string, unknown>): Created {
  const channelData = isRecord(body.channelData) ? body.channelData : {};
  const channel = isRecord(channelData.channel) ? channelData.channel.id : undefined;
  return typeof channel === 'string' ? startThread(cloud, channel, body) : openChat(cloud, body, channelData);
}

function startThread(cloud: Cloud, channelId: string, body: Record<string, unknown>): Created {
  if (!isRecord(body.activity)) throw new ServiceRefusal(400, 'BadSyntax', 'A new thread needs an activity.');
  const open = openForBot(cloud, channelId);
  const activityId = acceptSend(cloud, open, readActivity(body.activity));
  return { id: `${channelId};messageid=${activityId}`, activityId };
}

function openChat(cloud: Cloud, body: Record<string, unknown>, channelData: Record<string, unknown>): Created {
  const tenant = body.tenantId ?? (isRecord(channelData.tenant) ? channelData.tenant.id : undefined);
  if (typeof tenant !== 'string') throw new ServiceRefusal(400, 'BadArgument', 'The tenant id is missing.');
  if (tenant !== cloud.options.tenantId)
    throw new ServiceRefusal(403, 'TenantNotFound', 'The bot is not known in this tenant.');
  const members = Array.isArray(body.members) ? (body.members as unknown[]) : [];
  const [member] = members;
  if (members.length !== 1 || !isRecord(member) || typeof member.id !== 'string') {
    throw new ServiceRefusal(400, 'BadArgument', 'Exactly one member is needed: bots cannot create group chats.');
  }
  const person = cloud.roster.findMember(member.id);
  if (!person) throw new ServiceRefusal(400, 'BadArgument', 'Failed to decrypt pairwise id.');
  if (!cloud.roster.isReachable(person)) {
    throw new ServiceRefusal(
      403,
      'ForbiddenOperationException',
      "The bot is not installed in the user's personal scope.",
    );
  }
  const id = cloud.roster.personalConversationId(person);
  cloud.chats.open({ id, kind: 'personal', directoryId: person.seed.directoryId });
  const open = openForBot(cloud, id);
  cloud.journal.write({ kind: 'create-conversation', conversationId: id, personDirectoryId: person.seed.directoryId });
  if (!isRecord(body.activity)) return { id };
  return { id, activityId: acceptSend(cloud, open, readActivity(body.activity)) };
}
