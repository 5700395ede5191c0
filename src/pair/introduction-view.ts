import type { Instant } from '../kernel/clock';
import { topicName } from '../catalogues/topics';
import { shownName } from '../member/reader';
import type { Reader } from '../domain/view';
import type { Programme } from '../domain/programme';
import type { Participant } from '../domain/participant';
import type { Pair, ScorePart, Side } from '../domain/proposal';
import type { OfProgramme } from '../domain/view';
import type { CharterState } from './read-charter';

export interface IntroductionView extends OfProgramme {
  readonly card: 'introduction';
  readonly pairId: string;
  readonly side: Side;
  readonly partnerName: string;
  readonly partnerEmail?: string;
  readonly partnerFunction?: string;
  readonly partnerSite?: string;
  readonly partnerTimeZone: string;
  readonly topics: readonly string[];
  readonly reasons: readonly string[];
  readonly months: number;
  /** The two were a pair before. */
  readonly goesOn?: 'again' | 'swap';
  /** Where its months begin later. */
  readonly beginsAt?: Instant;
  readonly charter: CharterState;
}

declare module '../domain/view' {
  interface ViewByCard {
    introduction: IntroductionView;
  }
}

/** Introduces the partner once both have said yes, or says that the two go on. */
export function introductionView(
  programme: Programme,
  pair: Pair,
  side: Side,
  partner: Participant,
  parts: readonly ScorePart[],
  charter: CharterState,
  reader: Reader,
  now: Instant,
): IntroductionView {
  const { profile } = partner;
  return {
    card: 'introduction',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    pairId: pair.id,
    side,
    partnerName: shownName(profile.name, { ...reader.culture, names: 'full' }),
    ...(profile.email === undefined ? {} : { partnerEmail: profile.email }),
    ...(profile.function === undefined ? {} : { partnerFunction: profile.function }),
    ...(profile.site === undefined ? {} : { partnerSite: profile.site }),
    partnerTimeZone: profile.timeZone,
    topics: pair.topics.map((topic) => topicName(topic, reader.language)),
    reasons: reasonsOf(pair, parts).map(({ reason }) => reason[reader.language]),
    months: pair.months,
    ...(pair.renews === undefined ? {} : { goesOn: pair.renews.swapped ? 'swap' : 'again' }),
    ...(pair.renews === undefined || pair.startedAt <= now ? {} : { beginsAt: pair.startedAt }),
    charter,
  };
}

/** Whoever goes on knows why; what brought the two together was of their first months. */
function reasonsOf(pair: Pair, parts: readonly ScorePart[]): readonly ScorePart[] {
  return pair.renews === undefined ? parts.filter(({ points }) => points > 0) : [];
}
