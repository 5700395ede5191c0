import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalTeamsPage } from './e2e-persona';

const pictures = join(__dirname, '../../build/e2e');

/**
 * Tests that are the steps of one walk. Once a step has failed those after it fail at once, naming it, since they have nothing to
 * stand on; a picture of what was to be seen is left in build/e2e.
 */
export function walkIn(teams: () => LocalTeamsPage): (name: string, take: () => Promise<void>) => void {
  let stumbled: string | undefined;
  return (name, take) => {
    test(name, async () => {
      if (stumbled !== undefined) throw new Error(`Not reached: “${stumbled}” failed before`);
      try {
        await take();
      } catch (error) {
        stumbled = name;
        mkdirSync(pictures, { recursive: true });
        const file = join(pictures, `${name.replace(/[^\p{L}\d]+/gu, '-').slice(0, 60)}.png`);
        await teams()
          .page.screenshot({ path: file })
          .catch(() => undefined);
        throw error;
      }
    });
  };
}
