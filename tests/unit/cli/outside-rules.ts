import type { Somebody } from './outside-chart';

/** The rules that forbid a pair, read from their words once more and written without a look at the product. */
export type Rule =
  | 'same-person'
  | 'capacity'
  | 'reporting-line'
  | 'same-manager'
  | 'appraisal'
  | 'guest'
  | 'level'
  | 'language'
  | 'hours'
  | 'excluded';

/** Every rule that forbids the pair under the default policy. */
export function rulesAgainst(people: readonly Somebody[], mentor: Somebody, mentee: Somebody): readonly Rule[] {
  const broken: Rule[] = [];
  if (mentor.id === mentee.id) broken.push('same-person');
  if (mentor.capacity === 0 || mentee.capacity === 0) broken.push('capacity');
  if (above(people, mentor).has(mentee.id) || above(people, mentee).has(mentor.id)) broken.push('reporting-line');
  if (mentor.manager !== undefined && mentor.manager === mentee.manager) broken.push('same-manager');
  if (mentor.appraisedBy.includes(mentee.id) || mentee.appraisedBy.includes(mentor.id)) broken.push('appraisal');
  if (mentor.guest || mentee.guest) broken.push('guest');
  if (mentor.level !== undefined && mentee.level !== undefined && mentee.level <= mentor.level) broken.push('level');
  if (!mentor.languages.some((code) => mentee.languages.includes(code))) broken.push('language');
  // Hours that somebody has not said forbid nothing.
  const areSaid = mentor.hours.length > 0 && mentee.hours.length > 0;
  if (areSaid && !meetsForAnHour(mentor, mentee)) broken.push('hours');
  if (mentor.exclude.includes(mentee.id) || mentee.exclude.includes(mentor.id)) broken.push('excluded');
  return broken;
}

function above(people: readonly Somebody[], person: Somebody): ReadonlySet<string> {
  const seen = new Set<string>();
  let next = person.manager;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const at = next;
    next = people.find(({ id }) => id === at)?.manager;
  }
  return seen;
}

const minutesPerWeek = 7 * 24 * 60;

/** Whether both have one whole hour together, in a week of winter and in one of summer, counted minute by minute in UTC. */
function meetsForAnHour(one: Somebody, other: Somebody): boolean {
  return ['2027-01-13T12:00Z', '2027-07-14T12:00Z'].every((noon) => {
    const [mine, theirs] = [freeMinutes(one, noon), freeMinutes(other, noon)];
    let together = 0;
    for (let minute = 0; minute < minutesPerWeek + 60; minute++) {
      const at = minute % minutesPerWeek;
      together = mine[at] === 1 && theirs[at] === 1 ? together + 1 : 0;
      if (together === 60) return true;
    }
    return false;
  });
}

function freeMinutes(person: Somebody, noon: string): Uint8Array {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: person.zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date(noon))
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/u.exec(shown ?? '') ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const free = new Uint8Array(minutesPerWeek);
  for (const { day, from, to } of person.hours)
    for (let minute = from * 60; minute < to * 60; minute++)
      free[(day * 24 * 60 + minute - offset + minutesPerWeek) % minutesPerWeek] = 1;
  return free;
}

/** The most pairs there can be, by one more path at a time (Berge). */
export function mostPairs(people: readonly Somebody[]): number {
  const mentors = people.filter(({ role }) => role === 'mentor');
  const mentees = people.filter(({ role }) => role === 'mentee');
  const chosen = new Map(mentees.map((mentee) => [mentee.id, [] as Somebody[]]));
  const place = (mentor: Somebody, tried: Set<string>): boolean => {
    for (const mentee of mentees) {
      const those = chosen.get(mentee.id) as Somebody[];
      if (tried.has(mentee.id) || those.includes(mentor) || rulesAgainst(people, mentor, mentee).length > 0) continue;
      tried.add(mentee.id);
      if (those.length < mentee.capacity) return those.push(mentor) > 0;
      for (const [index, displaced] of those.entries()) {
        those[index] = mentor;
        if (place(displaced, tried)) return true;
        those[index] = displaced;
      }
    }
    return false;
  };
  let pairs = 0;
  for (const mentor of mentors)
    for (let turn = 0; turn < mentor.capacity; turn++) if (place(mentor, new Set())) pairs++;
  return pairs;
}
