import { isRecord } from './wire-activity';
import type { CardMode } from './service-options';

/** An action as it stands in a card. */
export interface CardAction {
  readonly type: string;
  readonly verb?: string;
  readonly title?: string;
  readonly id?: string;
  readonly data: Record<string, unknown>;
  readonly raw: Record<string, unknown>;
  /** Inputs travel with it unless the card says `associatedInputs: none`. */
  readonly takesInputs: boolean;
}

/** Which action is meant; every field given must fit. A plain string is a verb, or else a title. */
export type ActionChoice =
  string | { readonly verb?: string; readonly title?: string; readonly type?: string; readonly data?: unknown };

export interface CardInput {
  readonly id: string;
  readonly value: unknown;
  readonly required: boolean;
}

/** All Execute and Submit actions a client of this mode can press, in reading order, nested cards included. */
export function pressableActions(card: unknown, mode: CardMode): CardAction[] {
  return walk(card, true)
    .flatMap((node) => {
      if (node.type === 'Action.Submit') return [node];
      if (node.type !== 'Action.Execute') return [];
      if (mode === '1.5') return [node];
      return isRecord(node.fallback) && node.fallback.type === 'Action.Submit' ? [node.fallback] : [];
    })
    .map(readAction);
}

/** The first action that fits the choice. */
export function findAction(actions: readonly CardAction[], choice: ActionChoice): CardAction | undefined {
  if (typeof choice === 'string') {
    return actions.find((action) => verbOf(action) === choice) ?? actions.find((action) => action.title === choice);
  }
  return actions.find(
    (action) =>
      (choice.verb === undefined || verbOf(action) === choice.verb) &&
      (choice.title === undefined || action.title === choice.title) &&
      (choice.type === undefined || action.type === choice.type) &&
      (choice.data === undefined || sameJson(action.data, choice.data)),
  );
}

/** An action's own verb, or the one its data names, as a Submit fallback does. */
export function verbOf(action: CardAction): string | undefined {
  if (action.verb !== undefined) return action.verb;
  return typeof action.data.verb === 'string' ? action.data.verb : undefined;
}

/**
 * The inputs that travel with an action, with the values a client would send untouched: those of the card the action
 * stands in and of the cards around it, never those of a ShowCard beside it.
 */
export function cardInputs(card: unknown, action: CardAction): CardInput[] {
  return inputsFor(card, action.raw).map((node) => ({
    id: String(node.id),
    value: node.value ?? (node.type === 'Input.Toggle' ? (node.valueOff ?? 'false') : ''),
    required: node.isRequired === true,
  }));
}

function inputsFor(card: unknown, action: unknown): Record<string, unknown>[] {
  const nodes = walk(card, false);
  const own = nodes.filter(
    (node) =>
      typeof node.type === 'string' &&
      node.type.startsWith('Input.') &&
      typeof node.id === 'string' &&
      node.isVisible !== false,
  );
  const around = nodes.find((node) => node.type === 'Action.ShowCard' && contains(node.card, action));
  return around ? [...own, ...inputsFor(around.card, action)] : own;
}

function contains(node: unknown, wanted: unknown): boolean {
  if (node === wanted) return true;
  if (Array.isArray(node)) return node.some((item) => contains(item, wanted));
  return isRecord(node) && Object.values(node).some((value) => contains(value, wanted));
}

function readAction(raw: Record<string, unknown>): CardAction {
  const text = (name: string): Record<string, string> => (typeof raw[name] === 'string' ? { [name]: raw[name] } : {});
  return {
    type: String(raw.type),
    ...text('verb'),
    ...text('title'),
    ...text('id'),
    data: isRecord(raw.data) ? raw.data : {},
    raw,
    takesInputs: raw.associatedInputs !== 'none' && raw.associatedInputs !== 'None',
  };
}

function walk(node: unknown, intoShowCards: boolean): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap((item) => walk(item, intoShowCards));
  if (!isRecord(node)) return [];
  const skipped = node.type === 'Action.ShowCard' && !intoShowCards ? ['card'] : [];
  const inside = Object.entries(node).flatMap(([name, value]) =>
    name === 'data' || name === 'fallback' || skipped.includes(name) ? [] : walk(value, intoShowCards),
  );
  return typeof node.type === 'string' ? [node, ...inside] : inside;
}

function sameJson(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
  if (isRecord(left) && isRecord(right)) {
    const names = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...names].every((name) => sameJson(left[name], right[name]));
  }
  return left === right;
}
