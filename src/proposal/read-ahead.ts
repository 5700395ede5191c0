import type { Actor, Ports } from '../domain/ports';
import { readAheadOfPair } from '../pair/form-pair';

interface ProposalRef {
  readonly programmeId: string;
  readonly proposalId: string;
}

/** Reads together what an answer to a proposal is certain to need: the proposal, then its two people. Nothing more for a stranger. */
export async function readAheadOfAnswer(
  { programmes, people }: Ports<'programmes' | 'people'>,
  actor: Actor,
  { programmeId, proposalId }: ProposalRef,
): Promise<{ readonly mentorId: string; readonly menteeId: string; readonly me: string } | undefined> {
  const [proposal, membership] = await Promise.all([
    programmes.get(programmeId, 'proposal', proposalId),
    people.get(actor.directoryId, 'membership', programmeId),
  ]);
  const me = membership?.value.participantId;
  if (proposal === undefined || me === undefined) return undefined;
  const { mentorId, menteeId } = proposal.value;
  if (me !== mentorId && me !== menteeId) return undefined;
  for (const id of [mentorId, menteeId]) programmes.get(programmeId, 'participant', id).catch(() => undefined);
  return { mentorId, menteeId, me };
}

/** The same for a yes; the mentee's forms the pair, so that what this reads is read with the two people. */
export async function readAheadOfYes(
  ports: Ports<'programmes' | 'people'>,
  actor: Actor,
  ref: ProposalRef,
): Promise<void> {
  const sides = await readAheadOfAnswer(ports, actor, ref);
  if (sides !== undefined && sides.me === sides.menteeId)
    await readAheadOfPair(ports, ref.programmeId, [sides.mentorId, sides.menteeId]);
}
