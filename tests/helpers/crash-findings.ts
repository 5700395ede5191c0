import { languages } from '../../src/language/languages';
import { surveyText } from '../../src/survey/text/survey-text';
import { messages } from '../../src/dispatch/messages';
import type { MessageKind } from '../../src/domain/message';
import type { Findings } from './crash-play';

/** Messages about different things that may read the same: the next round ends as the last one did. */
const mayReadTheSame: ReadonlySet<MessageKind> = new Set(['standing', 'replacements']);

/** Everything that must hold however often servers died, counted from what Teams accepted, not from what we believe. */
export function expectNothingLostOrDoubled({ ledger, accepted, queued, pairs, proposals }: Findings): void {
  expect(queued).toBe(0);
  expect(ledger.filter(({ state }) => state === 'failed' || state === 'dead')).toEqual([]);
  // Whatever is called sent stands in Teams, under an id of its own.
  const told = new Map(
    ledger.flatMap((entry) => (entry.state === 'sent' ? [[entry.activityId ?? '', entry] as const] : [])),
  );
  expect(told.size).toBe(ledger.filter(({ state }) => state === 'sent').length);
  expect([...told.keys()].filter((id) => !accepted.some((one) => one.id === id))).toEqual([]);
  // Nobody got any message three times; twice only what may be repeated. What is not called sent is called ambiguous.
  const copies = new Map<string, string[]>();
  for (const { id, copyOf } of accepted) copies.set(copyOf, [...(copies.get(copyOf) ?? []), id]);
  let untold = 0;
  for (const [copyOf, ids] of copies) {
    const entries = ids.flatMap((id) => told.get(id) ?? []);
    if (!entries.some(({ kind }) => mayReadTheSame.has(kind))) {
      expect(ids.length).toBeLessThanOrEqual(2);
      expect(entries.length > 1 ? entries : []).toEqual([]);
    }
    if (ids.length > entries.length)
      expect(entries.filter(({ kind }) => messages[kind].whenAmbiguous === 'drop')).toEqual([]);
    // Of a survey's reminder no end is kept, and a second one may read like the first.
    if (isSurveyReminder(copyOf)) continue;
    // The fewest messages that account for the copies, two each, less those that are called sent.
    untold += Math.max(Math.ceil(ids.length / 2) - entries.length, 0);
  }
  expect(untold).toBeLessThanOrEqual(ledger.filter(({ state }) => state === 'ambiguous').length);
  // No use case ran twice: each person was addressed once about each thing.
  expectUnique(ledger.map(({ kind, recipient, subject }) => JSON.stringify([kind, recipient, subject])));
  // No second pair for anybody, and no two people asked twice.
  const first = pairs.filter(({ renews }) => renews === undefined);
  expectUnique(first.map(({ mentorId }) => mentorId));
  expectUnique(first.map(({ menteeId }) => menteeId));
  // Nor does a pair go on twice.
  expectUnique(pairs.flatMap(({ renews }) => renews?.pairId ?? []));
  expectUnique(proposals.map(({ mentorId, menteeId }) => `${mentorId}|${menteeId}`));
}

function isSurveyReminder(copyOf: string): boolean {
  const about = { reminder: 'yes', instrument: 'midpoint', number: '' };
  return languages.some((language) => copyOf.includes(surveyText(language, 'survey.title', about)));
}

function expectUnique(values: readonly string[]): void {
  expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
}
