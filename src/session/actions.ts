import { declareAction } from '../member/declare-action';
import { answerMet } from './answer-met';
import { answerSlots } from './answer-slots';
import { metPress, moveSessionPress, noneSuitPress, notMetPress, suitsPress } from './contract';
import { moveSession } from './move-session';

/** What people can press about a session. */
export const sessionActions = [
  declareAction(suitsPress, ['participant', 'delegate'], (press, input) =>
    answerSlots(press, { ...input, suits: slotIndexes(input.slots) }),
  ),
  declareAction(noneSuitPress, ['participant', 'delegate'], (press, input) =>
    answerSlots(press, { ...input, suits: [] }),
  ),
  declareAction(moveSessionPress, ['participant', 'delegate'], moveSession),
  declareAction(metPress, ['participant'], (press, input) => answerMet(press, { ...input, met: 'yes' })),
  declareAction(notMetPress, ['participant'], (press, input) => answerMet(press, { ...input, met: 'no' })),
] as const;

function slotIndexes(slots: string): readonly number[] {
  return (slots.match(/\d/gu) ?? []).map(Number);
}
