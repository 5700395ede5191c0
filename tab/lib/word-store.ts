import { nameTopic } from '../../src/catalogues/name-topic';
import type { Language } from '../host/host';
import { createFormats } from './formats';
import { createTranslate, type Message } from './translate';
import type { WordGroup } from './word-groups';
import type { Words } from './words-context';

export interface WordStore {
  /** Resolves once the words of a group are there in the language that is spoken. */
  readonly need: (group: WordGroup) => Promise<void>;
  /** Goes over to another language, at once for all words that are there. */
  readonly speak: (language: Language) => Promise<void>;
  readonly words: () => Words;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The words of the pages that were opened, in one language at a time. */
export function createWordStore(first: Language): WordStore {
  const needed = new Set<WordGroup>();
  const tongues = new Map<Language, Tongue>();
  const listeners = new Set<() => void>();

  function tongueOf(language: Language): Tongue {
    const tongue = tongues.get(language) ?? createTongue(language);
    tongues.set(language, tongue);
    return tongue;
  }

  let wanted = first;
  let spoken = tongueOf(first);
  return {
    need(group) {
      needed.add(group);
      return spoken.load(group);
    },
    async speak(language) {
      wanted = language;
      const next = tongueOf(language);
      for (;;) {
        const missing = [...needed].filter((group) => !next.has(group));
        // A page that was opened meanwhile has words of its own to wait for.
        if (missing.length === 0) break;
        await Promise.all(missing.map((group) => next.load(group)));
      }
      if (wanted !== language) return;
      spoken = next;
      for (const listener of listeners) listener();
    },
    words: () => spoken.words,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

interface Tongue {
  readonly words: Words;
  readonly has: (group: WordGroup) => boolean;
  readonly load: (group: WordGroup) => Promise<void>;
}

function createTongue(language: Language): Tongue {
  const messages = new Map<string, Message>();
  const there = new Set<WordGroup>();

  function written(key: string): string | undefined {
    const message = messages.get(key);
    return typeof message === 'string' ? message : undefined;
  }

  return {
    words: {
      language,
      t: createTranslate(language, (key) => messages.get(key)),
      topic: (id) => nameTopic(id, written(`topic:${id}`)),
      survey: (key) => written(`survey:${key}`) ?? key,
      insight: (key) => written(`insight:${key}`) ?? key,
      format: createFormats(language),
    },
    has: (group) => there.has(group),
    async load(group) {
      if (there.has(group)) return;
      const { default: loaded } = await group.load[language]();
      for (const [key, message] of Object.entries(loaded)) messages.set(`${group.prefix ?? ''}${key}`, message);
      there.add(group);
    },
  };
}
