import { z } from 'zod';
import { saveAnswerPress, showAnswersPress, withdrawAnswerPress } from '../diversity/contract';
import {
  acceptInvitationPress,
  confirmLeavingPress,
  declineInvitationPress,
  leaveProgrammePress,
  saveProfilePress,
} from '../enrolment/contract';
import {
  askToEndPress,
  considerEndingPress,
  hadEnoughPress,
  showPairPress,
  stayInPairPress,
  wantAnotherPress,
} from '../pair-ending/contract';
import { endPausePress, openPausePress, setPausePress } from '../pause/contract';
import { givePledgePress } from '../programme/contract';
import { acceptProposalPress, declineProposalPress } from '../proposal/contract';
import { chooseRenewalPress, showRenewalPress } from '../renewal/contract';
import { metPress, moveSessionPress, noneSuitPress, notMetPress, suitsPress } from '../session/contract';
import { answerSurveyPress, skipSurveyPress } from '../survey/contract';
import { setLanguagePress, showHomePress } from './contract';

/** What a step may offer, ready to be posted: every press there is, in the order in which `src/dispatch/actions.ts` lists them. */
export const offeredPressSchema = z.discriminatedUnion('verb', [
  givePledgePress,
  acceptInvitationPress,
  declineInvitationPress,
  leaveProgrammePress,
  confirmLeavingPress,
  saveProfilePress,
  acceptProposalPress,
  declineProposalPress,
  showPairPress,
  considerEndingPress,
  askToEndPress,
  stayInPairPress,
  wantAnotherPress,
  hadEnoughPress,
  showRenewalPress,
  chooseRenewalPress,
  openPausePress,
  setPausePress,
  endPausePress,
  showAnswersPress,
  saveAnswerPress,
  withdrawAnswerPress,
  suitsPress,
  noneSuitPress,
  moveSessionPress,
  metPress,
  notMetPress,
  answerSurveyPress,
  skipSurveyPress,
  setLanguagePress,
  showHomePress,
]);
export type OfferedPress = z.infer<typeof offeredPressSchema>;
