import { readAll } from '../../../src/kernel/read-all';
import type { LedgerEntry } from '../../../src/domain/message';
import type { ProgrammeStore } from '../../../src/domain/rows';

/** One message as the ledger tells of it, in programme time, without what is drawn anew for each programme: ids of messages and drafts. */
export type LedgerLine = Pick<LedgerEntry, 'at' | 'createdAt' | 'kind' | 'recipient' | 'state' | 'reason' | 'tries'> & {
  readonly subject: Omit<LedgerEntry['subject'], 'draftId'>;
};

/** Every message of the programme that came to its end, by moment; those of one moment by what they are, not by the order of their ids. */
export async function listLedger(store: ProgrammeStore, programmeId: string): Promise<readonly LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for await (const { value } of readAll(store, programmeId, 'ledger')) lines.push(lineOf(value));
  return lines
    .map((line) => ({ line, text: JSON.stringify(line) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ line }) => line);
}

/** The moment comes first, so that lines sort by it. */
function lineOf(entry: LedgerEntry): LedgerLine {
  const { at, createdAt, kind, recipient, state, reason, tries } = entry;
  const { draftId: _draftId, ...subject } = entry.subject;
  return { at, kind, recipient, subject, state, reason, createdAt, tries };
}
