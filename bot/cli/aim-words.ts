import { pairingText } from '../../src/pairing/text/pairing-text';
import type { PairingAim } from '../../src/domain/pairing-contract';
import type { AimResult } from '../../src/domain/pairing';
import type { Bilingual } from '../../src/domain/programme-contract';
import { byLanguage, type Language } from '../../src/language/languages';

/** What became of an aim, by its place in the policy: whether it is met, what it costs, and what keeps it from being met. */
export function aimWords(result: AimResult, kind: PairingAim['kind'], index: number, language: Language): string {
  const { met, reached, asked, whole = 1, cost, costAtMost, fights, refused } = result;
  const number = index + 1;
  if (refused !== undefined) return pairingText(language, `aim.refused.${refused}`, { number });
  const outcome = pairingText(language, kind === 'mixed' ? 'aim.expected' : 'aim.outcome', {
    number,
    met: met ? 'yes' : 'no',
    reached: reached / whole,
    asked: asked / whole,
    bound: kind === 'at-most' ? 'most' : 'least',
  });
  const price =
    costAtMost === undefined || costAtMost === cost
      ? pairingText(language, 'aim.cost', { points: cost })
      : pairingText(language, 'aim.cost-at-most', { least: cost, points: costAtMost });
  return [outcome, price, ...(fights === undefined ? [] : [fightWords(fights, language)])].join(' ');
}

function fightWords(fights: readonly number[], language: Language): string {
  if (fights.length === 0) return pairingText(language, 'aim.alone');
  const others = new Intl.ListFormat(language).format(fights.map((other) => String(other + 1)));
  return pairingText(language, 'aim.fights', { count: fights.length, others });
}

/** That nobody is in the department of a limit, as the command prints it. */
export function emptyDepartmentWords(
  aims: readonly PairingAim[],
  index: number,
): { readonly aim: number; readonly reason: 'nobody-in-department'; readonly message: Bilingual } {
  const aim = aims[index];
  const { side, department } = aim?.kind === 'at-most' ? aim : { side: '', department: '' };
  const message = byLanguage((language) =>
    pairingText(language, 'aim.nobody', { number: index + 1, side, department }),
  );
  return { aim: index, reason: 'nobody-in-department', message };
}
