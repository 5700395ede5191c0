import type { Plugin } from 'vite';

const described = /\.check\(\s*z\.describe\(\s*(?:'(?:[^'\\]|\\.)*'|`[^`]*`)\s*,?\s*\),?\s*\)/gu;

/** What schemas say of their fields is for the description of the API: no browser reads it. */
export function dropDescriptions(): Plugin {
  return {
    name: 'drop-descriptions',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]src[\\/].*contract\.ts$/u },
      handler: (source) => ({ code: source.replace(described, ''), map: null }),
    },
  };
}

/**
 * Pages of HR read answers with all of zod, a participant's page with `zod/mini`. Both stand on one core, and a module lies in
 * one chunk as a whole: with a core of its own under the whole of zod, the first load holds only what zod/mini needs of it.
 */
export function coreOfItsOwn(): Plugin {
  const mark = '?whole';
  return {
    name: 'zod-core-of-its-own',
    enforce: 'pre',
    async resolveId(source, importer) {
      const whole = importer !== undefined && /[\\/]zod[\\/]v4[\\/](?:classic[\\/]|.*\?whole$)/u.test(importer);
      if (!whole || !source.startsWith('.')) return null;
      const found = await this.resolve(source, importer.replace(mark, ''), { skipSelf: true });
      if (found === null || /[\\/]classic[\\/]/u.test(found.id)) return found;
      return { ...found, id: `${found.id}${mark}` };
    },
  };
}
