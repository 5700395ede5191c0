import { cardAbout } from '../domain/card';
import type { Contact } from '../domain/programme';
import type { Saving } from '../domain/ports';
import { noticed } from '../member/action-outcome';
import { current, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { findOwnContact } from './find-own-contact';
import { planWeeklyToDo } from './plan-weekly-to-do';
import { readWeeklyList } from './read-weekly-list';
import { weeklyToDoView } from './weekly-to-do-view';

/**
 * Whether an administrator is sent the list of what there is to do on Monday mornings: for themselves alone, off until they want it. It
 * asks for somebody whom the plan names, since that is who the bot writes to. A repeat changes nothing.
 */
export async function setWeeklyToDo(
  press: Press<Saving | 'people' | 'holidayFrom'>,
  { wanted }: { readonly wanted: boolean },
): Promise<PressAnswer> {
  const { ports, actor, context, member } = press;
  const { reader } = member;
  const programme = member.programme.value;
  const own = await findOwnContact(ports, programme.id, actor.directoryId);
  if (own === undefined) return noticed('not-allowed', reader);
  if (programme.state === 'closed') return noticed('programme-closed', reader);
  const list = await readWeeklyList(ports, programme, context.now);
  const { weeklyToDoSince, ...unwanted } = own.value;
  if ((weeklyToDoSince !== undefined) === wanted)
    return current(press, weeklyToDoView(programme, own.value, list, reader));
  const after: Contact = wanted ? { ...unwanted, weeklyToDoSince: context.now } : unwanted;
  const unit = unitOf(press)
    .replace('contact', own, after)
    .editCards({ to: 'contact', id: own.key }, cardAbout.weeklyToDo);
  if (wanted) await planWeeklyToDo(ports, unit, programme, context.now);
  return savePress(press, unit, weeklyToDoView(programme, after, list, reader));
}
