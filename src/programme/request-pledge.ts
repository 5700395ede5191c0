import { ok, refused, type Result } from '../kernel/result';
import { plusDays, type Instant } from '../kernel/clock';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { Programme } from '../domain/programme';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';

const daysBeforeAskingAgain = 7;

/** When the sponsor was asked for the pledge, and from when they may be asked again; absent where they were not, or have given it. */
export function pledgeAsked(programme: Programme): { readonly at: Instant; readonly againFrom: Instant } | undefined {
  const { pledge, pledgeAskedAt: at } = programme;
  return pledge !== undefined || at === undefined ? undefined : { at, againFrom: plusDays(at, daysBeforeAskingAgain) };
}

/**
 * Asks the sponsor for the pledge, on a card in their own chat, at their next contact time. Once, whoever presses: asked a second time
 * only when a week has gone by without it.
 */
export async function requestPledge(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'not-found' | 'no-sponsor' | 'not-reachable' | 'already-given' | 'already-asked'>> {
  return retryOnConflict(async () => {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined) return refused('not-found');
    if (programme.value.pledge !== undefined) return refused('already-given');
    const asked = pledgeAsked(programme.value);
    if (asked !== undefined && context.now < asked.againFrom) return refused('already-asked');
    const sponsor = await ports.programmes.get(programmeId, 'contact', 'sponsor');
    if (sponsor === undefined) return refused('no-sponsor');
    if (sponsor.value.reach !== 'reachable') return refused('not-reachable');
    const saved = await new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .replace('programme', programme, { ...programme.value, pledgeAskedAt: context.now })
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
