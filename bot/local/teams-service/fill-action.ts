import { cardInputs, findAction, verbOf, type ActionChoice, type CardAction } from './card-actions';
import { ServiceRefusal } from './service-refusal';

/** The chosen action; refuses with what the card offers instead. */
export function choose(actions: readonly CardAction[], choice: ActionChoice, where: string): CardAction {
  const action = findAction(actions, choice);
  if (action) return action;
  const offered = actions.map((each) => verbOf(each) ?? each.title ?? each.type).join(', ');
  throw new ServiceRefusal(
    404,
    'UnknownAction',
    `${where} has no action ${JSON.stringify(choice)}; it offers: ${offered || 'none'}.`,
  );
}

/** What the action sends: its data with the inputs merged in, and the required inputs left empty. */
export function fill(
  card: unknown,
  action: CardAction,
  inputs: Readonly<Record<string, unknown>>,
): { data: Record<string, unknown>; missing: string[] } {
  if (!action.takesInputs) return { data: action.data, missing: [] };
  const known = cardInputs(card, action);
  const values = { ...Object.fromEntries(known.map((input) => [input.id, input.value])), ...inputs };
  const missing = known
    .filter((input) => input.required && (values[input.id] === '' || values[input.id] === undefined))
    .map((input) => input.id);
  return { data: { ...action.data, ...values }, missing };
}

/** The value of a dialog's invoke. */
export function taskValue(data: Record<string, unknown>): unknown {
  return { data, context: { theme: 'default' } };
}

/** The named fields that are there. */
export function pick(record: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => record[name] !== undefined).map((name) => [name, record[name]]));
}
