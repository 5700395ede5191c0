import { ok, refused, type Result } from '../kernel/result';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { asksUnasked } from '../domain/diversity-rules';
import { emptyChoices } from '../domain/draft-rules';
import type { DraftChoices } from '../domain/draft';

/**
 * Keeps what HR locked, kept apart and weighs for the next run, on the draft they look at; its pairs stay as they are. `version-stale` when
 * somebody changed the draft since `revision`.
 */
export async function saveChoices(
  ports: Ports<Saving>,
  programmeId: string,
  draftId: string,
  revision: number,
  choices: Partial<DraftChoices>,
  actor: Actor,
  context: UseCaseContext,
): Promise<
  Result<{ readonly revision: number }, 'not-found' | 'draft-not-ready' | 'version-stale' | 'aim-not-enabled'>
> {
  const draft = await ports.programmes.get(programmeId, 'draft', draftId);
  if (draft === undefined) return refused('not-found');
  const decidable = draft.value.state === 'ready' || draft.value.state === 'failed';
  if (!decidable || draft.value.renewal !== undefined) return refused('draft-not-ready');
  if (draft.value.revision !== revision) return refused('version-stale');
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme !== undefined && asksUnasked(programme.value, choices.policy)) return refused('aim-not-enabled');
  const saved = await new UnitOfWork(ports, programmeId, context, actor.directoryId)
    .replace('draft', draft, {
      ...draft.value,
      pending: { ...emptyChoices, ...draft.value.choices, ...draft.value.pending, ...choices },
      revision: revision + 1,
    })
    .recordChange('draft-choices-saved')
    .commit();
  return saved ? ok({ revision: revision + 1 }) : refused('version-stale');
}
