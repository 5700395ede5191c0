import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant, ProgrammeClock, RealClock } from '../../src/kernel/clock';

/** A clock that can be moved, kept in a file so that every process on the same storage sees the same time. */
export interface LocalClock extends ProgrammeClock {
  /** Moves it; earlier moments are refused by staying where it is. */
  moveTo(at: Instant): void;
}

interface ClockState {
  /** Programme time ... */
  readonly programme: Instant;
  /** ... at this real time. */
  readonly real: Instant;
  /** Whether it goes on with real time, or stands still between moves. */
  readonly runs: boolean;
}

/** The clock of the file; without a file it shows real time. */
export function openLocalClock(file: string, realClock: RealClock): LocalClock {
  const now = (): Instant => timeOf(readClock(file), realClock.now());
  return {
    now,
    moveTo(at) {
      const state = readClock(file);
      if (at > now()) setLocalClock(file, { programme: at, real: realClock.now(), runs: state?.runs ?? true });
    },
  };
}

/** Sets the clock of the file, before a start: where it stands and whether it runs. */
export function setLocalClock(file: string, state: ClockState): void {
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.${String(process.pid)}`;
  writeFileSync(next, JSON.stringify(state));
  renameSync(next, file);
}

function timeOf(state: ClockState | undefined, real: Instant): Instant {
  if (state === undefined) return real;
  if (!state.runs) return state.programme;
  return new Date(Date.parse(state.programme) + Date.parse(real) - Date.parse(state.real)).toISOString();
}

function readClock(file: string): ClockState | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ClockState;
  } catch {
    return undefined;
  }
}
