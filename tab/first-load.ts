import type { Plugin } from 'vite';

interface FirstLoad {
  readonly plugin: Plugin;
  /** Whether a page needs a module, by itself or by what it imports. */
  readonly needs: (id: string) => boolean;
}

/** What one page, by the end of its file's name, imports before it can be shown. Known once the build has read everything. */
export function firstLoadOf(page: string): FirstLoad {
  const needed = new Set<string>();
  return {
    needs: (id) => needed.has(id),
    plugin: {
      name: 'first-load',
      buildEnd() {
        const waiting = [...this.getModuleIds()].filter((id) => id.endsWith(page));
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
          if (needed.has(id)) continue;
          needed.add(id);
          waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      },
    },
  };
}
