import type { RealClock } from '../../src/kernel/clock';
import type { ProgrammeStore } from '../../src/domain/rows';
import type { LocalConfig } from '../config';
import type { LocalParts } from '../local-parts';
import { addControlRoutes } from './control-routes';
import { crashAt } from './crash-at';
import { openLocalClock } from './local-clock';
import { letOthersAnswer } from './others-answer';

/** What local mode adds to a server, from its configuration. With a seed, settling waits as long as it takes. */
export function composeLocal(config: LocalConfig, realClock: RealClock, seededMilliseconds: number): LocalParts {
  const clock = openLocalClock(config.clockFile, realClock);
  const crash = config.crashAt === undefined ? undefined : crashAt(config.crashAt);
  const { teamsUrl, seed } = config;
  return {
    clock,
    ...(crash === undefined ? {} : { crash }),
    watch: (store) => (crash === undefined ? store : crashingStore(store, crash)),
    addRoutes(server, engine) {
      addControlRoutes(server, {
        clock,
        settle: (within) => engine.settle(seed === undefined ? within : seededMilliseconds),
        pending: () => engine.pending(),
        ...(teamsUrl === undefined ? {} : { letOthersAnswer: (except) => letOthersAnswer(teamsUrl, except) }),
      });
    },
  };
}

/** For tests: tells of each transaction that queues a message, right after it was written. */
function crashingStore(store: ProgrammeStore, crash: NonNullable<LocalParts['crash']>): ProgrammeStore {
  return {
    get: (partition, kind, key) => store.get(partition, kind, key),
    range: (partition, kind, query) => store.range(partition, kind, query),
    async commit(partition, writes) {
      const result = await store.commit(partition, writes);
      for (const write of writes)
        if (result.ok && write.op === 'insert' && write.kind === 'queued') crash('transaction', write.value.kind);
      return result;
    },
  };
}
