import { createSecrets } from '../../../bot/secrets';
import { createSeededKeys } from '../../../bot/seeded-keys';
import { plusMilliseconds } from '../../../src/kernel/clock';
import { statusKey } from '../../../src/domain/survey';
import { ownerOf } from '../../../src/survey/pseudonym';
import { knownSurveyKey } from '../../../src/survey/read-survey-key';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import type { MemoryRow } from '../../helpers/memory-store';
import { openSheets } from '../../helpers/open-sheets';
import { castOf, put, type Stage } from '../../helpers/stage';
import { attacks, waitedAs, type Guess, type Loot, type SeenRow } from '../../helpers/table-attacker';

const now = '2027-01-11T09:00:00.000Z';
const nights = ['2027-01-12T02:00:00.000Z', '2027-01-13T02:00:00.000Z'];
const people = Array.from({ length: 10 }, (_, index) => `P${String(index)}`);
const programmes = 200;
/** Of a guess at random: one of n, and two points. */
const mostRight = 1 / people.length + 0.02;

const answer = (confidence: number) =>
  ({
    verb: 'survey/answer',
    programmeId: 'passages',
    surveyRound: 'baseline',
    answers: { confidence: String(confidence) },
  }) as const;

interface Played {
  readonly loot: Loot;
  readonly ports: MemoryPorts;
  /** Pseudonym of a sealed sheet → whose it is, which the key alone tells. */
  readonly truth: ReadonlyMap<string, string>;
}

/** Everybody answers in some order; the night seals; most change their answers; the next night seals again. Looked at after every step. */
async function play(seed: number): Promise<Played> {
  const ports = memoryPorts({ secrets: createSecrets(createSeededKeys(seed)) });
  const stage = await castOf(ports, { now, planned: true, participants: people.map((id) => aParticipant({ id })) });
  for (const participantId of people) {
    const status = { surveyRound: 'baseline', participantId, state: 'asked', on: '2027-01-11' } as const;
    await put(ports, 'passages', 'status', statusKey('baseline', participantId), status);
  }
  const snapshots: SeenRow[][] = [look(ports)];
  const day = async (order: readonly string[], at: string, night: string, say: (person: string) => number) => {
    for (const [index, person] of order.entries()) {
      stage.now = plusMilliseconds(at, index * 3_600_000);
      await stage.press(person, answer(say(person)));
      snapshots.push(look(ports));
    }
    stage.now = night;
    await stage.work();
    snapshots.push(look(ports));
  };
  const pressed = shuffled(people, seed);
  await day(pressed, now, nights[0]!, (person) => 1 + (Number(person.slice(1)) % 4));
  await day(pressed.slice(0, 7), plusMilliseconds(now, 86_400_000), nights[1]!, () => 5);
  return { loot: { snapshots, pressed }, ports, truth: await truthOf(stage, ports) };
}

function look(ports: MemoryPorts): SeenRow[] {
  return (['programmes', 'people', 'tenants', 'answers', 'keys'] as const).flatMap((table) =>
    ports[table].dump().map((row) => seen(table, row)),
  );
}

function seen(table: string, { partition, kind, key, value, etag }: MemoryRow): SeenRow {
  return { table, partition, kind, key, text: JSON.stringify(value), written: Number(etag.slice('etag-'.length)) };
}

async function truthOf(stage: Stage, ports: MemoryPorts): Promise<ReadonlyMap<string, string>> {
  const key = (await knownSurveyKey(ports, stage.programmeId))!;
  const names = new Map(people.map((id) => [ownerOf(ports, key, id, undefined).person, id]));
  const sheets = (await openSheets(ports)).filter(({ kind }) => kind === 'sheet');
  return new Map(sheets.map((sheet) => [sheet.key, names.get(sheet.content.owner.person) ?? '']));
}

function shuffled(items: readonly string[], seed: number): readonly string[] {
  const rank = createSeededKeys(seed * 7919 + 1);
  const ranks = new Map(items.map((item) => [item, rank()]));
  return items.toSorted((a, b) => (ranks.get(a)! < ranks.get(b)! ? -1 : 1));
}

