import { DefaultAzureCredential, ManagedIdentityCredential } from '@azure/identity';
import { CodedError } from '../src/kernel/coded-error';
import type { Ids } from '../src/kernel/ids';
import type { Ports } from '../src/programme/ports';
import type { Config } from './config';
import type { Log } from './log';
import type { Metrics } from './metrics';
import type { StorageLog } from './storage/bounded-retries';
import { createRowStore } from './storage/create-row-store';
import { createStores, pingStores, type StorageAccess } from './storage/create-stores';
import {
  answerCatalogue,
  keyCatalogue,
  personCatalogue,
  programmeCatalogue,
  tenantCatalogue,
} from './storage/row-catalogues';
import { createWorkQueue } from './storage/work-queue';

export type StoragePorts = Pick<Ports, 'programmes' | 'people' | 'tenants' | 'answers' | 'keys' | 'work'>;

export interface ComposedStorage extends StoragePorts {
  /** Names of tables and queues that do not answer. */
  readonly ping: () => Promise<readonly string[]>;
}

/** The tables and the queue of a configuration, made where they are missing. Throws `storage-unavailable` or `storage-refused`. */
export async function composeStorage(
  config: Config,
  about: { readonly ids: Ids; readonly log: Log; readonly metrics: Pick<Metrics, 'droppedNotice'> },
): Promise<ComposedStorage> {
  const { storagePrefix: prefix, tenantId: tenant } = config;
  const { ids } = about;
  const log: StorageLog = ({ event, operation, attempt, code }) => {
    about.log.warn({ event, operation, attempt, code }, 'The store was asked again');
  };
  const names = {
    programmes: `${prefix}programmes`,
    people: `${prefix}people`,
    tenants: `${prefix}tenants`,
    answers: `${prefix}answers`,
    keys: `${prefix}keys`,
  } as const;
  const stores = await createStores({
    access: storageAccess(config),
    tables: Object.values(names),
    queue: `${prefix}-work`,
    log,
  });
  const table = (name: keyof typeof names) => {
    const client = stores.tables[names[name]];
    if (client === undefined) throw new CodedError('table-missing', `The table of ${name} was not made`);
    return client;
  };
  return {
    programmes: createRowStore({ tableClient: table('programmes'), tenant, catalogue: programmeCatalogue, ids, log }),
    people: createRowStore({ tableClient: table('people'), tenant, catalogue: personCatalogue, ids, log }),
    tenants: createRowStore({ tableClient: table('tenants'), tenant, catalogue: tenantCatalogue, ids, log }),
    answers: createRowStore({ tableClient: table('answers'), tenant, catalogue: answerCatalogue, ids, log }),
    keys: createRowStore({ tableClient: table('keys'), tenant, catalogue: keyCatalogue, ids, log }),
    work: createWorkQueue({
      client: stores.queue,
      log,
      onDropped: () => {
        about.metrics.droppedNotice();
        about.log.warn({ event: 'notice-dropped' }, 'A message of the work queue could not be read and was dropped');
      },
    }),
    ping: () => pingStores(stores),
  };
}

function storageAccess(config: Config): StorageAccess {
  if ('connectionString' in config.storage) return { connectionString: config.storage.connectionString() };
  const { tableUrl, queueUrl } = config.storage;
  // A bot with a managed identity reaches its storage with the same one.
  const tokens =
    config.bot.type === 'UserAssignedMSI'
      ? new ManagedIdentityCredential({ clientId: config.bot.appId })
      : new DefaultAzureCredential();
  return { tableUrl, queueUrl, tokens };
}
