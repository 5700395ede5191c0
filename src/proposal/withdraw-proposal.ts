import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { proposalIdOf, withdraw } from '../domain/proposal-rules';

/**
 * HR takes back the proposal of two people. Whoever was being asked finds it not formed; a mentor who had said yes hears at the reply
 * date, as after silence, and there it is counted. Answers the same whether the two were still being asked or somebody had said no.
 * `already-formed`: the pair exists.
 */
export async function withdrawProposal(
  ports: Ports<Saving | 'secrets'>,
  programmeId: string,
  [mentorId, menteeId]: readonly [mentorId: string, menteeId: string],
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<undefined, 'already-formed'>> {
  const id = proposalIdOf((text) => ports.secrets.sha256(text), programmeId, mentorId, menteeId);
  return retryOnConflict(async () => {
    const stored = await ports.programmes.get(programmeId, 'proposal', id);
    // A pair of a published draft that was not asked, say because one of them is away, answers as one that said no.
    if (stored === undefined) return ok(undefined);
    if (stored.value.state === 'accepted') return refused('already-formed');
    if (stored.value.state !== 'asking-mentor' && stored.value.state !== 'asking-mentee') return ok(undefined);
    const saved = await new UnitOfWork(ports, programmeId, context, actor.directoryId)
      .replace('proposal', stored, withdraw(stored.value, context.now))
      .recordChange('proposal-withdrawn')
      .commit();
    return saved ? ok(undefined) : conflict;
  });
}
