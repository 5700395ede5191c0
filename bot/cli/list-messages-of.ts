import type { Command } from 'commander';
import { readMessagesOf } from '../../src/delivery/read-messages-of';
import type { LedgerEntry, QueuedMessage } from '../../src/domain/message';
import { printJson } from './command-files';
import { CommandExit } from './command-exit';
import type { CommandIo } from './command-io';
import { operator, operatorPorts } from './operator-ports';

interface MessagesOptions {
  readonly programme: string;
  readonly person?: string;
  readonly contact?: string;
  readonly name: string;
  readonly why: string;
  readonly json?: true;
}

/** `messages`: every message of one person with what became of it, for the operator; who asks and why is kept in the audit. */
export function registerMessages(program: Command, io: CommandIo): void {
  program
    .command('messages')
    .description('list every message of one person; who asks, and why, is kept in the audit for good')
    .requiredOption('--programme <id>', 'id of the programme')
    .option('--person <id>', 'id of the person in the people file')
    .option('--contact <id>', 'or of a contact, such as sponsor or delegate-1')
    .requiredOption('--name <name>', 'your own name')
    .requiredOption('--why <reason>', 'why you need to know, such as the number of a request')
    .option('--json', 'print one JSON document')
    .action((options: MessagesOptions) => listMessagesOf(io, options));
}

async function listMessagesOf(
  io: CommandIo,
  { programme, person, contact, ...options }: MessagesOptions,
): Promise<void> {
  const id = person ?? contact;
  if (id === undefined || (person !== undefined && contact !== undefined))
    throw new CommandExit(2, 'Name either --person or --contact.');
  const [name, why] = [options.name.trim(), options.why.trim()];
  if (name === '' || why === '') throw new CommandExit(2, 'Say with --name who you are, and with --why why you ask.');
  const recipient = { to: person === undefined ? 'contact' : 'participant', id } as const;
  const { ports, context } = await operatorPorts(io);
  const found = await readMessagesOf(ports, programme, recipient, { name, why }, operator, context);
  if (!found.ok) throw new CommandExit(1, `There is nobody ${id} in a programme ${programme}.`);
  const { waiting, ended } = found.value;
  if (options.json)
    printJson(io, { programme, recipient, waiting: waiting.map(waitingFacts), ended: ended.map(endFacts) });
  else {
    io.out(
      `${String(waiting.length)} waiting, ${String(ended.length)} ended. Who asked and why is kept in the audit.\n`,
    );
    for (const message of waiting) io.out(`  ${message.notBefore}  ${message.kind}  waiting\n`);
    for (const { at, kind, state, reason } of ended)
      io.out(`  ${at}  ${kind}  ${state}${reason === '' ? '' : ` (${reason})`}\n`);
  }
}

const waitingFacts = ({ id, kind, notBefore, tries }: QueuedMessage) => ({ id, kind, notBefore, tries });
const endFacts = ({ id, kind, state, reason, at, tries }: LedgerEntry) => ({ id, kind, state, reason, at, tries });
