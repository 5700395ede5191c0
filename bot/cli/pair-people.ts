import { createHash } from 'node:crypto';
import { Option, type Command } from 'commander';
import { importablePerson } from '../../src/people-file/importable-person';
import { needsProgram } from '../../src/pairing/aims/choose-edges';
import { composePeople } from '../../src/pairing/scoring/compose-groups';
import { unknownWords } from '../../src/pairing/scoring/evaluate-pair';
import { pairingPolicySchema } from '../../src/domain/pairing-contract';
import { draftPairs } from '../../src/pairing/draft-pairs';
import { findEmptyDepartments } from '../../src/pairing/aims/find-empty-departments';
import type { PairDraft } from '../../src/domain/pairing';
import { loadProgramSolver } from '../workers/load-program-solver';
import { CommandExit } from './command-exit';
import { printJson, readDocument, wholeNumber } from './command-files';
import type { CommandIo } from './command-io';
import { findingLine, findingLines, isOfUnused, loadPeople, nobodyWords, unusedLine } from './load-people';
import { printDraft } from './print-draft';
import { emptyDepartmentWords } from './aim-words';
import { languages, type Language } from '../../src/language/languages';

interface PairOptions {
  readonly people: readonly string[];
  readonly map?: string;
  readonly policy?: string;
  readonly seed: number;
  readonly json?: true;
  readonly lang: Language;
}

/** `pair --people FILE`: the best pairs overall with their reasons, and everybody left over with theirs. */
export function registerPair(program: Command, io: CommandIo): void {
  program
    .command('pair')
    .description('choose as many pairs as the rules allow, with the greatest total of points, and say why')
    .requiredOption('--people <file...>', 'CSV or XLSX of people; further files say more of the people of the first')
    .option('--map <map.json>', 'names of the columns, as in `passerelle schema map`')
    .option('--policy <policy.json>', 'weights and limits, as in `passerelle schema policy`')
    .option(
      '--seed <number>',
      'decides between equal totals; the same seed gives the same pairs',
      wholeNumber('--seed', 0, 2_147_483_647),
      1,
    )
    .option('--json', 'print one JSON document')
    .addOption(new Option('--lang <language>', 'language of the sentences').choices([...languages]).default('en'))
    .action(async (options: PairOptions) => {
      const policy =
        options.policy === undefined
          ? pairingPolicySchema.parse({})
          : await readDocument(io, options.policy, pairingPolicySchema, 'policy', options.lang);
      const { people, reportingLines, rejected, findings, headers } = await loadPeople(
        io,
        options.people,
        options.map,
        options.lang,
      );
      const refused = findings.filter(({ kind }) => kind === 'refused');
      if (people.length === 0) {
        if (options.json) printJson(io, { ...nothingPaired, seed: options.seed, rejected: refused });
        const reasons = refused.map((finding) => findingLine(finding, options.lang, headers)).join('');
        throw new CommandExit(1, `${nobodyWords[options.lang]}\n${reasons}`);
      }
      const told = findings.filter(({ kind }) => kind === 'noticed');
      if (rejected.length > 0) io.err(leftOutWords(new Set(rejected.map((issue) => issue.row)).size, options.lang));
      const ofRows = findings.filter((finding) => !isOfUnused(finding));
      io.err([...findingLines(ofRows, options.lang, headers), unusedLine(findings, options.lang)].join(''));
      const solver = needsProgram(policy) ? { solveProgram: await loadProgramSolver() } : {};
      const start = io.milliseconds();
      // Answers are left behind before anything is chosen: only how groups are made up goes on.
      const draft = draftPairs(people.map(importablePerson), {
        policy,
        seed: options.seed,
        hash: sha256,
        reportingLines,
        composition: composePeople(people),
        ...solver,
      });
      const milliseconds = Math.round((io.milliseconds() - start) * 1000) / 1000;
      const warnings = findEmptyDepartments(policy.aims, people).map((aim) => emptyDepartmentWords(policy.aims, aim));
      for (const { message } of warnings) io.err(`${message[options.lang]}\n`);
      if (options.json)
        printJson(io, {
          ...printable(draft),
          ...(refused.length === 0 ? {} : { rejected: refused }),
          ...(warnings.length === 0 ? {} : { warnings }),
          ...(told.length === 0 ? {} : { doubts: told }),
          milliseconds,
        });
      else printDraft(io, draft, policy.aims, new Map(people.map((person) => [person.id, person.name])), options.lang);
    });
}

/** What `--json` prints where nobody can be taken, with the reasons beside it. */
const nothingPaired = { pairs: [], unpaired: [], total: 0, upperBound: 0, optimal: true };

function leftOutWords(rows: number, language: Language): string {
  if (language === 'fr')
    return `${rows > 1 ? `${rows} lignes n’ont pas été prises` : 'Une ligne n’a pas été prise'} en compte.\n`;
  return `${rows === 1 ? 'One row was' : `${rows} rows were`} not taken.\n`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function printable(draft: PairDraft): object {
  const { pairs, unpaired, total, upperBound, optimal, seed, inputHash, aims, totalWithoutAims } = draft;
  return {
    pairs: pairs.map(({ mentorId, menteeId, score, parts, topics, unknown }) => ({
      mentor: mentorId,
      mentee: menteeId,
      score,
      parts,
      topics,
      ...(unknown === undefined ? {} : { unknown: unknown.map((code) => ({ code, ...unknownWords(code) })) }),
    })),
    unpaired: unpaired.map(({ participantId, role, reasons }) => ({
      person: participantId,
      role,
      reasons: reasons.map(({ code, count, fr, en }) => ({ code, count, reason: { fr, en } })),
    })),
    total,
    upperBound,
    optimal,
    seed,
    inputHash,
    ...(aims.length === 0 ? {} : { aims, totalWithoutAims }),
  };
}
