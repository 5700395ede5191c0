import type { Instant } from '../kernel/clock';
import { withPrefix } from '../kernel/read-all';
import type { Ports } from '../domain/ports';
import type { Proposal, Side } from '../domain/proposal';
import { isOpenFor, sideOf } from '../domain/proposal-rules';

const mostProposals = 50;

export interface OpenProposal {
  readonly proposal: Proposal;
  readonly side: Side;
}

/** The proposals a participant can answer now; reads only those they were ever asked by, a handful. */
export async function openProposals(
  ports: Ports<'programmes'>,
  programmeId: string,
  participantId: string,
  now: Instant,
): Promise<readonly OpenProposal[]> {
  const asked = await ports.programmes.range(programmeId, 'asked', {
    ...withPrefix(`${participantId}|`),
    limit: mostProposals,
  });
  const stored = await Promise.all(
    asked.rows.map((row) => ports.programmes.get(programmeId, 'proposal', row.value.proposalId)),
  );
  return stored.flatMap((row) => {
    const side = row === undefined ? undefined : sideOf(row.value, participantId);
    return row !== undefined && side !== undefined && isOpenFor(row.value, side, now)
      ? [{ proposal: row.value, side }]
      : [];
  });
}
