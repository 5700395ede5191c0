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
  const name = (id: string): string => `${names.get(id) ?? id} (${id})`;
  for (const pair of draft.pairs) {
    io.out(`${name(pair.mentorId)} → ${name(pair.menteeId)}: ${pair.score}\n`);
    for (const part of pair.parts) io.out(`  ${String(part.points).padStart(4)}  ${part.reason[language]}\n`);
    for (const rule of pair.unknown ?? []) io.out(`     ?  ${unknownWords(rule)[language]}\n`);
  }
  for (const left of draft.unpaired) {
    io.out(`${name(left.participantId)}\n`);
    for (const reason of left.reasons) io.out(`        ${reason[language]}\n`);
  }
  for (const [index, { kind }] of aims.entries()) {
    const result = draft.aims[index];
    if (result !== undefined) io.out(`${aimWords(result, kind, index, language)}\n`);
  }
  const surplus = draft.unpaired.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'surplus'));
  for (const words of new Set(surplus.map((reason) => reason[language]))) io.out(`${words}\n`);
  for (const rule of unknownRules) {
    const count = draft.pairs.filter(({ unknown }) => unknown?.includes(rule)).length;
    if (count > 0) io.out(`${pairingText(language, `summary-unknown.${rule}`, { count })}\n`);
  }
  const { pairs, unpaired, total, upperBound, optimal } = draft;
  const sum = { pairs: pairs.length, total, bound: upperBound, optimal: optimal ? 'yes' : 'no', left: unpaired.length };
  io.out(`${pairingText(language, 'summary', sum)}\n`);
}
