import { hasHeard } from '../domain/pair-ending-rules';
import type { PairReading } from '../domain/pair-vault';
import { sideOf } from '../domain/proposal-rules';
import type { CardView } from '../domain/view';
import type { Press } from '../member/press';
import { introductionView } from './introduction-view';
import { loadPair } from './load-pair';
import { readCharter } from './read-charter';

/** The partner and the charter as one of the two sees them; undefined for anybody else, and once they have heard that the pair is over. */
export async function showIntroduction(
  { ports, member, context }: Press<'programmes', PairReading>,
  pairId: string,
): Promise<CardView | undefined> {
  const programme = member.programme.value;
  const [people, ending] = await Promise.all([
    loadPair(ports, programme.id, pairId, [member.participant]),
    ports.programmes.get(programme.id, 'pair-ending', pairId),
  ]);
  const side = people === undefined ? undefined : sideOf(people.pair.value, member.participant?.key ?? '');
  if (people?.pair.value.state !== 'active' || side === undefined || hasHeard(ending?.value, side)) return undefined;
  const pair = people.pair.value;
  const [proposal, charter] = await Promise.all([
    ports.programmes.get(programme.id, 'proposal', pair.proposalId),
    readCharter(ports, programme.id, pair, side),
  ]);
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  const parts = proposal?.value.parts ?? [];
  return introductionView(programme, pair, side, partner, parts, charter, member.reader, context.now);
}
