import { findFormerPair } from '../pair/find-former-pair';
import { plusDays, type Instant } from '../kernel/clock';
import { readWhole } from '../kernel/read-all';
import { partKey } from '../people-file/preview-import';
import type { Participant } from '../domain/participant';
import { wantsPartner } from '../domain/participant-rules';
import { recentPairs } from '../pairing/scoring/prepare-pairing';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import type { Stored } from '../kernel/row-store';
import type { DraftHead, DraftPair, PairIds } from '../domain/draft';
import { emptyChoices, mostNotAsked } from '../domain/draft-rules';
import { planProgramme } from '../programme/plan-programme';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import type { Proposal, Side } from '../domain/proposal';
import { tellsOfMany } from '../privacy/small-groups';
import { placesLeft } from '../pair/count-places';
import { holdsPlaces, proposalIdOf, remindAfterDays, replyDate, replyDays } from '../domain/proposal-rules';
import { publishRenewals } from './publish-renewals';
import { nextContactTimeFor } from '../calendar/next-contact-time';

/**
 * Sends the proposals of a published draft, each mentor first; lets pairs go on whose two people both asked for it. Two people are asked
 * once in a programme, so a second run, or a second draft, finds the proposal there. People who left meanwhile, whose places another round
 * holds, or who were a pair elsewhere meanwhile, are not asked; the draft says of whom it is because somebody takes no part any more.
 * Throws `rows-unreadable` rather than overlook a proposal.
 */
export async function publishDraft(
  ports: Ports<Saving | 'people' | 'secrets' | 'holidayFrom'>,
  programmeId: string,
  draftId: string,
  progress: (share: number) => Promise<void>,
  context: UseCaseContext,
): Promise<void> {
  const found = await ports.programmes.get(programmeId, 'draft', draftId);
  if (found === undefined || found.value.state !== 'publishing') return;
  await planProgramme(ports, programmeId, context);
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme?.value.state !== 'running') return fail(ports, programmeId, found, context);
  if (found.value.renewal !== undefined) return publishRenewals(ports, programmeId, found, progress, context);
  const pairingRoundEndsAt = found.value.pairingRoundEndsAt ?? replyDate(ports, programme.value.plan, context.now);
  const draft = await beginRound(ports, programmeId, found, pairingRoundEndsAt, context);
  if (draft === undefined) return;
  const held = await placesHeld(ports, programmeId, draftId, context.now);
  const functionOf = await tellableFunctions(ports, programmeId);
  const notAsked: PairIds[] = [];
  for (let index = 0; index < draft.value.partCount; index++) {
    const part = await ports.programmes.get(programmeId, 'draft-part', partKey(draftId, index));
    for (const pair of part?.value.pairs ?? []) {
      const came = await retryOnConflict(() =>
        propose(ports, programmeId, draft.value, pair, held, functionOf, pairingRoundEndsAt, context),
      );
      if (came === 'gone' && notAsked.length < mostNotAsked) notAsked.push([pair.mentorId, pair.menteeId]);
    }
    await progress((index + 1) / draft.value.partCount);
  }
  await new UnitOfWork(ports, programmeId, context, 'system')
    .replace('draft', draft, {
      ...draft.value,
      state: 'published',
      ...(notAsked.length === 0 ? {} : { notAsked }),
      revision: draft.value.revision + 1,
    })
    .recordChange('draft-published')
    .commit();
}

/** Keeps the reply date with the draft, once, so that a publication begun again has the same. */
async function beginRound(
  ports: Ports<Saving>,
  programmeId: string,
  draft: Stored<DraftHead>,
  pairingRoundEndsAt: Instant,
  context: UseCaseContext,
): Promise<Stored<DraftHead> | undefined> {
  if (draft.value.pairingRoundEndsAt !== undefined) return draft;
  const kept = await new UnitOfWork(ports, programmeId, context, 'system')
    .replace('draft', draft, { ...draft.value, pairingRoundEndsAt })
    .schedule({ kind: 'pairing-round-end', at: pairingRoundEndsAt, ref: draft.key, occurrence: '' })
    .commit();
  return kept ? ports.programmes.get(programmeId, 'draft', draft.key) : undefined;
}

async function fail(
  ports: Ports<Saving>,
  programmeId: string,
  draft: Stored<DraftHead>,
  context: UseCaseContext,
): Promise<void> {
  await new UnitOfWork(ports, programmeId, context, 'system')
    .replace('draft', draft, {
      ...draft.value,
      state: 'failed',
      reason: 'programme-not-running',
      revision: draft.value.revision + 1,
    })
    .recordChange('draft-failed')
    .commit();
}

type PlacesHeld = (participantId: string, side: Side) => number;

/** Places that proposals of other rounds hold, so that a draft made before those were sent asks nobody twice at once. */
async function placesHeld(
  ports: Ports<'programmes'>,
  programmeId: string,
  draftId: string,
  now: Instant,
): Promise<PlacesHeld> {
  const held = new Map<string, number>();
  for await (const { value } of readWhole(ports.programmes, programmeId, 'proposal')) {
    if (value.draftId === draftId || !holdsPlaces(value, now)) continue;
    for (const key of [`mentor|${value.mentorId}`, `mentee|${value.menteeId}`]) held.set(key, (held.get(key) ?? 0) + 1);
  }
  return (participantId, side) => held.get(`${side}|${participantId}`) ?? 0;
}

