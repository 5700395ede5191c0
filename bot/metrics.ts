import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the server counts of itself. No label names a person. */
export interface Metrics {
  /** A turn of the bot: kind of activity and how it was answered, in milliseconds. */
  turn(kind: string, outcome: string, milliseconds: number): void;
  /** An activity that the guard refused, by reason. */
  refusedActivity(reason: string): void;
  /** The end of one send, by kind of message and outcome. */
  send(kind: string, outcome: string): void;
  /** How late the oldest message is that may go, in seconds of programme time. */
  laneLag(seconds: number): void;
  /** A piece of long work that failed, by kind and code. */
  jobFailure(kind: string, code: string): void;
  /** Work of a tick that failed and is tried again, by step. */
  tickFailure(step: string): void;
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
    send: (kind, outcome) => {
      sends.inc({ kind, outcome });
    },
    laneLag: (seconds) => {
      lag.set(seconds);
    },
    jobFailure: (kind, code) => {
      jobs.inc({ kind, code });
    },
    tickFailure: (step) => {
      ticks.inc({ step });
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
