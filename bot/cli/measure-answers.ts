import { Option, type Command } from 'commander';
import type { AnswerIssue } from '../../src/insight/answer-issue';
import { checkAnswers } from '../../src/insight/check-answers';
import { measureAnswers } from '../../src/insight/measure-answers';
import { readQuestions } from '../../src/insight/read-questions';
import { insightText } from '../../src/insight/text/insight-text';
import { languages, type Language } from '../../src/language/languages';
import { answerLimits, readAnswerTable } from '../documents/read-answer-table';
import { CommandExit } from './command-exit';
import { printJson, readBytes } from './command-files';
import type { CommandIo } from './command-io';
import { issueWords, nothingMeasured, printableMeasures, printMeasures } from './print-measures';

interface MeasureOptions {
  readonly answers: string;
  readonly json?: true;
  readonly lang: Language;
}

/** `measure --answers FILE.csv`: what changed between the two surveys of a file, with its uncertainty, and nothing about fewer than five people. */
export function registerMeasure(program: Command, io: CommandIo): void {
  program
    .command('measure')
    .description('measure what changed between baseline and closing, shares and promoters, each with its 95 % interval')
    .requiredOption(
      '--answers <file.csv>',
      'CSV with the columns person, role, group, survey, question, value, as in `passerelle schema answers`',
    )
    .option('--json', 'print one JSON document')
    .addOption(new Option('--lang <language>', 'language of the sentences').choices([...languages]).default('en'))
    .action(async ({ answers: file, json, lang }: MeasureOptions) => {
      const table = readAnswerTable(await readBytes(io, file, lang));
      if (!table.ok) {
        const { megabytes: most, rows } = answerLimits;
        return refuse(io, [{ row: 1, column: '', reason: table.reason, values: { most, rows } }], json, lang);
      }
      const { answers: raw, issues, otherSurveys, unread } = checkAnswers(table.value);
      const { answers, kinds, issues: ofValues } = readQuestions(raw);
      const all = [...issues, ...ofValues].sort((one, other) => one.row - other.row);
      if (all.length > 0) return refuse(io, all, json, lang);
      const named = unread.filter((name) => name.trim() !== '').map((name) => JSON.stringify(name.slice(0, 40)));
      if (named.length > 0) io.err(`${insightText(lang, 'insight.unread', { columns: named.join(', ') })}\n`);
      if (otherSurveys > 0) io.err(`${insightText(lang, 'insight.other-surveys', { count: otherSurveys })}\n`);
      const measured = measureAnswers(answers, kinds);
      const candidates = [...kinds.values()].filter((kind) => kind === 'promoters').length;
      if (candidates > 1 && measured.promotersOf !== undefined && measured.promotersOf !== 'again')
        io.err(`${insightText(lang, 'insight.several-promoters', { question: measured.promotersOf })}\n`);
      if (json) printJson(io, printableMeasures(measured));
      if (answers.length === 0) throw new CommandExit(1, insightText(lang, 'insight.nothing'));
      if (!json) printMeasures(io, measured, lang);
    });
}

/** Reasons listed on stderr; `--json` has them all. */
const mostListed = 20;

/** A figure made of the rows that happen to be right would be a figure of other people, so one wrong row is enough. */
function refuse(io: CommandIo, issues: readonly AnswerIssue[], json: true | undefined, lang: Language): never {
  if (json)
    printJson(io, {
      ...nothingMeasured,
      rejected: issues.map((issue) => ({
        row: issue.row,
        column: issue.column,
        code: issue.reason,
        reason: { fr: issueWords(issue, 'fr'), en: issueWords(issue, 'en') },
      })),
    });
  const listed = issues.slice(0, mostListed).map((issue) => {
    const what = issueWords(issue, lang);
    return `  ${insightText(lang, 'insight.place', { row: issue.row, column: issue.column || 'none', what })}`;
  });
  const more = issues.length - listed.length;
  if (more > 0) listed.push(`  ${insightText(lang, 'insight.more', { count: more })}`);
  throw new CommandExit(1, `${insightText(lang, 'insight.refused', { count: issues.length })}\n${listed.join('\n')}`);
}
