import type { PairingPolicy } from '../domain/pairing-contract';
import type { Ports } from '../domain/ports';
import { emptyChoices } from '../domain/draft-rules';

/** The policy of the draft that brought two people together; the defaults where it is not known. */
export async function findPolicy(
  ports: Ports<'programmes'>,
  programmeId: string,
  draftId: string | undefined,
): Promise<PairingPolicy> {
  const draft = draftId === undefined ? undefined : await ports.programmes.get(programmeId, 'draft', draftId);
  return (draft?.value.choices ?? emptyChoices).policy;
}
