import type { ProgrammePlan } from '../domain/programme-contract';

export type Format = ProgrammePlan['format'];

/** Of which kind a question about a topic is: what one asks at the beginning is not what one asks at the end. */
export type Asks = 'start' | 'try' | 'look' | 'decide' | 'keep' | 'last';

/** Parts of every agenda, in their order. `junior` is the mentor's own question and the same in every session. */
export const agendaParts = ['open', 'first', 'second', 'junior', 'close'] as const;
export type AgendaPart = (typeof agendaParts)[number];

/** Minutes that every agenda keeps for the mentor's own question. */
export const juniorMinutes = 10;

interface WrittenSession {
  readonly asks: Asks;
  /** Minutes of each part but the mentor's own question. */
  readonly minutes: { readonly [Part in Exclude<AgendaPart, 'junior'>]: number };
  /** Part in which the two celebrate what they have done, and part in which they commit to what comes next: in the last session alone. */
  readonly celebrates?: AgendaPart;
  readonly commits?: AgendaPart;
}

/** Each session that is written for pairs: minutes here, words in `text/` under `hour.<name>`. */
export const writtenSessions = {
  meet: session('start', 10, 15, 15, 10),
  show: session('try', 5, 15, 20, 10),
  watch: session('look', 5, 25, 15, 5),
  view: session('decide', 10, 20, 15, 5),
  habit: session('keep', 10, 15, 15, 10),
  thank: { ...session('last', 10, 15, 10, 15), celebrates: 'first', commits: 'close' },
  choose: session('start', 10, 15, 15, 10),
  listen: session('look', 5, 20, 15, 10),
  draft: session('try', 5, 20, 20, 5),
  make: session('try', 5, 20, 20, 5),
  try: session('decide', 5, 20, 15, 10),
  finish: session('keep', 10, 15, 15, 10),
  demo: { ...session('last', 5, 20, 10, 15), celebrates: 'second', commits: 'close' },
  agree: session('start', 15, 10, 15, 10),
  speech: session('look', 5, 15, 20, 10),
  work: session('try', 5, 15, 20, 10),
  both: session('look', 5, 20, 20, 5),
  text: session('keep', 10, 15, 15, 10),
  hard: session('decide', 5, 20, 20, 5),
  promise: { ...session('last', 10, 15, 10, 15), celebrates: 'first', commits: 'close' },
} as const satisfies Readonly<Record<string, WrittenSession>>;

export type SessionName = keyof typeof writtenSessions;

function session(asks: Asks, open: number, first: number, second: number, close: number): WrittenSession {
  return { asks, minutes: { open, first, second, close } };
}

/** The sessions of a plan by how many months it has. Fewer months leave out what can be left out; beginning and end are always there. */
const plans: Readonly<Record<Format, Readonly<Record<number, readonly SessionName[]>>>> = {
  informal: {
    3: ['meet', 'show', 'thank'],
    4: ['meet', 'show', 'habit', 'thank'],
    5: ['meet', 'show', 'watch', 'habit', 'thank'],
    6: ['meet', 'show', 'watch', 'view', 'habit', 'thank'],
  },
  // One session in the middle has to make, show and mend; with two each has its own.
  'shared-project': {
    3: ['choose', 'make', 'demo'],
    4: ['choose', 'draft', 'try', 'demo'],
    5: ['choose', 'listen', 'draft', 'try', 'demo'],
    6: ['choose', 'listen', 'draft', 'try', 'finish', 'demo'],
  },
  'cross-feedback': {
    3: ['agree', 'both', 'promise'],
    4: ['agree', 'speech', 'work', 'promise'],
    5: ['agree', 'speech', 'work', 'text', 'promise'],
    6: ['agree', 'speech', 'work', 'text', 'hard', 'promise'],
  },
};

/** The sessions written for a format and a number of months, 3 to 6, in their order. */
export function writtenPlan(format: Format, months: number): readonly SessionName[] {
  return plans[format][months] ?? [];
}

/** Whether a session of that name is written; one of another release may not be. */
export function isWritten(name: string): name is SessionName {
  return Object.hasOwn(writtenSessions, name);
}
