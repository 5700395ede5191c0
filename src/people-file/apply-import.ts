import { addDeparture, addReturn } from '../enrolment/add-departure';
import { moveWaiting, type Move } from '../member/move-waiting';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { readAll } from '../kernel/read-all';
import type { ImportPart } from '../domain/rows';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { findKnownOtherwise } from './find-known-otherwise';
import { reviewPairs } from './review-pairs';
import { corrected, type Participant, type PersonProfile } from '../domain/participant';
import { importHashOf, partKey } from './preview-import';
import { isSamePlace } from '../domain/participant-rules';

/**
 * Writes the people of a confirmed file, part by part; a second run finds them there and changes nothing. Then looks everybody up
 * in the rosters. What a person corrected stays corrected; messages that wait for them follow them into another zone. Who a complete file does not name has left; who such a file had not named and
 * this one does comes back. Who came in under another id since the preview, by another file, is left out and counted as rejected.
 */
export async function applyImport(
  ports: Ports<Saving | 'secrets' | 'holidayFrom'>,
  programmeId: string,
  importId: string,
  progress: (share: number) => Promise<void>,
  context: UseCaseContext,
): Promise<void> {
  const head = await ports.programmes.get(programmeId, 'import', importId);
  if (head === undefined || head.value.state !== 'confirmed') return;
  const parts: ImportPart[] = [];
  for (let index = 0; index < head.value.partCount; index++) {
    const part = await ports.programmes.get(programmeId, 'import-part', partKey(importId, index));
    if (part !== undefined) parts.push(part.value);
  }
  const known: Participant[] = [];
  for await (const { value } of readAll(ports.programmes, programmeId, 'participant')) known.push(value);
  const otherwise = findKnownOtherwise(
    parts.flatMap(({ people }) => people),
    known,
  );
  for (const [index, part] of parts.entries()) {
    const people = part.people.filter(({ id }) => !otherwise.has(id));
    const good = { ...part, people };
    await moveWaiting(ports, programmeId, movesOf(known, people), context);
    const { leaving, returning } = await retryOnConflict(() => applyPart(ports, programmeId, importId, good, context));
    for (const id of leaving) await retryOnConflict(() => letLeave(ports, programmeId, id, context));
    for (const id of returning) await retryOnConflict(() => letReturn(ports, programmeId, id, context));
    await progress((index + 1) / parts.length);
  }
  await reviewPairs(ports, programmeId, importId, context);
  const unit = new UnitOfWork(ports, programmeId, context, 'system')
    .replace('import', head, {
      ...head.value,
      accepted: head.value.accepted - otherwise.size,
      rejected: head.value.rejected + otherwise.size,
      state: 'applied',
    })
    .recordChange('import-applied');
  unit.startJob('reach', importId);
  await unit.commit();
}

async function applyPart(
  ports: Ports<Saving | 'secrets'>,
  programmeId: string,
  importId: string,
  part: ImportPart,
  context: UseCaseContext,
): Promise<{ readonly leaving: readonly string[]; readonly returning: readonly string[] } | typeof conflict> {
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  const returning: string[] = [];
  for (const person of part.people) {
    const importHash = importHashOf(ports, person);
    const stored = await ports.programmes.get(programmeId, 'participant', person.id);
    if (stored?.value.departure?.by === 'file') returning.push(person.id);
    if (stored === undefined) {
      unit.insert('participant', person.id, { ...newParticipant(person, importHash), movedBy: importId });
    } else if (stored.value.importHash !== importHash) {
      unit.replace('participant', stored, {
        ...stored.value,
        profile: corrected(person, stored.value.corrections ?? {}),
        importHash,
        ...(isSamePlace(stored.value.profile, person) ? {} : { movedBy: importId }),
        revision: stored.value.revision + 1,
      });
    }
  }
  for (const [id, managerId] of part.lines ?? []) {
    const stored = await ports.programmes.get(programmeId, 'line', id);
    if (stored === undefined) unit.insert('line', id, { managerId, changedBy: importId });
    else if (stored.value.managerId !== managerId) unit.replace('line', stored, { managerId, changedBy: importId });
  }
  return (await unit.commit()) ? { leaving: part.leaving ?? [], returning } : conflict;
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
  ports: Ports<Saving | 'holidayFrom'>,
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

/** Who is known already, before and after; what somebody said of themselves wins over the file. */
function movesOf(known: readonly Participant[], people: readonly PersonProfile[]): readonly Move[] {
  const before = new Map(known.map((person) => [person.id, person]));
  return people.flatMap((person) => {
    const from = before.get(person.id);
    if (from === undefined) return [];
    const to = { profile: corrected(person, from.corrections ?? {}) };
    return [{ recipient: { to: 'participant', id: person.id }, from, to }];
  });
}
