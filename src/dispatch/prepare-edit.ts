import { canonicalText } from '../kernel/canonical-text';
import { withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { cardsUnder, type CardEdit, type StandingCard } from '../domain/card';
import type { MessageKind, PersonalRecipient } from '../domain/message';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { Programme } from '../domain/programme';
import type { CardView, Reader } from '../domain/view';
import { loadMember } from '../member/load-member';
import { pairPorts, type AllPorts } from './all-ports';
import { messages } from './messages';
import { bindOwnSheet } from './own-sheets';
import { withReadsOnce } from './reads-once';

type LookPorts = ReturnType<typeof pairPorts>;

/** More cards than one person is sent about one thing. */
const mostCards = 50;

/** A card as it is to read from now on. */
export interface CardToEdit {
  readonly stored: Stored<StandingCard>;
  readonly view: CardView;
  readonly reader: Reader;
  /** Where the chat is reached. */
  readonly serviceUrl: string;
  /** What it shows then (`StandingCard`). */
  readonly shows?: string;
}

/** What an edit comes to: the cards to be drawn anew, and the one that was pressed, which shows the answer already. */
export interface PreparedEdit {
  readonly cards: readonly CardToEdit[];
  readonly pressed?: Stored<StandingCard>;
}

/**
 * Draws the cards of somebody about something from the state as it is now, as a look of their own would show it; none that shows it
 * already. Nothing of what ended with the programme, nor where the person is reached no more. One bounded range, and what the looks read.
 */
export async function prepareEdit(
  stored: AllPorts,
  programmeId: string,
  edit: CardEdit,
  context: UseCaseContext,
): Promise<PreparedEdit> {
  const all = withReadsOnce(stored);
  const ports = pairPorts(all);
  const { rows } = await ports.programmes.range(programmeId, 'card', {
    ...withPrefix(cardsUnder(edit.recipient, edit.about)),
    limit: mostCards,
  });
  const pressed = rows.find(({ value }) => value.activityId === edit.pressedOn);
  const shown = { ...(pressed?.value.shows === undefined ? {} : { pressed }) };
  if (rows.every((row) => row === pressed)) return { cards: [], ...shown };
  const directoryId = await directoryIdOf(ports, programmeId, edit.recipient);
  // A card in the chat of somebody who was taken for this person before stays as it is.
  const others = rows.filter((row) => row !== pressed && row.value.directoryId === directoryId);
  if (directoryId === undefined) return { cards: [], ...shown };
  const [reference, look] = await Promise.all([
    ports.people.get(directoryId, 'reference', 'reference'),
    edit.recipient.to === 'account'
      ? lookOfAccount(ports, programmeId, directoryId, context)
      : lookOfMember(all, programmeId, directoryId, context),
  ]);
  if (reference === undefined || look === undefined) return { cards: [], ...shown };
  const drawn = await Promise.all(
    others.map(async (stored): Promise<readonly CardToEdit[]> => {
      const now = await look(stored.value);
      if (now === undefined) return [];
      const shows = whatShows(ports, now.view, now.reader);
      if (shows !== undefined && shows === stored.value.shows) return [];
      return [{ stored, ...now, serviceUrl: reference.value.serviceUrl, ...(shows === undefined ? {} : { shows }) }];
    }),
  );
  return { cards: drawn.flat(), ...shown };
}

/** What a look at a card would show now, to whom. */
type Look = (
  card: Pick<StandingCard, 'kind' | 'subject'>,
) => Promise<{ readonly view: CardView; readonly reader: Reader } | undefined>;

/** The looks of somebody with a part in the programme; undefined where they have none any more. Once it is over, only at what goes out then, too. */
async function lookOfMember(
  all: AllPorts,
  programmeId: string,
  directoryId: string,
  context: UseCaseContext,
): Promise<Look | undefined> {
  const ports = pairPorts(all);
  const actor = { directoryId, appRoles: [], name: '' };
  const member = await loadMember(ports, actor, programmeId);
  if (member === undefined) return undefined;
  const { reader } = member;
  const isEnded = isOver(member.programme.value);
  const ownSheet = bindOwnSheet(all, programmeId, member.participant?.key);
  return async ({ kind, subject }) => {
    if (isEnded && !goesAfterEnd(kind)) return undefined;
    const view = await standingOf(kind)?.show?.({ ports, actor, member, context, ownSheet }, subject);
    return view && { view, reader };
  };
}

/** The looks of an account that was asked something, whatever its part in the programme. */
async function lookOfAccount(
  { pairs: _pairs, ...ports }: LookPorts,
  programmeId: string,
  directoryId: string,
  context: UseCaseContext,
): Promise<Look | undefined> {
  const actor = { directoryId, appRoles: [], name: '' };
  const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
  if (programme === undefined || isOver(programme.value)) return undefined;
  return async ({ kind, subject }) => standingOf(kind)?.showAccount?.({ ports, actor, context }, programmeId, subject);
}

function standingOf(kind: MessageKind): (typeof messages)[MessageKind]['standing'] {
  return Object.hasOwn(messages, kind) ? messages[kind].standing : undefined;
}

function goesAfterEnd(kind: MessageKind): boolean {
  return Object.hasOwn(messages, kind) && messages[kind].goesAfterEnd === true;
}

function isOver({ state }: Programme): boolean {
  return state === 'closed' || state === 'paused';
}

/** The same with its ports already given: what the sending lane receives. */
export type PrepareEdit = (programmeId: string, edit: CardEdit, context: UseCaseContext) => Promise<PreparedEdit>;

/**
 * What a card shows, as a hash: the same for the same words to the same reader. Nothing of a survey's or a needs poll's: beside the person's name it would tell, to
 * whoever tries all there is, whether they have answered.
 */
export function whatShows({ secrets }: Ports<'secrets'>, view: CardView, reader: Reader): string | undefined {
  if (view.card === 'survey' || view.card === 'needs-poll') return undefined;
  return secrets.sha256(canonicalText([view, reader]));
}

/** Whose chat it is now: a link may have been undone since the card was sent. */
async function directoryIdOf(
  ports: Ports<'programmes'>,
  programmeId: string,
  { to, id }: PersonalRecipient,
): Promise<string | undefined> {
  if (to === 'account') return id;
  return (await ports.programmes.get(programmeId, to, id))?.value.directoryId;
}
