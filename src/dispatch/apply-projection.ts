import { projectFormerPair } from '../pair/project-former-pair';
import { unreachable } from '../kernel/result';
import type { Stored } from '../kernel/row-store';
import { alignDiversity } from '../diversity/align-diversity';
import { dropProjection } from '../member/drop-projection';
import { projectMembership } from '../member/project-membership';
import { projectEntry } from '../programme/project-entry';
import { projectBooking } from '../session/project-booking';
import { alignContacts } from '../programme/align-contacts';
import type { UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict } from '../domain/unit-of-work';
import type { Projection } from '../domain/work';

/** Carries one change of the programme into the partition where it must be known too, then removes the row. Repeatable. */
export async function applyProjection(
  ports: Ports,
  programmeId: string,
  follow: Stored<Projection>,
  context: UseCaseContext,
): Promise<void> {
  const { value } = follow;
  switch (value.type) {
    case 'membership':
      await retryOnConflict(() => projectMembership(ports, programmeId, value));
      break;
    case 'booking':
      await retryOnConflict(() => projectBooking(ports, programmeId, value));
      break;
    case 'former':
      await projectFormerPair(ports, programmeId, value.pairId);
      break;
    case 'programme-entry':
      await retryOnConflict(() => projectEntry(ports, programmeId));
      break;
    case 'contacts':
      await alignContacts(ports, programmeId, context);
      break;
    case 'diversity':
      await alignDiversity(ports, programmeId, context);
      break;
    default:
      unreachable(value);
  }
  await dropProjection(ports, programmeId, follow);
}
