import { unreachable } from '../../../src/kernel/result';
import type { CardView, Reader } from '../../../src/domain/view';
import { bookedCard } from './session/booked-card';
import type { CardObject } from './card-frame';
import type { CardLinks } from './card-links';
import { channelReminderCard, stackCards } from './channel/channel-reminder-card';
import { departureCard } from './enrolment/departure-card';
import { homeCard } from './own-page/home-card';
import { introductionCard } from './pair/introduction-card';
import { invitationCard } from './enrolment/invitation-card';
import { metCard } from './session/met-card';
import { diversityCard } from './diversity/diversity-card';
import { noticeCard } from './notice-card';
import { hourOffCard } from './pause/hour-off-card';
import { leaveCard } from './pair-ending/leave-card';
import { pairCard } from './pair-ending/pair-card';
import { pairEndedCard } from './pair-ending/pair-ended-card';
import { pauseCard } from './pause/pause-card';
import { pledgeCard } from './programme/pledge-card';
import { proposalCard } from './proposal/proposal-card';
import { renewalCard } from './renewal/renewal-card';
import { renewalsCard } from './draft/renewals-card';
import { replacementsCard } from './draft/replacements-card';
import { slotsCard } from './session/slots-card';
import { standingCard } from './draft/standing-card';
import { speakerFor, type Speaker } from './speaker';
import { surveyCard } from './survey/survey-card';

export interface RenderedCard {
  readonly card: CardObject;
  /** For the notification: no partner, topic or survey name, since lock screens are public places. */
  readonly summary: string;
}

/** The Adaptive Card of a view in the reader's language, with the words of the programme's culture. */
export function renderCard(view: CardView, reader: Reader, links: CardLinks): RenderedCard {
  const speaker = speakerFor(reader);
  return { card: drawn(view, speaker, links), summary: speaker.say(`summary.${summaryOf(view)}`) };
}

/** In place of a card that is too large for Teams: where to find what it says. The notification is the same. */
export function renderSmallCard(view: CardView, reader: Reader, links: CardLinks): RenderedCard {
  const speaker = speakerFor(reader);
  return { card: noticeCard('shortened', speaker, links), summary: speaker.say(`summary.${summaryOf(view)}`) };
}

/** One card that holds the same message in several languages, in the order given; the first one speaks in the notification. */
export function renderChannelCard(
  messages: readonly { readonly view: CardView; readonly reader: Reader }[],
  links: CardLinks,
): RenderedCard {
  const cards = messages.map(({ view, reader }) => renderCard(view, reader, links));
  return { card: stackCards(cards.map(({ card }) => card)), summary: cards[0]?.summary ?? '' };
}

function drawn(view: CardView, speaker: Speaker, links: CardLinks): CardObject {
  switch (view.card) {
    case 'pledge':
      return pledgeCard(view, speaker);
    case 'invitation':
      return invitationCard(view, speaker);
    case 'proposal':
      return proposalCard(view, speaker);
    case 'introduction':
      return introductionCard(view, speaker);
    case 'pair':
      return pairCard(view, speaker);
    case 'pause':
      return pauseCard(view, speaker);
    case 'diversity':
      return diversityCard(view, speaker);
    case 'departure':
      return departureCard(view, speaker);
    case 'hour-off':
      return hourOffCard(view, speaker);
    case 'leave':
      return leaveCard(view, speaker);
    case 'pair-ended':
      return pairEndedCard(view, speaker);
    case 'renewal':
      return renewalCard(view, speaker);
    case 'renewals':
      return renewalsCard(view, speaker, links);
    case 'slots':
      return slotsCard(view, speaker);
    case 'booked':
      return bookedCard(view, speaker, links);
    case 'met':
      return metCard(view, speaker);
    case 'survey':
      return surveyCard(view, speaker);
    case 'channel-reminder':
      return channelReminderCard(view, speaker);
    case 'standing':
      return standingCard(view, speaker);
    case 'replacements':
      return replacementsCard(view, speaker, links);
    case 'home':
      return homeCard(view, speaker, links);
    case 'notice':
      return noticeCard(view.notice, speaker, links);
    default:
      return unreachable(view);
  }
}

function summaryOf(view: CardView): 'question' | 'news' | 'time' | 'booked' | 'channel' {
  switch (view.card) {
    case 'pledge':
    case 'invitation':
    case 'proposal':
    case 'met':
    case 'survey':
    case 'renewal':
      return view.state === 'open' ? 'question' : 'news';
    case 'slots':
      return view.state === 'open' ? 'time' : 'news';
    case 'booked':
      return 'booked';
    case 'channel-reminder':
      return 'channel';
    case 'introduction':
    case 'standing':
    case 'replacements':
    case 'renewals':
    case 'pair':
    case 'leave':
    case 'pause':
    case 'diversity':
    case 'departure':
    case 'hour-off':
    case 'pair-ended':
    case 'home':
    case 'notice':
      return 'news';
    default:
      return unreachable(view);
  }
}
