import { ok, refused, type Result } from '../kernel/result';
import { decentHourFor } from '../calendar/next-contact-time';
import type { Actor, Occasion, Ports } from '../domain/ports';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';

/** Asks the sponsor for the pledge, on a card in their own chat, at a decent hour of theirs. */
export async function requestPledge(
  ports: Ports,
  programmeId: string,
  actor: Actor,
  occasion: Occasion,
): Promise<Result<undefined, 'not-found' | 'no-sponsor' | 'not-reachable' | 'already-given'>> {
  return decide(async () => {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined) return refused('not-found');
    if (programme.value.pledge !== undefined) return refused('already-given');
    const sponsor = await ports.programmes.get(programmeId, 'contact', 'sponsor');
    if (sponsor === undefined) return refused('no-sponsor');
    if (sponsor.value.reach !== 'reachable') return refused('not-reachable');
    const saved = await new UnitOfWork(ports, programmeId, occasion, actor.directoryId)
      .say({
        kind: 'pledge-request',
        recipient: { to: 'contact', id: 'sponsor' },
        subject: {},
        notBefore: decentHourFor(ports, sponsor.value, occasion.now),
      })
      .changed('pledge-requested')
      .commit();
    return saved ? ok(undefined) : lostRace;
  });
}
