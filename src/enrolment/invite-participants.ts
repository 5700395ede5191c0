import { readAll } from '../kernel/read-all';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { invitePerson } from './invite-person';

/** Invites everybody imported and reachable who has not been invited yet: nobody is enrolled by a file. */
export async function inviteParticipants(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  progress: (share: number) => Promise<void>,
  context: UseCaseContext,
): Promise<void> {
  const waiting: string[] = [];
  for await (const row of readAll(ports.programmes, programmeId, 'participant')) {
    if (row.value.state === 'imported' && row.value.reach === 'reachable') waiting.push(row.key);
  }
  for (const [index, id] of waiting.entries()) {
    await retryOnConflict(async () => {
      const stored = await ports.programmes.get(programmeId, 'participant', id);
      if (stored?.value.state !== 'imported' || stored.value.reach !== 'reachable') return true;
      const unit = new UnitOfWork(ports, programmeId, context, 'system');
      invitePerson(ports, unit, stored, stored.value, context);
      return (await unit.commit()) ? true : conflict;
    });
    if (index % 20 === 19) await progress((index + 1) / waiting.length);
  }
}
