import { cardVersion } from '../../../src/member/press-fields';
import type { Verb } from '../../../src/dispatch/actions';
import { memberText } from '../../../src/member/text/member-text';
import type { CardObject } from './card-frame';
import type { Speaker } from './speaker';

/** Ids and a revision: nothing else travels in a card. */
export type ActionIds = Readonly<Record<string, string | number>>;

interface ExecuteOptions {
  /** The one main button of the card. */
  readonly primary?: boolean;
  /** Whether the card's inputs travel along (and must be valid). */
  readonly inputs?: boolean;
}

/** A button that performs a verb; clients that know no Action.Execute get a Submit of the same verb. */
export function execute(
  verb: Verb,
  title: string,
  ids: ActionIds,
  { primary = false, inputs = false }: ExecuteOptions = {},
): CardObject {
  const shared = {
    title,
    ...(primary ? { style: 'positive' } : {}),
    associatedInputs: inputs ? 'auto' : 'none',
  };
  return {
    type: 'Action.Execute',
    ...shared,
    verb,
    data: { v: cardVersion, ...ids },
    fallback: { type: 'Action.Submit', ...shared, data: { verb, v: cardVersion, ...ids } },
  };
}

/** A button that opens the profile dialog; where the card shows the profile, it is drawn anew when the dialog has saved. */
export function openProfileDialog(title: string, programmeId: string, showsProfile = false): CardObject {
  return {
    type: 'Action.Submit',
    title,
    associatedInputs: 'none',
    data: { msteams: { type: 'task/fetch' }, verb: 'profile/open', v: cardVersion, programmeId, showsProfile },
  };
}

/** A button that opens an address. */
export function openUrl(title: string, url: string, primary = false): CardObject {
  return { type: 'Action.OpenUrl', title, url, ...(primary ? { style: 'positive' } : {}) };
}

/** A button that shows a small card with more inputs. */
export function showCard(title: string, body: readonly object[], actions: readonly object[]): CardObject {
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', body, actions } };
}

/** The way forward from a card on which nothing is left to press. */
export function homeButton(speaker: Speaker, primary = false): CardObject {
  return execute('home/show', speaker.of(memberText).say('common.home'), {}, { primary });
}
