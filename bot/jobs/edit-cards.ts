import { plusMilliseconds } from '../../src/kernel/clock';
import type { Stored } from '../../src/kernel/row-store';
import { unreachable } from '../../src/kernel/result';
import { cardEditKey, type CardEdit } from '../../src/domain/card';
import { timedOut, type SendOutcome } from '../../src/domain/send-outcome';
import { UnitOfWork } from '../../src/domain/unit-of-work';
import type { CardToEdit, PreparedEdit } from '../../src/dispatch/prepare-edit';
import type { BackgroundDeps } from './background-deps';
import { backOff, mostTries } from './message-ending';
import { upTo } from './programmes';
import type { Answered, SendTurn } from './send-message';

/** What metrics and log call an edit. */
export const editKind = 'card-edit';
const pageSize = 50;

/**
 * The next edits of a programme that may be done, in their order; none that is `held`. No claim is taken: the lane has one holder, and an
 * edit that is done twice leaves the card as it is.
 */
export async function findEdits(
  deps: BackgroundDeps,
  programmeId: string,
  most: number,
  isHeld: (edit: Stored<CardEdit>) => boolean,
): Promise<readonly Stored<CardEdit>[]> {
  if (most === 0) return [];
  const { rows } = await deps.ports.programmes.range(programmeId, 'card-edit', {
    to: upTo(deps.programmeClock.now()),
    limit: pageSize,
  });
  return rows.filter((edit) => !isHeld(edit)).slice(0, most);
}

/** How far an edit has come, and why no further. */
interface Edited {
  readonly shown: CardToEdit[];
  /** Deleted, or where the bot may write no more. */
  readonly gone: CardToEdit[];
  /** `turn-over`: nothing more may go now. Else Teams put it off, for so long at least. */
  stopped?: 'turn-over' | { readonly milliseconds: number; readonly reason: string };
}

/** Draws the cards of one edit anew where they stand, each in its own place of the budget, and writes how far it came. */
export async function editCards(
  deps: BackgroundDeps,
  programmeId: string,
  edit: Stored<CardEdit>,
  turn: SendTurn,
): Promise<Answered> {
  const context = { now: deps.programmeClock.now(), correlationId: edit.value.correlationId };
  const prepared = await deps.prepareEdit(programmeId, edit.value, context);
  const edited: Edited = { shown: [], gone: [] };
  for (const card of prepared.cards) {
    await editOne(deps, card, turn, edited);
    if (edited.stopped !== undefined) break;
  }
  const unit = new UnitOfWork(deps.ports, programmeId, context, 'system');
  keepCards(unit, prepared, edited);
  takeOff(deps, unit, edit, edited.stopped);
  await unit.commit();
  const { stopped } = edited;
  return typeof stopped === 'object' && stopped.reason === timedOut ? 'hung' : 'answered';
}

async function editOne(deps: BackgroundDeps, card: CardToEdit, turn: SendTurn, edited: Edited): Promise<void> {
  const outcome = await turn.alone(card.stored.value.directoryId, () => drawAnew(deps, card, turn));
  if (outcome === undefined) {
    edited.stopped = 'turn-over';
    return;
  }
  deps.metrics.send(editKind, outcome.outcome);
  switch (outcome.outcome) {
    case 'sent':
      edited.shown.push(card);
      return;
    case 'blocked':
    case 'failed':
      edited.gone.push(card);
      return;
    case 'too-large':
      // It stays as it is: a press on it shows what is true.
      return;
    case 'ambiguous':
      edited.stopped = { milliseconds: 0, reason: outcome.reason };
      return;
    case 'retry':
      if (outcome.wholeTenant) await turn.slowTenant(outcome.afterMilliseconds);
      edited.stopped = outcome.wholeTenant
        ? 'turn-over'
        : { milliseconds: outcome.afterMilliseconds, reason: outcome.reason };
      return;
    default:
      return unreachable(outcome);
  }
}

/** Once more as a smaller card where Teams finds it too large; undefined where nothing more may go in this turn. */
async function drawAnew(deps: BackgroundDeps, card: CardToEdit, turn: SendTurn): Promise<SendOutcome | undefined> {
  if (!(await turn.mayGo())) return undefined;
  const whole = await deps.sender.edit(card);
  if (whole.outcome !== 'too-large') return whole;
  return (await turn.mayGo()) ? deps.sender.edit(card, 'small') : undefined;
}

/** What the cards show now; of the one that was pressed nobody knows, so that it is drawn anew whatever comes next. */
function keepCards(unit: UnitOfWork, { pressed }: PreparedEdit, { shown, gone }: Edited): void {
  if (pressed !== undefined) {
    const { shows: _before, ...rest } = pressed.value;
    unit.replace('card', pressed, rest);
  }
  for (const { stored, shows } of shown) {
    const { shows: _before, ...rest } = stored.value;
    unit.replace('card', stored, { ...rest, ...(shows === undefined ? {} : { shows }) });
  }
  for (const { stored } of gone) unit.remove('card', stored);
}

/** Off the queue where it is done, at a later place where Teams put it off, and given up after the last try: a press on the card still shows what is true. */
function takeOff(deps: BackgroundDeps, unit: UnitOfWork, edit: Stored<CardEdit>, stopped: Edited['stopped']): void {
  if (stopped === 'turn-over') return;
  unit.remove('card-edit', edit);
  if (stopped === undefined) return;
  const tries = edit.value.tries + 1;
  if (tries >= mostTries) {
    deps.metrics.send(editKind, 'dead');
    return;
  }
  const notBefore = plusMilliseconds(deps.programmeClock.now(), Math.max(backOff(tries), stopped.milliseconds));
  unit.insert('card-edit', cardEditKey(notBefore, edit.value.id), { ...edit.value, notBefore, tries });
}
