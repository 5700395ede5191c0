import type { CharterAcceptance } from '../domain/charter';
import { hasAcceptedCharter } from '../domain/charter-rules';
import { vaultOf, type PairReading } from '../domain/pair-vault';
import type { Pair, Side } from '../domain/proposal';

/** How one side stands with the charter of their pair. */
export interface CharterState {
  /** What the reader accepted, and when; absent until they have. */
  readonly accepted?: Pick<CharterAcceptance, 'version' | 'words' | 'acceptedOn'>;
  readonly partnerAccepted: boolean;
}

/** Of a pair that has just been formed. */
export const noCharterYet: CharterState = { partnerAccepted: false };

/**
 * How this side stands with the charter: that they accepted is the programme's to say, with which words and when the pair's own. One point
 * read, none for somebody who has not accepted. Nothing of the other's row is read.
 */
export async function readCharter(
  { pairs }: PairReading,
  programmeId: string,
  pair: Pair,
  side: Side,
): Promise<CharterState> {
  const partnerAccepted = hasAcceptedCharter(pair, side === 'mentor' ? 'mentee' : 'mentor');
  if (!hasAcceptedCharter(pair, side)) return { partnerAccepted };
  const me = side === 'mentor' ? pair.mentorId : pair.menteeId;
  const stored = await pairs.get(vaultOf(programmeId, pair.id), 'charter', me);
  if (stored === undefined) return { partnerAccepted };
  const { version, words, acceptedOn } = stored.value;
  return { accepted: { version, words, acceptedOn }, partnerAccepted };
}
