import { createContext, useContext } from 'react';
import { pageText, type PageLanguage, type TextKey } from './page-text';
import type { PageConfig, PagePerson } from './service-client';

export interface PaneContext {
  readonly config: PageConfig;
  readonly person: PagePerson;
  readonly language: PageLanguage;
  readonly text: (key: TextKey, places?: Readonly<Record<string, string>>) => string;
}

const Context = createContext<PaneContext | undefined>(undefined);

export const PaneProvider = Context.Provider;

/** Whose side of the window this is, and the words in their language. */
export function usePane(): PaneContext {
  const pane = useContext(Context);
  if (!pane) throw new Error('usePane is used inside a PaneProvider only');
  return pane;
}

/** The context of a person's side. */
export function paneContextOf(config: PageConfig, person: PagePerson, language: PageLanguage): PaneContext {
  return {
    config,
    person,
    language,
    text: (key, places) => pageText(language, key, { name: person.name, bot: config.botName, ...places }),
  };
}
