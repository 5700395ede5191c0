import { foldText } from '../kernel/fold-text';
import type { PersonProfile } from '../domain/participant';
import type { PairingAim } from '../domain/pairing-contract';
import { isInDepartment } from '../pairing/aims/match-department';
import type { AimCount, DraftHead } from '../domain/draft';
import { emptyChoices } from '../domain/draft-rules';

type Two = Pick<PersonProfile, 'function' | 'site' | 'country' | 'department'>;
/** A mentor and a mentee by what aims look at. */
export type TwoPeople = readonly [mentor: Two, mentee: Two];

/**
 * What each aim of a draft counts before and after a change by hand, in their order: the pairs it takes apart less, those it makes more.
 * `null` for an aim on gender or age band, which is told of whole drafts only, and where nothing was counted before.
 */
export function countHandAims(
  head: DraftHead,
  removed: readonly TwoPeople[],
  added: readonly TwoPeople[],
  pairsAfter: number,
): readonly ({ readonly before: AimCount; readonly after: AimCount } | null)[] {
  const { aims } = (head.choices ?? emptyChoices).policy;
  return aims.map((aim, index) => {
    if (aim.kind === 'mixed') return null;
    const before = head.handAims?.[index] ?? head.aims?.[index];
    if (before === undefined) return null;
    const counted = (pairs: readonly TwoPeople[]): number => pairs.filter((two) => countsIn(aim, two)).length;
    const reached = Math.max(0, before.reached - counted(removed) + counted(added));
    const asked = aim.kind === 'across' ? Math.ceil((aim.percent * pairsAfter) / 100) : aim.pairs;
    return {
      before: { met: before.met, reached: before.reached, asked: before.asked },
      after: { met: aim.kind === 'across' ? reached >= asked : reached <= asked, reached, asked },
    };
  });
}

/** Whether an aim counts a pair of these two; what is not known of them differs from nothing and is in no department. */
export function countsIn(aim: Exclude<PairingAim, { kind: 'mixed' }>, [mentor, mentee]: TwoPeople): boolean {
  if (aim.kind === 'at-most') return isInDepartment(aim.side === 'mentor' ? mentor : mentee, aim.department);
  const [one, other] = [foldText(mentor[aim.by] ?? ''), foldText(mentee[aim.by] ?? '')];
  return one !== '' && other !== '' && one !== other;
}
