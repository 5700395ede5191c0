import type { LedgerState } from '../domain/message';
import type { Ports } from '../domain/ports';
import type { Language } from '../language/languages';
import { isListed, kindWords, listedKinds, type DeclaredMessages } from './message-words';
import type { MessageTotals } from './messaging-api-contract';

/** Of what waits, so many messages are looked at; where more wait, the number is told as a least one. */
const mostLookedAt = 500;

const states: readonly LedgerState[] = ['sent', 'failed', 'blocked', 'ambiguous', 'dead', 'cancelled', 'skipped'];

/**
 * How many of the messages that HR reads one by one ended how, as the fold has counted them, how many wait, and which kinds there are to
 * ask for. A point read and a range.
 */
export async function countMessages(
  ports: Ports<'programmes'>,
  declared: DeclaredMessages,
  programmeId: string,
  language: Language,
): Promise<MessageTotals> {
  const [head, queue] = await Promise.all([
    ports.programmes.get(programmeId, 'board', 'head'),
    ports.programmes.range(programmeId, 'queued', { limit: mostLookedAt }),
  ]);
  return {
    waiting: queue.rows.filter(({ value }) => isListed(declared, value.kind)).length,
    moreWait: queue.next !== undefined,
    ended: states.map((state) => ({ state, count: Math.max(0, head?.value.counts[`messages.${state}`] ?? 0) })),
    kinds: listedKinds(declared)
      .map((kind) => ({ kind, words: kindWords(declared, kind, language) ?? kind }))
      .sort((one, other) => one.words.localeCompare(other.words, language)),
  };
}
