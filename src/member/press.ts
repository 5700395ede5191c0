import type { ReadOwnSheet } from '../domain/own-sheet';
import type { Actor, Capability, Ports, UseCaseContext, Saving } from '../domain/ports';
import { UnitOfWork, type conflict } from '../domain/unit-of-work';
import type { CardView } from '../domain/view';
import { noticed, shown, type ActionOutcome } from './action-outcome';
import type { Member } from './load-member';
import { strangerReader } from './reader';

/**
 * A press by somebody of the tenant: who pressed, as proved by Teams or the token, and what the use case may reach: the ports it names,
 * and `More` where a feature has ports of its own.
 */
export interface PersonalPress<C extends Capability, More = unknown> {
  readonly ports: Ports<C> & More;
  readonly actor: Actor;
  readonly context: UseCaseContext;
}

/** A press inside a programme. Its member is read once, by whoever hands the press in, and again only after a conflict. */
export interface Press<C extends Capability, More = unknown> extends PersonalPress<C, More> {
  readonly member: Member;
  /** The surveys of whoever presses, as they left them. */
  readonly ownSheet: ReadOwnSheet;
}

/** What a press leads to. After a conflict the press is decided anew from what is stored by then. */
export type PressAnswer = ActionOutcome | typeof conflict;

/** Gathers what the press changes, in the name of the one who pressed or of `by`, where nobody may read who it was. */
export function unitOf({ ports, member, context, actor }: Press<Saving>, by = actor.directoryId): UnitOfWork {
  return new UnitOfWork(ports, member.programme.value.id, context, by);
}

/** The card that is true now; nothing changes. The answer to a look, a repeat, and a card that is out of date. */
export function current({ member }: Press<never>, view: CardView): ActionOutcome {
  return shown(view, member.reader, false);
}

/** What is not this person's reads as what does not exist: the same words, whatever their part in the programme. */
export async function notFound({ ports, actor }: PersonalPress<'people'>): Promise<ActionOutcome> {
  return noticed('not-found', await strangerReader(ports, actor.directoryId));
}
