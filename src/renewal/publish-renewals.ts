import { partKey } from '../participant/preview-import';
import type { DraftHead } from '../draft/model';
import type { Stored } from '../kernel/row-store';
import type { Occasion, Ports } from '../programme/ports';
import { decide, UnitOfWork } from '../programme/unit-of-work';
import { formRenewal } from './form-renewal';

/** Lets the pairs of a published draft go on, one transaction each. Begun again it forms none twice. */
export async function publishRenewals(
  ports: Ports,
  programmeId: string,
  draft: Stored<DraftHead>,
  progress: (share: number) => Promise<void>,
  occasion: Occasion,
): Promise<void> {
  for (let index = 0; index < draft.value.parts; index++) {
    const part = await ports.programmes.get(programmeId, 'draft-part', partKey(draft.key, index));
    for (const pair of part?.value.pairs ?? []) await decide(() => formRenewal(ports, programmeId, pair, occasion));
    await progress((index + 1) / draft.value.parts);
  }
  await new UnitOfWork(ports, programmeId, occasion, 'system')
    .replace('draft', draft, { ...draft.value, state: 'published', revision: draft.value.revision + 1 })
    .changed('draft-published')
    .commit();
}
