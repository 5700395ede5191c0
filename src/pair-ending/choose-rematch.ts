import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import type { Participant } from '../domain/participant';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { loadOwnPair, type OwnPair } from './load-own-pair';
import { pairEndedView } from './pair-ended-view';
import { hasHeard } from '../domain/pair-ending-rules';

export interface RematchInput {
  readonly programmeId: string;
  /** The pair that is over. */
  readonly pairId: string;
  readonly wish: 'another' | 'enough';
}

/** After the end of a pair, once both have been asked whether they go on: another partner, or no more. The person may change their mind; a repeat changes nothing. */
export async function chooseRematch(
  ports: Ports,
  actor: Actor,
  input: RematchInput,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const it = await loadOwnPair(ports, actor, input);
    if (it === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const { me, member, partner } = it;
    const programme = member.programme.value;
    if (programme.state === 'closed') return noticed('programme-closed', member.reader);
    const over =
      it.pair.value.state === 'ended' || hasHeard(it.ending?.value, it.side) || (await isFinished(ports, it, context));
    if (!over || me.value.state !== 'enrolled') return noticed('not-found', member.reader);
    const view = (person: Participant) => pairEndedView(programme, it.pair.value, person, partner.value, member.reader);
    const before = me.value.rematch?.wish;
    if (before === input.wish) return shown(view(me.value), member.reader, false);
    const after: Participant = {
      ...me.value,
      rematch: { wish: input.wish, since: context.now },
      revision: me.value.revision + 1,
    };
    const moved = (input.wish === 'another' ? 1 : 0) - (before === 'another' ? 1 : 0);
    const saved = await new UnitOfWork(ports, input.programmeId, context, actor.directoryId)
      .replace('participant', me, after)
      .recordChange('rematch-chosen', moved === 0 ? {} : { counts: { 'participants.looking-again': moved } })
      .commit();
    return saved ? shown(view(after), member.reader, true) : conflict;
  });
}

async function isFinished(ports: Ports, { member, pair }: OwnPair, { now }: UseCaseContext): Promise<boolean> {
  if (pair.value.state !== 'finished') return false;
  const renewal = await ports.programmes.get(member.programme.value.id, 'renewal', pair.key);
  return renewal === undefined || now >= renewal.value.hearsBy;
}
