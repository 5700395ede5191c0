/** A piece of long work, told by its place only: the job row in the programme's partition is the truth. */
export interface WorkNotice {
  readonly programmeId: string;
  readonly jobId: string;
}

export interface ReceivedNotice {
  readonly notice: WorkNotice;
  /** How often the queue has handed it out, this time included. */
  readonly deliveries: number;
  /** Takes it off the queue. */
  complete(): Promise<void>;
  /** Keeps it hidden from others for so many seconds more (real time). */
  extend(seconds: number): Promise<void>;
}

/** Long work for any instance to take. Losing a notice is harmless: a sweep sends it again from the job row. */
export interface WorkQueue {
  send(notice: WorkNotice): Promise<void>;
  /** The next notice, hidden from others for so many seconds, or undefined. Unreadable messages are dropped and counted. */
  receive(hiddenSeconds: number): Promise<ReceivedNotice | undefined>;
}
