// The package as a whole loads models and tokenizers, which takes every server half a second to start.
import { Application } from '@microsoft/teams-ai/lib/Application';
import type { TurnState } from '@microsoft/teams-ai/lib/TurnState';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { CardObject } from './cards/card-frame';
import { openProfileDialog, submitProfileDialog } from './dialogs/profile-dialog';
import type { InboundActivity } from './guard/check-request';
import { executeAction } from './handlers/execute-action';
import { noteInstallation } from './handlers/note-installation';
import { submitAction } from './handlers/submit-action';
import { answerTyped } from './handlers/typed-message';
import { isVerb, verbs } from './parse-action';
import { readTurn, type Turn, type TurnTools } from './turn';

/** Which handler an activity goes to. The first route that fits wins, so the catch-alls come last. Nothing is kept in TurnState. */
export function createApplication(tools: TurnTools): Application {
  const application = new Application<TurnState>({ startTypingTimer: false, removeRecipientMention: false });
  const turnOf = (context: TurnContext): Turn => readTurn(context.activity as unknown as InboundActivity, tools);
  const execute = async (context: TurnContext): Promise<string | (CardObject & { type: 'AdaptiveCard' })> => {
    const { verb, data, byItself } = pressed(context);
    const turn = turnOf(context);
    // No card of ours asks to be refreshed: what nobody pressed is not done, and the card that stands there stays.
    if (byItself) {
      tools.metrics.refusedPress(isVerb(verb) ? verb : 'unknown', 'automatic');
      return (await tools.notice(turn, 'out-of-date')).words;
    }
    const answer = await executeAction(turn, verb, data, tools);
    return typeof answer === 'string' ? answer : { ...answer, type: 'AdaptiveCard' };
  };
  const open = async (context: TurnContext, _state: TurnState, data: unknown) =>
    openProfileDialog(turnOf(context), data, tools);
  const save = async (context: TurnContext, _state: TurnState, data: unknown) =>
    submitProfileDialog(turnOf(context), data, tools);
  const note = async (context: TurnContext) => noteInstallation(turnOf(context), tools);

  for (const verb of verbs) {
    application.adaptiveCards.actionExecute(verb, execute);
    application.adaptiveCards.actionSubmit(verb, async (context) => submitAction(turnOf(context), tools));
  }
  application.taskModules.fetch('profile/open', open);
  application.taskModules.submit('profile/save', save);
  application.activity(ActivityTypes.InstallationUpdate, note);
  application.activity(ActivityTypes.ConversationUpdate, note);
  application.activity(ActivityTypes.Message, async (context) => {
    const turn = turnOf(context);
    await (turn.activity.value === undefined || turn.activity.value === null
      ? answerTyped(turn, tools)
      : submitAction(turn, tools));
  });
  application.addRoute(
    isInvoke,
    async (context) => answerUnknownInvoke(context, await executeAction(turnOf(context), undefined, undefined, tools)),
    true,
  );
  return application;
}

const invoke: string = ActivityTypes.Invoke;

async function isInvoke({ activity }: TurnContext): Promise<boolean> {
  return activity.type === invoke;
}

/** A press or a dialog that no route knows: the person reads that the card is out of date, never an empty error. */
async function answerUnknownInvoke(context: TurnContext, answer: CardObject | string): Promise<void> {
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: { status: 200, body: bodyFor(context.activity.name, answer) },
  });
}

function bodyFor(name: string | undefined, answer: CardObject | string): unknown {
  const contentType = 'application/vnd.microsoft.card.adaptive';
  const words = typeof answer === 'string';
  if (name === 'adaptiveCard/action')
    return { statusCode: 200, type: words ? 'application/vnd.microsoft.activity.message' : contentType, value: answer };
  if (name === 'task/fetch' || name === 'task/submit') {
    if (words) return { task: { type: 'message', value: answer } };
    return {
      task: {
        type: 'continue',
        value: { title: 'Passerelle', width: 'medium', height: 'medium', card: { contentType, content: answer } },
      },
    };
  }
  return {};
}

function pressed({ activity }: TurnContext): {
  readonly verb: unknown;
  readonly data: unknown;
  readonly byItself: boolean;
} {
  const value = activity.value as
    { readonly action?: { readonly verb?: unknown; readonly data?: unknown }; readonly trigger?: unknown } | undefined;
  // Teams says `automatic` where it refreshes a card; a press says `manual`, or nothing from an older client.
  const byItself = value?.trigger !== undefined && value.trigger !== 'manual';
  return { verb: value?.action?.verb, data: value?.action?.data, byItself };
}
