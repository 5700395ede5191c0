import type { Command } from 'commander';
import { frozenWords, problemWords } from '../../src/dispatch/problem-words';
import { programmePlanSchema } from '../../src/domain/programme-contract';
import { hasStartPassed } from '../../src/domain/programme-phase';
import { readinessWords } from '../../src/hr-page/readiness-words';
import { savePlan, type PlanSaved } from '../../src/programme/save-plan';
import { printJson, readDocument } from './command-files';
import { CommandExit } from './command-exit';
import type { CommandIo } from './command-io';
import { operator, operatorPorts } from './operator-ports';

/** `programme load FILE`: creates a programme from its file, or replaces its plan; once enrolment is open only in what is not settled. */
export function registerProgrammeLoad(program: Command, io: CommandIo): void {
  program
    .command('programme')
    .description('programmes: load')
    .command('load')
    .description(
      'create a programme from its file, or replace its plan (once enrolment is open, what people were invited on stays); the same file twice changes nothing',
    )
    .argument('<file>', 'a programme, as in `passerelle schema programme`')
    .option('--json', 'print one JSON document')
    .action(async (file: string, options: { readonly json?: true }) => {
      const plan = await readDocument(io, file, programmePlanSchema, 'programme');
      const { ports, context } = await operatorPorts(io);
      const before = await ports.programmes.get(plan.id, 'programme', 'programme');
      const saved = await savePlan(ports, plan, operator, context, { revision: before?.value.revision });
      if (!saved.ok) throw new CommandExit(1, refusal(saved, plan.id));
      const missing = readinessWords(saved.value, 'en').items.filter((item) => !item.done);
      const startPassed = hasStartPassed(saved.value, context.now);
      if (options.json)
        printJson(io, {
          programme: plan.id,
          created: before === undefined,
          revision: saved.value.revision,
          state: saved.value.state,
          missing,
          startPassed,
        });
      else {
        const verb =
          before === undefined ? 'created' : saved.value.revision === before.value.revision ? 'unchanged' : 'replaced';
        io.out(`${plan.id}: ${verb}, revision ${String(saved.value.revision)}.\n`);
        if (missing.length > 0) io.out('Before enrolment can open:\n');
        for (const { words } of missing) io.out(`  ${words}\n`);
        if (startPassed)
          io.out(
            `The start date ${plan.startsOn} has passed: the programme begins when its first pairs are published.\n`,
          );
      }
    });
}

function refusal(refused: Exclude<PlanSaved, { ok: true }>, id: string): string {
  switch (refused.reason) {
    case 'frozen':
      return `The plan of ${id} is not replaced: enrolment has opened, and ${refused.frozen.map((field) => frozenWords(field, 'en')).join(', ')} no longer change. Nothing was changed.`;
    case 'conflict':
      return `The plan of ${id} was changed by somebody else at this moment. Nothing was changed; run it again.`;
    case 'last-administrator':
    case 'leaves-yourself':
      return `The plan of ${id} is not replaced. ${problemWords(refused.reason, 'en')}`;
  }
}
