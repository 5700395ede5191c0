import { createSecrets } from '../../../bot/secrets';
import { createSeededKeys } from '../../../bot/seeded-keys';
import { plusMilliseconds } from '../../../src/kernel/clock';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { afterClose, openedPoll, pollAnswer } from '../../helpers/needs-poll';

const polls = 150;
const people = Array.from({ length: 20 }, (_, index) => `P${String(index)}`);
/** Whoever guesses ten of twenty yeses at random is right about half; four points for chance, four standard errors of so many polls. */
const mostRight = 0.5 + 0.04;

interface SeenBallot {
  readonly key: string;
  readonly sealed: string;
  readonly written: number;
}

interface Played {
  /** Every ballot after every step. */
  readonly snapshots: readonly (readonly SeenBallot[])[];
  /** People in the order in which they pressed. */
  readonly pressed: readonly string[];
  readonly yes: ReadonlySet<string>;
  readonly ports: MemoryPorts;
}

/** Everybody answers in an order the attacker knows, ten of them yes; a night in between; the close. */
async function play(seed: number, secrets: Partial<MemoryPorts['secrets']> = {}): Promise<Played> {
  const ports = memoryPorts({ secrets: { ...createSecrets(createSeededKeys(seed)), ...secrets } });
  const stage = await openedPoll(people.length, ports);
  const pressed = shuffled(people, seed);
  const yes = new Set(shuffled(people, seed * 31 + 7).slice(0, 10));
  const snapshots = [look(ports)];
  for (const [index, person] of pressed.entries()) {
    stage.now = plusMilliseconds('2027-01-12T08:00:00.000Z', index * 1_800_000);
    await stage.press(
      person,
      pollAnswer({
        takePart: yes.has(person) ? 'yes' : 'no',
        ...(yes.has(person) ? { learn: 'generative-ai,podcasts' } : {}),
      }),
    );
    snapshots.push(look(ports));
  }
  await stage.advance('2027-01-14T06:00:00.000Z');
  snapshots.push(look(ports));
  stage.now = afterClose;
  await stage.work();
  return { snapshots, pressed, yes, ports };
}

function look(ports: MemoryPorts): readonly SeenBallot[] {
  return ports.answers
    .dump()
    .flatMap(({ kind, key, value, etag }) =>
      kind === 'ballot'
        ? [{ key, sealed: (value as { sealed: string }).sealed, written: Number(etag.slice('etag-'.length)) }]
        : [],
    );
}

function shuffled(items: readonly string[], seed: number): readonly string[] {
  const rank = createSeededKeys(seed * 7919 + 1);
  const ranks = new Map(items.map((item) => [item, rank()]));
  return items.toSorted((a, b) => (ranks.get(a)! < ranks.get(b)! ? -1 : 1));
}

/** Whose ballot changed at each press: this the attacker knows rightly, and it is all they know. */
function ballotOf({ snapshots, pressed }: Played): ReadonlyMap<string, SeenBallot> {
  const found = new Map<string, SeenBallot>();
  for (const [index, person] of pressed.entries()) {
    const before = new Set(snapshots[index]!.map(({ sealed }) => sealed));
    const changed = snapshots[index + 1]!.filter(({ sealed }) => !before.has(sealed));
    if (changed.length === 1) found.set(person, changed[0]!);
  }
  return found;
}

type Rank = (person: string, played: Played) => number | string;

/** Ways to rank people; the ten who come first are guessed to have said yes, and the ten who come last in the second try. */
const ranks: Readonly<Record<string, Rank>> = {
  'the order of the pseudonyms': (person, played) => ballotOf(played).get(person)?.key ?? '',
  'how the sealed text begins': (person, played) => ballotOf(played).get(person)?.sealed ?? '',
  'how long the sealed text is': (person, played) => ballotOf(played).get(person)?.sealed.length ?? 0,
  'the order of the writes after the night': (person, played) => {
    const key = ballotOf(played).get(person)?.key;
    return played.snapshots.at(-1)!.find((row) => row.key === key)?.written ?? 0;
  },
};

function shareRight(rank: Rank, played: Played): number {
  const ranked = people.toSorted((a, b) => (rank(a, played) < rank(b, played) ? -1 : 1));
  const guessed = new Set(ranked.slice(0, 10));
  return people.filter((person) => guessed.has(person) === played.yes.has(person)).length / people.length;
}

describe('Whoever has every table at every moment, the totals, and knows in which order people pressed', () => {
  let played: readonly Played[];

  beforeAll(async () => {
    const all: Played[] = [];
    for (let seed = 1; seed <= polls; seed++) all.push(await play(seed));
    played = all;
  }, 300_000);

  it.each(Object.keys(ranks))('is right about no more people than by chance, by "%s"', (name) => {
    const right = played.map((one) => shareRight(ranks[name]!, one));
    const mean = right.reduce((sum, share) => sum + share, 0) / right.length;
    expect(Math.max(mean, 1 - mean)).toBeLessThanOrEqual(mostRight);
  });

  it('would be right about everybody, by how the sealed text begins, if a ballot were not encrypted', async () => {
    const one = await play(1, {
      seal: (_key, text, label) => `${text}|${label}`,
      open: (_key, sealed, label) => sealed.slice(0, -label.length - 1),
    });
    expect(shareRight(ranks['how the sealed text begins']!, one)).toBe(1);
  });

  it('knows which ballot was pressed when, and finds no trace of it after the night', () => {
    for (const one of played.slice(0, 20)) {
      expect(ballotOf(one).size).toBeGreaterThanOrEqual(people.length - 1);
      const last = one.snapshots.at(-1)!;
      expect(last).toHaveLength(people.length);
      const byWrite = last.toSorted((a, b) => a.written - b.written).map(({ key }) => key);
      expect(byWrite).toEqual(byWrite.toSorted());
    }
  });

  it('sees ballots of one length, whether they are blank or say much', () => {
    const lengths = played.flatMap(({ snapshots }) => snapshots.flat().map(({ sealed }) => sealed.length));
    expect(new Set(lengths).size).toBe(1);
  });

  it('finds after the close neither a ballot nor the key, and nothing that opens a ballot kept from before', () => {
    const { ports, snapshots } = played[0]!;
    expect([look(ports), ports.keys.dump()]).toEqual([[], []]);
    const words = (['programmes', 'people', 'tenants', 'answers', 'keys'] as const)
      .flatMap((table) => ports[table].dump())
      .flatMap((row) => JSON.stringify(row).match(/[\w-]{16,}/gu) ?? []);
    const { key, sealed } = snapshots[5]![0]!;
    for (const word of new Set(words))
      expect(ports.secrets.open(word, sealed, `ballot|passages|needs-poll|1|${key}`)).toBeUndefined();
  });
});
