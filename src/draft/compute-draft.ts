import { CodedError } from '../kernel/coded-error';
import type { Stored } from '../kernel/row-store';
import { readProgrammeComposition, type HeldComposition } from '../diversity/read-programme-composition';
import type { PersonProfile } from '../domain/participant';
import { statedIn } from '../pairing/scoring/prepare-pairing';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { beginAttempt, isToCompute } from './begin-attempt';
import { countUnknown } from './count-unknown';
import { emptyChoices } from '../domain/draft-rules';
import { listDepartments } from './list-departments';
import { listDraft, listName } from './list-draft';
import { measureCoverage } from './measure-coverage';
import type { DraftHead } from '../domain/draft';
import { tellAdministrators } from './tell-administrators';
import type { DraftResult, Pairer, PairerOptions } from './pairer';
import { readCandidates, type Candidates } from './read-candidates';
import { splitParts, writeParts } from './write-parts';

/**
 * Chooses pairs among the enrolled and reachable who still have a place, and keeps the draft with its reasons. Pairs that were asked
 * before are not asked again, nor those that were a pair, here or in another programme, within the policy's months; throws
 * `rows-unreadable` rather than overlook one of them.
 */
export async function computeDraft(
  ports: Ports<Saving | 'people' | 'holidayFrom'>,
  pairer: Pairer,
  programmeId: string,
  draftId: string,
  progress: (share: number) => Promise<void>,
  context: UseCaseContext,
): Promise<void> {
  const head = await ports.programmes.get(programmeId, 'draft', draftId);
  if (head === undefined || !isToCompute(head.value)) return;
  const candidates = await readCandidates(ports, programmeId, context.now);
  for (let tries = 0; tries < mostTries; tries++) {
    // Whose job another worker has learns it here, before they could take the draft from it.
    await progress(0.2);
    const mine = await beginAttempt(ports, programmeId, draftId, context);
    if (mine === undefined) return;
    // Whoever withdraws an answer all the time does not stop a draft: it then goes on without such aims.
    const held = tries < mostTries - 1 ? await compositionFor(ports, mine.value, programmeId, context) : noComposition;
    if (await keepChoice(ports, pairer, programmeId, mine, candidates, held, progress, context)) return;
  }
  throw new CodedError('too-busy', 'Other changes kept coming first');
}

const mostTries = 4;
const noComposition: HeldComposition = { composition: {}, held: [] };

async function compositionFor(
  ports: Ports<Saving>,
  head: DraftHead,
  programmeId: string,
  context: UseCaseContext,
): Promise<HeldComposition> {
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  const { policy } = head.choices ?? emptyChoices;
  return programme === undefined ? noComposition : readProgrammeComposition(ports, programme.value, policy, context);
}

/**
 * Chooses and keeps; false when another change came first, such as the withdrawal of an answer that the choice rests on, or another
 * attempt to which the draft belongs by now.
 */
async function keepChoice(
  ports: Ports<Saving | 'holidayFrom'>,
  pairer: Pairer,
  programmeId: string,
  head: Stored<DraftHead>,
  { people, asked, formerPairs, reportingLines, seen, knowsManagers }: Candidates,
  { composition, held }: HeldComposition,
  progress: (share: number) => Promise<void>,
  context: UseCaseContext,
): Promise<boolean> {
  const draftId = head.key;
  const { policy, locked, apart } = head.value.choices ?? emptyChoices;
  const result = await choose(pairer, people, progress, {
    seed: head.value.seed,
    policy,
    locked,
    apart,
    forbidden: asked,
    formerPairs,
    reportingLines,
    composition,
    now: context.now,
  });
  await progress(0.8);
  const parts = splitParts(result);
  const names = new Map(people.map((person) => [person.id, listName(person)]));
  const written = await writeParts(ports, programmeId, head, { parts, lists: listDraft(parts, names) }, context);
  if (written === undefined) return false;
  const { attempt: _attempt, ...rest } = written.value;
  const unit = new UnitOfWork(ports, programmeId, context, 'system')
    .replace('draft', written, {
      ...rest,
      state: 'ready',
      partCount: parts.length,
      pairs: result.pairs.length,
      unpairedCount: result.unpaired.length,
      total: result.total,
      upperBound: result.upperBound,
      optimal: result.optimal,
      inputHash: result.inputHash,
      seen,
      ...(knowsManagers ? {} : { managersUnknown: true as const }),
      unknownRules: countUnknown(result.pairs),
      stated: statedIn(people),
      coverage: measureCoverage(
        people,
        result.pairs.map((pair) => [pair.mentorId, pair.menteeId]),
      ),
      departments: listDepartments(people),
      ...(result.aims === undefined ? {} : { aims: result.aims }),
      ...(result.totalWithoutAims === undefined ? {} : { totalWithoutAims: result.totalWithoutAims }),
      ...(result.refusedLocks === undefined ? {} : { refusedLocks: result.refusedLocks }),
      ...(result.help === undefined ? {} : { help: result.help.map(({ fr, en }) => ({ fr, en })) }),
      revision: head.value.revision + 1,
    })
    .recordChange('draft-ready');
  for (const tally of held) unit.replace('diversity-tally', tally, tally.value);
  if (head.value.replaces !== undefined) await tellAdministrators(ports, unit, 'replacements', draftId, context);
  return unit.commit();
}

/** Work that was taken away or cancelled shows in its progress, which then cannot be told any more. */
async function choose(
  pairer: Pairer,
  people: readonly PersonProfile[],
  progress: (share: number) => Promise<void>,
  options: PairerOptions,
): Promise<DraftResult> {
  const stops: unknown[] = [];
  const told = (share: number): void => {
    progress(0.2 + 0.6 * share).catch((error: unknown) => {
      stops.push(error);
    });
  };
  try {
    return await pairer(people, { ...options, progress: told, cancelled: () => stops.length > 0 });
  } catch (error) {
    throw stops.length > 0 ? stops[0] : error;
  }
}
