import { topicName } from '../participant/topics';
import { shownName } from '../messaging/reader';
import type { CardView, Reader } from '../messaging/view';
import type { Programme } from '../programme/model';
import type { Participant } from '../participant/model';
import type { Pair, ScorePart, Side } from './model';

/** Introduces the partner once both have said yes. */
export function introductionView(
  programme: Programme,
  pair: Pair,
  side: Side,
  partner: Participant,
  parts: readonly ScorePart[],
  reader: Reader,
): CardView {
  const { profile } = partner;
  return {
    card: 'introduction',
    programmeId: programme.id,
    programmeName: programme.plan.name[reader.language],
    side,
    partnerName: shownName(profile.name, { ...reader.culture, names: 'full' }),
    ...(profile.email === undefined ? {} : { partnerEmail: profile.email }),
    ...(profile.function === undefined ? {} : { partnerFunction: profile.function }),
    ...(profile.site === undefined ? {} : { partnerSite: profile.site }),
    partnerTimeZone: profile.timeZone,
    topics: pair.topics.map((topic) => topicName(topic, reader.language)),
    reasons: parts.filter((part) => part.points > 0).map((part) => part.reason[reader.language]),
    months: pair.months,
  };
}
