import { pairPlanActions } from './actions';
import { pairPlanMessages } from './messages';
import { pairPlanText } from './text/pair-plan-text';

/** What each session of a pair is for. What it declares, for `src/dispatch`. */
export const pairPlanFeature = {
  name: 'pair-plan',
  actions: pairPlanActions,
  messages: pairPlanMessages,
  text: pairPlanText,
} as const;
