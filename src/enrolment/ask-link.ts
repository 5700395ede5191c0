import { nextContactTimeFor } from '../calendar/next-contact-time';
import { cardAbout } from '../domain/card';
import { ok, refused, type Result } from '../kernel/result';
import type { LinkAsked } from '../domain/participant';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { findLinkProblem, type LinkProblem } from './find-link-problem';

const directoryIdPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * An administrator asks that a row of the file be tied to a directory id by hand. Nothing is tied before another administrator says yes
 * (`confirmLink`), or the account itself (`answerLink`), which is asked at its next contact time: whoever is linked reads that person's page.
 * A new ask takes the place of one that waits; a repeat changes nothing.
 */
export async function askLink(
  ports: Ports<Saving | 'people' | 'holidayFrom'>,
  programmeId: string,
  participantId: string,
  directoryId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'invalid-id' | LinkProblem>> {
  const id = directoryId.toLowerCase();
  if (!directoryIdPattern.test(id)) return refused('invalid-id');
  if (id === actor.directoryId) return refused('administrators-account');
  return retryOnConflict(async () => {
    const participant = await ports.programmes.get(programmeId, 'participant', participantId);
    if (participant === undefined) return refused('not-found');
    const { linkAsked, linkDenied: _denied, ...person } = participant.value;
    const { directoryId: linked } = person;
    if (linkAsked?.directoryId === id || (linked === id && linkAsked === undefined)) return ok(undefined);
    if (linked === id) {
      // The account they have already: what waits for another one is taken back.
      const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
        .replace('participant', participant, { ...person, revision: person.revision + 1 })
        .recordAudit('link-withdrawn', participantId);
      asksNoMore(unit, participantId, linkAsked);
      return (await unit.commit()) ? ok(undefined) : conflict;
    }
    const problem = await findLinkProblem(ports, programmeId, person, id);
    if (problem !== undefined) return refused(problem);
    const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .replace('participant', participant, {
        ...person,
        linkAsked: { directoryId: id, by: actor.directoryId, at: context.now },
        revision: person.revision + 1,
      })
      .queueMessage({
        kind: 'link-question',
        recipient: { to: 'account', id },
        subject: { participantId },
        notBefore: nextContactTimeFor(ports, person, context.now),
      })
      .recordAudit('link-asked', participantId);
    asksNoMore(unit, participantId, linkAsked);
    return (await unit.commit()) ? ok(undefined) : conflict;
  });
}

/** The account that was asked before reads that the question is no longer put. */
function asksNoMore(unit: UnitOfWork, participantId: string, before: LinkAsked | undefined): void {
  if (before !== undefined) unit.editCards({ to: 'account', id: before.directoryId }, cardAbout.link(participantId));
}
