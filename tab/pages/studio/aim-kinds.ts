import { aimSubject, mostAims, type PairingAim } from '../../../src/domain/pairing-contract';
import type { Translate } from '../../lib/translate';
import { acrossAim } from './across-aim';
import type { AimKind } from './aim-kind';
import { atMostAim } from './at-most-aim';
import { mixedAim } from './mixed-aim';

type Kind = PairingAim['kind'];

const kinds: { readonly [K in Kind]: AimKind<Extract<PairingAim, { kind: K }>> } = {
  across: acrossAim,
  'at-most': atMostAim,
  mixed: mixedAim,
};

/** The kinds of aims, in the order in which they are offered. */
export const aimKinds = Object.keys(kinds) as readonly Kind[];

/** What the studio knows of the kind. */
export function aimKind(kind: Kind): AimKind<PairingAim> {
  // Each kind is asked about its own aims only.
  return kinds[kind] as unknown as AimKind<PairingAim>;
}

/** What an aim asks of the pairs as a whole, as a sentence. */
export function aimWords(aim: PairingAim, t: Translate): string {
  return aimKind(aim.kind).words(aim, t);
}

/** Whether the aims can be saved: each says all that it needs, no two are about the same, and there are not too many. */
export function areWhole(aims: readonly PairingAim[]): boolean {
  const subjects = new Set(aims.map(aimSubject));
  return (
    subjects.size === aims.length && aims.length <= mostAims && aims.every((aim) => aimKind(aim.kind).isWhole(aim))
  );
}

/** The aims with one of them in place of the one about the same; undefined where it is no longer what it was. */
export function withAim(aims: readonly PairingAim[], before: PairingAim, after: PairingAim): PairingAim[] | undefined {
  const place = aims.findIndex((aim) => JSON.stringify(aim) === JSON.stringify(before));
  return place < 0 ? undefined : aims.with(place, after);
}
