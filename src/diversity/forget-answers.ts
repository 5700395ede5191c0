import type { Stored } from '../kernel/row-store';
import type { Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { diversityAttributes, type DiversityAnswers, type DiversityAttribute, type Said } from '../domain/diversity';
import { emptyTally, sidesOf, tallyKey, withoutOne } from '../domain/diversity-rules';

/**
 * Erases with the rest of `unit` what a participant said of themselves for the mix of the programme. Nothing else is written, so that
 * nothing tells whether there was anything. Whoever calls it replaces the participant in the same unit: an answer given at the same
 * instant then comes first or is refused.
 */
export async function forgetDiversityAnswers(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  participantId: string,
): Promise<void> {
  const stored = await ports.programmes.get(unit.programmeId, 'diversity', participantId);
  if (stored !== undefined) await eraseSaid(ports, unit, stored, diversityAttributes);
}

/** Erases some of what one person said; a draft that is being chosen at this moment is chosen again without it. */
export async function eraseSaid(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  stored: Stored<DiversityAnswers>,
  attributes: readonly DiversityAttribute[],
): Promise<void> {
  const gone = attributes.flatMap((attribute) => {
    const said = stored.value[attribute];
    return said === undefined ? [] : [{ attribute, said }];
  });
  if (gone.length === 0) return;
  const left = Object.fromEntries(
    Object.entries(stored.value).filter(([name]) => !gone.some(({ attribute }) => attribute === name)),
  ) as DiversityAnswers;
  if (Object.keys(left).length === 0) unit.remove('diversity', stored);
  else unit.replace('diversity', stored, left);
  for (const { attribute, said } of gone) await uncount(ports, unit, attribute, said);
}

/** Writes the tally also where the answer was not counted yet: one that is being counted right now must not be kept. */
async function uncount(
  ports: Ports<'programmes'>,
  unit: UnitOfWork,
  attribute: DiversityAttribute,
  said: Said,
): Promise<void> {
  for (const side of sidesOf(said.role)) {
    const key = tallyKey(attribute, side);
    const tally = await ports.programmes.get(unit.programmeId, 'diversity-tally', key);
    if (tally === undefined) unit.insert('diversity-tally', key, emptyTally);
    else unit.replace('diversity-tally', tally, withoutOne(tally.value, said));
  }
}
