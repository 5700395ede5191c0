import { cardVersion } from '../../src/member/press-fields';
import { actions, actionSchema, verbOf, type Action, type Verb } from '../../src/dispatch/actions';
import { refused, ok, type Result } from '../../src/kernel/result';

const answerPrefix = 'answer.';

/** Every verb a card or a dialog can carry. */
export const verbs: readonly Verb[] = actions.map(verbOf);

/** Whether a card of ours can carry it. */
export function isVerb(verb: unknown): verb is Verb {
  return typeof verb === 'string' && verbs.includes(verb as Verb);
}

/**
 * Reads a press. What the person typed or chose comes beside the card's own data; fields nobody asked for are left out.
 * `out-of-date`: a verb or a version of cards that this server does not know (any more). `too-long`: a text that somebody typed. `invalid-input`: the rest.
 */
export function parseAction(
  verb: unknown,
  data: unknown,
): Result<Action, 'out-of-date' | 'too-long' | 'invalid-input'> {
  if (!isVerb(verb)) return refused('out-of-date');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return refused('out-of-date');
  const fields = Object.entries(data as Readonly<Record<string, unknown>>);
  if (fields.find(([name]) => name === 'v')?.[1] !== cardVersion) return refused('out-of-date');
  const parsed = actionSchema.safeParse({ ...Object.fromEntries(fields), answers: answersOf(fields), verb });
  if (parsed.success) return ok(parsed.data);
  const isTooLong = parsed.error.issues.some(({ code, path: [field] }) => code === 'too_big' && isTyped(field));
  return refused(isTooLong ? 'too-long' : 'invalid-input');
}

const typedFields: ReadonlySet<string> = new Set(['answers', 'words', 'expertise', 'goals', 'availability']);

/** Whether a field holds what somebody wrote in their own words, and no id or choice. */
function isTyped(field: PropertyKey | undefined): boolean {
  return typedFields.has(String(field));
}

/** Answers to a survey are the inputs whose id begins with `answer.`; a question left open is not an answer. */
function answersOf(fields: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(([name, value]) =>
      name.startsWith(answerPrefix) && value !== '' ? [[name.slice(answerPrefix.length), value]] : [],
    ),
  );
}
