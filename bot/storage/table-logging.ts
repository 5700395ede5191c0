import { TableServiceClient } from '@azure/data-tables';
import { withTimeout } from './bounded-retries';
import type { StorageAccess } from './create-stores';

const within = 5_000;

/**
 * Whether the account's own logging keeps each request on its tables, by what it says of itself: `unseen` where it does not tell this
 * identity. Says nothing of the diagnostic settings of Azure Monitor, which are not the account's to tell.
 */
export async function tableLogging(access: StorageAccess): Promise<'off' | 'on' | 'unseen'> {
  const retryOptions = { maxRetries: 0 };
  try {
    const service =
      'connectionString' in access
        ? TableServiceClient.fromConnectionString(access.connectionString, {
            retryOptions,
            allowInsecureConnection: true,
          })
        : new TableServiceClient(access.tableUrl, access.tokens, { retryOptions });
    const { logging } = await withTimeout(within, (abortSignal) => service.getProperties({ abortSignal }));
    if (logging === undefined) return 'unseen';
    return logging.read || logging.write || logging.delete ? 'on' : 'off';
  } catch {
    // Told as what it is: nothing was seen.
    return 'unseen';
  }
}
