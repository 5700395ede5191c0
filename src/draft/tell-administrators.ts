import { withPrefix } from '../kernel/read-all';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { nextContactTimeFor } from '../calendar/next-contact-time';

const mostAdministrators = 20;

/** Adds to a transaction that HR hears, each at their next contact time, of a draft that waits for them. */
export async function tellAdministrators(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  kind: 'replacements' | 'renewals',
  draftId: string,
  context: UseCaseContext,
): Promise<void> {
  const range = { ...withPrefix('administrator'), limit: mostAdministrators };
  const contacts = await ports.programmes.range(unit.programmeId, 'contact', range);
  for (const { key, value } of contacts.rows) {
    unit.queueMessage({
      kind,
      recipient: { to: 'contact', id: key },
      subject: { draftId },
      notBefore: nextContactTimeFor(ports, value, context.now),
    });
  }
}
