import { instrumentQuestions, type ChoiceQuestion, type Question } from '../domain/instruments';
import { instruments } from '../domain/survey';
import type { AnswerIssue, AnswerReason } from './answer-issue';
import type { RawAnswer } from './check-answers';
import { groupByQuestion } from './group-by-question';

/** What is made of a question: a change of its mean, a share of yes, or promoters minus detractors. */
export type QuestionKind = 'scale' | 'share' | 'promoters';

/** An answer as a number; of a share 1 is yes. */
export interface Answer extends Omit<RawAnswer, 'value' | 'row'> {
  readonly value: number;
}

export interface ReadQuestions {
  /** In the order of the file. */
  readonly kinds: ReadonlyMap<string, QuestionKind>;
  readonly answers: readonly Answer[];
  readonly issues: readonly AnswerIssue[];
}

interface Rule {
  readonly kind: QuestionKind;
  readonly read: (value: string) => number | undefined;
  /** The least and the most; absent where the value is a word. */
  readonly range?: readonly [number, number];
  readonly whole?: true;
}

const yes = new Set(['yes', 'oui', 'true', 'vrai']);
const no = new Set(['no', 'non', 'false', 'faux']);
/** Uses a tool, as against never or once: what is told of as adoption. */
const uses = new Set(['monthly', 'weekly', 'daily']);
const usesNot = new Set(['never', 'tried']);

const wordReader =
  (ones: ReadonlySet<string>, zeros: ReadonlySet<string>) =>
  (value: string): number | undefined =>
    ones.has(value.toLowerCase()) ? 1 : zeros.has(value.toLowerCase()) ? 0 : undefined;
const readYes = wordReader(yes, no);
const readUse = wordReader(uses, usesNot);

/** A number, with a point or a comma. */
function readNumber(value: string): number | undefined {
  return /^[+-]?\d{1,40}(?:[.,]\d{1,40})?(?:e[+-]?\d{1,3})?$/iu.test(value)
    ? Number(value.replace(',', '.'))
    : undefined;
}

const agreement: Rule = { kind: 'scale', read: readNumber, range: [1, 5] };
const ownScale: Rule = { kind: 'scale', read: readNumber, range: [0, 10] };
const zeroToTen: Rule = { kind: 'promoters', read: readNumber, range: [0, 10], whole: true };
const yesOrNo: Rule = { kind: 'share', read: readYes };
const toolUse: Rule = { kind: 'share', read: readUse };
const zeroOrOne: Rule = { kind: 'share', read: readNumber, range: [0, 1], whole: true };

/** A share of those whose choice counts: of a tool, that they use it; of contacts, that they have some. */
function choiceOf({ choices, counted }: ChoiceQuestion): Rule {
  const ones = new Set<string>(counted);
  return { kind: 'share', read: wordReader(ones, new Set(choices.filter((choice) => !ones.has(choice)))) };
}

/** The product’s own questions, whose answers have a known shape. */
const known = new Map<string, Rule>(
  instruments.flatMap(instrumentQuestions).flatMap((question) => {
    const rule = ruleOf(question);
    return rule === undefined ? [] : [[question.id, rule] as const];
  }),
);

function ruleOf(question: Question): Rule | undefined {
  switch (question.type) {
    case 'agreement':
      return agreement;
    case 'zero-to-ten':
      return zeroToTen;
    case 'choice':
      return choiceOf(question);
    case 'comment':
      return undefined;
  }
}

/** Reads every value by its question: by its name where it is the product's, else by what all its values are. */
export function readQuestions(raw: readonly RawAnswer[]): ReadQuestions {
  const rules = new Map([...groupByQuestion(raw)].map(([name, given]) => [name, known.get(name) ?? guessRule(given)]));
  const issues: AnswerIssue[] = [];
  const answers: Answer[] = [];
  for (const { row, ...answer } of raw) {
    const rule = rules.get(answer.question) ?? ownScale;
    const value = rule.read(answer.value);
    const reason = refusalOf(rule, value);
    if (reason === undefined && value !== undefined) answers.push({ ...answer, value });
    else if (reason !== undefined)
      issues.push({
        row,
        column: 'value',
        reason,
        values: { value: answer.value, least: rule.range?.[0] ?? 0, most: rule.range?.[1] ?? 0 },
      });
  }
  return { kinds: new Map([...rules].map(([name, { kind }]) => [name, kind])), answers, issues };
}

function refusalOf({ range, whole }: Rule, value: number | undefined): AnswerReason | undefined {
  if (value === undefined) return range === undefined ? 'not-a-choice' : 'not-a-number';
  const [least, most] = range ?? [0, 1];
  if (value < least || value > most) return 'out-of-range';
  return whole === true && !Number.isInteger(value) ? 'not-whole' : undefined;
}

function guessRule(given: readonly RawAnswer[]): Rule {
  if (given.every(({ value }) => readYes(value) !== undefined)) return yesOrNo;
  if (given.every(({ value }) => readUse(value) !== undefined)) return toolUse;
  const numbers = new Set(given.map(({ value }) => readNumber(value)));
  if (numbers.size === 2 && numbers.has(0) && numbers.has(1)) return zeroOrOne;
  const isOfClosing = given.every(({ survey }) => survey === 'closing');
  const all = [...numbers];
  const isWhole = all.every(
    (number) => number !== undefined && Number.isInteger(number) && number >= 0 && number <= 10,
  );
  return isOfClosing && isWhole && all.some((number) => number !== undefined && number > 5) ? zeroToTen : ownScale;
}
