import { ownPageActions } from './actions';
import { ownPageText } from './text/own-page-text';

/** The page of one person. What it declares, for `src/dispatch`. */
export const ownPageFeature = { name: 'own-page', actions: ownPageActions, text: ownPageText } as const;
