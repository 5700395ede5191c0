import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { loadMember } from '../member/load-member';
import { pledgeView } from './pledge-view';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { strangerReader } from '../member/reader';

/** The sponsor's promise, given once; a second press shows the first. */
export async function givePledge(
  ports: Ports,
  actor: Actor,
  input: { readonly programmeId: string; readonly words: string },
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const member = await loadMember(ports, actor, input.programmeId);
    if (member === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    if (!member.roles.sponsor) return noticed('not-allowed', member.reader);
    const { programme, reader } = member;
    if (programme.value.pledge !== undefined) return shown(pledgeView(programme.value, reader), reader, false);
    const pledged = {
      ...programme.value,
      pledge: { at: context.now, words: input.words.trim() },
      revision: programme.value.revision + 1,
    };
    const saved = await new UnitOfWork(ports, input.programmeId, context, actor.directoryId)
      .replace('programme', programme, pledged)
      .recordChange('pledge-given')
      .commit();
    return saved ? shown(pledgeView(pledged, reader), reader, true) : conflict;
  });
}
