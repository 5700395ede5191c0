import { readWhole } from '../kernel/read-all';
import type { Instant } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import { wantsPartner } from '../domain/participant-rules';
import type { Ports } from '../domain/ports';
import { looksPendingToMentee, looksPendingToMentor } from '../domain/proposal-rules';

export interface Unplaced {
  readonly participant: Stored<Participant>;
  /** Their yes in this round led to nothing, and they hear of that in a message of its own. */
  readonly hearsOfProposal: boolean;
}

/**
 * Volunteers who want a partner now, are in no pair and whom no open proposal holds, whether or not they were asked before. For long
 * work only; throws `rows-unreadable` rather than overlook somebody.
 */
export async function findUnplaced(
  ports: Ports<'programmes'>,
  programmeId: string,
  draftId: string,
  now: Instant,
): Promise<readonly Unplaced[]> {
  const placed = new Set<string>();
  const hearing = new Set<string>();
  for await (const { value } of readWhole(ports.programmes, programmeId, 'pair')) {
    if (value.state === 'active') placed.add(value.mentorId).add(value.menteeId);
  }
  for await (const { value } of readWhole(ports.programmes, programmeId, 'proposal')) {
    const asking = (value.state === 'asking-mentor' || value.state === 'asking-mentee') && now < value.replyBy;
    // Where the mentee was asked late, a no before their own reply date reads as silence until then.
    const open = asking || looksPendingToMentor(value, now) || looksPendingToMentee(value, now);
    if (open) placed.add(value.mentorId).add(value.menteeId);
    else if (value.draftId === draftId && value.state !== 'accepted') {
      if (value.mentorAcceptedAt !== undefined) hearing.add(value.mentorId);
      if (value.menteeAcceptedAt !== undefined) hearing.add(value.menteeId);
    }
  }
  const unplaced: Unplaced[] = [];
  for await (const row of readWhole(ports.programmes, programmeId, 'participant')) {
    if (wantsPartner(row.value, now) && !placed.has(row.key))
      unplaced.push({ participant: row, hearsOfProposal: hearing.has(row.key) });
  }
  return unplaced;
}
