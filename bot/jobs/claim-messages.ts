import { isTakenUntil, plusMilliseconds, type Instant } from '../../src/kernel/clock';
import { readAll } from '../../src/kernel/read-all';
import type { Stored, Write } from '../../src/kernel/row-store';
import { messages } from '../../src/dispatch/messages';
import type { QueuedMessage } from '../../src/domain/message';
import type { ProgrammeRows } from '../../src/domain/rows';
import type { BackgroundDeps } from './background-deps';
import { endMessage } from './message-ending';
import { upTo } from './programmes';

const pageSize = 50;
/** A message whose fate is unknown is sent once more at most. */
export const mostAmbiguous = 1;

export interface Claimed {
  readonly messages: readonly Stored<QueuedMessage>[];
  /** Creation time of the oldest message that may go, before the claim. */
  readonly oldest?: string;
}

/**
 * Claims the next messages of a programme that may go, in their order. A claim whose holder is gone is taken over: when nothing had
 * been sent, just so; when bytes may have left, by the rule for messages of unknown fate. Those for somebody who is being written to are left.
 * `mayClaim` is asked where there are any.
 */
export async function claimMessages(
  deps: BackgroundDeps,
  programmeId: string,
  most: number,
  isBusy: (message: QueuedMessage) => boolean,
  mayClaim: () => Promise<boolean>,
): Promise<Claimed> {
  if (most === 0) return { messages: [] };
  const real = deps.realClock.now();
  const free: Stored<QueuedMessage>[] = [];
  let from: string | undefined;
  do {
    const page = await deps.ports.programmes.range(programmeId, 'queued', {
      ...(from === undefined ? {} : { from }),
      to: upTo(deps.programmeClock.now()),
      limit: pageSize,
    });
    for (const row of page.rows) {
      const { claim } = row.value;
      if (isBusy(row.value)) continue;
      if (claim !== undefined && isTakenUntil(claim.until, real, deps.pace.claimSeconds * 1000)) continue;
      if (claim?.sending === true && !mayRepeat(row.value))
        await endMessage(deps, programmeId, row, { state: 'ambiguous', reason: 'server-ended' });
      else free.push(row);
      if (free.length === most) break;
    }
    from = free.length === most ? undefined : page.next;
  } while (from !== undefined);
  if (free.length > 0 && !(await mayClaim())) return { messages: [] };
  const oldest = free[0]?.value.notBefore;
  return { messages: await claim(deps, programmeId, free), ...(oldest === undefined ? {} : { oldest }) };
}

/** From when on (programme time) the first message or edit of a programme may go, whoever works on it; undefined where none waits. */
export async function firstMoment(deps: BackgroundDeps, programmeId: string): Promise<Instant | undefined> {
  const moments = await Promise.all([firstOf(deps, programmeId, 'queued'), firstOf(deps, programmeId, 'card-edit')]);
  return moments.filter((at) => at !== undefined).sort()[0];
}

async function firstOf(
  deps: BackgroundDeps,
  programmeId: string,
  kind: 'queued' | 'card-edit',
): Promise<Instant | undefined> {
  let from: string | undefined;
  do {
    const page = await deps.ports.programmes.range(programmeId, kind, {
      ...(from === undefined ? {} : { from }),
      limit: 1,
    });
    if (page.rows[0] !== undefined) return page.rows[0].value.notBefore;
    from = page.next;
  } while (from !== undefined);
  return undefined;
}

/** Whether a message that may have arrived is sent once more, as the same card. */
export function mayRepeat(message: QueuedMessage): boolean {
  return messages[message.kind].whenAmbiguous === 'send-again' && message.ambiguous < mostAmbiguous;
}

/** Marks that bytes leave now; undefined where somebody else has taken the message. */
export async function markSending(
  deps: BackgroundDeps,
  programmeId: string,
  stored: Stored<QueuedMessage>,
): Promise<Stored<QueuedMessage> | undefined> {
  const value: QueuedMessage = {
    ...stored.value,
    claim: { holder: deps.holder, until: claimedUntil(deps), sending: true },
  };
  const written = await deps.ports.programmes.commit(programmeId, [
    { op: 'replace', kind: 'queued', key: stored.key, value, etag: stored.etag },
  ]);
  if (!written.ok) return undefined;
  return reread(deps, programmeId, stored.key);
}

async function claim(
  deps: BackgroundDeps,
  programmeId: string,
  rows: readonly Stored<QueuedMessage>[],
): Promise<readonly Stored<QueuedMessage>[]> {
  if (rows.length === 0) return [];
  const until = claimedUntil(deps);
  const writes: Write<ProgrammeRows>[] = rows.map((row) => {
    const ambiguous = row.value.ambiguous + (row.value.claim?.sending === true ? 1 : 0);
    return {
      op: 'replace',
      kind: 'queued',
      key: row.key,
      etag: row.etag,
      value: { ...row.value, ambiguous, claim: { holder: deps.holder, until, sending: false } },
    };
  });
  const written = await deps.ports.programmes.commit(programmeId, writes);
  // Somebody else was first with one of them: the next turn reads anew.
  if (!written.ok) return [];
  rows.forEach((row) => deps.crash?.('claim', row.value.kind));
  return rereadAll(deps, programmeId, rows);
}

async function rereadAll(
  deps: BackgroundDeps,
  programmeId: string,
  rows: readonly Stored<QueuedMessage>[],
): Promise<readonly Stored<QueuedMessage>[]> {
  const keys = new Set(rows.map((row) => row.key));
  const to = `${rows.at(-1)?.key ?? ''}\uffff`;
  const found: Stored<QueuedMessage>[] = [];
  for await (const row of readAll(deps.ports.programmes, programmeId, 'queued', { from: rows[0]?.key ?? '', to })) {
    if (keys.has(row.key) && row.value.claim?.holder === deps.holder) found.push(row);
  }
  return found;
}

/** The store gives etags with what it reads, not with what it writes. */
async function reread(
  deps: BackgroundDeps,
  programmeId: string,
  key: string,
): Promise<Stored<QueuedMessage> | undefined> {
  const row = await deps.ports.programmes.get(programmeId, 'queued', key);
  return row?.value.claim?.holder === deps.holder ? row : undefined;
}

function claimedUntil(deps: BackgroundDeps): string {
  return plusMilliseconds(deps.realClock.now(), deps.pace.claimSeconds * 1000);
}
