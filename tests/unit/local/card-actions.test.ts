import { cardInputs, findAction, pressableActions } from '../../../bot/local/teams-service/card-actions';

const submit = (verb: string) => ({ type: 'Action.Submit', title: `${verb} by message`, data: { verb } });
const execute = (verb: string, more: object = {}) => ({ type: 'Action.Execute', title: verb, verb, ...more });
const inner = {
  type: 'AdaptiveCard',
  body: [{ type: 'Input.Text', id: 'why', isRequired: true }],
  actions: [execute('decline')],
};
const card = {
  type: 'AdaptiveCard',
  body: [
    { type: 'Input.Toggle', id: 'share' },
    { type: 'Input.Text', id: 'hidden', isVisible: false },
    { type: 'Container', selectAction: execute('open') },
    { type: 'ActionSet', actions: [execute('later', { fallback: 'drop' })] },
  ],
  actions: [execute('accept', { fallback: submit('accept') }), { type: 'Action.ShowCard', card: inner }],
};

const verbs = (mode: '1.2' | '1.5'): string[] =>
  pressableActions(card, mode).map(({ type, title }) => `${type} ${title ?? ''}`);

test('a current client can press every Execute, wherever it stands', () => {
  expect(verbs('1.5')).toEqual([
    'Action.Execute open',
    'Action.Execute later',
    'Action.Execute accept',
    'Action.Execute decline',
  ]);
});

test('an old client can press the Submit fallbacks only', () => {
  expect(verbs('1.2')).toEqual(['Action.Submit accept by message']);
});

test('an action is found by verb first, then by title, or by all that is asked of it', () => {
  const actions = pressableActions(card, '1.2');
  expect(findAction(actions, 'accept')).toBe(actions[0]);
  expect(findAction(actions, 'accept by message')).toBe(actions[0]);
  expect(findAction(actions, { verb: 'accept', data: { verb: 'accept' } })).toBe(actions[0]);
  expect(findAction(actions, { verb: 'accept', data: { verb: 'accept', id: 'other' } })).toBeUndefined();
});

test('inputs of a card beside the pressed one stay behind, those around it travel along', () => {
  const inputsOf = (choice: string): string[] => {
    const action = findAction(pressableActions(card, '1.5'), choice);
    if (!action) throw new Error(`no action ${choice}`);
    return cardInputs(card, action).map(({ id }) => id);
  };
  expect(inputsOf('accept')).toEqual(['share']);
  expect(inputsOf('decline')).toEqual(['share', 'why']);
});
