import { readAll } from '../kernel/read-all';
import type { Occasion, Ports } from '../domain/ports';
import { decide, lostRace, UnitOfWork } from '../domain/unit-of-work';
import { dropTallies } from './drop-tallies';
import { eraseSaid } from './forget-mix';
import { mixAttributes } from '../domain/diversity';
import { isOfUse, statable } from '../domain/diversity-rules';

/** Erases what people said for what the programme no longer asks, one person after the other; can be interrupted and done again. */
export async function alignMix(ports: Ports, programmeId: string, occasion: Occasion): Promise<void> {
  for await (const { key } of readAll(ports.programmes, programmeId, 'mix'))
    await decide(() => alignOne(ports, programmeId, key, occasion));
  await decide(() => dropUnasked(ports, programmeId, occasion));
}

async function alignOne(
  ports: Ports,
  programmeId: string,
  participantId: string,
  occasion: Occasion,
): Promise<true | typeof lostRace> {
  const [programme, stored] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'mix', participantId),
  ]);
  if (programme === undefined || stored === undefined) return true;
  const gone = mixAttributes.filter((attribute) => !isOfUse(programme.value, attribute, stored.value[attribute]));
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system');
  await eraseSaid(ports, unit, stored, gone);
  return (await unit.commit()) ? true : lostRace;
}

async function dropUnasked(ports: Ports, programmeId: string, occasion: Occasion): Promise<true | typeof lostRace> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined) return true;
  const asked = statable(programme.value);
  const unit = new UnitOfWork(ports, programmeId, occasion, 'system');
  await dropTallies(
    ports,
    unit,
    mixAttributes.filter((one) => !asked.includes(one)),
  );
  return (await unit.commit()) ? true : lostRace;
}
