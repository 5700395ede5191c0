import { declareAction } from '../member/declare-action';
import { startWeeklyToDoPress, stopWeeklyToDoPress } from './contract';
import { setWeeklyToDo } from './set-weekly-to-do';

/** What an administrator can press about the list of what there is to do: each for themselves. */
export const hrPageActions = [
  declareAction(startWeeklyToDoPress, ['administrator'], (press) => setWeeklyToDo(press, { wanted: true })),
  declareAction(stopWeeklyToDoPress, ['administrator'], (press) => setWeeklyToDo(press, { wanted: false })),
] as const;
