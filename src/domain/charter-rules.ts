import type { Pair, Side } from './proposal';

/** Whether this side has accepted the charter of the pair. */
export function hasAcceptedCharter({ charterAccepted }: Pick<Pair, 'charterAccepted'>, side: Side): boolean {
  return charterAccepted?.[side] === true;
}

/** The pair once this side has accepted its charter. */
export function acceptCharterAs(pair: Pair, side: Side): Pair {
  return { ...pair, charterAccepted: { ...pair.charterAccepted, [side]: true }, revision: pair.revision + 1 };
}
