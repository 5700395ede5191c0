import type { Stored } from '../kernel/row-store';
import { cardAbout } from '../domain/card';
import type { Participant } from '../domain/participant';
import type { Programme } from '../domain/programme';
import type { Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';

/**
 * Adds to the transaction that a participant is the account that was asked for, by hand, and that its cards say so. Returns the
 * participant as they are then. `programme` is the row as it was before `findLinkProblem` was asked: of two ties at the same instant one
 * is decided anew, so that no account is two participants.
 */
export async function addLink(
  ports: Ports<'people'>,
  unit: UnitOfWork,
  programme: Stored<Programme>,
  stored: Stored<Participant>,
  directoryId: string,
): Promise<Participant> {
  const { linkAsked: _asked, linkDenied: _denied, ...person } = stored.value;
  const reference = await ports.people.get(directoryId, 'reference', 'reference');
  const participantId = stored.key;
  const tied: Participant = {
    ...person,
    directoryId,
    linkedBy: 'by-hand',
    reach: reference === undefined ? 'app-missing' : 'reachable',
    revision: person.revision + 1,
  };
  unit
    .requireUnchanged('programme', programme)
    .replace('participant', stored, tied)
    .project({ type: 'membership', directoryId, participantId })
    .editCards({ to: 'account', id: directoryId }, cardAbout.link(participantId))
    .recordAudit('link-confirmed', participantId)
    .recordChange('linked-by-hand');
  if (person.directoryId !== undefined) {
    unit
      .project({ type: 'membership', directoryId: person.directoryId, participantId })
      .editCards({ to: 'account', id: person.directoryId }, cardAbout.link(participantId));
  }
  return tied;
}
