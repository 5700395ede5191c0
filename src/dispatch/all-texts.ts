import { catalogueText } from '../catalogues/text/catalogue-text';
import type { Texts } from '../language/define-texts';
import { features } from './features';
import { dispatchText } from './text/dispatch-text';

type AnyText = Pick<Texts<string>, 'has' | 'sources'>;

/** The texts of every folder that has words, for whoever wants to see all of them. */
export const allTexts: Readonly<Record<string, AnyText>> = {
  ...Object.fromEntries(
    features.flatMap((feature): (readonly [string, AnyText])[] =>
      'text' in feature ? [[feature.name, feature.text]] : [],
    ),
  ),
  catalogues: catalogueText,
  dispatch: dispatchText,
};
