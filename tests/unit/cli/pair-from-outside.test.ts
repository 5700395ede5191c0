import { json, run } from './command-runner';
import { chanceOf, organisation, writeFile, type Somebody } from './outside-chart';
import { mostPairs, rulesAgainst, type Rule } from './outside-rules';
import { bySize } from '../../helpers/size';

interface PrintedPair {
  readonly mentor: string;
  readonly mentee: string;
  readonly score: number;
  readonly parts: readonly {
    readonly part: string;
    readonly points: number;
    readonly reason: Record<'fr' | 'en', string>;
  }[];
}

const sizes = bySize({
  small: { organisations: 50, rewritten: 15, small: 8 },
  full: { organisations: 200, rewritten: 60, small: 25 },
});
const seeds = Array.from({ length: sizes.organisations }, (_, index) => index + 1);
const draftOf = async (file: string, words: readonly string[] = []): Promise<any> => {
  const result = await run(['pair', '--people', 'p.csv', ...words, '--json'], { 'p.csv': file });
  // Every row is taken, no rule that protects people is lost, and nothing is said but the doubts of the document.
  expect(result.err).not.toMatch(/not taken|cannot be kept/u);
  const draft = json(result);
  // Each doubt is a line under its heading; columns that are not used share one.
  const lines = result.err.split('\n').filter((line) => line.startsWith('  '));
  const doubts = (draft.doubts ?? []).filter(({ reason }: any) => reason !== 'column-not-read');
  expect(lines).toEqual(doubts.map(({ message }: any) => expect.stringContaining(message.en)));
  return draft;
};
/** Whether a side of somebody's has more people than the other one has places. */
const hasSurplus = (people: readonly Somebody[], { role }: Somebody): boolean => {
  const side = (other: string): readonly Somebody[] => people.filter((one) => one.role !== other && one.capacity > 0);
  const places = (some: readonly Somebody[]): number => some.reduce((sum, { capacity }) => sum + capacity, 0);
  const [mentors, mentees] = [side('mentee'), side('mentor')];
  return (
    (role !== 'mentee' && mentors.length > places(mentees)) || (role !== 'mentor' && mentees.length > places(mentors))
  );
};
const chartOf = (seed: number): readonly Somebody[] => {
  const chance = chanceOf(seed);
  const roles = seed % 2 === 0 ? (['mentor', 'mentee'] as const) : (['mentor', 'mentee', 'both'] as const);
  return organisation(chance, 4 + Math.floor(chance() * 14), roles);
};

describe(`pairs of ${String(seeds.length)} organisations that the product did not make, from files it did not write`, () => {
  const drafts = new Map<number, any>();
  beforeAll(async () => {
    for (const seed of seeds) drafts.set(seed, await draftOf(writeFile(chartOf(seed), chanceOf(seed * 7919))));
  }, 120_000);
  const eachDraft = (look: (people: readonly Somebody[], draft: any, seed: number) => void): void => {
    for (const [seed, draft] of drafts) look(chartOf(seed), draft, seed);
  };
  const find = (people: readonly Somebody[], id: string): Somebody => people.find((one) => one.id === id) as Somebody;

  it('hold no forbidden pair, by rules read and written a second time', () => {
    let pairs = 0;
    eachDraft((people, draft, seed) => {
      for (const { mentor, mentee } of draft.pairs as PrintedPair[]) {
        pairs++;
        const [one, other] = [find(people, mentor), find(people, mentee)];
        expect([seed, mentor, mentee, rulesAgainst(people, one, other)]).toEqual([seed, mentor, mentee, []]);
        expect(one.role).not.toBe('mentee');
        expect(other.role).not.toBe('mentor');
      }
    });
    expect(pairs).toBeGreaterThan(seeds.length);
  });

  it('keep to everybody’s places in each role, and put nobody together twice', () => {
    eachDraft((people, draft) => {
      const couples = (draft.pairs as PrintedPair[]).map(({ mentor, mentee }) => [mentor, mentee].sort().join(' '));
      expect(new Set(couples).size).toBe(couples.length);
      for (const person of people)
        for (const side of ['mentor', 'mentee'] as const)
          expect((draft.pairs as PrintedPair[]).filter((pair) => pair[side] === person.id).length).toBeLessThanOrEqual(
            person.capacity,
          );
    });
  });

  it('are as many as there can be', () => {
    eachDraft((people, draft, seed) => {
      if (people.every(({ role }) => role !== 'both'))
        expect([seed, draft.pairs.length]).toEqual([seed, mostPairs(people)]);
    });
  });

  it('have parts that add up to the score and scores that add up to the total, proved the best', () => {
    eachDraft((_people, { pairs, total, upperBound, optimal }) => {
      for (const { parts, score } of pairs as PrintedPair[])
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect((pairs as PrintedPair[]).reduce((sum, { score }) => sum + score, 0)).toBe(total);
      if (optimal) expect(upperBound).toBe(total);
      expect(upperBound).toBeGreaterThanOrEqual(total);
    });
  });

  it('say why in both languages, without a name, an exclusion, words of somebody’s own or what is missing in the text', () => {
    eachDraft((people, { pairs, unpaired }) => {
      const names = people.map(({ name }) => name);
      const reasons = [
        ...(pairs as PrintedPair[]).flatMap(({ parts }) => parts.map(({ reason }) => reason)),
        ...unpaired.flatMap((left: any) => left.reasons.map(({ reason }: any) => reason)),
      ];
      for (const { fr, en } of reasons) {
        expect(fr).toMatch(/^[\p{Lu}\d].*\.$/u);
        expect(en).toMatch(/^[\p{Lu}\d].*\.$/u);
        expect(fr).not.toBe(en);
        for (const text of [fr, en]) {
          expect(names.some((name) => text.includes(name))).toBe(false);
          expect(text).not.toMatch(/[{}$]|undefined|NaN|exclu|jardins|gender|genre|âge\b|\bage\b/iu);
        }
      }
    });
  });

  it('leave over everybody else once, each with reasons that hold', () => {
    const told: Record<string, Rule> = {
      'reporting-line': 'reporting-line',
      'same-manager': 'same-manager',
      appraisal: 'appraisal',
      guest: 'guest',
      level: 'level',
      language: 'language',
      hours: 'hours',
      full: 'capacity',
    };
    eachDraft((people, draft, seed) => {
      const placed = new Set((draft.pairs as PrintedPair[]).flatMap(({ mentor, mentee }) => [mentor, mentee]));
      const left = people.filter(({ id }) => !placed.has(id)).map(({ id }) => id);
      expect(draft.unpaired.map(({ person }: any) => person).sort()).toEqual([...left].sort());
      for (const { person: id, role, reasons } of draft.unpaired) {
        const person = find(people, id);
        const codes: string[] = reasons.map(({ code }: any) => code);
        expect(role).toBe(person.role);
        expect(codes.length).toBeGreaterThan(0);
        const against = people.flatMap((other) => [
          ...(person.role !== 'mentee' && other.role !== 'mentor' ? [rulesAgainst(people, person, other)] : []),
          ...(person.role !== 'mentor' && other.role !== 'mentee' ? [rulesAgainst(people, other, person)] : []),
        ]);
        const others = against.filter((rules) => !rules.includes('same-person'));
        if (person.capacity === 0) expect(codes).toEqual(['capacity']);
        else if (others.length === 0) expect(codes).toEqual(['nobody']);
        else
          for (const code of codes) {
            const rule = told[code];
            if (code === 'surplus') expect([seed, id, hasSurplus(people, person)]).toEqual([seed, id, true]);
            else if (rule !== undefined)
              expect([seed, id, code, others.some((rules) => rules.includes(rule))]).toEqual([seed, id, code, true]);
            else {
              expect(code).toBe('none');
              expect(others.some((rules) => rules.every((one) => one === 'excluded'))).toBe(true);
            }
          }
      }
    });
  });

  it('are the same, hash and all, however the same organisation is written: order of rows and columns, spellings, separators', async () => {
    for (const seed of seeds.slice(0, sizes.rewritten)) {
      // Doubts name the rows and headers of a file, which are other ones.
      const { milliseconds: _time, doubts: _doubts, ...draft } = drafts.get(seed);
      const {
        milliseconds: _otherTime,
        doubts: _otherDoubts,
        ...other
      } = await draftOf(writeFile(chartOf(seed), chanceOf(seed * 104729)));
      expect(other).toEqual(draft);
    }
  });
});

