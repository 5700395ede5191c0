import type { TableClient } from '@azure/data-tables';
import type { Instant, RealClock } from '../../src/kernel/clock';

type Policy = Parameters<TableClient['pipeline']['addPolicy']>[0];

/** Who is told the store's own time at each of its answers, with the machine's clock before and after. */
export interface StoreTimeListener {
  readonly realClock: RealClock;
  note(answer: { readonly sentAt: Instant; readonly answeredAt: Instant; readonly storeTime: Instant }): void;
}

/** Tells of the Date header of each answer, refusals too; nearest to the wire, so that no retry and no parsing lies in between. */
export function tellStoreTime(client: TableClient, listener: StoreTimeListener): void {
  const policy: Policy = {
    name: 'storeTimePolicy',
    async sendRequest(request, next) {
      const sentAt = listener.realClock.now();
      const response = await next(request);
      const date = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(date))
        listener.note({
          sentAt,
          answeredAt: listener.realClock.now(),
          storeTime: new Date(date).toISOString(),
        });
      return response;
    },
  };
  client.pipeline.addPolicy(policy, { afterPhase: 'Retry' });
}
