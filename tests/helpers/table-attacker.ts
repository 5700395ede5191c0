/** A row as somebody sees it who may read the tables: its words, and when the store says it was written last. */
export interface SeenRow {
  readonly table: string;
  readonly partition: string;
  readonly kind: string;
  readonly key: string;
  readonly text: string;
  /** Order of the writes, finer than any clock of a store. */
  readonly written: number;
}

/** What the attacker has: every row at every moment, and who pressed in which order, up to the hour. */
export interface Loot {
  readonly snapshots: readonly (readonly SeenRow[])[];
  /** People in the order in which they pressed last. */
  readonly pressed: readonly string[];
}

/** A guess: whose the row of this key is. */
export type Guess = ReadonlyMap<string, string>;
type Attack = (loot: Loot) => Guess;

/** Everything that somebody would try who has the tables at any moment and not the secret. Each answers for every sealed sheet at the end. */
export const attacks: Readonly<Record<string, Attack>> = {
  'the order of the presses is that of the writes': (loot) => pair(loot.pressed, byWritten(sealedAtEnd(loot))),
  'or the other way round': (loot) => pair(loot.pressed.toReversed(), byWritten(sealedAtEnd(loot))),
  'who waited under which pseudonym keeps their place among the pseudonyms': (loot) =>
    pair(ranked(waitedAs(loot)), byKey(sealedAtEnd(loot))),
  'the order in which statuses were written is that of the sheets': (loot) =>
    pair(peopleByStatus(loot), byWritten(sealedAtEnd(loot))),
  'the order of the edits of cards is that of the sheets': (loot) => pair(peopleByEdit(loot), byKey(sealedAtEnd(loot))),
  'a sheet looks like the one that waited': (loot) => matchLooks(waitedAs(loot), sealedAtEnd(loot)),
  'a sheet of one edition stands where it stood in the one before': (loot) => {
    const [first = []] = editions(loot);
    const before = matchLooks(waitedAs(loot), first);
    const people = byKey(first).map(({ key }) => before.get(key) ?? '');
    return pair(people, byKey(sealedAtEnd(loot)));
  },
  'what was changed at night is what the people of that day changed': (loot) => {
    const [first = [], last = first] = editions(loot);
    const texts = new Set(first.map(({ text }) => text));
    const fresh = byKey(last).filter(({ text }) => !texts.has(text));
    return pair(loot.pressed.toReversed(), fresh);
  },
};

function sealedAtEnd({ snapshots }: Loot): readonly SeenRow[] {
  return (snapshots.at(-1) ?? []).filter(({ kind }) => kind === 'sheet');
}

/** The sheets of each edition, as whole as they were ever seen. */
function editions({ snapshots }: Loot): readonly (readonly SeenRow[])[] {
  const found = new Map<string, readonly SeenRow[]>();
  for (const rows of snapshots)
    for (const partition of new Set(rows.filter(({ kind }) => kind === 'sheet').map((row) => row.partition))) {
      const theirs = rows.filter((row) => row.kind === 'sheet' && row.partition === partition);
      if (theirs.length >= (found.get(partition)?.length ?? 0)) found.set(partition, theirs);
    }
  return [...found.values()];
}

/** By the moment of each press: who waited under which pseudonym, which nobody can hide. */
export function waitedAs({ snapshots, pressed }: Loot): ReadonlyMap<string, SeenRow> {
  const last = new Map<string, SeenRow>();
  for (const row of snapshots.flat()) if (row.kind === 'waiting-sheet') last.set(row.key, row);
  const rows = [...last.values()].toSorted((a, b) => a.written - b.written);
  return new Map(pressed.flatMap((person, index) => (rows[index] === undefined ? [] : [[person, rows[index]]])));
}

function peopleByStatus({ snapshots, pressed }: Loot): readonly string[] {
  const rows = (snapshots.at(-1) ?? [])
    .filter(({ kind }) => kind === 'status')
    .toSorted((a, b) => a.written - b.written);
  return rows.flatMap(({ key }) => pressed.filter((person) => key.endsWith(`|${person}`)));
}

function peopleByEdit({ snapshots, pressed }: Loot): readonly string[] {
  const seen = new Map(snapshots.flat().flatMap((row) => (row.kind === 'card-edit' ? [[row.key, row] as const] : [])));
  const rows = [...seen.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return [...new Set(rows.flatMap(({ text }) => pressed.filter((person) => text.includes(`"${person}"`))))];
}

function ranked(waited: ReadonlyMap<string, SeenRow>): readonly string[] {
  return [...waited].toSorted(([, a], [, b]) => (a.key < b.key ? -1 : 1)).map(([person]) => person);
}

/** For each person the sheet that has most in common with theirs, each sheet once. */
function matchLooks(waited: ReadonlyMap<string, SeenRow>, sheets: readonly SeenRow[]): Guess {
  const left = new Set(sheets);
  const guess = new Map<string, string>();
  for (const [person, row] of waited) {
    const [best] = [...left].toSorted((a, b) => likeness(b, row) - likeness(a, row));
    if (best === undefined) break;
    left.delete(best);
    guess.set(best.key, person);
  }
  return guess;
}

function likeness(one: SeenRow, other: SeenRow): number {
  if (one.text === other.text || one.key === other.key) return 1_000_000;
  let common = 0;
  while (common < 64 && one.text[common] === other.text[common]) common++;
  return common - Math.abs(one.text.length - other.text.length);
}

function pair(people: readonly string[], rows: readonly SeenRow[]): Guess {
  return new Map(rows.flatMap((row, index) => (people[index] === undefined ? [] : [[row.key, people[index]]])));
}

function byWritten(rows: readonly SeenRow[]): readonly SeenRow[] {
  return rows.toSorted((a, b) => a.written - b.written);
}

function byKey(rows: readonly SeenRow[]): readonly SeenRow[] {
  return rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
