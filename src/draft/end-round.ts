import type { Instant } from '../kernel/clock';
import { readAll } from '../kernel/read-all';
import type { PersonalCode } from '../domain/pairing';
import type { Standing } from '../domain/participant';
import { partKey } from '../people-file/preview-import';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { UnitOfWork, retryOnConflict, conflict } from '../domain/unit-of-work';
import { findUnplaced, type Unplaced } from './find-unplaced';
import type { DraftHead } from '../domain/draft';
import { blankDraft, draftIdAt } from '../domain/draft-rules';
import { tellStanding } from './tell-standing';

/**
 * The reply date of a round: the best replacements are looked for among those still free, as a draft that HR may publish, and everybody
 * without a partner hears where they stand, in one message: after a first round that the search goes on, after the replacements' round that
 * it was not this time. Whose yes led to nothing reads that with "not formed", so that the messages of a reply date are as many whoever
 * said yes. Done again from the start it does nothing twice.
 */
export async function endRound(
  ports: Ports<Saving | 'secrets' | 'holidayFrom'>,
  programmeId: string,
  draftId: string,
  progress: (share: number) => Promise<void>,
  context: UseCaseContext,
): Promise<void> {
  const draft = await ports.programmes.get(programmeId, 'draft', draftId);
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (draft?.value.pairingRoundEndsAt === undefined || programme?.value.state !== 'running') return;
  const unplaced = await findUnplaced(ports, programmeId, draftId, context.now);
  const again = draft.value.replaces === undefined && bothSides(unplaced);
  if (again) await startReplacements(ports, programmeId, draft.value, draft.value.pairingRoundEndsAt, context);
  const advice = await readAdvice(ports, programmeId, draft.value);
  const told: Standing = again ? 'waiting' : 'not-this-time';
  for (const [index, { participant: row, hearsOfProposal }] of unplaced.entries()) {
    await retryOnConflict(async () => {
      const participant = await ports.programmes.get(programmeId, 'participant', row.key);
      if (participant?.value.state !== 'enrolled') return true;
      const unit = new UnitOfWork(ports, programmeId, context, 'system');
      const from = { draftId, advice: advice.get(row.key) ?? 'none', heard: hearsOfProposal };
      tellStanding(ports, unit, participant, told, from, context);
      return (await unit.commit()) ? true : conflict;
    });
    if (index % progressEvery === 0) await progress((index + 1) / unplaced.length);
  }
}

const progressEvery = 20;

/** What each person left over in the draft can do. Who was in a pair of it is not there, and reads what most of those left over read. */
async function readAdvice(
  ports: Ports<'programmes'>,
  programmeId: string,
  { id, partCount: parts }: DraftHead,
): Promise<ReadonlyMap<string, PersonalCode>> {
  const advice = new Map<string, PersonalCode>();
  // A run that was begun again may have left more parts behind than the draft has.
  const range = { from: partKey(id, 0), to: partKey(id, parts) };
  for await (const { value } of readAll(ports.programmes, programmeId, 'draft-part', range))
    for (const { participantId, personal } of value.unpaired)
      if (personal !== undefined) advice.set(participantId, personal);
  return advice;
}

function bothSides(people: readonly Unplaced[]): boolean {
  const roles = new Set(people.map(({ participant }) => participant.value.profile.role));
  return people.length > 1 && (roles.has('both') || (roles.has('mentor') && roles.has('mentee')));
}

/** A draft of its own with the same choices; its id follows from the round, so that there is one. */
async function startReplacements(
  ports: Ports<Saving | 'secrets'>,
  programmeId: string,
  head: DraftHead,
  endedAt: Instant,
  context: UseCaseContext,
): Promise<void> {
  const id = draftIdAt(endedAt, ports.secrets.sha256(head.id).slice(0, 12));
  if ((await ports.programmes.get(programmeId, 'draft', id)) !== undefined) return;
  const choices = head.pending ?? head.choices;
  const unit = new UnitOfWork(ports, programmeId, context, 'system');
  const job = unit.startJob('draft', id);
  unit.insert('draft', id, {
    ...blankDraft,
    jobId: job.id,
    id,
    seed: head.seed,
    ...(choices === undefined ? {} : { choices: { ...choices, locked: [] } }),
    replaces: head.id,
    createdAt: context.now,
    createdBy: 'system',
  });
  await unit.commit();
}
