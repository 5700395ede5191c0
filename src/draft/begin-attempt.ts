import type { Stored } from '../kernel/row-store';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import type { DraftHead } from '../domain/draft';

/** Whether a draft waits to be computed, or is being computed: by a worker that may have ended. */
export function isToCompute({ state }: Pick<DraftHead, 'state'>): boolean {
  return state === 'queued' || state === 'computing';
}

/**
 * Makes the draft that of a new attempt, so that an earlier one, whose worker may be alive, writes nothing to it any more. Undefined
 * where it is not to be computed.
 */
export async function beginAttempt(
  ports: Ports<Saving>,
  programmeId: string,
  draftId: string,
  context: UseCaseContext,
): Promise<Stored<DraftHead> | undefined> {
  return retryOnConflict(async () => {
    const head = await ports.programmes.get(programmeId, 'draft', draftId);
    if (head === undefined || !isToCompute(head.value)) return undefined;
    const value: DraftHead = { ...head.value, state: 'computing', attempt: ports.ids.next() };
    const unit = new UnitOfWork(ports, programmeId, context, 'system').replace('draft', head, value);
    if (!(await unit.commit())) return conflict;
    return (await readAttempt(ports, programmeId, value)) ?? conflict;
  });
}

/** The draft as it is now, while it is that attempt's; undefined once another began, or it was cancelled. */
export async function readAttempt(
  ports: Ports<'programmes'>,
  programmeId: string,
  { id, attempt }: Pick<DraftHead, 'id' | 'attempt'>,
): Promise<Stored<DraftHead> | undefined> {
  const head = await ports.programmes.get(programmeId, 'draft', id);
  return head?.value.state === 'computing' && head.value.attempt === attempt ? head : undefined;
}
