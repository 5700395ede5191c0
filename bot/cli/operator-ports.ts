import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../../src/kernel/coded-error';
import type { Actor, UseCaseContext, Capability, Ports } from '../../src/domain/ports';
import { administratorOfAll } from '../../src/member/roles';
import { readConfig } from '../config';
import { createHolidayFrom } from '../holidays';
import { openLocalClock } from '../local/local-clock';
import { localFolder } from '../local/local-folder';
import { createLog } from '../log';
import { createMetrics } from '../metrics';
import { createOrderedIds } from '../ordered-ids';
import { createRealClock } from '../real-clock';
import { createSecrets } from '../secrets';
import { CommandExit } from './command-exit';
import type { CommandIo } from './command-io';

/** Who acts when an operator types a command: nobody of the directory. */
export const operator: Actor = { directoryId: 'operator', appRoles: [administratorOfAll], name: 'operator' };

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment the server would read: the terminal's, or that of the server that `npm start` has started. */
export function serverEnvironment(io: CommandIo, terminal: Environment): Environment {
  if (terminal['PASSERELLE_MODE'] !== undefined) return terminal;
  try {
    const local = JSON.parse(readFileSync(join(localFolder(terminal), 'server-environment.json'), 'utf8')) as Record<
      string,
      string
    >;
    io.err('Working on the local server that `npm start` started.\n');
    return local;
  } catch {
    return terminal;
  }
}

/** The product's ports on the storage that the server uses. Exit 1 where it is not configured or does not answer. */
export async function operatorPorts(
  io: CommandIo,
): Promise<{ readonly ports: Ports<Capability>; readonly context: UseCaseContext }> {
  try {
    const config = readConfig(serverEnvironment(io, process.env));
    const realClock = createRealClock();
    // Takes longer to load than a file of people to read, and commands that touch no storage do without.
    const { composeStorage } = await import('../compose-storage.js');
    const ids = createOrderedIds(realClock);
    const {
      ping: _ping,
      survey: _survey,
      vault: _vault,
      ...stores
    } = await composeStorage(config, {
      ids,
      log: createLog({ level: 'silent' }),
      metrics: createMetrics(),
    });
    const clock = config.local === undefined ? realClock : openLocalClock(config.local.clockFile, realClock);
    const ports: Ports<Capability> = {
      ...stores,
      ids,
      secrets: createSecrets(),
      holidayFrom: createHolidayFrom(),
      signingKey: config.calendarKey,
    };
    return { ports, context: { now: clock.now(), correlationId: ids.next() } };
  } catch (error) {
    if (error instanceof CodedError)
      throw new CommandExit(1, `${error.message}\n\`passerelle doctor\` says what is missing.`);
    throw error;
  }
}
