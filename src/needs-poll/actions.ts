import { declareAction } from '../member/declare-action';
import { answerNeedsPoll } from './answer-poll';
import { answerNeedsPollPress, showNeedsPollPress } from './contract';
import { showNeedsPoll } from './show-poll';

/** What people can press about a needs poll. */
export const needsPollActions = [
  declareAction(showNeedsPollPress, ['participant'], showNeedsPoll),
  declareAction(answerNeedsPollPress, ['participant'], answerNeedsPoll),
] as const;
