import { diversityActions } from './actions';
import { diversityProjections } from './projections';
import { diversityText } from './text/diversity-text';

/** What people say for the mix of a programme. What it declares, for `src/dispatch`. */
export const diversityFeature = {
  name: 'diversity',
  actions: diversityActions,
  projections: diversityProjections,
  text: diversityText,
} as const;
