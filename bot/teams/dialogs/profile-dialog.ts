import { enrolmentText } from '../../../src/enrolment/text/enrolment-text';
import { speakerFor } from '../cards/speaker';
import type { RenderedCard } from '../cards/render-card';
import { profileCard } from '../cards/enrolment/profile-card';
import { errorFields } from '../../log';
import { hasActor, answerPress } from '../handlers/answer-press';
import type { Turn, TurnTools } from '../turn';

/** What Teams shows in a dialog. */
export interface DialogTask {
  readonly title: string;
  readonly width: 'medium';
  readonly height: 'medium';
  readonly card: { readonly contentType: string; readonly content: RenderedCard['card'] };
}

/** Opens the dialog that corrects a person's own details; a notice in its place where there is nothing to correct. */
export async function openProfileDialog(turn: Turn, data: unknown, tools: TurnTools): Promise<DialogTask> {
  if (!hasActor(turn)) return taskOf((await tools.notice(turn, 'no-identity')).card);
  const programmeId = field(data, 'programmeId');
  if (typeof programmeId !== 'string' || programmeId.length > 40)
    return taskOf((await tools.notice(turn, 'out-of-date')).card);
  try {
    const opened = await tools.useCases.openProfile(tools.ports, turn.actor, programmeId);
    if (!opened.ok) return taskOf((await tools.notice(turn, 'not-found')).card);
    const { reader } = opened.value;
    const title = speakerFor(reader).of(enrolmentText).plain('profile.title');
    const messageId = turn.personal && field(data, 'showsProfile') === true ? turn.activity.replyToId : undefined;
    const { now } = turn.context;
    const dialog = { programmeId, now, ...opened.value, ...(messageId === undefined ? {} : { messageId }) };
    return taskOf(profileCard(dialog, reader), title);
  } catch (error) {
    tools.log.error(
      { event: 'dialog-failed', correlationId: turn.context.correlationId, ...errorFields(error) },
      'A dialog was not opened.',
    );
    return taskOf((await tools.notice(turn, 'not-saved')).card);
  }
}

/**
 * Saves what the dialog sends and says so, in words and no card: a dialog knows no Action.Execute, so a card in it would
 * ask what nobody can answer there. The card in the chat that shows the details becomes the one that is true then. Where
 * nothing was saved, the notice that says why, without its buttons.
 */
export async function submitProfileDialog(turn: Turn, data: unknown, tools: TurnTools): Promise<DialogTask | string> {
  const { rendered, again, reader } = await answerPress(turn, field(data, 'verb'), data, tools);
  const { card } = rendered;
  const messageId = field(data, 'messageId');
  if (again === undefined && turn.personal && typeof messageId === 'string' && messageId !== '')
    tools.later(tools.connector.updateActivity(turn.place, messageId, rendered));
  if (reader !== undefined) return speakerFor(reader).of(enrolmentText).plain('profile.saved');
  return taskOf(Object.fromEntries(Object.entries(card).filter(([name]) => name !== 'actions')));
}

function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : undefined;
}

function taskOf(content: RenderedCard['card'], title = 'Passerelle'): DialogTask {
  return {
    title,
    width: 'medium',
    height: 'medium',
    card: { contentType: 'application/vnd.microsoft.card.adaptive', content },
  };
}
