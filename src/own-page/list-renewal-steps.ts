import type { Instant } from '../kernel/clock';
import type { Side } from '../domain/proposal';
import type { PairPeople } from '../pair/load-pair';
import type { Renewal } from '../domain/renewal';
import { canSwap, isAsking } from '../domain/renewal-rules';
import type { StepOf } from './step-contract';

/** What comes after a finished pair, while it may be answered or changed. */
export function listRenewalSteps(
  it: PairPeople & { readonly side: Side; readonly renewal?: Renewal },
  { programmeId, partnerName }: { readonly programmeId: string; readonly partnerName: string },
  now: Instant,
): readonly StepOf<'renewal'>[] {
  const { renewal, side } = it;
  if (renewal === undefined || !isAsking(renewal, now)) return [];
  const mine = renewal.choices[side];
  return [
    {
      step: 'renewal',
      pairId: renewal.pairId,
      partnerName,
      side,
      replyBy: renewal.replyBy,
      hearsBy: renewal.hearsBy,
      canSwap: canSwap(it.mentor.value.profile),
      answered: mine !== undefined,
      goOn: [...(mine?.goOn ?? [])],
      ...(mine === undefined ? {} : { otherwise: mine.otherwise }),
      actions: [{ verb: 'renewal/choose', programmeId, pairId: renewal.pairId, goOn: '', otherwise: '' }],
    },
  ];
}
