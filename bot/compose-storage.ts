import { DefaultAzureCredential, ManagedIdentityCredential } from '@azure/identity';
import { CodedError } from '../src/kernel/coded-error';
import type { Ids } from '../src/kernel/ids';
import type { RowStore, UnreadableRow } from '../src/kernel/row-store';
import { noteUnreadable } from '../src/programme/note-unreadable';
import { announceWork } from '../src/domain/announce-work';
import type { PairVault } from '../src/domain/pair-vault';
import type { Ports } from '../src/domain/ports';
import type { SurveyAnswers, SurveyKeys } from '../src/domain/survey-ports';
import type { TenantStore } from '../src/domain/rows';
import { guardWrites, type ClockGuard } from './clock-guard';
import type { Config } from './config';
import { layoutWords } from './layout-words';
import { errorFields, type Log } from './log';
import type { Metrics } from './metrics';
import type { StorageLog } from './storage/bounded-retries';
import { checkLayout } from './storage/check-layout';
import { createRowStore } from './storage/create-row-store';
import type { RowCatalogue } from './storage/row-catalogue';
import { createStores, pingStores, type StorageAccess } from './storage/create-stores';
import { hasRows } from './storage/has-rows';
import {
  answerCatalogue,
  keyCatalogue,
  pairCatalogue,
  personCatalogue,
  programmeCatalogue,
  tenantCatalogue,
} from './storage/row-catalogues';
import { createWorkQueue } from './storage/work-queue';

export interface ComposedStorage extends Ports<'programmes' | 'people' | 'tenants' | 'work'> {
  /** Apart from the rest, so that whoever holds them says so. */
  readonly survey: SurveyAnswers & SurveyKeys;
  /** Likewise. */
  readonly vault: PairVault;
  /** Names of tables and queues that do not answer. */
  readonly ping: () => Promise<readonly string[]>;
}

/** Unreadable rows that one process tells of; a release older than the rows would meet thousands. */
const mostTold = 200;

/**
 * The tables and the queue of a configuration, made where they are missing. Throws `storage-unavailable` or `storage-refused`, and
 * `storage-layout-older` or `storage-layout-newer` where data of another layout lies there.
 */
export async function composeStorage(
  config: Config,
  about: {
    readonly ids: Ids;
    readonly log: Log;
    readonly metrics: Pick<Metrics, 'droppedNotice' | 'unreadableRow'>;
    /** Of a server that goes on for long: compares its clock with the store's, and lets it write nothing while it is wrong. */
    readonly guard?: ClockGuard;
  },
): Promise<ComposedStorage> {
  const { storagePrefix: prefix, tenantId: tenant } = config;
  const { ids, guard } = about;
  const log: StorageLog = ({ event, operation, attempt, code }) => {
    about.log.warn({ event, operation, attempt, code }, 'The store was asked again');
  };
  const names = {
    programmes: `${prefix}programmes`,
    people: `${prefix}people`,
    tenants: `${prefix}tenants`,
    answers: `${prefix}answers`,
    keys: `${prefix}keys`,
    pairs: `${prefix}pairs`,
  } as const;
  const stores = await createStores({
    access: storageAccess(config),
    tables: Object.values(names),
    queue: `${prefix}-work`,
    log,
    ...(guard === undefined ? {} : { time: guard }),
  });
  const table = (name: keyof typeof names) => {
    const client = stores.tables[names[name]];
    if (client === undefined) throw new CodedError('table-missing', `The table of ${name} was not made`);
    return client;
  };
  const told = new Set<string>();
  const reporting = (store: keyof typeof names) => ({
    onUnreadable: (partition: string, row: UnreadableRow) => {
      const name = JSON.stringify([store, partition, row.kind, row.key]);
      if (told.has(name) || told.size >= mostTold) return;
      told.add(name);
      const { kind, code } = row;
      const programmeId = store === 'programmes' ? partition : undefined;
      about.metrics.unreadableRow(kind, code);
      about.log.error({ event: 'row-unreadable', store, kind, code, programmeId }, 'A stored row cannot be read');
      if (programmeId === undefined) return;
      noteUnreadable({ programmes }, programmeId, row).catch((error: unknown) => {
        told.delete(name);
        about.log.warn({ event: 'row-unreadable', store, programmeId, ...errorFields(error) }, 'It could not be noted');
      });
    },
  });
  const open = <Rows>(name: keyof typeof names, catalogue: RowCatalogue<Rows>): RowStore<Rows> => {
    const store = createRowStore({ tableClient: table(name), tenant, catalogue, ids, log, ...reporting(name) });
    return guard === undefined ? store : guardWrites(store, guard);
  };
  const programmes = announceWork(open('programmes', programmeCatalogue), ids);
  const tenants: TenantStore = open('tenants', tenantCatalogue);
  const mismatch = await checkLayout(tenants, async () => {
    const found = await Promise.all(Object.values(stores.tables).map((client) => hasRows(client, tenant, { log })));
    return !found.includes(true);
  });
  if (mismatch !== undefined)
    throw new CodedError(mismatch.code, layoutWords(mismatch, config.mode), { found: mismatch.found ?? 'none' });
  return {
    programmes,
    people: open('people', personCatalogue),
    tenants,
    survey: {
      answers: open('answers', answerCatalogue),
      keys: open('keys', keyCatalogue),
      wrappingSecret: config.surveySecret,
    },
    vault: { pairs: open('pairs', pairCatalogue) },
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

/** How the account is reached: with a connection string, or with the server's own identity. */
export function storageAccess(config: Config): StorageAccess {
  if ('connectionString' in config.storage) return { connectionString: config.storage.connectionString() };
  const { tableUrl, queueUrl } = config.storage;
  // A bot with a managed identity reaches its storage with the same one.
  const tokens =
    config.bot.type === 'UserAssignedMSI'
      ? new ManagedIdentityCredential({ clientId: config.bot.appId })
      : new DefaultAzureCredential();
  return { tableUrl, queueUrl, tokens };
}
