import { mayVerb } from './policy';
import { rolesOf } from '../member/roles';
import { leaveProgramme } from '../enrolment/leave-programme';
import { unreachable } from '../kernel/result';
import { askToEndPair, considerEndingPair } from '../pair-ending/ask-to-end-pair';
import { chooseRematch } from '../pair-ending/choose-rematch';
import { showPair } from '../pair-ending/show-pair';
import { takeBackPairEnding } from '../pair-ending/take-back-pair-ending';
import { saveDiversityAnswer, type DiversityInput } from '../diversity/save-answer';
import { setPause } from '../pause/set-pause';
import { answerInvitation } from '../enrolment/answer-invitation';
import { saveProfile } from '../enrolment/save-profile';
import { setLanguage } from '../own-page/set-language';
import { givePledge } from '../programme/give-pledge';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { answerProposal } from '../proposal/answer-proposal';
import { chooseRenewal, showRenewal } from '../renewal/choose-renewal';
import { answerMet } from '../session/answer-met';
import { answerSlots } from '../session/answer-slots';
import { moveSession } from '../session/move-session';
import { answerSurvey } from '../survey/answer-survey';
import type { Action } from '../domain/actions';
import { homeView } from '../own-page/home-view';
import { noticed, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';

/** The one way from a press, on a card or in the tab, to a use case. Who may press what is asked first; the default is no. */
export async function performAction(
  ports: Ports,
  actor: Actor,
  action: Action,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  if ('programmeId' in action) {
    const roles = await rolesOf(ports, actor, action.programmeId);
    const known = roles.participantId !== undefined || roles.sponsor || roles.delegateOf.length > 0;
    if (!mayVerb(action.verb, roles))
      return noticed(known ? 'not-allowed' : 'not-found', await strangerReader(ports, actor.directoryId));
  }
  switch (action.verb) {
    case 'pledge/give':
      return givePledge(ports, actor, action, context);
    case 'invitation/accept':
      return answerInvitation(ports, actor, { programmeId: action.programmeId, answer: 'enrolled' }, context);
    case 'invitation/not-now':
      return answerInvitation(ports, actor, { programmeId: action.programmeId, answer: 'not-now' }, context);
    case 'programme/leave':
      return leaveProgramme(ports, actor, { programmeId: action.programmeId, confirmed: false }, context);
    case 'programme/leave-confirm':
      return leaveProgramme(ports, actor, { programmeId: action.programmeId, confirmed: true }, context);
    case 'profile/save':
      return saveProfile(ports, actor, action, context);
    case 'proposal/accept':
      return answerProposal(ports, actor, { ...action, answer: 'accept', reason: '' }, context);
    case 'proposal/decline':
      return answerProposal(ports, actor, { ...action, answer: 'decline' }, context);
    case 'pair/show':
      return showPair(ports, actor, action, context);
    case 'pair/leave':
      return considerEndingPair(ports, actor, action, context);
    case 'pair/leave-confirm':
      return askToEndPair(ports, actor, action, context);
    case 'pair/stay':
      return takeBackPairEnding(ports, actor, action, context);
    case 'rematch/another':
      return chooseRematch(ports, actor, { ...action, wish: 'another' }, context);
    case 'rematch/enough':
      return chooseRematch(ports, actor, { ...action, wish: 'enough' }, context);
    case 'renewal/show':
      return showRenewal(ports, actor, action, context);
    case 'renewal/choose':
      return chooseRenewal(ports, actor, { ...action, ...renewalWishes(action) }, context);
    case 'pause/open':
      return setPause(ports, actor, { programmeId: action.programmeId, until: '' }, context);
    case 'pause/set':
      return setPause(ports, actor, action, context);
    case 'pause/end':
      return setPause(ports, actor, { programmeId: action.programmeId }, context);
    case 'diversity/show':
      return saveDiversityAnswer(ports, actor, { programmeId: action.programmeId }, context);
    case 'diversity/save':
      return saveDiversityAnswer(ports, actor, said(action), context);
    case 'diversity/withdraw':
      return saveDiversityAnswer(ports, actor, { ...action, value: '' }, context);
    case 'session/suits':
      return answerSlots(ports, actor, { ...action, suits: slotIndexes(action.slots) }, context);
    case 'session/none-suit':
      return answerSlots(ports, actor, { ...action, suits: [] }, context);
    case 'session/move':
      return moveSession(ports, actor, action, context);
    case 'session/met':
      return answerMet(ports, actor, { ...action, met: 'yes' }, context);
    case 'session/not-met':
      return answerMet(ports, actor, { ...action, met: 'no' }, context);
    case 'survey/answer':
      return answerSurvey(ports, actor, action, context);
    case 'survey/skip':
      return answerSurvey(ports, actor, action, context);
    case 'language/set':
      return setLanguage(ports, actor, action.language, context);
    case 'home/show':
      return { ...(await homeView(ports, actor, 'asked', context)), changed: false };
    default:
      return unreachable(action);
  }
}

/** Of a card with both questions only the one that was pressed. */
function said({ programmeId, attribute, ...given }: Extract<Action, { verb: 'diversity/save' }>): DiversityInput {
  const value = given[attribute];
  return { programmeId, attribute, ...(value === undefined ? {} : { value }) };
}

function slotIndexes(slots: string): readonly number[] {
  return (slots.match(/\d/gu) ?? []).map(Number);
}

function renewalWishes({ goOn, otherwise }: Extract<Action, { verb: 'renewal/choose' }>) {
  const said = new Set(goOn.split(',').map((word) => word.trim()));
  const wishes = ['again', 'swap'] as const;
  return { goOn: wishes.filter((wish) => said.has(wish)), otherwise: otherwise === '' ? 'enough' : otherwise } as const;
}
