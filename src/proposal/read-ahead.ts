import type { Actor, Ports } from '../domain/ports';
import type { Proposal } from '../domain/proposal';
import { sideOf } from '../domain/proposal-rules';
import { readAheadOfPair } from '../pair/form-pair';

interface ProposalRef {
  readonly programmeId: string;
  readonly proposalId: string;
}

/** Reads together what an answer to a proposal needs: the proposal, then its two people. Nothing more for a stranger, and no answer. */
export async function readAheadOfAnswer(
  { programmes, people }: Ports<'programmes' | 'people'>,
  actor: Actor,
  { programmeId, proposalId }: ProposalRef,
): Promise<Proposal | undefined> {
  const [proposal, membership] = await Promise.all([
    programmes.get(programmeId, 'proposal', proposalId),
    people.get(actor.directoryId, 'membership', programmeId),
  ]);
  const me = membership?.value.participantId;
  if (proposal === undefined || me === undefined || sideOf(proposal.value, me) === undefined) return undefined;
  const { mentorId, menteeId } = proposal.value;
  for (const id of [mentorId, menteeId]) programmes.get(programmeId, 'participant', id).catch(() => undefined);
  return proposal.value;
}

/** The same for a yes; where the mentee is asked it forms the pair, so that what this reads is read with the two people. */
export async function readAheadOfYes(
  ports: Ports<'programmes' | 'people'>,
  actor: Actor,
  ref: ProposalRef,
): Promise<void> {
  const proposal = await readAheadOfAnswer(ports, actor, ref);
  if (proposal?.state === 'asking-mentee')
    await readAheadOfPair(ports, ref.programmeId, [proposal.mentorId, proposal.menteeId]);
}
