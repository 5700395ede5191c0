/**
 * Azure refuses `/ \ # ?` and control characters in keys, and stores compare other characters in ways of their own.
 * Here each UTF-16 unit becomes one word of a prefix-free code over plain ASCII whose words sort as the units do:
 * digits, letters and a few marks stand for themselves, and each gap between them has a leader of its own.
 */
const leaders = [
  { first: 0x00, last: 0x2c, leader: '!', digits: 2 },
  { first: 0x3b, last: 0x40, leader: '@', digits: 2 },
  { first: 0x5b, last: 0x5e, leader: '^', digits: 2 },
  { first: 0x7e, last: 0xffff, leader: '~', digits: 4 },
] as const;

const escaped = /[^-0-9:A-Z_`a-z{|}]/g;
const word = /\.d|\.s|[!@^][0-9a-f]{2}|~[0-9a-f]{4}|[-0-9:A-Z_`a-z{|}]/gy;

function encodeUnit(unit: string): string {
  if (unit === '.') return '.d';
  if (unit === '/') return '.s';
  const code = unit.charCodeAt(0);
  const gap = leaders.find(({ first, last }) => code >= first && code <= last);
  if (gap === undefined) throw new Error(`No code word for unit ${String(code)}`);
  return gap.leader + code.toString(16).padStart(gap.digits, '0');
}

function decodeWord(text: string): string {
  if (text === '.d') return '.';
  if (text === '.s') return '/';
  return text.length === 1 ? text : String.fromCharCode(Number.parseInt(text.slice(1), 16));
}

/** The text as a key that Azure accepts; `encodeKey(a) < encodeKey(b)` exactly where `a < b`. */
export function encodeKey(text: string): string {
  return text.replace(escaped, encodeUnit);
}

/** The text that `encodeKey` was given, or undefined where the key was not written by it. */
export function decodeKey(encoded: string): string | undefined {
  const words = encoded.match(word) ?? [];
  return words.join('') === encoded ? words.map(decodeWord).join('') : undefined;
}
