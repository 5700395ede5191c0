import type { PairingAim } from '../../domain/pairing-contract';
import type { AimResult } from '../../domain/pairing';
import type { PairingCase } from '../scoring/prepare-pairing';

type Refusal = NonNullable<AimResult['refused']>;

/** The case without the aims that are refused, and the results of the others put back among them. */
export function refuseAims(pairing: PairingCase): {
  readonly pairing: PairingCase;
  readonly withRefused: (results: readonly AimResult[]) => readonly AimResult[];
} {
  const { policy } = pairing;
  const refusals = policy.aims.map((aim) => refusalOf(aim, pairing));
  if (refusals.every((refusal) => refusal === undefined)) return { pairing, withRefused: (results) => results };
  const places = refusals.flatMap((refusal, index) => (refusal === undefined ? [index] : []));
  return {
    pairing: { ...pairing, policy: { ...policy, aims: places.map((index) => policy.aims[index] as PairingAim) } },
    withRefused: (results) =>
      refusals.map((refusal, index): AimResult => {
        if (refusal !== undefined) return { met: false, reached: 0, asked: 0, cost: 0, refused: refusal };
        const { fights, ...result } = results[places.indexOf(index)] as AimResult;
        return { ...result, ...(fights === undefined ? {} : { fights: fights.map((one) => places[one] as number) }) };
      }),
  };
}

function refusalOf(aim: PairingAim, { composition }: PairingCase): Refusal | undefined {
  if (aim.kind !== 'mixed') return undefined;
  const known = composition[aim.by];
  return known === undefined ? 'too-few' : known === 'not-enabled' ? known : undefined;
}
