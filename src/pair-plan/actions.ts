import { declareAction } from '../member/declare-action';
import { changeAim } from './change-aim';
import { rewordAimPress, swapSessionsPress } from './contract';
import { swapSessions } from './swap-sessions';

/** What the two of a pair can change in their plan: no assistant for them. */
export const pairPlanActions = [
  declareAction(swapSessionsPress, ['participant'], swapSessions),
  declareAction(rewordAimPress, ['participant'], changeAim),
] as const;
