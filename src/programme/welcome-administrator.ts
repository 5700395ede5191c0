import { nextContactTimeFor } from '../calendar/next-contact-time';
import { sameAddress } from './keep-link';
import type { Contact } from '../domain/programme';
import type { Ports, UseCaseContext } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';

/**
 * The contact as it is to be written. Queues with it, at their next contact time, that an administrator hears what they can do: once for each
 * address, as soon as they can be reached, those of the first plan too, since another person may have written it.
 */
export function welcomeAdministrator(
  ports: Ports<'holidayFrom'>,
  unit: UnitOfWork,
  contact: Contact,
  { now }: UseCaseContext,
): Contact {
  if (contact.role !== 'administrator' || contact.reach !== 'reachable' || contact.welcomedAt !== undefined)
    return contact;
  unit.queueMessage({
    kind: 'administrator-welcome',
    recipient: { to: 'contact', id: contact.id },
    subject: {},
    notBefore: nextContactTimeFor(ports, contact, now),
  });
  return { ...contact, welcomedAt: now };
}

/**
 * The contact as it is to be written in the place of `old`. Whose welcome waits under the place they had before is welcomed under the new one;
 * the first is not sent, since it was queued at another time.
 */
export function welcomeMoved(
  ports: Ports<'holidayFrom'>,
  unit: UnitOfWork,
  contact: Contact,
  old: Contact | undefined,
  context: UseCaseContext,
): Contact {
  const { welcomedAt, ...unwelcomed } = contact;
  if (welcomedAt === undefined || sameAddress(old?.email, contact.email)) return contact;
  const waits = nextContactTimeFor(ports, contact, welcomedAt) > context.now;
  return waits ? welcomeAdministrator(ports, unit, unwelcomed, context) : contact;
}

/**
 * Queues, where `old` is written over or removed, that whoever was an administrator under it hears that they are none any more: not who
 * keeps a place among the `wanted` contacts, nor who has not yet heard that they were one.
 */
export function tellRemoved(
  ports: Ports<'holidayFrom'>,
  unit: UnitOfWork,
  old: Contact,
  wanted: readonly Contact[],
  { now }: UseCaseContext,
): void {
  const { role, directoryId, email, welcomedAt } = old;
  if (role !== 'administrator' || directoryId === undefined || welcomedAt === undefined) return;
  if (wanted.some((one) => one.role === role && sameAddress(one.email, email))) return;
  if (nextContactTimeFor(ports, old, welcomedAt) > now) return;
  unit.queueMessage({
    kind: 'administrator-farewell',
    recipient: { to: 'account', id: directoryId },
    subject: {},
    notBefore: nextContactTimeFor(ports, old, now),
  });
}
