import { Temporal } from 'temporal-polyfill';
import type { Conversation } from './chat-store';
import type { Cloud } from './cloud';
import type { Person, Team } from './roster';
import type { WireActivity } from './wire-activity';

/** What every activity from a person in their own chat with the bot carries. */
export function fromPerson(
  cloud: Cloud,
  person: Person,
  conversation: Conversation,
  id: string,
): Omit<WireActivity, 'type'> {
  return {
    ...common(cloud, person, id),
    conversation: { conversationType: 'personal', tenantId: cloud.options.tenantId, id: conversation.id },
    channelData: { tenant: { id: cloud.options.tenantId } },
  };
}

/** What every activity from a member in a channel carries; `threadId` is the thread's first message. */
export function fromChannel(
  cloud: Cloud,
  person: Person,
  team: Team,
  channelId: string,
  threadId: string | undefined,
  id: string,
): Omit<WireActivity, 'type'> {
  return {
    ...common(cloud, person, id),
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: cloud.options.tenantId,
      id: threadId === undefined ? channelId : `${channelId};messageid=${threadId}`,
    },
    channelData: {
      teamsChannelId: channelId,
      teamsTeamId: team.id,
      channel: { id: channelId },
      team: { id: team.id, name: team.name },
      tenant: { id: cloud.options.tenantId },
    },
  };
}

/** The bot's account id on this channel. */
export function botAccountId(cloud: Cloud): string {
  return `28:${cloud.options.botAppId}`;
}

function common(cloud: Cloud, { seed, userId, cardMode }: Person, id: string): Omit<WireActivity, 'type'> {
  const now = cloud.now();
  const timezone = seed.timeZone ?? 'Europe/Paris';
  const language = seed.language.split('-')[0] ?? 'en';
  const country = seed.country ?? (language === 'fr' ? 'FR' : 'US');
  const locale = seed.language.includes('-') ? seed.language : `${language}-${country}`;
  return {
    id,
    timestamp: now,
    localTimestamp: Temporal.Instant.from(now).toZonedDateTimeISO(timezone).toString({ timeZoneName: 'never' }),
    localTimezone: timezone,
    locale,
    channelId: 'msteams',
    serviceUrl: cloud.serviceUrl(),
    from: { id: userId, name: seed.name, aadObjectId: seed.directoryId },
    recipient: { id: botAccountId(cloud), name: cloud.options.botName ?? 'Passerelle' },
    entities: [{ type: 'clientInfo', locale, country, platform: cardMode === '1.2' ? 'Android' : 'Web', timezone }],
  };
}
