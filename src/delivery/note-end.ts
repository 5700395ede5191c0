import {
  listedKeys,
  recipientKey,
  type LedgerEntry,
  type LedgerState,
  type ListedMessage,
  type PersonalRecipient,
} from '../domain/message';
import type { Ports, Saving } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { MessageListing } from '../member/declare-message';

/** Of one person, so many messages are kept to be sent again; older ones are of no use by then. */
const mostKept = 20;

/** States in which a message did not reach whom it was for, or may not have. */
const notReached: ReadonlySet<LedgerState> = new Set(['failed', 'blocked', 'ambiguous', 'dead']);

/** Why a message was cancelled or skipped, where that follows from no private answer; with any other reason it is not listed. */
const openReasons: ReadonlySet<string> = new Set([
  'programme-gone',
  'programme-closed',
  'programme-paused',
  'too-late',
  'channel-missing',
  'recipient-gone',
  'recipient-left',
]);

/**
 * Adds to a transaction that ends a message what HR may read of it, and no more: `listing` is what its kind declares, undefined where this
 * release does not know the kind. One point read for what reached nobody and is not listed one by one.
 */
export async function noteEnd(
  ports: Ports<Saving>,
  unit: UnitOfWork,
  entry: LedgerEntry,
  listing: MessageListing | undefined,
): Promise<void> {
  const what = `message-${entry.state}`;
  switch (listing?.hrSees) {
    case 'rows': {
      if (!isListed(entry)) break;
      for (const key of listedKeys(entry)) unit.insert('listed', key, listedMessage(entry));
      unit.recordChange(what, { counts: { [`messages.${entry.state}`]: 1 } });
      return;
    }
    case 'counts': {
      if (notReached.has(entry.state) && entry.recipient.to !== 'channel')
        await addUnreached(ports, unit, entry, entry.recipient);
      if (entry.state !== 'sent') break;
      unit.recordChange(what, { sentOf: listing.as ?? entry.kind });
      return;
    }
    case 'nothing':
    case undefined:
      break;
  }
  unit.recordChange(what);
}

function isListed({ state, reason }: LedgerEntry): boolean {
  return (state !== 'cancelled' && state !== 'skipped') || openReasons.has(reason);
}

function listedMessage(entry: LedgerEntry): ListedMessage {
  const { conversationId: _conversation, activityId: _activity, ...listed } = entry;
  return listed;
}

async function addUnreached(
  ports: Ports<Saving>,
  unit: UnitOfWork,
  { id, state, reason, at }: LedgerEntry,
  recipient: PersonalRecipient,
): Promise<void> {
  const key = recipientKey(recipient);
  const known = await ports.programmes.get(unit.programmeId, 'unreached', key);
  const messageIds = [id, ...(known?.value.messageIds ?? []).filter((other) => other !== id)].slice(0, mostKept);
  const value = { recipient, state, reason, at, messageIds };
  if (known === undefined) unit.insert('unreached', key, value);
  else unit.replace('unreached', known, value);
}
