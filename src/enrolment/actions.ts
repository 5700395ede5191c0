import { declareAction } from '../member/declare-action';
import { answerInvitation } from './answer-invitation';
import {
  acceptInvitationPress,
  confirmLeavingPress,
  declineInvitationPress,
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
] as const;
