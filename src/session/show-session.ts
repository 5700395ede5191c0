import { cardAbout } from '../domain/card';
import type { Subject } from '../domain/message';
import type { CardView } from '../domain/view';
import type { Press } from '../member/press';
import { pulseOrSession } from './answer-met';
import { loadSession } from './load-session';
import { isAhead } from '../domain/session-rules';
import { hasHeard } from '../domain/pair-ending-rules';
import { sessionOffView } from './session-off-view';
import { sessionView } from './session-view';

/** What the cards of a session are about. */
export function sessionAbout({ pairId = '', sessionNumber = 0 }: Subject): string {
  return cardAbout.session(pairId, sessionNumber);
}

/**
 * The session as it stands for one of the two or the mentee's assistant. Once it is gone, its pair is over for the reader, or they have
 * left, a card of theirs says that it is off.
 */
export async function showSession(
  look: Press<'programmes' | 'secrets' | 'signingKey'>,
  { pairId = '', sessionNumber: number = 0 }: Subject,
): Promise<CardView> {
  const programme = look.member.programme.value;
  const it = await loadSession(look, { pairId, number });
  const ending = await look.ports.programmes.get(programme.id, 'pair-ending', pairId);
  if (it === undefined || (isAhead(it.session.value, look.context.now) && hasHeard(ending?.value, it.side)))
    return sessionOffView(programme, look.member.reader, number);
  return it.who.asDelegate
    ? sessionView(programme, it.session.value, it.who, look.context.now)
    : pulseOrSession(look, it, it.session.value);
}
