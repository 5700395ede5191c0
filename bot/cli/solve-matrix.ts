import type { Command } from 'commander';
import { solveAssignment } from '../../src/pairing/assignment/solve-assignment';
import { printJson, readJson } from './command-files';
import type { CommandIo } from './command-io';
import { readMatrix } from './read-matrix';

const matrixFields = new Set(['score', 'rowCapacity', 'columnCapacity']);

/** `solve --matrix FILE`: the exact assignment of a score matrix, for those who check the engine. */
export function registerSolve(program: Command, io: CommandIo): void {
  program
    .command('solve')
    .description('solve an assignment exactly: as many cells as possible, then the greatest total')
    .requiredOption(
      '--matrix <file.json>',
      '{ "score": [[integer or null]], "rowCapacity": [...]?, "columnCapacity": [...]? }; null is forbidden',
    )
    .option('--json', 'print one JSON document')
    .action(async (options: { readonly matrix: string; readonly json?: true }) => {
      const document = await readJson(io, options.matrix);
      const problem = readMatrix(document, options.matrix);
      const unread = Object.keys(document as object).filter((name) => !matrixFields.has(name));
      if (unread.length > 0)
        io.err(`${options.matrix}: not read: ${unread.map((name) => JSON.stringify(name)).join(', ')}.\n`);
      const start = io.milliseconds();
      const { edges, total, upperBound, optimal } = solveAssignment(problem);
      const milliseconds = Math.round((io.milliseconds() - start) * 1000) / 1000;
      if (options.json) printJson(io, { assignment: edges, total, upperBound, optimal, milliseconds }, 0);
      else {
        for (const [row, column] of edges) io.out(`${row} ${column}\n`);
        io.err(`${edges.length} cells, total ${total}, bound ${upperBound}${optimal ? ', optimal' : ''}\n`);
      }
    });
}
