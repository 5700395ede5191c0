import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/** Words of the tab; those of features hold no places that the tab fills. */
const textFile = /[\\/]tab[\\/](?:.*[\\/])?text[\\/](?:fr|en)\.json$/u;

/** Reads the texts with places to fill while the tab is built, so that no browser has to load the reader of messages. */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    enforce: 'pre',
    transform: {
      filter: { id: textFile },
      handler(source) {
        const texts = JSON.parse(source) as Readonly<Record<string, string>>;
        const compiled = Object.entries(texts).map(([key, text]) => [key, text.includes('{') ? read(text) : text]);
        return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
      },
    },
  };
}

function read(text: string): unknown {
  return parse(text, { ignoreTag: true });
}

const surveyFile = /[\\/]src[\\/]survey[\\/]text[\\/](?:fr|en)\.json$/u;
/** What the bot says around the questions. */
const saidByBot = /^(?:survey|message)\./u;

/** Leaves out of the words of surveys what no page of the tab shows: the first load of a participant's page has them. */
export function onlyQuestions(): Plugin {
  return {
    name: 'only-questions',
    enforce: 'pre',
    transform: {
      filter: { id: surveyFile },
      handler(source) {
        const texts = JSON.parse(source) as Readonly<Record<string, string>>;
        const shown = Object.entries(texts).filter(([key]) => !saidByBot.test(key));
        return { code: JSON.stringify(Object.fromEntries(shown)), map: null };
      },
    },
  };
}
