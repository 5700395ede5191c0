import { cardAbout } from '../domain/card';
import type { Subject } from '../domain/message';
import type { CardView } from '../domain/view';
import { noticed } from '../member/action-outcome';
import { current, type Press, type PressAnswer } from '../member/press';
import { needsPollView } from './poll-view';
import { wasAskedBy } from './rules';

/** The form, or that the poll is closed: the same for everybody who was asked, whether or not they have answered. */
export async function showNeedsPoll(
  press: Press<'programmes'>,
  { poll }: { readonly poll: string },
): Promise<PressAnswer> {
  const view = await lookAtNeedsPoll(press, { poll });
  return view === undefined ? noticed('not-found', press.member.reader) : current(press, view);
}

/** The same as a view; undefined for somebody who was not asked. */
export async function lookAtNeedsPoll(
  { ports, member, context }: Press<'programmes'>,
  { poll = '' }: Subject,
): Promise<CardView | undefined> {
  const { participant } = member;
  const programme = member.programme.value;
  if (participant === undefined) return undefined;
  const [stored, polled] = await Promise.all([
    ports.programmes.get(programme.id, 'needs-poll', poll),
    ports.programmes.get(programme.id, 'polled', participant.key),
  ]);
  if (stored === undefined || !wasAskedBy(poll, polled?.value, participant.value)) return undefined;
  return needsPollView(programme, stored.value, member.reader, context.now);
}

/** What the cards of a needs poll are about. */
export function needsPollAbout({ poll = '' }: Subject): string {
  return cardAbout.needsPoll(poll);
}
