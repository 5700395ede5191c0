import type { UseCaseContext, Ports } from '../domain/ports';
import type { KnownTeam } from '../domain/rows';

/** Keeps the newest address of a team the bot is in. */
export async function rememberTeam(ports: Ports<'tenants'>, team: KnownTeam, context: UseCaseContext): Promise<void> {
  const stored = await ports.tenants.get('tenant', 'team', team.teamId);
  const value = { ...team, seenAt: context.now };
  if (stored === undefined)
    await ports.tenants.commit('tenant', [{ op: 'insert', kind: 'team', key: team.teamId, value }]);
  else if (stored.value.serviceUrl !== team.serviceUrl || stored.value.name !== team.name)
    await ports.tenants.commit('tenant', [{ op: 'replace', kind: 'team', key: team.teamId, value, etag: stored.etag }]);
}
