import type { Command } from 'commander';

/** The group `people`, made by whichever of its commands is registered first. */
export function peopleGroup(program: Command): Command {
  const known = program.commands.find((command) => command.name() === 'people');
  return known ?? program.command('people').description('people files: check, import');
}
