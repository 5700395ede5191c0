import type { Texts } from '../language/define-texts';
import { languageText } from '../language/language-text';
import { memberText } from '../member/text/member-text';
import { pairingText } from '../pairing/text/pairing-text';
import { surveyText } from '../survey/text/survey-text';
import { diversityText } from '../diversity/text/diversity-text';
import { programmeText } from '../programme/text/programme-text';
import { pairText } from '../pair/text/pair-text';
import { sessionText } from '../session/text/session-text';
import { pairEndingText } from '../pair-ending/text/pair-ending-text';
import { proposalText } from '../proposal/text/proposal-text';
import { pauseText } from '../pause/text/pause-text';
import { renewalText } from '../renewal/text/renewal-text';
import { enrolmentText } from '../enrolment/text/enrolment-text';
import { peopleFileText } from '../people-file/text/people-file-text';
import { draftText } from '../draft/text/draft-text';
import { channelText } from '../channel/text/channel-text';
import { boardText } from '../board/text/board-text';
import { ownPageText } from '../own-page/text/own-page-text';
import { hrPageText } from '../hr-page/text/hr-page-text';
import { dispatchText } from './text/dispatch-text';

/** The texts of every folder that has words, for whoever wants to see all of them. A folder that gets words adds its line. */
export const allTexts: Readonly<Record<string, Pick<Texts<string>, 'has' | 'sources'>>> = {
  language: languageText,
  member: memberText,
  pairing: pairingText,
  survey: surveyText,
  diversity: diversityText,
  programme: programmeText,
  pair: pairText,
  session: sessionText,
  'pair-ending': pairEndingText,
  proposal: proposalText,
  pause: pauseText,
  renewal: renewalText,
  enrolment: enrolmentText,
  'people-file': peopleFileText,
  draft: draftText,
  channel: channelText,
  board: boardText,
  'own-page': ownPageText,
  'hr-page': hrPageText,
  dispatch: dispatchText,
};
