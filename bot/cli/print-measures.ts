import type { AnswerIssue } from '../../src/insight/answer-issue';
import type { MeasuredAnswers } from '../../src/insight/measure-answers';
import type { Figure, ToldFigure } from '../../src/insight/statistics/told-figure';
import { insightText } from '../../src/insight/text/insight-text';
import { formatNumber } from '../../src/language/format-number';
import { localeOf, type Language } from '../../src/language/languages';
import type { CommandIo } from './command-io';

/** Characters of a cell that stand in a message. */
const mostShown = 40;

/** What is wrong with a row, in words. */
export function issueWords({ reason, values = {} }: AnswerIssue, language: Language): string {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && value.length > mostShown ? `${value.slice(0, mostShown)}…` : value,
  ]);
  return insightText(language, `answers.${reason}`, Object.fromEntries(shown) as Record<string, string | number>);
}

const changeFields = ['n', 'missing', 'before', 'after', 'change', 'low', 'high', 'effectSize'] as const;
const shareFields = ['k', 'n', 'share', 'low', 'high'] as const;
const promoterFields = ['n', 'score', 'low', 'high'] as const;
const comparisonFields = ['n', 'waiting', 'missing', 'difference', 'low', 'high'] as const;

/** The fields of a figure for `--json`: null where there is no number, so that a hidden line has the same names and tells nothing. */
function fieldsOf(figure: Figure<object>, names: readonly string[]): Readonly<Record<string, number | null>> {
  const values: Readonly<Record<string, unknown>> = { ...figure };
  return Object.fromEntries(names.map((name) => [name, typeof values[name] === 'number' ? values[name] : null]));
}

/** What `measure --json` prints. */
export function printableMeasures({ measures, proportions, promoters, comparisons }: MeasuredAnswers): object {
  return {
    measures: measures.map(({ question, role, figure }) => ({
      question,
      role,
      ...fieldsOf(figure, changeFields),
      hidden: figure.hidden,
    })),
    proportions: proportions.map(({ name, figure }) => ({
      name,
      ...fieldsOf(figure, shareFields),
      hidden: figure.hidden,
    })),
    promoters: { ...fieldsOf(promoters, promoterFields), hidden: promoters.hidden },
    ...(comparisons.length === 0
      ? {}
      : {
          comparisons: comparisons.map(({ question, role, figure }) => ({
            question,
            role,
            ...fieldsOf(figure, comparisonFields),
            hidden: figure.hidden,
          })),
        }),
  };
}

/** The same of a file that was refused. */
export const nothingMeasured = printableMeasures({
  measures: [],
  proportions: [],
  promoters: { hidden: true },
  comparisons: [],
});

/** The figures as lines for people. */
export function printMeasures(io: CommandIo, measured: MeasuredAnswers, language: Language): void {
  const { measures, proportions, promoters, promotersOf, comparisons } = measured;
  const plain = (value: number): string => numberWords(value, language, 2);
  const signed = (value: number): string => numberWords(value, language, 2, true);
  const percent = (value: number): string =>
    formatNumber(value, localeOf[language], { style: 'percent', maximumFractionDigits: 0 });
  const points = (value: number): string => numberWords(value, language, 0, true);
  const roleWords = (role: 'mentor' | 'mentee'): string => insightText(language, `insight.role.${role}`);
  const told = <T>(figure: Figure<T>, words: (shown: ToldFigure<T>) => string): string =>
    figure.hidden ? insightText(language, 'insight.hidden') : words(figure);
  const block = (
    kind: 'changes' | 'comparisons' | 'shares' | 'promoters',
    lines: readonly (readonly [string, string])[],
  ): void => {
    if (lines.length === 0) return;
    io.out(`${insightText(language, `insight.kind.${kind}`)}\n`);
    for (const [name, words] of lines) io.out(`  ${name}${language === 'fr' ? '\u00a0:' : ':'} ${words}\n`);
  };
  block(
    'changes',
    measures.map(({ question, role, figure }) => [
      `${question}, ${roleWords(role)}`,
      told(figure, (shown) =>
        insightText(language, 'insight.change', {
          before: plain(shown.before),
          after: plain(shown.after),
          change: signed(shown.change),
          low: signed(shown.low),
          high: signed(shown.high),
          effect: shown.effectSize === undefined ? 'none' : signed(shown.effectSize),
          n: shown.n,
          missing: shown.missing,
        }),
      ),
    ]),
  );
  block(
    'comparisons',
    comparisons.map(({ question, role, figure }) => [
      `${question}, ${roleWords(role)}`,
      told(figure, (shown) =>
        insightText(language, 'insight.comparison', {
          difference: signed(shown.difference),
          low: signed(shown.low),
          high: signed(shown.high),
          n: shown.n,
          waiting: shown.waiting,
          missing: shown.missing,
        }),
      ),
    ]),
  );
  block(
    'shares',
    proportions.map(({ name, figure }) => [
      name,
      told(figure, (shown) =>
        insightText(language, 'insight.share', {
          k: shown.k,
          n: shown.n,
          share: percent(shown.share),
          low: percent(shown.low),
          high: percent(shown.high),
        }),
      ),
    ]),
  );
  if (promotersOf !== undefined)
    block('promoters', [
      [
        promotersOf,
        told(promoters, (shown) =>
          insightText(language, 'insight.promoters', {
            score: points(shown.score),
            low: points(shown.low),
            high: points(shown.high),
            n: shown.n,
          }),
        ),
      ],
    ]);
  if (measures.some(({ figure }) => !figure.hidden)) io.out(`${insightText(language, 'insight.caution')}\n`);
}

function numberWords(value: number, language: Language, digits: number, isSigned = false): string {
  return formatNumber(value, localeOf[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    ...(isSigned ? { signDisplay: 'exceptZero' } : {}),
  });
}
