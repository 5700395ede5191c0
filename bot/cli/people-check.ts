import { Option, type Command } from 'commander';
import type { Finding } from '../../src/people-file/api-contract';
import { printJson } from './command-files';
import type { CommandIo } from './command-io';
import { CommandExit } from './command-exit';
import { findingLines, loadPeople, nobodyWords } from './load-people';
import { peopleGroup } from './people-group';
import { languages, type Language } from '../../src/language/languages';

interface CheckOptions {
  readonly map?: string;
  readonly json?: true;
  readonly lang: Language;
}

/** `people check FILE`: what a people file holds, what is wrong with it and what would be assumed. Nothing is kept. */
export function registerPeopleCheck(program: Command, io: CommandIo): void {
  peopleGroup(program)
    .command('check')
    .description('read a CSV or XLSX of people and list the rows that cannot be taken, the doubts and the defaults')
    .argument(
      '<file...>',
      'CSV (UTF-8 or Windows-1252; comma, semicolon or tab) or XLSX (first sheet); further files say more of the people of the first',
    )
    .option('--map <map.json>', 'names of the columns, as in `passerelle schema map`')
    .option('--json', 'print one JSON document')
    .addOption(new Option('--lang <language>', 'language of the sentences').choices([...languages]).default('en'))
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { rows, people, findings, headers } = await loadPeople(io, files, options.map, options.lang);
      const of = (kind: Finding['kind']): readonly Finding[] => findings.filter((finding) => finding.kind === kind);
      if (options.json)
        printJson(io, { rows, accepted: people.length, rejected: of('refused'), warnings: of('noticed') });
      else {
        const taken =
          options.lang === 'fr'
            ? `${rows > 1 ? 'lignes, prises' : 'ligne, prise'}\u00a0:`
            : rows === 1
              ? 'row, accepted:'
              : 'rows, accepted:';
        io.out(`${rows} ${taken} ${people.length}\n`);
        findingLines(findings, options.lang, headers).forEach((line) => {
          io.out(line);
        });
      }
      if (people.length === 0) throw new CommandExit(1, nobodyWords[options.lang]);
    });
}
