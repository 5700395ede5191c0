import type { UseCaseContext, Ports } from '../domain/ports';

/** A team that Teams moved to another service address is reached at the one its newest activity came from. An unknown team stays unknown. */
export async function renewTeamAddress(
  ports: Ports<'tenants'>,
  teamId: string,
  serviceUrl: string,
  context: UseCaseContext,
): Promise<void> {
  const stored = await ports.tenants.get('tenant', 'team', teamId);
  if (stored === undefined || stored.value.serviceUrl === serviceUrl) return;
  await ports.tenants.commit('tenant', [
    {
      op: 'replace',
      kind: 'team',
      key: teamId,
      value: { ...stored.value, serviceUrl, seenAt: context.now },
      etag: stored.etag,
    },
  ]);
}
