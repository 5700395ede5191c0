import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { CodedError } from '../../../src/kernel/coded-error';
import { programmePlanSchema, type ProgrammePlan } from '../../../src/domain/programme-contract';
import { CommandExit } from '../command-exit';
import { printJson, readDocument, readJson, wholeNumber } from '../command-files';
import type { CommandIo } from '../command-io';
import { loadPeople } from '../load-people';
import type { Rehearsal } from './rehearsal-contract';
import { rehearsalPage } from './rehearsal-page';
import { runRehearsal } from './run-rehearsal';

interface RehearseOptions {
  readonly people: string;
  readonly map?: string;
  readonly programme?: string;
  readonly months?: number;
  readonly seed: number;
  readonly start?: string;
  readonly report?: string;
  readonly ledger?: string;
  readonly json?: true;
}

/** `rehearse --people FILE`: a whole programme under a simulated clock, through the real server, storage and queue. */
export function registerRehearse(program: Command, io: CommandIo): void {
  program
    .command('rehearse')
    .description(
      'play a whole programme with simulated people through the real server, storage and queue, and tell what happened',
    )
    .requiredOption('--people <file>', 'CSV or XLSX of people')
    .option('--map <map.json>', 'names of the columns, as in `passerelle schema map`')
    .option(
      '--programme <file>',
      'the programme, as in `passerelle schema programme`; the sample programme where absent',
    )
    .option('--months <number>', 'months of the programme, 3 to 6', wholeNumber('--months', 3, 6))
    .option('--seed <number>', 'decides what the simulated people do', wholeNumber('--seed', 0, 2_147_483_647), 1)
    .option('--start <date>', 'first day, as 2027-01-11; the first day of the programme where absent')
    .option('--report <file.html>', 'write a page that tells the months as a story')
    .option('--ledger <file.jsonl>', 'write every message with its moment and its fate, one JSON document a line')
    .option('--json', 'print one JSON document')
    .action(async (options: RehearseOptions) => {
      const plan = await readPlan(io, options);
      const loaded = await loadPeople(io, [options.people], options.map);
      if (loaded.people.length === 0)
        throw new CommandExit(1, 'No row of the people file can be taken; `passerelle people check` says why.');
      const story: string[] = [];
      const tell = (line: string): void => {
        story.push(line);
        io.err(`${line}\n`);
      };
      const map = options.map === undefined ? {} : { map: await readJson(io, options.map) };
      const { rehearsal, complaints, ledger } = await play({
        people: loaded.people,
        peopleFile: options.people,
        ...map,
        plan,
        seed: options.seed,
        begins: `${plan.startsOn}T09:00:00.000Z`,
        tell,
        stopwatch: () => io.milliseconds(),
      });
      for (const complaint of complaints) io.err(`Not as it should be: ${complaint}\n`);
      if (options.report !== undefined) await writeFile(options.report, rehearsalPage(rehearsal, story));
      if (options.ledger !== undefined)
        await writeFile(options.ledger, ledger.map((line) => `${JSON.stringify(line)}\n`).join(''));
      if (options.json) printJson(io, rehearsal);
      else io.out(summary(rehearsal));
    });
}

async function readPlan(io: CommandIo, options: RehearseOptions): Promise<ProgrammePlan> {
  const plan =
    options.programme === undefined
      ? programmePlanSchema.parse(JSON.parse(readFileSync(samplePlan(), 'utf8')))
      : await readDocument(io, options.programme, programmePlanSchema, 'programme');
  if (options.start !== undefined && !isDate(options.start))
    throw new CommandExit(2, `--start is a date such as 2027-01-11, not “${options.start}”.`);
  return { ...plan, months: options.months ?? plan.months, startsOn: options.start ?? plan.startsOn };
}

function isDate(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

async function play(options: Parameters<typeof runRehearsal>[0]): ReturnType<typeof runRehearsal> {
  try {
    return await runRehearsal(options);
  } catch (error) {
    if (error instanceof CodedError) throw new CommandExit(1, `The rehearsal could not be played. ${error.message}`);
    throw error;
  }
}

/** The sample's files stand beside the sources, whether this runs from them or from the built tree. */
function samplePlan(): string {
  const root = __dirname.includes(`${sep}build${sep}js${sep}`)
    ? join(__dirname, '../../../../..')
    : join(__dirname, '../../..');
  return join(root, 'bot/local/sample/armorel-programme.json');
}

function summary({ participants, pairs, unpaired, sessions, messages }: Rehearsal): string {
  return [
    `${String(participants)} people said yes; ${String(pairs)} pairs formed, ${String(unpaired)} people in none.`,
    `Sessions: ${String(sessions.planned)} planned, ${String(sessions.held)} held, ${String(sessions.moved)} times moved, ${String(sessions.missed)} missed.`,
    `Messages: ${String(messages.audience)} in all, ${String(messages.sent)} sent; at most ${String(messages.mostInOneMonth)} unasked to one person in a month.`,
    '',
  ].join('\n');
}
