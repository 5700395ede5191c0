import type { WireActivity } from './wire-activity';
import { realMilliseconds } from './real-milliseconds';

/** Something Teams accepted from the bot. */
export interface JournalEntry {
  /** Position in the journal, from 1 on. */
  readonly number: number;
  readonly kind: 'send' | 'update' | 'delete' | 'typing' | 'create-conversation';
  /** Programme time. */
  readonly at: string;
  /** Real time in milliseconds since 1970, for rates. */
  readonly realTime: number;
  readonly conversationId: string;
  readonly activityId?: string;
  readonly personDirectoryId?: string;
  readonly channelId?: string;
  readonly activity?: WireActivity;
}

/** A request the bot made to the connector or the token endpoint, accepted or not. */
export interface RequestEntry {
  readonly realTime: number;
  readonly method: string;
  readonly path: string;
  /** What was answered; 0 where the connection was cut. */
  readonly status: number;
  readonly byFault: boolean;
}

/** A journal that only grows: what tests count, whatever the product's own ledger says. */
export class Journal {
  private readonly accepted: JournalEntry[] = [];
  private readonly asked: RequestEntry[] = [];

  constructor(private readonly now: () => string) {}

  write(entry: Omit<JournalEntry, 'number' | 'at' | 'realTime'>): void {
    this.accepted.push({ ...entry, number: this.accepted.length + 1, at: this.now(), realTime: realMilliseconds() });
  }

  writeRequest(entry: Omit<RequestEntry, 'realTime'>): void {
    this.asked.push({ ...entry, realTime: realMilliseconds() });
  }

  /** Entries after the given number, in order. */
  since(number = 0): readonly JournalEntry[] {
    return this.accepted.slice(number);
  }

  requests(): readonly RequestEntry[] {
    return [...this.asked];
  }
}
