import type { MessageKind } from '../domain/message';
import type { Language } from '../language/languages';
import { channelText } from '../channel/text/channel-text';
import { draftText } from '../draft/text/draft-text';
import { enrolmentText } from '../enrolment/text/enrolment-text';
import { pairText } from '../pair/text/pair-text';
import { pairEndingText } from '../pair-ending/text/pair-ending-text';
import { pauseText } from '../pause/text/pause-text';
import { programmeText } from '../programme/text/programme-text';
import { proposalText } from '../proposal/text/proposal-text';
import { renewalText } from '../renewal/text/renewal-text';
import { sessionText } from '../session/text/session-text';
import { surveyText } from '../survey/text/survey-text';

/** The kinds that HR reads of; the others would tell what somebody answered, and are told as one of these. */
export type ToldKind = Exclude<
  MessageKind,
  'proposal-reminder' | 'not-formed' | 'survey-reminder' | 'hour-off' | 'pause-over'
>;

/** What each kind is called for HR; whoever sends it has the word. */
export const kindWords: { readonly [Kind in ToldKind]: (language: Language) => string } = {
  'pledge-request': (language) => programmeText(language, 'message.pledge-request'),
  invitation: (language) => enrolmentText(language, 'message.invitation'),
  proposal: (language) => proposalText(language, 'message.proposal'),
  standing: (language) => draftText(language, 'message.standing'),
  replacements: (language) => draftText(language, 'message.replacements'),
  introduction: (language) => pairText(language, 'message.introduction'),
  'pair-ended': (language) => pairEndingText(language, 'message.pair-ended'),
  'renewal-question': (language) => renewalText(language, 'message.renewal-question'),
  renewals: (language) => draftText(language, 'message.renewals'),
  'pair-paused': (language) => pauseText(language, 'message.pair-paused'),
  slots: (language) => sessionText(language, 'message.slots'),
  booked: (language) => sessionText(language, 'message.booked'),
  met: (language) => sessionText(language, 'message.met'),
  survey: (language) => surveyText(language, 'message.survey'),
  'channel-reminder': (language) => channelText(language, 'message.channel-reminder'),
};
