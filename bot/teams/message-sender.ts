import type { CardView, Reader } from '../../src/messaging/view';
import type { Ports } from '../../src/programme/ports';
import type { ChannelReference } from '../../src/programme/model';
import type { CardLinks } from './cards/card-links';
import { renderCard, renderChannelCard, type RenderedCard } from './cards/render-card';
import type { Connector, PersonTarget } from './connector/create-connector';
import type { SendOutcome } from './connector/send-outcome';

/** A message drawn from the state, with the place it goes to. */
export interface PreparedMessage {
  readonly view: CardView;
  readonly reader: Reader;
  readonly target:
    ({ readonly to: 'person' } & PersonTarget) | { readonly to: 'channel'; readonly channel: ChannelReference };
}

export interface MessageSenderDeps {
  readonly connector: Connector;
  readonly links: CardLinks;
  readonly ports: Pick<Ports, 'programmes'>;
}

/** Draws prepared messages and sends each once. A card too large for Teams is a failure: no card of ours should be. */
export function createMessageSender({ connector, links, ports }: MessageSenderDeps): {
  send(message: PreparedMessage): Promise<Exclude<SendOutcome, { outcome: 'too-large' }>>;
} {
  return {
    async send({ view, reader, target }) {
      const outcome =
        target.to === 'person'
          ? await connector.sendToPerson(target, renderCard(view, reader, links))
          : await connector.sendToChannel(target.channel, await channelCard(view, reader, links, ports));
      return outcome.outcome === 'too-large' ? { outcome: 'failed', reason: 'too-large' } : outcome;
    },
  };
}

/** Everybody in the channel reads their own language: the card holds each language of the programme. */
async function channelCard(
  view: CardView,
  reader: Reader,
  links: CardLinks,
  ports: MessageSenderDeps['ports'],
): Promise<RenderedCard> {
  if (!('programmeId' in view)) return renderCard(view, reader, links);
  const plan = (await ports.programmes.get(view.programmeId, 'programme', 'programme'))?.value.plan;
  if (plan === undefined) return renderCard(view, reader, links);
  const languages = [...new Set([reader.language, ...plan.languages])];
  return renderChannelCard(
    languages.map((language) => ({
      view: { ...view, programmeName: plan.name[language] },
      reader: { ...reader, language },
    })),
    links,
  );
}
