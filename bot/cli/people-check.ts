import { Option, type Command } from 'commander';
import { printJson } from './command-files';
import type { CommandIo } from './command-io';
import { CommandExit } from './command-exit';
import { issueLine, loadPeople, nobodyWords } from './load-people';
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
    .argument('<file>', 'CSV (UTF-8 or Windows-1252; comma, semicolon or tab) or XLSX (first sheet)')
    .option('--map <map.json>', 'names of the columns, as in `passerelle schema map`')
    .option('--json', 'print one JSON document')
    .addOption(new Option('--lang <language>', 'language of the sentences').choices([...languages]).default('en'))
    .action(async (file: string, options: CheckOptions) => {
      const { rows, people, rejected, warnings } = await loadPeople(io, file, options.map, options.lang);
      if (options.json) printJson(io, { rows, accepted: people.length, rejected, warnings });
      else {
        const line = (issue: (typeof rejected)[number]): void => io.out(issueLine(issue, options.lang));
        const [taken, refused, noticed] =
          options.lang === 'fr'
            ? [rows > 1 ? 'lignes, prises\u00a0:' : 'ligne, prise\u00a0:', 'Refusées\u00a0:', 'À savoir\u00a0:']
            : [rows === 1 ? 'row, accepted:' : 'rows, accepted:', 'Rejected:', 'Worth knowing:'];
        io.out(`${rows} ${taken} ${people.length}\n`);
        if (rejected.length > 0) io.out(`${refused}\n`);
        rejected.forEach(line);
        if (warnings.length > 0) io.out(`${noticed}\n`);
        warnings.forEach(line);
      }
      if (people.length === 0) throw new CommandExit(1, nobodyWords[options.lang]);
    });
}
