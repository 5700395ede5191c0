import type { Contact } from '../domain/programme';
import type { CardView } from '../domain/view';
import { doNotSend, toPerson, type Preparation } from '../member/message-context';
import type { Press } from '../member/press';
import { findOwnContact } from './find-own-contact';
import { readWeeklyList } from './read-weekly-list';
import { weeklyToDoView } from './weekly-to-do-view';

/** What there is to do when it is sent; nothing where nothing is, or the administrator wants it no more. */
export const prepareWeeklyToDo: Preparation<Contact, 'programmes' | 'people'> = async (it, contact) => {
  if (contact.role !== 'administrator' || contact.weeklyToDoSince === undefined)
    return doNotSend('cancelled', 'already-done');
  const list = await readWeeklyList(it.ports, it.programme, it.now);
  if (list.items.length === 0) return doNotSend('cancelled', 'already-done');
  return toPerson(it, weeklyToDoView(it.programme, contact, list, it.reader), contact);
};

/** The list as a look of the administrator's own shows it, or that it comes no more; undefined for whom the plan does not name. */
export async function showWeeklyToDo({
  ports,
  actor,
  member,
  context,
}: Press<'programmes' | 'people'>): Promise<CardView | undefined> {
  const programme = member.programme.value;
  const own = await findOwnContact(ports, programme.id, actor.directoryId);
  if (own === undefined) return undefined;
  const list = await readWeeklyList(ports, programme, context.now);
  return weeklyToDoView(programme, own.value, list, member.reader);
}
