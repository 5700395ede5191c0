import { use, type ComponentType, type ReactNode } from 'react';
import type { WordGroup } from './word-groups';
import type { WordStore } from './word-store';

interface PageProps {
  readonly children?: ReactNode;
}

/** A page that is loaded when it is first opened, with its words. */
export interface LazyPage {
  readonly Page: ComponentType<PageProps>;
  /** Resolves once it can be shown at once; nothing to wait for when it already can. */
  readonly load: () => Promise<unknown> | undefined;
  /** Whether it could not be loaded: only a new document tries again. */
  readonly hasFailed: () => boolean;
}

/** A page from its code and its words, both asked for at the same time. */
export function lazyPage(
  words: WordStore,
  load: () => Promise<ComponentType<PageProps>>,
  ...groups: readonly WordGroup[]
): LazyPage {
  let found: ComponentType<PageProps> | undefined;
  let underWay: Promise<ComponentType<PageProps>> | undefined;
  let failed = false;

  async function fetchAll(): Promise<ComponentType<PageProps>> {
    const [page] = await Promise.all([load(), ...groups.map((group) => words.need(group))]);
    found = page;
    return page;
  }

  function begin(): Promise<ComponentType<PageProps>> {
    underWay ??= fetchAll().catch((error: unknown) => {
      failed = true;
      throw error;
    });
    return underWay;
  }

  return {
    load: () => (found === undefined ? begin() : undefined),
    hasFailed: () => failed,
    Page(props) {
      const Found = found ?? use(begin());
      return <Found {...props} />;
    },
  };
}
