import type { ReactNode } from 'react';
import type { PairingAim, MixedBy } from '../../../src/domain/pairing-contract';
import type { Translate } from '../../lib/translate';

export interface AimFieldsProps<Aim> {
  readonly aim: Aim;
  /** Every other aim of the policy: two are never about the same. */
  readonly others: readonly PairingAim[];
  /** What this programme may be mixed in. */
  readonly mixable: readonly MixedBy[];
  /** Departments of the volunteers, as the people file writes them. */
  readonly departments: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (aim: Aim) => void;
}

/** What the studio knows of one kind of aim. A new kind is one more of these in `aim-kinds.ts`, and its words. */
export interface AimKind<Aim extends PairingAim> {
  /** Whether the pairs it counts are at least, or at most, as many as it asks for. */
  readonly bound: 'least' | 'most';
  /** An aim to begin with beside the others; undefined where each thing it can be about has one. */
  begin(others: readonly PairingAim[], mixable: readonly MixedBy[]): Aim | undefined;
  /** Whether it says all that it needs. */
  isWhole(aim: Aim): boolean;
  /** What it asks of the pairs as a whole, as a sentence. */
  words(aim: Aim, t: Translate): string;
  /** The same aim asking for what was reached of so many pairs; undefined where nothing would be asked any more. */
  lowered(aim: Aim, reached: number, pairs: number): Aim | undefined;
  readonly Fields: (props: AimFieldsProps<Aim>) => ReactNode;
}
