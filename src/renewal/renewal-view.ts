import type { Instant } from '../kernel/clock';
import { shownName } from '../member/reader';
import type { Reader } from '../domain/view';
import type { Programme } from '../domain/programme';
import type { Side } from '../domain/proposal';
import type { PairPeople } from '../pair/load-pair';
import type { Renewal } from '../domain/renewal';
import { canSwap, isAsking } from '../domain/renewal-rules';
import type { OfProgramme } from '../domain/view';

/** What now, for one of the two of a finished pair. */
export interface RenewalView extends OfProgramme {
  readonly card: 'renewal';
  /** chosen: may still be changed. closed: the reply date is over, whatever anybody said. */
  readonly state: 'open' | 'chosen' | 'closed';
  readonly pairId: string;
  readonly side: Side;
  readonly partnerName: string;
  readonly months: number;
  readonly canSwap: boolean;
  /** The reader's own choice. */
  readonly goOn: readonly ('again' | 'swap')[];
  readonly otherwise?: 'another' | 'enough';
  readonly replyBy: Instant;
  /** Until when the reader hears that the two go on, if they do. */
  readonly hearsBy: Instant;
}

declare module '../domain/view' {
  interface ViewByCard {
    renewal: RenewalView;
  }
}

/** The question for one side, with what this side chose and nothing of the other. */
export function renewalView(
  programme: Programme,
  it: PairPeople & { readonly side: Side },
  renewal: Renewal,
  reader: Reader,
  now: Instant,
): RenewalView {
  const partner = it.side === 'mentor' ? it.mentee.value : it.mentor.value;
  const mine = renewal.choices[it.side];
  return {
    card: 'renewal',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    state: !isAsking(renewal, now) ? 'closed' : mine === undefined ? 'open' : 'chosen',
    pairId: renewal.pairId,
    side: it.side,
    partnerName: shownName(partner.profile.name, reader.culture),
    months: programme.plan.months,
    canSwap: canSwap(it.mentor.value.profile),
    goOn: mine?.goOn ?? [],
    ...(mine === undefined ? {} : { otherwise: mine.otherwise }),
    replyBy: renewal.replyBy,
    hearsBy: renewal.hearsBy,
  };
}
