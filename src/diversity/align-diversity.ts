import { readAll } from '../kernel/read-all';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { dropTallies } from './drop-tallies';
import { eraseSaid } from './forget-answers';
import { diversityAttributes } from '../domain/diversity';
import { isOfUse, statable } from '../domain/diversity-rules';

/** Erases what people said for what the programme no longer asks, one person after the other; can be interrupted and done again. */
export async function alignDiversity(
  ports: Ports<Saving>,
  programmeId: string,
  context: UseCaseContext,
): Promise<void> {
  for await (const { key } of readAll(ports.programmes, programmeId, 'diversity'))
    await retryOnConflict(() => alignOne(ports, programmeId, key, context));
  await retryOnConflict(() => dropUnasked(ports, programmeId, context));
}

async function alignOne(
  ports: Ports<Saving>,
  programmeId: string,
  participantId: string,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  const [programme, stored] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'diversity', participantId),
  ]);
  if (programme === undefined || stored === undefined) return true;
  const gone = diversityAttributes.filter((attribute) => !isOfUse(programme.value, attribute, stored.value[attribute]));
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  await eraseSaid(ports, unit, stored, gone);
  return (await unit.commit()) ? true : conflict;
}

async function dropUnasked(
  ports: Ports<Saving>,
  programmeId: string,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined) return true;
  const asked = statable(programme.value);
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  await dropTallies(
    ports,
    unit,
    diversityAttributes.filter((one) => !asked.includes(one)),
  );
  return (await unit.commit()) ? true : conflict;
}
