import { programmeActions } from './actions';
import { programmeMessages } from './messages';
import { programmeProjections } from './projections';
import { programmeText } from './text/programme-text';

/** The plan of a programme, its contacts and its pledge. What it declares, for `src/dispatch`. */
export const programmeFeature = {
  name: 'programme',
  actions: programmeActions,
  messages: programmeMessages,
  projections: programmeProjections,
  text: programmeText,
} as const;
