import { channelReminderCard } from './channel/channel-reminder-card';
import { departureCard } from './enrolment/departure-card';
import { invitationCard } from './enrolment/invitation-card';
import { linkQuestionCard } from './enrolment/link-question-card';
import { diversityCard } from './diversity/diversity-card';
import type { CardName, CardOf } from './define-card-of';
import { renewalsCard } from './draft/renewals-card';
import { replacementsCard } from './draft/replacements-card';
import { standingCard } from './draft/standing-card';
import { sponsorReportCard } from './hr-page/sponsor-report-card';
import { weeklyToDoCard } from './hr-page/weekly-to-do-card';
import { needsPollCard } from './needs-poll/needs-poll-card';
import { noticeCard } from './notice-card';
import { homeCard } from './own-page/home-card';
import { introductionCard } from './pair/introduction-card';
import { leaveCard } from './pair-ending/leave-card';
import { pairCard } from './pair-ending/pair-card';
import { pairEndedCard } from './pair-ending/pair-ended-card';
import { hourOffCard } from './pause/hour-off-card';
import { pauseCard } from './pause/pause-card';
import { administratorFarewellCard } from './programme/administrator-farewell-card';
import { administratorWelcomeCard } from './programme/administrator-welcome-card';
import { pledgeCard } from './programme/pledge-card';
import { agendaCard } from './pair-plan/agenda-card';
import { proposalCard } from './proposal/proposal-card';
import { renewalCard } from './renewal/renewal-card';
import { bookedCard } from './session/booked-card';
import { metCard } from './session/met-card';
import { sessionOffCard } from './session/session-off-card';
import { slotsCard } from './session/slots-card';
import { surveyCard } from './survey/survey-card';

/** The card of each view; a view without one does not compile. */
export const cardList: { readonly [Name in CardName]: CardOf<Name> } = {
  pledge: pledgeCard,
  'administrator-welcome': administratorWelcomeCard,
  'administrator-farewell': administratorFarewellCard,
  'weekly-to-do': weeklyToDoCard,
  'sponsor-report': sponsorReportCard,
  invitation: invitationCard,
  proposal: proposalCard,
  introduction: introductionCard,
  pair: pairCard,
  pause: pauseCard,
  diversity: diversityCard,
  departure: departureCard,
  'link-question': linkQuestionCard,
  'hour-off': hourOffCard,
  leave: leaveCard,
  'pair-ended': pairEndedCard,
  renewal: renewalCard,
  renewals: renewalsCard,
  slots: slotsCard,
  booked: bookedCard,
  agenda: agendaCard,
  'session-off': sessionOffCard,
  met: metCard,
  survey: surveyCard,
  'needs-poll': needsPollCard,
  'channel-reminder': channelReminderCard,
  standing: standingCard,
  replacements: replacementsCard,
  home: homeCard,
  notice: noticeCard,
};
