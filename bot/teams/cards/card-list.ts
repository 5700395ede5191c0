import { channelReminderCard } from './channel/channel-reminder-card';
import { departureCard } from './enrolment/departure-card';
import { invitationCard } from './enrolment/invitation-card';
import { diversityCard } from './diversity/diversity-card';
import type { CardName, CardOf } from './define-card-of';
import { renewalsCard } from './draft/renewals-card';
import { replacementsCard } from './draft/replacements-card';
import { standingCard } from './draft/standing-card';
import { noticeCard } from './notice-card';
import { homeCard } from './own-page/home-card';
import { introductionCard } from './pair/introduction-card';
import { leaveCard } from './pair-ending/leave-card';
import { pairCard } from './pair-ending/pair-card';
import { pairEndedCard } from './pair-ending/pair-ended-card';
import { hourOffCard } from './pause/hour-off-card';
import { pauseCard } from './pause/pause-card';
import { pledgeCard } from './programme/pledge-card';
import { proposalCard } from './proposal/proposal-card';
import { renewalCard } from './renewal/renewal-card';
import { bookedCard } from './session/booked-card';
import { metCard } from './session/met-card';
import { slotsCard } from './session/slots-card';
import { surveyCard } from './survey/survey-card';

/** The card of each view; a view without one does not compile. */
export const cardList: { readonly [Name in CardName]: CardOf<Name> } = {
  pledge: pledgeCard,
  invitation: invitationCard,
  proposal: proposalCard,
  introduction: introductionCard,
  pair: pairCard,
  pause: pauseCard,
  diversity: diversityCard,
  departure: departureCard,
  'hour-off': hourOffCard,
  leave: leaveCard,
  'pair-ended': pairEndedCard,
  renewal: renewalCard,
  renewals: renewalsCard,
  slots: slotsCard,
  booked: bookedCard,
  met: metCard,
  survey: surveyCard,
  'channel-reminder': channelReminderCard,
  standing: standingCard,
  replacements: replacementsCard,
  home: homeCard,
  notice: noticeCard,
};
