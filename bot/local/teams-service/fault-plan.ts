/** What kind of call a connector request is. */
export type RequestKind = 'token' | 'create-conversation' | 'send' | 'update' | 'delete' | 'roster';

export interface FaultMatch {
  /** Without a kind every connector request, never the token endpoint. */
  readonly kind?: RequestKind;
  /** Reaches this person's chat. */
  readonly directoryId?: string;
  readonly channelId?: string;
  /** The request's body contains this text. */
  readonly bodyIncludes?: string;
  /** The request's path contains this text. */
  readonly pathIncludes?: string;
}

/** A trouble to answer with instead of, or after, the real work. */
export interface Fault {
  readonly match?: FaultMatch;
  /** Status to answer; without one (and without a cut) the request is only delayed. */
  readonly status?: number;
  /** Error code in the body, e.g. `ConversationBlockedByUser`. */
  readonly code?: string;
  readonly message?: string;
  /** The Retry-After header exactly as written: seconds, an HTTP date, or nonsense. */
  readonly retryAfter?: string | number;
  /** How many requests it strikes; default 1, `always` until cleared. */
  readonly times?: number | 'always';
  /** Waits so long (real time) before anything else. */
  readonly delayMs?: number;
  /** Never answers, and does nothing: whoever asked gives up. */
  readonly hangs?: boolean;
  /** Does the work first, then answers with `status`: the classic ambiguous 502. */
  readonly afterAccept?: boolean;
  /** Does the work, then closes the socket without an answer. */
  readonly dropAfterAccept?: boolean;
  /** Closes the socket before anything is done. */
  readonly dropBeforeAccept?: boolean;
}

/** What a fault is matched against. */
export interface FaultTarget {
  readonly kind: RequestKind;
  readonly path: string;
  readonly body: string;
  readonly directoryId?: string;
  readonly channelId?: string;
}

/** Troubles waiting to strike, first planned first. */
export class FaultPlan {
  private waiting: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times === 'always' ? Infinity : (fault.times ?? 1) });
  }

  clear(): void {
    this.waiting = [];
  }

  /** The next fault for this request, which uses up one of its times. */
  take(target: FaultTarget): Fault | undefined {
    const found = this.waiting.find(({ fault }) => matches(fault.match ?? {}, target));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.waiting = this.waiting.filter((entry) => entry !== found);
    return found.fault;
  }
}

function matches(match: FaultMatch, target: FaultTarget): boolean {
  return (
    (match.kind === undefined ? target.kind !== 'token' : match.kind === target.kind) &&
    (match.directoryId === undefined || match.directoryId === target.directoryId) &&
    (match.channelId === undefined || match.channelId === target.channelId) &&
    (match.bodyIncludes === undefined || target.body.includes(match.bodyIncludes)) &&
    (match.pathIncludes === undefined || target.path.includes(match.pathIncludes))
  );
}