it('the total is the greatest there is, by the scores that the command prints for two people alone', async () => {
  const silent = { capacity: 0, exclude: [], appraisedBy: [], shares: ['ChatGPT'], wants: ['ChatGPT'] };
  for (const seed of seeds.slice(0, sizes.small)) {
    const people = organisation(chanceOf(seed * 31), 10, ['mentor', 'mentee']);
    // Two who take no place say what somebody must have said for subjects to count at all.
    const speakers = people.slice(0, 2).map((one, index): Somebody => ({
      ...one,
      ...silent,
      id: `S${index}`,
      name: `Speaker ${index}`,
      email: `s${index}@acme.example`,
      role: index === 0 ? 'mentor' : 'mentee',
    }));
    const worth = new Map<string, number>();
    for (const mentor of people.filter(({ role }) => role === 'mentor'))
      for (const mentee of people.filter(({ role }) => role === 'mentee')) {
        if (rulesAgainst(people, mentor, mentee).length > 0) continue;
        const alone = [mentor, mentee, ...speakers].map((one) => ({ ...one, exclude: [], appraisedBy: [] }));
        const { pairs } = await draftOf(writeFile(alone, chanceOf(seed)));
        worth.set(`${mentor.id} ${mentee.id}`, pairs[0].score);
      }
    const draft = await draftOf(writeFile([...people, ...speakers], chanceOf(seed)));
    expect([seed, draft.pairs.length, draft.total]).toEqual([seed, ...greatest(people, worth)]);
  }
}, 120_000);

/** The most pairs and the greatest total with so many: every mentor's every choice, by what is left of the mentees' places. */
function greatest(people: readonly Somebody[], worth: ReadonlyMap<string, number>): readonly [number, number] {
  const mentors = people.filter(({ role }) => role === 'mentor');
  const mentees = people.filter(({ role }) => role === 'mentee');
  const known = new Map<string, readonly [number, number]>();
  const best = (mentor: number, from: number, taken: number, places: readonly number[]): readonly [number, number] => {
    const who = mentors[mentor];
    if (who === undefined) return [0, 0];
    const key = `${mentor} ${from} ${taken} ${places.join(' ')}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    let found = best(mentor + 1, 0, 0, places);
    for (let at = from; taken < who.capacity && at < mentees.length; at++) {
      const score = worth.get(`${who.id} ${mentees[at]?.id ?? ''}`);
      if (score === undefined || places[at] === 0) continue;
      const rest = best(
        mentor,
        at + 1,
        taken + 1,
        places.map((left, index) => (index === at ? left - 1 : left)),
      );
      const here = [rest[0] + 1, rest[1] + score] as const;
      if (here[0] > found[0] || (here[0] === found[0] && here[1] > found[1])) found = here;
    }
    known.set(key, found);
    return found;
  };
  return best(
    0,
    0,
    0,
    mentees.map(({ capacity }) => capacity),
  );
}