type FunctionOf = (person: Participant, side: Side) => { readonly [S in Side]?: string };

/** The function of somebody where enough enrolled people of their side share it, so that it singles nobody out before the two yeses. */
async function tellableFunctions(ports: Ports<'programmes'>, programmeId: string): Promise<FunctionOf> {
  const words: Record<Side, string[]> = { mentor: [], mentee: [] };
  for await (const { value } of readWhole(ports.programmes, programmeId, 'participant')) {
    const { role, function: word } = value.profile;
    if (value.state !== 'enrolled' || word === undefined) continue;
    for (const side of ['mentor', 'mentee'] as const) if (role === side || role === 'both') words[side].push(word);
  }
  const isTellable = { mentor: tellsOfMany(words.mentor), mentee: tellsOfMany(words.mentee) };
  return ({ profile: { function: word } }, side) =>
    word !== undefined && isTellable[side](word) ? { [side]: word } : {};
}

/**
 * The same two people are asked once in a programme, whatever drafts name them: their proposal's id follows from theirs. `gone`: one of
 * them takes no part any more. A pause, or a place that is held, is told to nobody.
 */
async function propose(
  ports: Ports<Saving | 'people' | 'secrets' | 'holidayFrom'>,
  programmeId: string,
  draft: DraftHead,
  pair: DraftPair,
  held: PlacesHeld,
  functionOf: FunctionOf,
  pairingRoundEndsAt: Instant,
  context: UseCaseContext,
): Promise<true | 'gone' | typeof conflict> {
  const id = proposalIdOf((text) => ports.secrets.sha256(text), programmeId, pair.mentorId, pair.menteeId);
  const [there, mentor, mentee] = await Promise.all([
    ports.programmes.get(programmeId, 'proposal', id),
    ports.programmes.get(programmeId, 'participant', pair.mentorId),
    ports.programmes.get(programmeId, 'participant', pair.menteeId),
  ]);
  if (there !== undefined) return true;
  if (mentor?.value.state !== 'enrolled' || mentee?.value.state !== 'enrolled') return 'gone';
  if (!wantsPartner(mentor.value, context.now) || !wantsPartner(mentee.value, context.now)) return true;
  const left = await Promise.all([
    placesLeft(ports, programmeId, mentor.value, 'mentor'),
    placesLeft(ports, programmeId, mentee.value, 'mentee'),
  ]);
  const heldOf = [held(pair.mentorId, 'mentor'), held(pair.menteeId, 'mentee')] as const;
  if (left[0] <= heldOf[0] || left[1] <= heldOf[1]) return true;
  if (await isApart(ports, draft, mentor.value, mentee.value, context.now)) return true;
  const asked = nextContactTimeFor(ports, mentor.value, context.now);
  const replyBy = earlierOf(plusDays(asked, replyDays), pairingRoundEndsAt);
  // A publication that was begun again after its reply date would ask what nobody can answer, and the two are asked once.
  if (replyBy <= asked) return true;
  const proposal: Proposal = {
    id,
    draftId: draft.id,
    mentorId: pair.mentorId,
    menteeId: pair.menteeId,
    score: pair.score,
    parts: pair.parts,
    topics: pair.topics,
    functions: { ...functionOf(mentor.value, 'mentor'), ...functionOf(mentee.value, 'mentee') },
    state: 'asking-mentor',
    createdAt: context.now,
    replyBy,
    pairingRoundEndsAt,
    revision: 1,
  };
  const unit = new UnitOfWork(ports, programmeId, context, 'system')
    .insert('proposal', id, proposal)
    .insert('asked', `${pair.mentorId}|${id}`, { proposalId: id })
    .queueMessage({
      kind: 'proposal',
      recipient: { to: 'participant', id: pair.mentorId },
      subject: { proposalId: id },
      notBefore: asked,
      expiresAt: replyBy,
    })
    .schedule({ kind: 'proposal-remind', at: plusDays(asked, remindAfterDays), ref: id, occurrence: 'mentor' })
    .schedule({ kind: 'proposal-expire', at: pairingRoundEndsAt, ref: id, occurrence: 'mentor' })
    .recordChange('proposed', { counts: { 'proposals.asked': 1 } });
  return (await unit.commit()) ? true : conflict;
}

/** Whether the two have been a pair too short a while ago, also since the draft was made. HR kept a locked pair knowingly. */
async function isApart(
  ports: Ports<'people'>,
  { choices = emptyChoices }: DraftHead,
  mentor: Participant,
  mentee: Participant,
  now: Instant,
): Promise<boolean> {
  if (choices.locked.some(([one, other]) => one === mentor.id && other === mentee.id)) return false;
  const former = await findFormerPair(ports, mentor, mentee);
  return former !== undefined && recentPairs({ formerPairs: [former], now, policy: choices.policy }).length > 0;
}

function earlierOf(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
