import type { StandingCard } from '../../src/domain/card';
import type { CardView, Reader } from '../../src/domain/view';
import type { Ports } from '../../src/domain/ports';
import type { ChannelReference } from '../../src/domain/programme';
import type { CardLinks } from './cards/card-links';
import { renderCard, renderChannelCard, renderSmallCard, type RenderedCard } from './cards/render-card';
import type { Connector, PersonTarget } from './connector/create-connector';
import type { SendOutcome } from '../../src/domain/send-outcome';

/** A message drawn from the state, with the place it goes to. */
export interface PreparedMessage {
  readonly view: CardView;
  readonly reader: Reader;
  readonly target:
    ({ readonly to: 'person' } & PersonTarget) | { readonly to: 'channel'; readonly channel: ChannelReference };
}

/** A card that stands in somebody's chat, drawn anew. */
export interface PreparedEdit {
  readonly view: CardView;
  readonly reader: Reader;
  readonly serviceUrl: string;
  readonly stored: { readonly value: Pick<StandingCard, 'conversationId' | 'activityId'> };
}

export interface MessageSenderDeps {
  readonly connector: Connector;
  readonly links: CardLinks;
  readonly ports: Ports<'programmes'>;
}

/**
 * Draws prepared messages and sends each once; whoever calls has taken a place in the budget for it. The small form says where to find what the card would have said; in a channel it is the
 * card in one language. A card that is edited stays where it is: its person is told nothing.
 */
export function createMessageSender({ connector, links, ports }: MessageSenderDeps): {
  send(message: PreparedMessage, form?: 'whole' | 'small'): Promise<SendOutcome>;
  edit(card: PreparedEdit, form?: 'whole' | 'small'): Promise<SendOutcome>;
} {
  return {
    async send({ view, reader, target }, form = 'whole') {
      if (target.to === 'person') {
        const render = form === 'whole' ? renderCard : renderSmallCard;
        return connector.sendToPerson(target, render(view, reader, links), { hasItsPlace: true });
      }
      const card = form === 'whole' ? await channelCard(view, reader, links, ports) : renderCard(view, reader, links);
      return connector.sendToChannel(target.channel, card, { hasItsPlace: true });
    },
    edit({ view, reader, serviceUrl, stored }, form = 'whole') {
      const { conversationId, activityId } = stored.value;
      const render = form === 'whole' ? renderCard : renderSmallCard;
      const card = render(view, reader, links);
      return connector.updateActivity({ serviceUrl, conversationId }, activityId, card, { hasItsPlace: true });
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
