import { addDeparture, addReturn } from '../enrolment/add-departure';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { reviewPairs } from './review-pairs';
import type { Participant, PersonProfile } from '../domain/participant';
import { importHashOf, partKey } from './preview-import';
import { isSamePlace } from '../domain/participant-rules';

/**
 * Writes the people of a confirmed file, part by part; a second run finds them there and changes nothing. Then looks everybody up
 * in the rosters. What a person corrected stays corrected. Who a complete file does not name has left; who such a file had not named and
 * this one does comes back.
 */
export async function applyImport(
  ports: Ports<Saving | 'secrets' | 'isHoliday'>,
  programmeId: string,
  importId: string,
  progress: (share: number) => Promise<void>,
  context: UseCaseContext,
): Promise<void> {
  const head = await ports.programmes.get(programmeId, 'import', importId);
  if (head === undefined || head.value.state !== 'confirmed') return;
  for (let index = 0; index < head.value.partCount; index++) {
    const { leaving, returning } = await retryOnConflict(() => applyPart(ports, programmeId, importId, index, context));
    for (const id of leaving) await retryOnConflict(() => letLeave(ports, programmeId, id, context));
    for (const id of returning) await retryOnConflict(() => letReturn(ports, programmeId, id, context));
    await progress((index + 1) / head.value.partCount);
  }
  await reviewPairs(ports, programmeId, importId, context);
  const unit = new UnitOfWork(ports, programmeId, context, 'system')
    .replace('import', head, { ...head.value, state: 'applied' })
    .recordChange('import-applied');
  unit.startJob('reach', importId);
  await unit.commit();
}

async function applyPart(
  ports: Ports<Saving | 'secrets'>,
  programmeId: string,
  importId: string,
  index: number,
  context: UseCaseContext,
): Promise<{ readonly leaving: readonly string[]; readonly returning: readonly string[] } | typeof conflict> {
  const part = await ports.programmes.get(programmeId, 'import-part', partKey(importId, index));
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  const returning: string[] = [];
  let added = 0;
  for (const person of part?.value.people ?? []) {
    const importHash = importHashOf(ports, person);
    const stored = await ports.programmes.get(programmeId, 'participant', person.id);
    if (stored?.value.departure?.by === 'file') returning.push(person.id);
    if (stored === undefined) {
      unit.insert('participant', person.id, { ...newParticipant(person, importHash), movedBy: importId });
      added++;
    } else if (stored.value.importHash !== importHash) {
      unit.replace('participant', stored, {
        ...stored.value,
        profile: { ...person, ...stored.value.corrections },
        importHash,
        ...(isSamePlace(stored.value.profile, person) ? {} : { movedBy: importId }),
        revision: stored.value.revision + 1,
      });
    }
  }
  for (const [id, managerId] of part?.value.lines ?? []) {
    const stored = await ports.programmes.get(programmeId, 'line', id);
    if (stored === undefined) unit.insert('line', id, { managerId, changedBy: importId });
    else if (stored.value.managerId !== managerId) unit.replace('line', stored, { managerId, changedBy: importId });
  }
  if (added > 0) unit.recordChange('people-imported', { counts: { 'participants.imported': added } });
  return (await unit.commit()) ? { leaving: part?.value.leaving ?? [], returning } : conflict;
}

async function letLeave(
  ports: Ports<Saving>,
  programmeId: string,
  id: string,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  const stored = await ports.programmes.get(programmeId, 'participant', id);
  if (stored === undefined || stored.value.state === 'withdrawn') return true;
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  await addDeparture(ports, unit, stored, 'file', context);
  return (await unit.commit()) ? true : conflict;
}

async function letReturn(
  ports: Ports<Saving | 'isHoliday'>,
  programmeId: string,
  id: string,
  context: UseCaseContext,
): Promise<true | typeof conflict> {
  const stored = await ports.programmes.get(programmeId, 'participant', id);
  if (stored?.value.departure?.by !== 'file') return true;
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  await addReturn(ports, unit, stored, programme?.value.state, context);
  return (await unit.commit()) ? true : conflict;
}

function newParticipant(profile: PersonProfile, importHash: string): Participant {
  return { id: profile.id, profile, state: 'imported', reach: 'unknown', importHash, revision: 1 };
}
