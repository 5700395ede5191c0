import { ok, refused, type Result } from '../kernel/result';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';

/** Asks the sponsor for the pledge, on a card in their own chat, at their next contact time. */
export async function requestPledge(
  ports: Ports<Saving | 'isHoliday'>,
  programmeId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'no-sponsor' | 'not-reachable' | 'already-given'>> {
  return retryOnConflict(async () => {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined) return refused('not-found');
    if (programme.value.pledge !== undefined) return refused('already-given');
    const sponsor = await ports.programmes.get(programmeId, 'contact', 'sponsor');
    if (sponsor === undefined) return refused('no-sponsor');
    if (sponsor.value.reach !== 'reachable') return refused('not-reachable');
    const saved = await new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .queueMessage({
        kind: 'pledge-request',
        recipient: { to: 'contact', id: 'sponsor' },
        subject: {},
        notBefore: nextContactTimeFor(ports, sponsor.value, context.now),
      })
      .recordChange('pledge-requested')
      .commit();
    return saved ? ok(undefined) : conflict;
  });
}
