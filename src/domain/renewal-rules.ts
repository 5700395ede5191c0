import type { Instant } from '../kernel/clock';
import type { PersonProfile } from './participant';
import type { Side } from './proposal';
import type { Renewal, RenewalChoice, RenewalWish } from './renewal';

/** What both said yes to: the same roles before swapped ones. Nothing, whoever said no or was silent. */
export function mutualWishes({ mentor, mentee }: Renewal['choices']): readonly RenewalWish[] {
  const wishes: readonly RenewalWish[] = ['again', 'swap'];
  return wishes.filter((wish) => mentor?.goOn.includes(wish) === true && mentee?.goOn.includes(wish) === true);
}

/** Whether the two are being asked at `now`. A choice counts until the last moment before `replyBy`. */
export function isAsking(renewal: Renewal, now: Instant): boolean {
  return renewal.settledAt === undefined && renewal.asksAt <= now && now < renewal.replyBy;
}

/** One side's choice, also instead of an earlier one; the same renewal where nothing changes. */
export function choose(renewal: Renewal, side: Side, choice: RenewalChoice): Renewal {
  const before = renewal.choices[side];
  const same =
    before?.otherwise === choice.otherwise &&
    before.goOn.length === choice.goOn.length &&
    before.goOn.every((wish) => choice.goOn.includes(wish));
  return same ? renewal : { ...renewal, choices: { ...renewal.choices, [side]: choice } };
}

/** Whether the roles can be swapped at all: a partner's people are paired as mentors only. No other rule is told beforehand. */
export function canSwap(mentor: PersonProfile): boolean {
  return mentor.partnerOrganisation === undefined;
}

/** The id of the pair in which the two of another go on; it follows from that pair's, so that there is one. */
export function renewedPairId(sha256: (text: string) => string, programmeId: string, pairId: string): string {
  return sha256(`${programmeId}|renewal|${pairId}`).slice(0, 24);
}
