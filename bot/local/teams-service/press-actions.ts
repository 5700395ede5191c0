import { ADAPTIVE_CARD, isRecord, type WireActivity } from './wire-activity';
import { replaceActivity } from './bot-messages';
import type { BotLink, Exchange } from './bot-link';
import { pressableActions, type ActionChoice } from './card-actions';
import { choose, fill, pick, taskValue } from './fill-action';
import type { ChatMessage, Conversation } from './chat-store';
import type { Cloud } from './cloud';
import { fromChannel, fromPerson } from './inbound-activity';
import { readActionAnswer, readTaskAnswer, type InvokeOutcome, type TaskInfo } from './invoke-answer';
import type { Person } from './roster';
import type { CardMode } from './service-options';
import { ServiceRefusal } from './service-refusal';

export interface PressOptions {
  /** The client's card features; default the person's setting. */
  readonly cardMode?: CardMode;
  /** Presses the card as it looked at first (0), after one change (1) ... : a device that has not refreshed. */
  readonly asOfVersion?: number;
  /** Sends the same press so many times in all, at the same moment or one after the other. */
  readonly copies?: { readonly count: number; readonly ids: 'same' | 'new'; readonly together?: boolean };
  /** Sends although required inputs are empty, which no honest client does. */
  readonly evenIncomplete?: boolean;
}

export interface OpenDialog extends TaskInfo {
  readonly dialogId: string;
}

/** What came of a press. `exchange` is absent where the client itself refused to send. */
export type PressResult = (
  | Exclude<InvokeOutcome, { outcome: 'dialog' }>
  | { readonly outcome: 'dialog'; readonly dialog: OpenDialog }
  | { readonly outcome: 'incomplete'; readonly missing: readonly string[] }
) & { readonly exchange?: Exchange; readonly copies: readonly Exchange[] };

interface Place {
  readonly person: Person;
  readonly conversation: Conversation;
  readonly message: ChatMessage;
}

interface Dialog extends OpenDialog {
  readonly place: Place;
}

/** Presses on cards and in dialogs, done as a Teams client does them. */
export class PressActions {
  private readonly dialogs = new Map<string, Dialog>();

  constructor(
    private readonly cloud: Cloud,
    private readonly link: BotLink,
  ) {}

  /**
   * Presses the action on the card that was really sent: an invoke for Action.Execute, a message with a value for
   * Action.Submit (the fallback on an old client), a dialog for `msteams: { type: 'task/fetch' }`. The answer changes
   * what the person sees. Refuses (ServiceRefusal) a message they cannot see and an action the card does not have.
   */
  async press(
    directoryId: string,
    activityId: string,
    choice: ActionChoice,
    inputs: Readonly<Record<string, unknown>> = {},
    options: PressOptions = {},
  ): Promise<PressResult> {
    const place = this.placeFor(directoryId, activityId);
    const card = this.cardOf(place, options.asOfVersion);
    const action = choose(pressableActions(card, options.cardMode ?? place.person.cardMode), choice, activityId);
    const filled = fill(card, action, inputs);
    if (filled.missing.length && !options.evenIncomplete)
      return { outcome: 'incomplete', missing: filled.missing, copies: [] };
    const { conversation, message } = place;
    if (isRecord(action.data.msteams) && action.data.msteams.type === 'task/fetch') {
      return this.dialogAnswer(
        place,
        undefined,
        await this.send(place, { type: 'invoke', name: 'task/fetch', value: taskValue(filled.data) }, options),
      );
    }
    if (action.type === 'Action.Submit') {
      const sent = await this.send(place, { type: 'message', value: filled.data }, options);
      return { outcome: 'nothing', ...sent };
    }
    const value = {
      action: { ...pick(action.raw, ['type', 'id', 'title', 'verb']), data: filled.data },
      trigger: 'manual',
    };
    const sent = await this.send(place, { type: 'invoke', name: 'adaptiveCard/action', value }, options);
    const outcome = readActionAnswer(sent.exchange);
    this.show(conversation, message, directoryId, outcome);
    return { ...(outcome as Exclude<InvokeOutcome, { outcome: 'dialog' }>), ...sent };
  }

  /** Presses the button of an open dialog; its answer closes it, shows a message, or opens the next one. */
  async submitDialog(
    dialogId: string,
    inputs: Readonly<Record<string, unknown>> = {},
    choice?: ActionChoice,
  ): Promise<PressResult> {
    const dialog = this.dialogs.get(dialogId);
    if (!dialog) throw new ServiceRefusal(404, 'UnknownDialog', 'This dialog is closed.');
    const actions = pressableActions(dialog.card, '1.5').filter((action) => action.type === 'Action.Submit');
    const action = choice === undefined ? actions[0] : choose(actions, choice, dialogId);
    if (!action) throw new ServiceRefusal(404, 'UnknownAction', 'The dialog has nothing to submit.');
    const filled = fill(dialog.card, action, inputs);
    if (filled.missing.length) return { outcome: 'incomplete', missing: filled.missing, copies: [] };
    const sent = await this.send(
      dialog.place,
      { type: 'invoke', name: 'task/submit', value: taskValue(filled.data) },
      {},
    );
    return this.dialogAnswer(dialog.place, dialogId, sent);
  }

