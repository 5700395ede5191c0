import { cardAbout } from '../domain/card';
import type { Saving } from '../domain/ports';
import { current, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { pledgeView } from './pledge-view';

/** The sponsor's promise, given once; a second press shows the first. */
export async function givePledge(press: Press<Saving>, { words }: { readonly words: string }): Promise<PressAnswer> {
  const { context, member } = press;
  const { programme, reader } = member;
  if (programme.value.pledge !== undefined) return current(press, pledgeView(programme.value, reader));
  const pledged = {
    ...programme.value,
    pledge: { at: context.now, words: words.trim() },
    revision: programme.value.revision + 1,
  };
  const unit = unitOf(press)
    .replace('programme', programme, pledged)
    .editCards({ to: 'contact', id: 'sponsor' }, cardAbout.pledge)
    .recordChange('pledge-given');
  return savePress(press, unit, pledgeView(pledged, reader));
}
