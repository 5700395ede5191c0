/* The built product: benchmarks measure what is deployed. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../scripts/ensure-installed.mjs';

const require = createRequire(import.meta.url);

/** A built module, by its path below `build/js` without extension. */
export function product(path) {
  return require(join(root, 'build', 'js', `${path}.js`));
}

/** A package of the product. */
export const installed = (name) => require(name);
