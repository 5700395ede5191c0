import type { Instant } from '../../../src/kernel/clock';
import type { TeamsService } from '../../local/teams-service/teams-service';

/** Everything a rehearsal plays on: the real server on real storage, a simulated Teams, and a clock that obeys. */
export interface RehearsalStage {
  readonly teams: TeamsService;
  now(): Instant;
  /**
   * Moves the clock on, through every moment in between, and waits until the server is idle. Returns the next moment at which the
   * server has something to do, if any.
   */
  advance(to: Instant): Promise<Instant | undefined>;
  /** Waits until the server is idle without moving the clock; returns the same. */
  settle(): Promise<Instant | undefined>;
  /** Calls the tab's API as the administrator; throws with the server's own words when it refuses. */
  api<T>(
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<T>;
  close(): Promise<void>;
}