  closeDialog(dialogId: string): void {
    this.dialogs.delete(dialogId);
  }

  /** Posts an exchange's activity once more, as Teams does when an answer is late. */
  async resend(exchange: Exchange, id: 'same' | 'new'): Promise<Exchange> {
    return this.link.post(
      id === 'same' ? exchange.activity : { ...exchange.activity, id: `f:${this.cloud.randomId()}` },
      exchange.directoryId,
    );
  }

  /** Sends any activity in the person's name about a message: for tampering tests. Fields given win over the honest ones. */
  async sendRaw(directoryId: string, fields: WireActivity): Promise<Exchange> {
    const person = this.cloud.roster.person(directoryId);
    const conversation = this.cloud.chats.find(this.cloud.roster.personalConversationId(person));
    if (!conversation) throw new ServiceRefusal(404, 'ConversationNotFound', 'This person has no chat with the bot.');
    return this.link.post(
      { ...fromPerson(this.cloud, person, conversation, `f:${this.cloud.randomId()}`), ...fields },
      directoryId,
    );
  }

  private placeFor(directoryId: string, activityId: string): Place {
    const person = this.cloud.roster.person(directoryId);
    const place = this.cloud.chats.place(activityId);
    const sees =
      place &&
      (place.conversation.directoryId === directoryId ||
        this.cloud.roster.teamOfChannel(place.conversation.id)?.members.has(directoryId));
    if (!place || !sees || place.message.deleted) {
      throw new ServiceRefusal(
        404,
        'ActivityNotFoundInConversation',
        `${person.seed.name} does not see a message ${activityId}.`,
      );
    }
    return { person, ...place };
  }

  private cardOf({ person, message }: Place, version: number | undefined): unknown {
    const own = message.personalCards[person.seed.directoryId];
    if (version === undefined && own !== undefined) return own;
    const activity = version === undefined ? message.activity : [...message.earlier, message.activity][version];
    return activity?.attachments
      ?.filter((attachment) => attachment.contentType === ADAPTIVE_CARD)
      .map((attachment) => attachment.content);
  }

  private async send(
    place: Place,
    fields: WireActivity,
    { copies }: PressOptions,
  ): Promise<{ exchange: Exchange; copies: readonly Exchange[] }> {
    const { person, conversation, message } = place;
    const newId = (): string => (fields.type === 'invoke' ? `f:${this.cloud.randomId()}` : this.cloud.chats.nextId());
    const team = this.cloud.roster.teamOfChannel(conversation.id);
    const base = team
      ? fromChannel(this.cloud, person, team, conversation.id, message.threadId, newId())
      : fromPerson(this.cloud, person, conversation, newId());
    const channelData = {
      ...(base.channelData as object),
      source: { name: 'message' },
      legacy: { replyToId: message.id },
    };
    const activity: WireActivity = { ...base, ...fields, channelData, replyToId: message.id };
    const all = Array.from({ length: copies?.count ?? 1 }, (_, index) =>
      index > 0 && copies?.ids === 'new' ? { ...activity, id: newId() } : activity,
    );
    const post = (one: WireActivity): Promise<Exchange> => this.link.post(one, person.seed.directoryId);
    const exchanges: Exchange[] = copies?.together ? await Promise.all(all.map(post)) : [];
    if (!copies?.together) for (const one of all) exchanges.push(await post(one));
    const last = exchanges.at(-1);
    if (!last) throw new ServiceRefusal(400, 'BadSyntax', 'A press is sent at least once.');
    return { exchange: last, copies: exchanges };
  }

  private show(conversation: Conversation, message: ChatMessage, directoryId: string, outcome: InvokeOutcome): void {
    if (outcome.outcome === 'message' || outcome.outcome === 'error') {
      message.notices[directoryId] = { text: outcome.text, kind: outcome.outcome };
    } else {
      message.notices[directoryId] = undefined;
    }
    if (outcome.outcome === 'card' && conversation.kind === 'channel')
      message.personalCards[directoryId] = outcome.card;
    const replaced = outcome.outcome === 'card' && conversation.kind === 'personal';
    const attachments = replaced ? { attachments: [{ contentType: ADAPTIVE_CARD, content: outcome.card }] } : {};
    if (replaced) replaceActivity(this.cloud, conversation, message, { ...message.activity, ...attachments });
    else
      this.cloud.events.publish({
        type: 'message',
        change: 'updated',
        author: 'bot',
        conversationId: conversation.id,
        activityId: message.id,
        directoryId,
      });
  }

  private dialogAnswer(
    place: Place,
    dialogId: string | undefined,
    sent: { exchange: Exchange; copies: readonly Exchange[] },
  ): PressResult {
    const outcome = readTaskAnswer(sent.exchange);
    if (dialogId !== undefined && outcome.outcome !== 'error') this.dialogs.delete(dialogId);
    if (outcome.outcome !== 'dialog') return { ...outcome, ...sent };
    const dialog: OpenDialog = { dialogId: this.cloud.randomId(), ...outcome.task };
    this.dialogs.set(dialog.dialogId, { ...dialog, place });
    return { outcome: 'dialog', dialog, ...sent };
  }
}
