import type { Reader } from '../../../src/domain/view';
import { dummyReader } from '../../helpers/card-views';

/** One thing to be drawn for every reader, under a name that tells it from the others of its golden. */
export interface GoldenCase {
  readonly of: object;
  readonly draw: (reader: Reader) => object;
}

/** What a programme's culture may change in words; the base reader is said vous, directly, with first names. */
const settings = {
  tu: { address: 'tu' },
  indirect: { directness: 'indirect' },
  full: { names: 'full' },
} as const;
type Setting = keyof typeof settings;

const mixtures: readonly (readonly Setting[])[] = [
  [],
  ['tu'],
  ['indirect'],
  ['full'],
  ['tu', 'indirect'],
  ['tu', 'full'],
  ['indirect', 'full'],
  ['tu', 'indirect', 'full'],
];
const readers = (['fr', 'en'] as const).flatMap((language) =>
  mixtures.map((mixture) => ({
    name: [language, ...mixture].join(' '),
    reader: dummyReader({
      language,
      culture: Object.assign({}, ...mixture.map((setting) => settings[setting])) as Partial<Reader['culture']>,
    }),
  })),
);

type Words = Readonly<Record<string, string>>;
type Leaf = readonly [path: string, value: unknown];

/**
 * The golden of one card. Each case is drawn in full for the base reader in French; what the other readers read in place of its texts
 * is told once for the whole file, so that a sentence that changes is one line of the diff. Nothing is lost: a text without a line for
 * a reader is the one of their language's base reader, or what the single setting that changes it makes of it.
 */
export function printCardGolden(cases: readonly GoldenCase[]): string {
  const words = new Map<string, Words>();
  const shown = cases.map(({ of, draw }) => {
    const drawn = readers.map(({ reader }) => draw(reader));
    const leaves = drawn.map((one) => leavesOf(one));
    const elsewhere: Record<string, Words> = {};
    const others: Record<string, object> = {};
    readers.forEach(({ name }, index) => {
      if (shapeOf(leaves[index]!) !== shapeOf(leaves[0]!)) others[name] = drawn[index]!;
    });
    leaves[0]!.forEach(([path, text], place) => {
      if (typeof text !== 'string') return;
      const read = tellApart(leaves.map((all) => all[place]?.[1] as string));
      const known = words.get(text);
      if (known === undefined) words.set(text, read);
      else if (JSON.stringify(known) !== JSON.stringify(read)) elsewhere[path] = read;
    });
    return {
      of,
      ...(drawn[0] as Readonly<Record<string, unknown>>),
      ...(Object.keys(elsewhere).length === 0 ? {} : { elsewhere }),
      ...(Object.keys(others).length === 0 ? {} : { others }),
    };
  });
  const varying = [...words.values()].filter((read) => Object.keys(read).length > 1);
  return `${print({ cases: shown, words: varying })}\n`;
}

/** The texts of one place of a card by reader; who reads what was to be expected is left out. */
function tellApart(texts: readonly string[]): Words {
  const told: Record<string, string> = {};
  readers.forEach(({ name }, index) => {
    const [language = '', ...mixture] = name.split(' ');
    const base = texts[readers.findIndex((one) => one.name === language)]!;
    const alone = mixture.map((setting) => texts[readers.findIndex((one) => one.name === `${language} ${setting}`)]!);
    const changing = alone.filter((text) => text !== base);
    const expected = index === 0 ? undefined : mixture.length === 0 ? texts[0] : expectedOf(mixture, base, changing);
    if (texts[index] !== expected) told[name] = texts[index]!;
  });
  return told;
}

function expectedOf(mixture: readonly string[], base: string, changing: readonly string[]): string | undefined {
  if (mixture.length === 1 || changing.length === 0) return base;
  return changing.length === 1 ? changing[0] : undefined;
}

function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const entries = Object.entries(value);
  return entries.length === 0
    ? [[path, value]]
    : entries.flatMap(([name, inner]) => leavesOf(inner, path === '' ? name : `${path}.${name}`));
}

/** All of a card but its texts. */
function shapeOf(leaves: readonly Leaf[]): string {
  return JSON.stringify(leaves.map(([path, value]) => [path, typeof value === 'string' ? '' : value]));
}

const widest = 140;

/** JSON with every value that fits on one line. */
function print(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (line.length + indent.length <= widest || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((item) => `${inner}${print(item, inner)}`)
    : Object.entries(value).map(([name, item]) => `${inner}${JSON.stringify(name)}: ${print(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open!}\n${parts.join(',\n')}\n${indent}${close!}`;
}
