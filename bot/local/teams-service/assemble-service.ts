import type { BotLink } from './bot-link';
import { ChatActions, openChannel } from './chat-actions';
import type { Cloud } from './cloud';
import { InstallationActions, openPersonalChat } from './installation-actions';
import { PressActions } from './press-actions';
import type { PersonSeed, TeamSeed } from './service-options';
import { ServiceRefusal } from './service-refusal';
import { showMessage } from './shown-message';
import type { TeamsService, TeamsServiceAddresses } from './teams-service';

/** Puts the parts together into the one object that tests, rehearse and the control routes use; `stop` ends the server. */
export function assembleService(cloud: Cloud, link: BotLink, port: number, stop: () => Promise<void>): TeamsService {
  const { roster, chats, live, faults, journal, events, entra, botFramework } = cloud;
  const installation = new InstallationActions(cloud, link);
  const chat = new ChatActions(cloud, link);
  const presses = new PressActions(cloud, link);
  const base = cloud.baseUrl();
  const personalId = (directoryId: string): string => roster.personalConversationId(roster.person(directoryId));
  const messages = (conversationId: string, directoryId?: string) =>
    (chats.find(conversationId)?.messages ?? []).map((message) => showMessage(cloud, message, directoryId));
  return {
    ...addresses(cloud),
    get serviceUrl() {
      return cloud.serviceUrl();
    },
    port,
    get botEndpoint() {
      return live.botEndpoint;
    },
    setBotEndpoint(url) {
      live.botEndpoint = url;
    },
    setBotSecrets(secrets) {
      live.botSecrets = secrets;
    },
    revokeConnectorTokens: () => {
      botFramework.revokeConnectorTokens();
    },
    moveRegion(region, move) {
      if (move?.retireOld) live.openRegions.clear();
      live.openRegions.add(region);
      live.region = region;
      return cloud.serviceUrl();
    },
    addPerson(seed: PersonSeed) {
      openPersonalChat(cloud, roster.addPerson(seed));
    },
    addTeam(seed: TeamSeed) {
      for (const channel of roster.addTeam(seed).channels) openChannel(cloud, channel.id, seed.id);
    },
    installApp: (id) => installation.installApp(id),
    uninstallApp: (id) => installation.uninstallApp(id),
    setBlocked: (id, blocked) => {
      installation.setBlocked(id, blocked);
    },
    forgetConversation: (id) => {
      installation.forgetConversation(id);
    },
    setCardMode(id, mode) {
      roster.person(id).cardMode = mode;
      events.publish({ type: 'roster' });
    },
    addBotToTeam: (teamId, by, channelId) => installation.addBotToTeam(teamId, by, channelId),
    removeBotFromTeam: (teamId, by) => installation.removeBotFromTeam(teamId, by),
    setTeamMember: (teamId, id, member) => installation.setTeamMember(teamId, id, member),
    deleteChannel: (channelId) => installation.deleteChannel(channelId),
    say: (id, text) => chat.say(id, text),
    sayInChannel: (id, channelId, text, how) => chat.sayInChannel(id, channelId, text, how),
    press: (id, activityId, choice, inputs, how) => presses.press(id, activityId, choice, inputs, how),
    async openDialog(id, activityId, choice, inputs) {
      const result = await presses.press(id, activityId, choice, inputs);
      if (result.outcome === 'dialog') return result.dialog;
      throw new ServiceRefusal(
        409,
        'NoDialog',
        `The press opened no dialog: ${JSON.stringify({ ...result, copies: undefined, exchange: result.exchange?.body })}`,
      );
    },
    submitDialog: (dialogId, inputs, choice) => presses.submitDialog(dialogId, inputs, choice),
    closeDialog: (dialogId) => {
      presses.closeDialog(dialogId);
    },
    resend: (exchange, id) => presses.resend(exchange, id),
    sendRaw: (id, fields) => presses.sendRaw(id, fields),
    conversation: (id) => messages(personalId(id), id),
    channel: (channelId, id) => messages(channelId, id),
    conversationId: personalId,
    failNext: (fault) => {
      faults.add(fault);
    },
    clearFaults: () => {
      faults.clear();
    },
    journal: (since) => journal.since(since),
    requests: () => journal.requests(),
    exchanges: (since) => link.since(since),
    onEvent: (listener) => events.listen(listener),
    tabToken: (id, overrides) => entra.signFor(base, roster.person(id).seed, overrides),
    signTabToken: (overrides) => entra.sign(base, overrides),
    signBotToken: (overrides) => botFramework.signInbound(cloud.serviceUrl(), overrides),
    close: stop,
  };
}

function addresses(cloud: Cloud): TeamsServiceAddresses {
  const base = cloud.baseUrl();
  const { tenantId } = cloud.options;
  return {
    baseUrl: base,
    serviceUrl: cloud.serviceUrl(),
    botOpenIdMetadata: `${base}/botframework/.well-known/openidconfiguration`,
    tokenEndpoint: `${base}/oauth/${tenantId}/oauth2/v2.0/token`,
    tabIssuer: cloud.entra.issuer(base),
    tabOpenIdMetadata: `${base}/entra/${tenantId}/v2.0/.well-known/openid-configuration`,
    tabKeys: `${base}/entra/${tenantId}/discovery/v2.0/keys`,
  };
}
