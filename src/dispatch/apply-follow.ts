import { followFormer } from '../pair/follow-former';
import { unreachable } from '../kernel/result';
import type { Stored } from '../kernel/row-store';
import { alignMix } from '../diversity/align-mix';
import { dropFollow } from '../member/drop-follow';
import { followMembership } from '../member/follow-membership';
import { followEntry } from '../programme/follow-entry';
import { followBooking } from '../session/follow-booking';
import { alignContacts } from '../programme/align-contacts';
import type { Occasion, Ports } from '../domain/ports';
import { decide } from '../domain/unit-of-work';
import type { Follow } from '../domain/work';

/** Carries one change of the programme into the partition where it must be known too, then removes the row. Repeatable. */
export async function applyFollow(
  ports: Ports,
  programmeId: string,
  follow: Stored<Follow>,
  occasion: Occasion,
): Promise<void> {
  const { value } = follow;
  switch (value.type) {
    case 'membership':
      await decide(() => followMembership(ports, programmeId, value));
      break;
    case 'booking':
      await decide(() => followBooking(ports, programmeId, value));
      break;
    case 'former':
      await followFormer(ports, programmeId, value.pairId);
      break;
    case 'programme-entry':
      await decide(() => followEntry(ports, programmeId));
      break;
    case 'contacts':
      await alignContacts(ports, programmeId, occasion);
      break;
    case 'mix':
      await alignMix(ports, programmeId, occasion);
      break;
    default:
      unreachable(value);
  }
  await dropFollow(ports, programmeId, follow);
}
