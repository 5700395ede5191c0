import type { DueKind, DueWork } from '../domain/due-work';
import type { Capability, Ports, UseCaseContext } from '../domain/ports';
import type { Stored } from '../kernel/row-store';

/** Does what has fallen due and removes its row in one transaction. False when another change came first: the row is left to the winner. */
export type DueStep<P = Ports<Capability>> = (
  ports: P,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
) => Promise<boolean>;

/** What a feature says of one kind of due work. */
export interface DueDeclaration<P = Ports<Capability>> {
  readonly step: DueStep<P>;
  /** In a programme that is over: what asks people is of no use and dropped; what ends or hides something is done all the same. */
  readonly whenClosed: 'dropped' | 'done';
}

/** The kinds of due work of one feature; `P` where it has ports of its own. */
export type DueDeclarations<K extends DueKind, P = Ports<Capability>> = Readonly<Record<K, DueDeclaration<P>>>;
