/*
 * An export of a large company by chance, as a CSV: `node people-csv.mjs 8000 12000 > people.csv`. People are of kinds, as they are in real ones: sites with
 * their usual hours and languages, departments with their teams and managers, a few dozen words for what people know and seek.
 */
import { fileURLToPath } from 'node:url';
import { chance } from './score-matrices.mjs';

const sites = [
  ['Paris', 'FR', 'Europe/Paris', ['fr;en', 'fr', 'fr;en']],
  ['Lyon', 'FR', 'Europe/Paris', ['fr;en', 'fr']],
  ['Toulouse', 'FR', 'Europe/Paris', ['fr;en', 'fr', 'fr;es']],
  ['London', 'GB', 'Europe/London', ['en', 'en;fr']],
  ['Munich', 'DE', 'Europe/Berlin', ['de;en', 'de;en', 'en;de']],
  ['Madrid', 'ES', 'Europe/Madrid', ['es;en', 'es']],
  ['Montréal', 'CA', 'America/Toronto', ['fr;en', 'en;fr']],
  ['Chicago', 'US', 'America/Chicago', ['en']],
  ['Pune', 'IN', 'Asia/Kolkata', ['en']],
  ['Tokyo', 'JP', 'Asia/Tokyo', ['ja;en', 'ja;en', 'en;ja']],
];
const departments = [
  'Finance',
  'IT',
  'Sales',
  'Research',
  'Human Resources',
  'Legal',
  'Supply',
  'Quality',
  'Marketing',
  'Production',
  'Purchasing',
  'Communication',
];
const words = [
  'generative AI',
  'ChatGPT',
  'Power BI',
  'Excel',
  'cybersecurity',
  'social media',
  'TikTok',
  'video games',
  'sustainability',
  'carbon footprint',
  'responsible consumption',
  'Python',
  'automation',
  'Teams',
  'podcasts',
  'cryptocurrencies',
  'mobile payments',
  'inclusion',
  'mental health',
  'remote work',
  'leadership',
  'public speaking',
  'career',
  'data visualisation',
  'second-hand fashion',
  'electric mobility',
  'street art',
  'music',
  'start-ups',
  'agile methods',
];
const hours = [
  '',
  '',
  'mon 09:00-12:00;tue 09:00-12:00;thu 14:00-17:00',
  'tue 10:00-12:00;wed 14:00-18:00;fri 09:00-12:00',
  'mon 08:00-12:00;wed 08:00-12:00;fri 08:00-12:00',
  'mon 13:00-18:00;tue 13:00-18:00;wed 13:00-18:00;thu 13:00-18:00',
];
const firstNames = ['Noor', 'Ida', 'Tomas', 'Élise', 'Ravi', 'Yuki', 'Jürgen', 'Marta', 'Olu', 'Chloé', 'Sam', 'Inès'];
const lastNames = ['Abara', 'Keller', 'Ruiz', 'Vasseur', 'Patel', 'Tanaka', 'Weiß', 'García', 'Okafor', 'Moreau'];

/** The file with a line of headers; always the same for a seed. */
export function peopleCsv(mentors, mentees, seed = 1) {
  const below = chance(seed);
  const pick = (list) => list[below(list.length)];
  const some = (most, mark) =>
    [...new Set(Array.from({ length: 1 + below(most) }, () => pick(words)))]
      .map((word) => `${word}:${1 + below(mark)}`)
      .join(';');
  const count = mentors + mentees;
  const lines = Array.from({ length: count }, (_, index) => {
    const isMentor = index >= mentees;
    const [site, country, zone, languages] = pick(sites);
    const department = pick(departments);
    return [
      `E${String(10_000 + index)}`,
      `${pick(firstNames)} ${pick(lastNames)} ${String(index)}`,
      isMentor ? 'mentor' : 'mentee',
      pick(languages),
      zone,
      country,
      site,
      department,
      `${department} ${site}`,
      `Team ${1 + below(8)}`,
      isMentor ? 1 + below(4) : 5 + below(6),
      index === 0 ? '' : `E${String(10_000 + below(Math.max(1, index >> 3)))}`,
      isMentor ? some(4, 4) : '',
      isMentor ? '' : some(3, 3),
      pick(hours),
      below(50) === 0 ? `E${String(10_000 + below(count))}` : '',
    ];
  });
  const header =
    'Employee ID,Full name,Role,Languages,Time zone,Country,Site,Function,Department,Team,Level,Manager ID,Expertise,Goals,Availability,Do not pair with';
  return `${[header, ...lines.map((cells) => cells.join(','))].join('\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(peopleCsv(Number(process.argv[2]), Number(process.argv[3])));
