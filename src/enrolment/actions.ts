import { declareAccountAction, declareAction } from '../member/declare-action';
import { answerInvitation } from './answer-invitation';
import { answerLink, wasAsked } from './answer-link';
import {
  acceptInvitationPress,
  confirmLinkPress,
  confirmLeavingPress,
  declineInvitationPress,
  denyLinkPress,
  leaveProgrammePress,
  saveProfilePress,
} from './contract';
import { leaveProgramme } from './leave-programme';
import { saveProfile } from './save-profile';

/** What people can press about taking part. */
export const enrolmentActions = [
  declareAction(acceptInvitationPress, ['participant'], (press) => answerInvitation(press, 'enrolled')),
  declareAction(declineInvitationPress, ['participant'], (press) => answerInvitation(press, 'not-now')),
  declareAction(leaveProgrammePress, ['participant'], (press) => leaveProgramme(press, { confirmed: false })),
  declareAction(confirmLeavingPress, ['participant'], (press) => leaveProgramme(press, { confirmed: true })),
  declareAction(saveProfilePress, ['participant'], saveProfile),
  declareAccountAction(confirmLinkPress, wasAsked, (press, input) => answerLink(press, input, 'yes')),
  declareAccountAction(denyLinkPress, wasAsked, (press, input) => answerLink(press, input, 'no')),
] as const;