function shareRight(guess: Guess, truth: ReadonlyMap<string, string>): number {
  return [...truth].filter(([key, person]) => guess.get(key) === person).length / people.length;
}

describe('Whoever has every table at every moment, and knows in which order people pressed', () => {
  let played: readonly Played[];

  beforeAll(async () => {
    const all: Played[] = [];
    for (let seed = 1; seed <= programmes; seed++) all.push(await play(seed));
    played = all;
  }, 300_000);

  it.each(Object.keys(attacks))('is right about no more sheets than by chance: "%s"', (name) => {
    expect(played.every(({ truth }) => truth.size === people.length)).toBe(true);
    const right = played.map(({ loot, truth }) => shareRight(attacks[name]!(loot), truth));
    const mean = right.reduce((sum, share) => sum + share, 0) / right.length;
    expect(mean).toBeLessThanOrEqual(mostRight);
  });

  it('would be right about every one of them if sheets kept their pseudonym, their words or the order of the presses', () => {
    const { loot } = played[0]!;
    const waited = [...waitedAs(loot)];
    const careless = (change: (row: SeenRow, index: number) => Partial<SeenRow>): Loot => ({
      ...loot,
      snapshots: [
        ...loot.snapshots,
        waited.map(([, row], index) => ({
          ...row,
          kind: 'sheet',
          partition: 'careless',
          key: `k${String(9 - index)}`,
          text: `t${String(index)}`,
          ...change(row, index),
        })),
      ],
    });
    const truth = (row: SeenRow[]) => new Map(row.map(({ key }, index) => [key, waited[index]![0]]));
    for (const [name, change] of [
      ['the order of the presses is that of the writes', (_row: SeenRow, index: number) => ({ written: 1000 + index })],
      ['a sheet looks like the one that waited', ({ text }: SeenRow) => ({ text })],
      ['a sheet looks like the one that waited', ({ key }: SeenRow) => ({ key })],
    ] as const) {
      const planted = careless(change);
      expect(shareRight(attacks[name]!(planted), truth(planted.snapshots.at(-1) as SeenRow[]))).toBe(1);
    }
  });

  it('opens no sheet with anything that lies in a table', () => {
    const { loot, ports } = played[0]!;
    const rows = loot.snapshots.at(-1)!;
    const words = rows.flatMap(({ key, text, partition }) => [
      key,
      partition,
      text,
      ...(text.match(/[\w-]{20,}/gu) ?? []),
    ]);
    const sheets = rows.filter(({ kind }) => kind === 'sheet');
    const labels = sheets.map(({ partition, key }) => `sheet|${partition}|${key}`);
    for (const [index, sheet] of sheets.slice(0, 2).entries()) {
      const { sealed } = JSON.parse(sheet.text) as { sealed: string };
      for (const word of new Set(words)) expect(ports.secrets.open(word, sealed, labels[index]!)).toBeUndefined();
    }
  });

  it('finds rows of one length for all who waited, and one length for all that is sealed', () => {
    for (const { loot } of played.slice(0, 20))
      for (const kind of ['waiting-sheet', 'sheet'])
        expect(
          new Set(
            loot.snapshots
              .flat()
              .filter((row) => row.kind === kind)
              .map(({ text }) => text.length),
          ).size,
        ).toBe(1);
  });

  it('sees that a status changes only in a night, with four others at least', () => {
    for (const { loot } of played.slice(0, 20)) {
      const told = (rows: readonly SeenRow[]) =>
        rows.filter(({ kind, text }) => kind === 'status' && !text.includes('"asked"')).map(({ key }) => key);
      for (const [index, rows] of loot.snapshots.entries()) {
        const before = new Set(told(loot.snapshots[index - 1] ?? []));
        const since = told(rows).filter((key) => !before.has(key));
        expect(since.length === 0 || since.length >= 5).toBe(true);
      }
    }
  });
});

