import { processIo } from './command-io';
import { runCommand } from './run-command';

const io = processIo();
runCommand(process.argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const { message } = error instanceof Error ? error : { message: String(error) };
    io.err(`passerelle: this should not happen, and nothing was printed that can be relied on: ${message}\n`);
    process.exitCode = 1;
  },
);
