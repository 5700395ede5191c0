import type { ChannelReference } from '../domain/programme';
import type { Ports } from '../domain/ports';
import { channelReminderView } from './channel-reminder-view';
import { doNotSend, type MessageContext, type Prepared } from '../member/message-context';

/** The month's post for the programme's channel, or that it has none. */
export async function prepareChannelReminder({
  ports,
  programme,
  message,
  reader,
  now,
}: MessageContext<'programmes' | 'tenants'>): Promise<Prepared> {
  if (programme.channel === undefined) return doNotSend('skipped', 'channel-missing');
  const view = await channelReminderView(ports, programme, message.subject.month ?? 1, reader, now);
  return { ok: true, view, reader, target: { to: 'channel', channel: await newestAddress(ports, programme.channel) } };
}

/** Teams moves a team from one service address to another; the team's row has the newest. */
async function newestAddress(ports: Ports<'tenants'>, channel: ChannelReference): Promise<ChannelReference> {
  const team = await ports.tenants.get('tenant', 'team', channel.teamId);
  return team === undefined ? channel : { ...channel, serviceUrl: team.value.serviceUrl };
}