describe('Whoever has every table at every moment, and knows who took their comment away, and when', () => {
  const round = 'midpoint';
  const writers = Array.from({ length: 14 }, (_, index) => `P${String(index)}`);
  const deleting = 2;

  /** All write a comment; the round is frozen and its comments are kept; two of them delete theirs, a night apart. */
  async function playDeletions(seed: number) {
    const ports = memoryPorts({ secrets: createSecrets(createSeededKeys(seed)) });
    const stage = await castOf(ports, { now, planned: true, participants: writers.map((id) => aParticipant({ id })) });
    const { opensAt, closesAt } = (await ports.programmes.get('passages', 'survey-round', round))!.value;
    for (const participantId of writers) {
      const status = { surveyRound: round, participantId, state: 'asked', on: '2027-01-11' } as const;
      await put(ports, 'passages', 'status', statusKey(round, participantId), status);
    }
    const of = { programmeId: 'passages', surveyRound: round } as const;
    stage.now = opensAt;
    await stage.work();
    for (const person of shuffled(writers, seed))
      await stage.press(person, { verb: 'survey/answer', ...of, answers: { comment: `Words of ${person}` }, asIs: 1 });
    for (const days of [0, 1, 2]) {
      stage.now = plusMilliseconds(closesAt, days * 86_400_000);
      await stage.work();
    }
    const pressed = shuffled(writers, seed * 31).slice(0, deleting);
    const snapshots: SeenRow[][] = [look(ports)];
    for (const person of pressed) {
      await stage.press(person, { verb: 'survey/delete-comment', ...of });
      snapshots.push(look(ports));
      stage.now = plusMilliseconds(stage.now, 86_400_000);
      await stage.work();
      snapshots.push(look(ports));
    }
    const key = (await knownSurveyKey(ports, 'passages'))!;
    const names = new Map(writers.map((id) => [ownerOf(ports, key, id, undefined).person, id]));
    const sheets = (await openSheets(ports)).filter(({ kind }) => kind === 'sheet');
    const truth = new Map(sheets.map((sheet) => [sheet.key, names.get(sheet.content.owner.person) ?? '']));
    return { loot: { snapshots, pressed }, truth, sheets };
  }

  it('is right about whose sheet lost its words no more often than by chance, however they guess', async () => {
    const right = new Map<string, number>();
    const turns = 60;
    for (let seed = 1; seed <= turns; seed++) {
      const { loot, truth } = await playDeletions(seed);
      expect(truth.size).toBe(writers.length);
      for (const [name, attack] of Object.entries(attacks)) {
        const guess = attack(loot);
        const hits = [...truth].filter(([key, person]) => loot.pressed.includes(person) && guess.get(key) === person);
        right.set(name, (right.get(name) ?? 0) + hits.length / deleting / turns);
      }
    }
    // Each guess is one of fourteen; of sixty times two, chance alone is right in less than a fifth.
    for (const share of right.values()) expect(share).toBeLessThanOrEqual(0.2);
  }, 300_000);

  it('sees rows of one length, all of them new, and no more and no fewer than before', async () => {
    const { loot, sheets } = await playDeletions(7);
    expect(sheets.filter(({ content }) => content.sheet?.comment === undefined)).toHaveLength(deleting);
    const rowsOf = (rows: readonly SeenRow[], kind: string) => rows.filter((row) => row.kind === kind);
    const [before, , after] = loot.snapshots;
    for (const kind of ['sheet', 'comments']) {
      const [were, are] = [rowsOf(before!, kind), rowsOf(after!, kind)];
      expect(are).toHaveLength(were.length);
      expect(new Set([...were, ...are].map(({ text }) => text.length)).size).toBe(1);
      expect(are.filter(({ text }) => were.some((row) => row.text === text))).toEqual([]);
    }
    expect(rowsOf(before!, 'status')).toEqual(rowsOf(after!, 'status'));
    expect(rowsOf(before!, 'figures')).toEqual(rowsOf(after!, 'figures'));
  });
});
