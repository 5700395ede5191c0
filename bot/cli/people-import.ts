import { basename } from 'node:path';
import type { Command } from 'commander';
import { confirmImport } from '../../src/people-file/confirm-import';
import { importFileOf, previewImport, type ImportPreview } from '../../src/people-file/preview-import';
import { printJson, readBytes } from './command-files';
import { CommandExit } from './command-exit';
import type { CommandIo } from './command-io';
import { findingLine, findingsOf, loadPeople } from './load-people';
import { peopleGroup } from './people-group';

interface ImportOptions {
  readonly programme: string;
  readonly map?: string;
  readonly complete?: true;
  readonly leaving?: string;
  readonly confirm?: true;
  readonly json?: true;
}

/** `people import FILE`: says what a file would change in a programme, and with `--confirm` changes it. */
export function registerPeopleImport(program: Command, io: CommandIo): void {
  peopleGroup(program)
    .command('import')
    .description('say what a people file would change in a programme; with --confirm, import its good rows')
    .argument('<file>', 'CSV or XLSX, as for `people check`')
    .requiredOption('--programme <id>', 'id of the programme')
    .option('--map <map.json>', 'names of the columns, as in `passerelle schema map`')
    .option('--complete', 'the file lists everybody: who is not in it has left, and takes no part any more')
    .option('--leaving <number>', 'with --confirm, how many leave, where it is more than a fifth of the programme')
    .option('--confirm', 'import the good rows; without it nothing is kept but the preview')
    .option('--json', 'print one JSON document')
    .action((file: string, options: ImportOptions) => importPeople(io, file, options));
}

async function importPeople(io: CommandIo, file: string, options: ImportOptions): Promise<void> {
  const loaded = await loadPeople(io, [file], options.map);
  const { people } = loaded;
  const grave = loaded.findings.filter(({ kind, protects }) => kind === 'refused' || protects === true);
  if (people.length === 0)
    throw new CommandExit(
      1,
      `No row of the file can be taken.\n${grave.map((finding) => findingLine(finding, 'en', loaded.headers)).join('')}`,
    );
  // Takes as long to load as a file of people to read, and `people check`, registered with this, does without.
  const { operator, operatorPorts } = await import('./operator-ports.js');
  const { ports, context } = await operatorPorts(io);
  const contentBase64 = Buffer.from(await readBytes(io, file)).toString('base64');
  const complete = options.complete === true;
  if (complete && loaded.nameless > 0)
    throw new CommandExit(
      1,
      `${String(loaded.nameless)} rows do not say who they are about: such a file is not complete. Nothing was changed.`,
    );
  const kept = importFileOf(ports, { fileName: basename(file), contentBase64, complete }, loaded);
  const preview = await previewImport(ports, options.programme, kept, operator, context);
  if (!preview.ok)
    throw new CommandExit(
      1,
      preview.reason === 'not-found'
        ? `There is no programme ${options.programme}.`
        : `The programme ${options.programme} is over.`,
    );
  const { importId, added, changed, unchanged, missing, returning, leaving, knownOtherwise = [] } = preview.value;
  const count = leaving?.people.length ?? 0;
  const confirmed =
    options.confirm === true
      ? await confirmImport(ports, options.programme, importId, operator, context, Number(options.leaving ?? -1))
      : undefined;
  if (confirmed !== undefined && !confirmed.ok)
    throw new CommandExit(
      1,
      confirmed.reason === 'leaving-unconfirmed'
        ? `${String(count)} people would leave, more than a fifth. Nothing was changed. If that is so, add --leaving ${String(count)}.\n${leaverLines(leaving)}`
        : 'The import was confirmed by somebody else already.',
    );
  const facts = {
    accepted: people.length - knownOtherwise.length,
    rejected: kept.rejected + knownOtherwise.length,
    added,
    changed,
    unchanged,
    missing,
    returning,
  };
  if (options.json)
    printJson(io, {
      programme: options.programme,
      importId,
      ...facts,
      ...(leaving === undefined ? {} : { leaving: leaving.people.map(({ id }) => id) }),
      confirmed: confirmed !== undefined,
      ...(confirmed === undefined ? {} : { jobId: confirmed.value.jobId }),
    });
  else {
    io.out(
      `${String(added)} new, ${String(changed)} changed, ${String(unchanged)} unchanged, ${String(returning)} back; ${String(missing)} in the programme but not in the file ${complete ? 'leave' : 'stay'}.\n`,
    );
    io.out(leaverLines(leaving));
    [...grave, ...findingsOf({ rejected: knownOtherwise, warnings: [] })].forEach((finding) => {
      io.out(findingLine(finding, 'en', loaded.headers));
    });
    io.out(
      confirmed === undefined
        ? 'Nobody was imported: add --confirm.\n'
        : `The server is importing them (job ${confirmed.value.jobId}).\n`,
    );
  }
}

/** Who leaves, one a line. */
function leaverLines(leaving: ImportPreview['leaving']): string {
  return (leaving?.people ?? []).map(({ id, profile }) => `  leaves: ${profile.name} (${id})\n`).join('');
}
