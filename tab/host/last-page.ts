const key = 'passerelle-last-page';

/** Where a person is in the tab, kept as long as the window of Teams lives. */
export interface LastPage {
  /** The page they were last on; undefined where they have been on none, or somebody else has since. */
  readonly read: () => string | undefined;
  readonly keep: (page: string) => void;
}

/** Remembers by person, since two people may share a window one after the other. A browser that refuses storage to a frame forgets. */
export function lastPageOf(personId: string, storage: () => Storage): LastPage {
  return {
    read() {
      try {
        const [who, page] = (storage().getItem(key) ?? '').split(' ');
        return who === personId && page?.startsWith('/') === true ? page : undefined;
      } catch {
        return undefined;
      }
    },
    keep(page) {
      try {
        storage().setItem(key, `${personId} ${page}`);
      } catch {
        // Without storage the tab begins at its first page again.
      }
    },
  };
}
