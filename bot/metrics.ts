import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the server counts of itself. No label names a person. */
export interface Metrics {
  /** A turn of the bot: kind of activity and how it was answered, in milliseconds. */
  turn(kind: string, outcome: string, milliseconds: number): void;
  /** An activity that the guard refused, by reason. */
  refusedActivity(reason: string): void;
  /** A token that was refused, where it was brought (`bot`, `tab`) and why. */
  refusedToken(place: string, reason: string): void;
  /** A request of the tab that was refused, by route and problem; `denied` where somebody with a good token may not. */
  refusedRequest(route: string, problem: string): void;
  /** A press that was refused, by verb and reason. */
  refusedPress(verb: string, reason: string): void;
  /** The end of one send, by kind of message and outcome. */
  send(kind: string, outcome: string): void;
  /** How late the oldest message is that may go, in seconds of programme time. */
  laneLag(seconds: number): void;
  /** For how long, in seconds, the same message has stood first although it may go; 0 while the lane moves. */
  laneStalled(seconds: number): void;
  /** How far this machine's clock is from the store's, in seconds: positive where it is ahead. */
  clockSkew(seconds: number): void;
  /** A piece of long work that failed, by kind and code. */
  jobFailure(kind: string, code: string): void;
  /** Work of a tick that failed and is tried again, by step. */
  tickFailure(step: string): void;
  /** A change that a server which is gone had not carried into another partition, by type. */
  leftBehind(type: string): void;
  /** A stored row that could not be read, by kind and code; each row once in the life of the process. */
  unreadableRow(kind: string, code: string): void;
  /** Notices that nothing could read. */
  droppedNotice(): void;
  /** Prometheus' text format. */
  text(): Promise<string>;
}

/** A registry of its own, so that two servers in one process do not share numbers. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const turns = new Histogram({
    name: 'passerelle_turn_milliseconds',
    help: 'Turns of the bot',
    labelNames: ['kind', 'outcome'],
    buckets: [25, 50, 100, 250, 500, 1000, 3000, 15000],
    registers,
  });
  const refused = new Counter({
    name: 'passerelle_activities_refused_total',
    help: 'Activities refused by the guard',
    labelNames: ['reason'],
    registers,
  });
  const tokens = new Counter({
    name: 'passerelle_tokens_refused_total',
    help: 'Tokens refused, by where they were brought and why',
    labelNames: ['place', 'reason'],
    registers,
  });
  const requests = new Counter({
    name: 'passerelle_requests_refused_total',
    help: 'Requests of the tab that were refused, by route and problem; denied: a good token of somebody who may not',
    labelNames: ['route', 'problem'],
    registers,
  });
  const presses = new Counter({
    name: 'passerelle_presses_refused_total',
    help: 'Presses that were refused, by verb and reason',
    labelNames: ['verb', 'reason'],
    registers,
  });
  const sends = new Counter({
    name: 'passerelle_sends_total',
    help: 'Messages sent or not',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const lag = new Gauge({
    name: 'passerelle_lane_lag_seconds',
    help: 'Age of the oldest message that may go',
    registers,
  });
  const stalled = new Gauge({
    name: 'passerelle_lane_stalled_seconds',
    help: 'How long the sending lane has not moved although it should; 0 while it moves',
    registers,
  });
  const skew = new Gauge({
    name: 'passerelle_clock_skew_seconds',
    help: 'How far the clock of this server is from the store’s; above 60 or below -60 it does nothing',
    registers,
  });
  const jobs = new Counter({
    name: 'passerelle_job_failures_total',
    help: 'Long work that failed',
    labelNames: ['kind', 'code'],
    registers,
  });
  const ticks = new Counter({
    name: 'passerelle_tick_failures_total',
    help: 'Due work that failed',
    labelNames: ['step'],
    registers,
  });
  const left = new Counter({
    name: 'passerelle_left_behind_total',
    help: 'Changes carried into other partitions that the server before had not',
    labelNames: ['type'],
    registers,
  });
  const unreadable = new Counter({
    name: 'passerelle_rows_unreadable_total',
    help: 'Stored rows that could not be read',
    labelNames: ['kind', 'code'],
    registers,
  });
  const dropped = new Counter({
    name: 'passerelle_notices_dropped_total',
    help: 'Unreadable queue messages',
    registers,
  });
  return {
    turn: (kind, outcome, milliseconds) => {
      turns.observe({ kind, outcome }, milliseconds);
    },
    refusedActivity: (reason) => {
      refused.inc({ reason });
    },
    refusedToken: (place, reason) => {
      tokens.inc({ place, reason });
    },
    refusedRequest: (route, problem) => {
      requests.inc({ route, problem });
    },
    refusedPress: (verb, reason) => {
      presses.inc({ verb, reason });
    },
    send: (kind, outcome) => {
      sends.inc({ kind, outcome });
    },
    laneLag: (seconds) => {
      lag.set(seconds);
    },
    laneStalled: (seconds) => {
      stalled.set(seconds);
    },
    clockSkew: (seconds) => {
      skew.set(seconds);
    },
    jobFailure: (kind, code) => {
      jobs.inc({ kind, code });
    },
    tickFailure: (step) => {
      ticks.inc({ step });
    },
    leftBehind: (type) => {
      left.inc({ type });
    },
    unreadableRow: (kind, code) => {
      unreadable.inc({ kind, code });
    },
    droppedNotice: () => {
      dropped.inc();
    },
    text: async () => Promise.all(registers.map((registry) => registry.metrics())).then((texts) => texts.join('\n')),
  };
}
