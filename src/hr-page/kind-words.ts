import type { MessageKind } from '../domain/message';
import type { SayText } from '../language/define-texts';
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

/** Whoever sends a message knows what it is called. */
const senders: { readonly [Kind in ToldKind]: SayText<`message.${Kind}`> } = {
  'pledge-request': programmeText,
  invitation: enrolmentText,
  proposal: proposalText,
  standing: draftText,
  replacements: draftText,
  introduction: pairText,
  'pair-ended': pairEndingText,
  'renewal-question': renewalText,
  renewals: draftText,
  'pair-paused': pauseText,
  slots: sessionText,
  booked: sessionText,
  met: sessionText,
  survey: surveyText,
  'channel-reminder': channelText,
};

/** A kind of message as HR reads it. */
export function kindWords<Kind extends ToldKind>(kind: Kind, language: Language): string {
  const say: SayText<`message.${Kind}`> = senders[kind];
  return say(language, `message.${kind}`);
}
