import type { Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { DiversityAttribute } from '../domain/diversity';
import { tallyKey } from '../domain/diversity-rules';

/** Takes away with `unit` what was counted; a draft that is being chosen at this moment is chosen again. */
export async function dropTallies(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  attributes: readonly DiversityAttribute[],
): Promise<void> {
  for (const attribute of attributes)
    for (const side of ['mentor', 'mentee'] as const) {
      const tally = await ports.programmes.get(unit.programmeId, 'diversity-tally', tallyKey(attribute, side));
      if (tally !== undefined) unit.remove('diversity-tally', tally);
    }
}
