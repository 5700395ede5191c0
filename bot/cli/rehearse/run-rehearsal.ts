import type { Instant } from '../../../src/kernel/clock';
import type { PersonProfile } from '../../../src/domain/participant';
import type { ProgrammePlan } from '../../../src/domain/programme-contract';
import { composeStorage } from '../../compose-storage';
import { readConfig } from '../../config';
import { createLog } from '../../log';
import { createMetrics } from '../../metrics';
import { createOrderedIds } from '../../ordered-ids';
import { createRealClock } from '../../real-clock';
import { castOf } from './rehearsal-cast';
import { compareFigures } from './compare-figures';
import { countRehearsal } from './count-rehearsal';
import { listLedger, type LedgerLine } from './list-ledger';
import { openStage } from './open-stage';
import { playProgramme } from './play-programme';
import type { Rehearsal } from './rehearsal-contract';

export interface RehearsalOptions {
  readonly people: readonly PersonProfile[];
  readonly peopleFile: string;
  readonly map?: unknown;
  readonly plan: ProgrammePlan;
  readonly seed: number;
  readonly begins: Instant;
  readonly tell: (line: string) => void;
  /** Real milliseconds since some moment. */
  readonly stopwatch: () => number;
}

export interface PlayedRehearsal {
  readonly rehearsal: Rehearsal;
  /** Presses that did not end as a person would expect, and figures of HR's that the rows do not say; none when all is well. */
  readonly complaints: readonly string[];
  /** Every message with its fate. */
  readonly ledger: readonly LedgerLine[];
}

/** Plays the programme on a stage of its own and counts what came of it. Throws coded errors with the reason it could not be played. */
export async function runRehearsal(options: RehearsalOptions): Promise<PlayedRehearsal> {
  const started = options.stopwatch();
  const cast = castOf(options.people, options.plan);
  const stage = await openStage(cast, options.begins, options.seed);
  try {
    const realClock = createRealClock();
    const log = createLog({ level: 'error' });
    const { programmes } = await composeStorage(readConfig(stage.environment), {
      ids: createOrderedIds(realClock),
      log,
      metrics: createMetrics(),
    });
    const { begins, ends, complaints } = await playProgramme({
      ...options,
      stage,
      cast,
      compare: () => compareFigures(stage, programmes, options.plan.id),
    });
    const milliseconds = Math.round(options.stopwatch() - started);
    const rehearsal = await countRehearsal({
      plan: options.plan,
      store: programmes,
      teams: stage.teams,
      begins,
      ends,
      seed: options.seed,
      milliseconds,
    });
    return { rehearsal, complaints, ledger: await listLedger(programmes, options.plan.id) };
  } finally {
    await stage.close();
  }
}
