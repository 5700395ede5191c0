import { unknownWords } from '../../src/pairing/scoring/evaluate-pair';
import { unknownRules } from '../../src/domain/pairing';
import { pairingText } from '../../src/pairing/text/pairing-text';
import type { PairingAim } from '../../src/domain/pairing-contract';
import type { PairDraft } from '../../src/domain/pairing';
import type { Language } from '../../src/language/languages';
import { aimWords } from './aim-words';
import type { CommandIo } from './command-io';

/** Prints pairs with their reasons, who is left over with theirs, what became of each aim, and the sum of it all. */
export function printDraft(
  io: CommandIo,
  draft: PairDraft,
  aims: readonly PairingAim[],
  names: ReadonlyMap<string, string>,
  language: Language,
): void {
  // Written in one go: a line of its own for each of tens of thousands takes as long as choosing the pairs.
  const lines: string[] = [];
  const name = (id: string): string => `${names.get(id) ?? id} (${id})`;
  for (const pair of draft.pairs) {
    lines.push(`${name(pair.mentorId)} → ${name(pair.menteeId)}: ${pair.score}\n`);
    for (const part of pair.parts) lines.push(`  ${String(part.points).padStart(4)}  ${part.reason[language]}\n`);
    for (const rule of pair.unknown ?? []) lines.push(`     ?  ${unknownWords(rule)[language]}\n`);
  }
  for (const left of draft.unpaired) {
    lines.push(`${name(left.participantId)}\n`);
    for (const reason of left.reasons) lines.push(`        ${reason[language]}\n`);
  }
  for (const [index, { kind }] of aims.entries()) {
    const result = draft.aims[index];
    if (result !== undefined) lines.push(`${aimWords(result, kind, index, language)}\n`);
  }
  const surplus = draft.unpaired.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'surplus'));
  for (const words of new Set(surplus.map((reason) => reason[language]))) lines.push(`${words}\n`);
  for (const rule of unknownRules) {
    const count = draft.pairs.filter(({ unknown }) => unknown?.includes(rule)).length;
    if (count > 0) lines.push(`${pairingText(language, `summary-unknown.${rule}`, { count })}\n`);
  }
  const { pairs, unpaired, total, upperBound, optimal } = draft;
  const sum = { pairs: pairs.length, total, bound: upperBound, optimal: optimal ? 'yes' : 'no', left: unpaired.length };
  lines.push(`${pairingText(language, 'summary', sum)}\n`);
  io.out(lines.join(''));
}
