import { withPrefix } from '../kernel/read-all';
import { cardAbout, cardsUnder } from '../domain/card';
import type { Participant } from '../domain/participant';
import type { Saving } from '../domain/ports';
import { conflict, UnitOfWork } from '../domain/unit-of-work';
import { noticed, shown } from '../member/action-outcome';
import { notFound, type PersonalPress, type PressAnswer } from '../member/press';
import { accountReader } from '../member/reader';
import { administratorOfAll } from '../member/roles';
import { findLinkProblem } from './find-link-problem';
import { isNamedAlike } from './compare-names';
import { linkQuestionView, type LinkQuestionView } from './link-question-view';
import { addLink } from './add-link';

interface LinkAnswer {
  readonly programmeId: string;
  readonly participantId: string;
}

/** Whether the account was asked if it is this participant: it is now, it has been linked, or a card that asked stands in its chat. */
export async function wasAsked(
  { ports, actor: { directoryId } }: PersonalPress<'programmes'>,
  { programmeId, participantId }: LinkAnswer,
): Promise<boolean> {
  const participant = await ports.programmes.get(programmeId, 'participant', participantId);
  if ([participant?.value.linkAsked?.directoryId, participant?.value.directoryId].includes(directoryId)) return true;
  const under = cardsUnder({ to: 'account', id: directoryId }, cardAbout.link(participantId));
  return (await ports.programmes.range(programmeId, 'card', { ...withPrefix(under), limit: 1 })).rows.length > 0;
}

/**
 * The account itself says whether it is this participant. Its yes holds like a second administrator's where it has the name of the file; under
 * another name it is kept, and a second administrator decides. After its no nothing waits any more and the administrators read that it was said. An answer to a question that is no longer put changes nothing and reads so.
 */
export async function answerLink(
  press: PersonalPress<Saving | 'people'>,
  { programmeId, participantId }: LinkAnswer,
  answer: 'yes' | 'no',
): Promise<PressAnswer> {
  const { ports, actor, context } = press;
  const { directoryId } = actor;
  const [programme, stored] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'participant', participantId),
  ]);
  if (programme === undefined || stored === undefined) return notFound(press);
  const reader = await accountReader(ports, programme.value, directoryId);
  const viewOf = (participant: Participant) => linkQuestionView(programme.value, participant, reader, directoryId);
  const before = viewOf(stored.value);
  if (before.state !== 'open') return shown(before, reader, false);
  if (programme.value.state === 'closed') return noticed('programme-closed', reader);
  const unit = new UnitOfWork(ports, programmeId, context, directoryId);
  if (answer === 'no') {
    const { linkAsked: _asked, ...person } = stored.value;
    const denied: Participant = {
      ...person,
      linkDenied: { directoryId, at: context.now },
      revision: person.revision + 1,
    };
    unit
      .replace('participant', stored, denied)
      .editCards({ to: 'account', id: directoryId }, cardAbout.link(participantId))
      .recordAudit('link-denied', participantId);
    return (await unit.commit()) ? shown(viewOf(denied), reader, true) : conflict;
  }
  // Never to an administrator: HR finds the request where it waits, and takes it back.
  const administers = actor.appRoles.includes(administratorOfAll);
  if (administers || (await findLinkProblem(ports, programmeId, stored.value, directoryId)) !== undefined)
    return shown(closed(before), reader, false);
  const { linkAsked, ...rest } = stored.value;
  if (linkAsked !== undefined && !isNamedAlike(rest.profile.name, actor.name)) {
    const saidYes = { name: actor.name, at: context.now };
    const kept: Participant = { ...rest, linkAsked: { ...linkAsked, saidYes }, revision: rest.revision + 1 };
    unit
      .replace('participant', stored, kept)
      .editCards({ to: 'account', id: directoryId }, cardAbout.link(participantId))
      .recordAudit('link-yes-waits', participantId);
    return (await unit.commit()) ? shown(viewOf(kept), reader, true) : conflict;
  }
  const tied = await addLink(ports, unit, programme, stored, directoryId);
  return (await unit.commit()) ? shown(viewOf(tied), reader, true) : conflict;
}

function closed({ name: _name, ...view }: LinkQuestionView): LinkQuestionView {
  return { ...view, state: 'over' };
}
