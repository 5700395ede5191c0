import { declareAction } from '../member/declare-action';
import { acceptCharter } from './accept-charter';
import { acceptCharterPress, showCharterPress } from './contract';
import { showCharter } from './show-charter';

/** What people can press about the charter of their pair: each for themselves, no assistant for them. */
export const charterActions = [
  declareAction(showCharterPress, ['participant'], showCharter),
  declareAction(acceptCharterPress, ['participant'], acceptCharter),
] as const;
