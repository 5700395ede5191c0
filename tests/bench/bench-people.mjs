/* People of an imaginary group by chance: offices in several zones, a tree of managers, subjects in families. */

const offices = [
  ['Lyon', 'FR', 'Europe/Paris'],
  ['Paris', 'FR', 'Europe/Paris'],
  ['Toulouse', 'FR', 'Europe/Paris'],
  ['London', 'GB', 'Europe/London'],
  ['Berlin', 'DE', 'Europe/Berlin'],
  ['Montréal', 'CA', 'America/Toronto'],
  ['Chicago', 'US', 'America/Chicago'],
  ['Pune', 'IN', 'Asia/Kolkata'],
  ['Tokyo', 'JP', 'Asia/Tokyo'],
];
const functions = ['Finance', 'IT', 'Sales', 'R&D', 'HR', 'Legal', 'Supply', 'Quality', 'Marketing', 'Production'];
const languages = [
  ['fr', 'en'],
  ['fr'],
  ['en', 'fr'],
  ['en'],
  ['de', 'en'],
  ['en', 'de'],
  ['ja', 'en'],
  ['fr', 'en', 'de'],
];
const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
const weeks = [
  days,
  days,
  days.slice(0, 4),
  days.slice(1),
  ['mon', 'tue', 'thu'],
  ['mon', 'wed', 'fri'],
  ['tue', 'thu'],
];
const ways = ['by-doing', 'by-talking', 'by-examples', 'step-by-step'];

/** `count` mentors and as many mentees, always the same for a seed. `topics` are ids of the catalogue. */
export function benchPeople(count, topics, seed = 1) {
  const next = chance(seed);
  const below = (most) => Math.floor(next() * most);
  const some = (list, least, most) => {
    const chosen = new Set();
    const size = least + below(most - least + 1);
    while (chosen.size < size) chosen.add(list[below(list.length)]);
    return [...chosen];
  };
  return Array.from({ length: 2 * count }, (_, index) => {
    const isMentor = index >= count;
    const [site, country, timeZone] = offices[below(offices.length)];
    const [morning, evening] = [7 + below(3), 15 + below(4)];
    return {
      id: `p${index}`,
      name: `Person ${index}`,
      role: isMentor ? 'mentor' : 'mentee',
      languages: languages[below(languages.length)],
      timeZone,
      country,
      site,
      function: functions[below(functions.length)],
      department: `D${below(40)}`,
      team: `T${below(12)}`,
      level: isMentor ? 1 + below(5) : 4 + below(7),
      ...(index === 0 ? {} : { managerId: `p${below(Math.max(1, Math.min(index, count) >> 2))}` }),
      expertise: isMentor ? some(topics, 1, 5).map((topic) => ({ topic, level: 1 + below(4) })) : [],
      goals: isMentor ? [] : some(topics, 1, 4).map((topic) => ({ topic, priority: 1 + below(3) })),
      availability: weeks[below(weeks.length)].map((day) => ({ day, from: `0${morning}:00`, to: `${evening}:00` })),
      capacity: 1,
      exclude: next() < 0.02 ? [`p${below(2 * count)}`] : [],
      guest: false,
      consentDiversity: false,
      ...(isMentor
        ? { teachingStyle: some(ways, 1, 2), pedagogy: 1 + below(4) }
        : { learningStyle: some(ways, 1, 2), openness: 1 + below(4) }),
    };
  });
}

/** Numbers from 0 to 1 (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
