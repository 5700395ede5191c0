import { applyImport } from '../../../src/people-file/apply-import';
import { confirmImport } from '../../../src/people-file/confirm-import';
import { previewImport } from '../../../src/people-file/preview-import';
import { computeDraft } from '../../../src/draft/compute-draft';
import type { PairerOptions } from '../../../src/draft/pairer';
import { emptyChoices } from '../../../src/domain/draft-rules';
import { startDraft } from '../../../src/draft/start-draft';
import type { Actor } from '../../../src/domain/ports';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, mentorAndMentee, put } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const hr: Actor = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };
const progress = (): Promise<void> => Promise.resolve();

it('A draft knows who reports to whom beyond those who take part: people who have not said yes, and rows that could not be taken', async () => {
  const ports = memoryPorts();
  const bystander = aParticipant({ id: 'X1', state: 'invited', profile: { managerId: 'X2' } });
  const stage = await castOf(ports, {
    now,
    programme: { state: 'enrolling' },
    participants: [...mentorAndMentee(), bystander],
  });
  const enrolled = {
    at: now,
    id: 'c',
    what: 'seed',
    correlationId: 'c',
    by: 'system',
    counts: { 'participants.enrolled': 2 },
  };
  await put(ports, 'passages', 'change', `${now}|c`, enrolled);
  await stage.work();
  const file = {
    fileName: 'a.csv',
    inputHash: 'h',
    people: [aParticipant({ id: 'Z1' }).profile],
    rejected: 1,
    reportingLines: new Map([['X2', 'S1']]),
  };
  const preview = await previewImport(ports, 'passages', file, hr, stage.context);
  if (!preview.ok) throw new Error(preview.reason);
  await confirmImport(ports, 'passages', preview.value.importId, hr, stage.context);
  await applyImport(ports, 'passages', preview.value.importId, progress, stage.context);

  const started = await startDraft(ports, 'passages', 7, emptyChoices, hr, stage.context);
  if (!started.ok) throw new Error(started.reason);
  let given: PairerOptions | undefined;
  const pairer = (_people: unknown, options: PairerOptions) => {
    given = options;
    return Promise.resolve({ pairs: [], unpaired: [], total: 0, upperBound: 0, optimal: true, inputHash: 'h' });
  };
  await computeDraft(ports, pairer, 'passages', started.value.draftId, progress, stage.context);
  expect(given?.reportingLines).toEqual(
    expect.arrayContaining([
      ['X1', 'X2'],
      ['X2', 'S1'],
    ]),
  );
});
