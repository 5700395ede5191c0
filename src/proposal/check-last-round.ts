import type { Ports } from '../domain/ports';
import type { Proposal } from '../domain/proposal';

/** Whether a proposal is one of a replacements' round, after which no other partner is looked for. It never changes. One point read. */
export async function isOfLastRound(
  ports: Ports<'programmes'>,
  programmeId: string,
  { draftId }: Pick<Proposal, 'draftId'>,
): Promise<boolean> {
  return (await ports.programmes.get(programmeId, 'draft', draftId))?.value.replaces !== undefined;
}
