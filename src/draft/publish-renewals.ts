import { partKey } from '../people-file/preview-import';
import type { DraftHead, PairIds } from '../domain/draft';
import { mostNotAsked } from '../domain/draft-rules';
import type { Stored } from '../kernel/row-store';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, UnitOfWork } from '../domain/unit-of-work';
import { formRenewal } from './form-renewal';

/**
 * Lets the pairs of a published draft go on, one transaction each; those that do not, since something has changed, are kept with the draft
 * for HR. Begun again it forms none twice.
 */
export async function publishRenewals(
  ports: Ports<Saving | 'secrets' | 'holidayFrom'>,
  programmeId: string,
  draft: Stored<DraftHead>,
  progress: (share: number) => Promise<void>,
  context: UseCaseContext,
): Promise<void> {
  const leftOut: PairIds[] = [];
  for (let index = 0; index < draft.value.partCount; index++) {
    const part = await ports.programmes.get(programmeId, 'draft-part', partKey(draft.key, index));
    for (const pair of part?.value.pairs ?? []) {
      const came = await retryOnConflict(() => formRenewal(ports, programmeId, pair, context));
      if (came === 'left-out' && leftOut.length < mostNotAsked) leftOut.push([pair.mentorId, pair.menteeId]);
    }
    await progress((index + 1) / draft.value.partCount);
  }
  await new UnitOfWork(ports, programmeId, context, 'system')
    .replace('draft', draft, {
      ...draft.value,
      state: 'published',
      ...(leftOut.length === 0 ? {} : { notAsked: leftOut }),
      revision: draft.value.revision + 1,
    })
    .recordChange('draft-published')
    .commit();
}
