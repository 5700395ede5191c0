import { mayVerb } from './policy';
import { rolesOf } from '../member/roles';
import { leaveProgramme } from '../enrolment/leave-programme';
import { unreachable } from '../kernel/result';
import { askParting, considerParting } from '../pair-ending/ask-parting';
import { chooseRematch } from '../pair-ending/choose-rematch';
import { showPair } from '../pair-ending/show-pair';
import { takeBackParting } from '../pair-ending/take-back-parting';
import { saveMix, type MixInput } from '../diversity/save-mix';
import { setPause } from '../pause/set-pause';
import { answerInvitation } from '../enrolment/answer-invitation';
import { saveProfile } from '../enrolment/save-profile';
import { setLanguage } from '../own-page/set-language';
import { givePledge } from '../programme/give-pledge';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { answerProposal } from '../proposal/answer-proposal';
import { chooseRenewal, showRenewal } from '../renewal/choose-renewal';
import { answerMet } from '../session/answer-met';
import { answerSlots } from '../session/answer-slots';
import { moveSession } from '../session/move-session';
import { answerSurvey } from '../survey/answer-survey';
import type { Action } from '../domain/actions';
import { homeView } from '../own-page/home-view';
import { noticed, type ActionOutcome } from '../member/outcome';
import { strangerReader } from '../member/reader';

/** The one way from a press, on a card or in the tab, to a use case. Who may press what is asked first; the default is no. */
export async function performAction(
  ports: Ports,
  actor: Actor,
  action: Action,
  occasion: Occasion,
): Promise<ActionOutcome> {
  if ('programmeId' in action) {
    const roles = await rolesOf(ports, actor, action.programmeId);
    const known = roles.participantId !== undefined || roles.sponsor || roles.delegateOf.length > 0;
    if (!mayVerb(action.verb, roles))
      return noticed(known ? 'not-allowed' : 'not-found', await strangerReader(ports, actor.directoryId));
  }
  switch (action.verb) {
    case 'pledge/give':
      return givePledge(ports, actor, action, occasion);
    case 'invitation/accept':
      return answerInvitation(ports, actor, { programmeId: action.programmeId, answer: 'enrolled' }, occasion);
    case 'invitation/not-now':
      return answerInvitation(ports, actor, { programmeId: action.programmeId, answer: 'not-now' }, occasion);
    case 'programme/leave':
      return leaveProgramme(ports, actor, { programmeId: action.programmeId, confirmed: false }, occasion);
    case 'programme/leave-confirm':
      return leaveProgramme(ports, actor, { programmeId: action.programmeId, confirmed: true }, occasion);
    case 'profile/save':
      return saveProfile(ports, actor, action, occasion);
    case 'proposal/accept':
      return answerProposal(ports, actor, { ...action, answer: 'accept', reason: '' }, occasion);
    case 'proposal/decline':
      return answerProposal(ports, actor, { ...action, answer: 'decline' }, occasion);
    case 'pair/show':
      return showPair(ports, actor, action, occasion);
    case 'pair/leave':
      return considerParting(ports, actor, action, occasion);
    case 'pair/leave-confirm':
      return askParting(ports, actor, action, occasion);
    case 'pair/stay':
      return takeBackParting(ports, actor, action, occasion);
    case 'rematch/another':
      return chooseRematch(ports, actor, { ...action, wish: 'another' }, occasion);
    case 'rematch/enough':
      return chooseRematch(ports, actor, { ...action, wish: 'enough' }, occasion);
    case 'renewal/show':
      return showRenewal(ports, actor, action, occasion);
    case 'renewal/choose':
      return chooseRenewal(ports, actor, { ...action, ...renewalWishes(action) }, occasion);
    case 'pause/open':
      return setPause(ports, actor, { programmeId: action.programmeId, until: '' }, occasion);
    case 'pause/set':
      return setPause(ports, actor, action, occasion);
    case 'pause/end':
      return setPause(ports, actor, { programmeId: action.programmeId }, occasion);
    case 'mix/show':
      return saveMix(ports, actor, { programmeId: action.programmeId }, occasion);
    case 'mix/save':
      return saveMix(ports, actor, said(action), occasion);
    case 'mix/withdraw':
      return saveMix(ports, actor, { ...action, value: '' }, occasion);
    case 'session/suits':
      return answerSlots(ports, actor, { ...action, suits: slotIndexes(action.slots) }, occasion);
    case 'session/none-suit':
      return answerSlots(ports, actor, { ...action, suits: [] }, occasion);
    case 'session/move':
      return moveSession(ports, actor, action, occasion);
    case 'session/met':
      return answerMet(ports, actor, { ...action, met: 'yes' }, occasion);
    case 'session/not-met':
      return answerMet(ports, actor, { ...action, met: 'no' }, occasion);
    case 'survey/answer':
      return answerSurvey(ports, actor, action, occasion);
    case 'survey/skip':
      return answerSurvey(ports, actor, action, occasion);
    case 'language/set':
      return setLanguage(ports, actor, action.language, occasion);
    case 'home/show':
      return { ...(await homeView(ports, actor, 'asked', occasion)), changed: false };
    default:
      return unreachable(action);
  }
}

/** Of a card with both questions only the one that was pressed. */
function said({ programmeId, attribute, ...given }: Extract<Action, { verb: 'mix/save' }>): MixInput {
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
