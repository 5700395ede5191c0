import { CodedError } from '../kernel/coded-error';
import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { programmeCounts } from '../domain/programme-counts';
import { presetPolicy } from '../pairing/scoring/policy';
import type { DraftChoices } from '../domain/draft';
import { asksUnasked } from '../domain/diversity-rules';
import { blankDraft, draftIdAt, emptyChoices } from '../domain/draft-rules';

/**
 * Starts the choice of pairs among those who said yes, within what HR decided; the weights are those of the programme's template where
 * HR chose none. Nothing is sent by a draft.
 */
export async function startDraft(
  ports: Ports<Saving>,
  programmeId: string,
  seed: number,
  choices: Partial<DraftChoices>,
  actor: Actor,
  context: UseCaseContext,
): Promise<
  Result<
    { readonly draftId: string; readonly jobId: string },
    'not-found' | 'not-open' | 'nobody-enrolled' | 'aim-not-enabled'
  >
> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined) return refused('not-found');
  if (programme.value.state !== 'enrolling' && programme.value.state !== 'running') return refused('not-open');
  if (asksUnasked(programme.value, choices.policy)) return refused('aim-not-enabled');
  const head = await ports.programmes.get(programmeId, 'board', 'head');
  if (programmeCounts(head?.value).participants.enrolled < 2) return refused('nobody-enrolled');
  const draftId = draftIdAt(context.now, ports.ids.next());
  const unit = new UnitOfWork(ports, programmeId, context, actor.directoryId);
  const job = unit.startJob('draft', draftId);
  unit.insert('draft', draftId, {
    ...blankDraft,
    jobId: job.id,
    id: draftId,
    seed,
    choices: { ...emptyChoices, policy: presetPolicy(programme.value.plan.template), ...choices },
    createdAt: context.now,
    createdBy: actor.directoryId,
  });
  if (!(await unit.commit())) throw new CodedError('duplicate-draft', 'A new identifier was not new');
  return ok({ draftId, jobId: job.id });
}
