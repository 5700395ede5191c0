import type { Actor } from '../domain/ports';
import { ok, refused, type Result } from '../kernel/result';
import { loadMember } from '../member/load-member';
import type { MyComments } from '../own-page/comments-contract';
import { thresholdsOf } from '../privacy/small-groups';
import { listOwnComments } from '../own-page/list-own-comments';
import { everydayPorts, type AllPorts } from './all-ports';
import { bindOwnSheet } from './own-sheets';

/** The comments that whoever asks wrote in surveys, with their own sheets; to whoever has no part in the programme it does not exist. */
export async function readMyComments(
  all: AllPorts,
  actor: Actor,
  programmeId: string,
): Promise<Result<MyComments, 'not-found'>> {
  const ports = everydayPorts(all);
  const member = await loadMember(ports, actor, programmeId);
  if (member?.participant === undefined) return refused('not-found');
  const { key } = member.participant;
  const comments = await listOwnComments(ports, programmeId, key, bindOwnSheet(all, programmeId, key));
  return ok({ fewest: thresholdsOf(member.programme.value.plan).comments, comments: [...comments] });
}

/** The same with its ports already given: what the edge of the tab receives. */
export type ReadMyComments = (actor: Actor, programmeId: string) => ReturnType<typeof readMyComments>;
