/*
 * A pair's score as application code usually works it out: two objects, their lists, and what depends on one person alone
 * (the week as windows in UTC, words without case and accents, the chain of managers) prepared once per person.
 * The same points and the same rules as the product's, so that both can be compared edge by edge.
 */

/** Makes `score(mentor, mentee)` over prepared people; undefined where a rule forbids the pair. */
export function plainScorer(product, { people, policy, reportingLines }) {
  const { foldText } = product('src/kernel/fold-text');
  const { weekMasks } = product('src/pairing/scoring/compare-hours');
  const { topicFamily, isOwnTopic } = product('src/catalogues/topics');
  const exactQuality = [0, 55, 75, 90, 100];
  const relatedQuality = [0, 20, 30, 35, 40];
  const someone = (name) => people.some((person) => person[name] !== undefined);
  const stated = {
    teaching: someone('teachingStyle') && someone('learningStyle'),
    pedagogy: someone('pedagogy'),
    openness: someone('openness'),
  };
  const points = (weight, part, whole) => Math.floor((2 * weight * part + whole) / (2 * whole));
  const prepared = new Map(
    people.map((person) => {
      const masks = weekMasks(person);
      const windows = [0, 1].map((week) => windowsOf(masks.free, week));
      const above = new Set();
      for (let id = reportingLines.get(person.id); id !== undefined && !above.has(id); id = reportingLines.get(id))
        above.add(id);
      return [
        person.id,
        {
          ...person,
          windows,
          above,
          manager: reportingLines.get(person.id),
          functionWords: foldText(person.function ?? ''),
          siteWords: foldText(person.site ?? ''),
          countryWords: foldText(person.country ?? ''),
          teamWords: person.team === undefined ? '' : foldText(`${person.department ?? ''} ${person.team}`),
          wanted: person.goals.map((goal) => ({
            ...goal,
            family: isOwnTopic(goal.topic) ? undefined : topicFamily(goal.topic),
          })),
          shared: person.expertise.map((one) => ({
            ...one,
            family: isOwnTopic(one.topic) ? undefined : topicFamily(one.topic),
          })),
        },
      ];
    }),
  );

  function score(mentor, mentee) {
    if (mentor.id === mentee.id || mentor.capacity === 0 || mentee.capacity === 0) return undefined;
    if (mentor.above.has(mentee.id) || mentee.above.has(mentor.id)) return undefined;
    if (mentor.manager !== undefined && mentor.manager === mentee.manager) return undefined;
    if (mentor.appraisedBy?.includes(mentee.id) || mentee.appraisedBy?.includes(mentor.id)) return undefined;
    if (mentor.exclude.includes(mentee.id) || mentee.exclude.includes(mentor.id)) return undefined;
    if (!policy.allowSameTeam && mentor.teamWords !== '' && mentor.teamWords === mentee.teamWords) return undefined;
    if (!policy.allowGuests && (mentor.guest || mentee.guest)) return undefined;
    if (mentor.level !== undefined && mentee.level !== undefined && mentee.level - mentor.level < policy.minLevelsAbove)
      return undefined;
    const common = mentor.languages.filter((language) => mentee.languages.includes(language));
    if (common.length === 0) return undefined;
    const minutes = Math.min(
      ...[0, 1].map((week) => {
        const lengths = mentor.windows[week].flatMap((one) =>
          mentee.windows[week].map((other) => Math.min(one.to, other.to) - Math.max(one.from, other.from)),
        );
        const common = lengths.filter((length) => length > 0);
        return common.some((length) => length >= 60) ? common.reduce((sum, length) => sum + length, 0) : 0;
      }),
    );
    if (minutes < policy.minCommonHours * 60) return undefined;
    const { weights } = policy;
    const firsts = common.map(
      (language) => Number(mentor.languages[0] === language) + Number(mentee.languages[0] === language),
    );
    const comfort = [3, 6, 10][Math.max(...firsts)];
    let met = 0;
    for (const goal of mentee.wanted) {
      let best = 0;
      for (const one of mentor.shared) {
        if (one.topic === goal.topic) best = Math.max(best, exactQuality[one.level]);
        else if (one.family !== undefined && one.family === goal.family)
          best = Math.max(best, relatedQuality[one.level]);
      }
      met += goal.priority * best;
    }
    const most =
      Math.min(
        mentee.wanted.reduce((sum, goal) => sum + goal.priority, 0),
        4,
      ) * 100;
    let total = most === 0 ? 0 : points(weights.topics, Math.min(met, most), most);
    if (stated.teaching) {
      const open = !mentor.teachingStyle?.length || !mentee.learningStyle?.length;
      const meets = !open && mentor.teachingStyle.some((way) => mentee.learningStyle.includes(way));
      total += points(weights.teaching, open ? 1 : meets ? 2 : 0, 2);
    }
    if (stated.pedagogy) total += points(weights.pedagogy, mentor.pedagogy ?? 2, 4);
    if (stated.openness) total += points(weights.openness, mentee.openness ?? 2, 4);
    total += points(weights.availability, Math.min(minutes, 600), 600);
    total += points(weights.language, comfort, 10);
    const apart = (one, other) => one !== '' && other !== '' && one !== other;
    if (apart(mentor.functionWords, mentee.functionWords)) total += weights.otherFunction;
    if (apart(mentor.siteWords, mentee.siteWords)) total += weights.otherSite;
    if (apart(mentor.countryWords, mentee.countryWords)) total += weights.otherCountry;
    return total < policy.minScore ? undefined : total;
  }
  return { prepared, score };
}

/** The free windows of one of the two weeks, in minutes since its Monday in UTC. */
function windowsOf(mask, week) {
  const words = mask.length / 2;
  const slots = 7 * 24 * 4;
  const isFree = (slot) => ((mask[week * words + (slot >>> 5)] >>> (slot & 31)) & 1) === 1;
  const windows = [];
  for (let slot = 0; slot < slots; slot++) {
    if (!isFree(slot)) continue;
    const from = slot;
    while (slot < slots && isFree(slot)) slot++;
    windows.push({ from: from * 15, to: slot * 15 });
  }
  return windows;
}
