import { declareAction } from '../member/declare-action';
import { askToEndPair, considerEndingPair } from './ask-to-end-pair';
import { chooseRematch } from './choose-rematch';
import {
  askToEndPress,
  considerEndingPress,
  hadEnoughPress,
  showPairPress,
  stayInPairPress,
  wantAnotherPress,
} from './contract';
import { showPair } from './show-pair';
import { takeBackPairEnding } from './take-back-pair-ending';

/** What people can press about the end of a pair and what somebody wants after it. */
export const pairEndingActions = [
  declareAction(showPairPress, ['participant'], showPair),
  declareAction(considerEndingPress, ['participant'], considerEndingPair),
  declareAction(askToEndPress, ['participant'], askToEndPair),
  declareAction(stayInPairPress, ['participant'], takeBackPairEnding),
  declareAction(wantAnotherPress, ['participant'], (press, input) =>
    chooseRematch(press, { ...input, wish: 'another' }),
  ),
  declareAction(hadEnoughPress, ['participant'], (press, input) => chooseRematch(press, { ...input, wish: 'enough' })),
] as const;
