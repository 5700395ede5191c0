import { declareAction } from '../member/declare-action';
import { endPausePress, openPausePress, setPausePress } from './contract';
import { setPause } from './set-pause';

/** What people can press about being away. */
export const pauseActions = [
  declareAction(openPausePress, ['participant'], (press) => setPause(press, { until: '' })),
  declareAction(setPausePress, ['participant'], setPause),
  declareAction(endPausePress, ['participant'], (press) => setPause(press, {})),
] as const;
