import type { Progress } from '../board/count-progress';
import { isNoFew, isTold, tellsOfNoFew } from '../privacy/small-groups';
import type { ProgressPage, WholeProgress } from './progress-api-contract';
import { tellsOfAllPairs, withoutAsked } from './sponsor-page';

/**
 * What the sponsor reads of it: no count of people, pairs or sessions under five, and of pairs and sessions none from which one under five follows, beside
 * the running and the finished pairs, which their page tells. From which function to which one learns is a cut, which is not theirs.
 */
export function progressForSponsor(page: WholeProgress, progress: Progress): ProgressPage {
  const { pairs, paired, across, topics } = progress;
  const { invited, enrolled, over, rounds } = page;
  const all = pairs.active + pairs.finished + pairs.ended;
  const tellsAll = tellsOfAllPairs(pairs);
  const tells = (part: number): boolean => tellsOfNoFew(part, all) && (tellsAll || part < all);
  const placeOf = (name: 'function' | 'site') => {
    const { joining, of } = across[name];
    return tellsAll && tells(of) && tellsOfNoFew(joining, of) ? { [name]: { joining, of } } : {};
  };
  return {
    ...(isTold(enrolled) ? { enrolled } : {}),
    ...(tellsOfNoFew(enrolled, invited) ? { invited } : {}),
    ...(tellsAll && tellsOfNoFew(paired, enrolled) ? { paired } : {}),
    ...timeFor(page, progress, tells),
    topics: topics.flatMap((topic) => (tells(topic.pairs) ? [{ topic: topic.topic, pairs: topic.pairs }] : [])),
    ways: [],
    across: { ...placeOf('function'), ...placeOf('site') },
    ...(over !== undefined && tellsOfNoFew(over.finished, over.of) ? { over } : {}),
    rounds: tellsAll ? rounds : rounds.map(withoutAsked),
  };
}

/**
 * Months are told all together or not at all: the sum of held sessions is told beside them, so that one left out would follow. The sum of one month is that
 * month.
 */
function timeFor(
  { months, hours }: WholeProgress,
  { pairs }: Progress,
  tells: (part: number) => boolean,
): Pick<ProgressPage, 'months' | 'hours'> {
  const begun = months.filter(({ planned }) => planned > 0);
  if (begun.length === 0) return { months: [], hours };
  const planned = [pairs.active + pairs.finished, ...begun.map((month) => month.planned)];
  const tellsMonths =
    begun.every((month) => tells(month.planned) && tellsOfNoFew(month.held, month.planned)) &&
    // Pairs that ended between two months follow from what was planned in each.
    planned.every((one) => planned.every((other) => isNoFew(Math.abs(one - other))));
  const tellsHours = tellsMonths || (begun.length > 1 && tellsOfNoFew(hours.held, hours.planned));
  return { months: tellsMonths ? months : [], ...(tellsHours ? { hours } : {}) };
}
