import { readAll } from '../kernel/read-all';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';

/** The bot was removed from a team: programmes that post there lose their channel until HR chooses one again. */
export async function forgetTeam(
  ports: Ports<Saving | 'tenants'>,
  teamId: string,
  context: UseCaseContext,
): Promise<void> {
  const team = await ports.tenants.get('tenant', 'team', teamId);
  if (team !== undefined)
    await ports.tenants.commit('tenant', [{ op: 'delete', kind: 'team', key: teamId, etag: team.etag }]);
  for await (const entry of readAll(ports.tenants, 'tenant', 'entry')) {
    await retryOnConflict(async () => {
      const programme = await ports.programmes.get(entry.key, 'programme', 'programme');
      if (programme?.value.channel?.teamId !== teamId) return true;
      const { channel: removed, ...rest } = programme.value;
      const unit = new UnitOfWork(ports, entry.key, context, 'system')
        .replace('programme', programme, { ...rest, revision: rest.revision + 1 })
        .recordChange(`channel-lost:${removed.channelName}`);
      return (await unit.commit()) ? true : conflict;
    });
  }
}
