/*
 * What a browser loads before a participant's own page can be shown, gzipped, beside the floor in `bare-page`: sizes of built files, which are
 * the same in every run. `node tests/bench/first-load.mjs [--packages]` prints it as JSON, with `--packages` by package too.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from '../../scripts/ensure-installed.mjs';

/** Asked for by the scripts once they run, and needed before a participant sees their page. */
const laterButNeeded = [
  'pages/me/my-page.tsx',
  'text/fr.json',
  'pages/me/text/fr.json',
  '../src/survey/text/fr.json',
  '../src/catalogues/text/fr.json',
];

/** Bytes and files of both; the tab must have been built. What is shipped is measured, whoever asks: jest sets another mode, with which React comes for development. */
export async function firstLoads() {
  const mode = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await measureBoth();
  } finally {
    if (mode === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = mode;
  }
}

async function measureBoth() {
  const folder = join(root, 'build', 'bench-tab');
  try {
    await build({
      root: join(root, 'tests', 'bench', 'bare-page'),
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: 'es2022',
        manifest: true,
        reportCompressedSize: false,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 10_000,
      },
    });
    return { ours: firstLoad(join(root, 'build', 'tab'), laterButNeeded), bare: firstLoad(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The page, the chunks asked for, and what all of these import before they run. */
function firstLoad(directory, chunks = []) {
  const manifest = JSON.parse(readFileSync(join(directory, '.vite', 'manifest.json'), 'utf8'));
  const files = new Set(['index.html']);
  const waiting = ['index.html', ...chunks];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`The build has no chunk for ${name}`);
    if (files.has(chunk.file)) continue;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    waiting.push(...(chunk.imports ?? []));
  }
  const sizes = [...files].map((file) => [file, gzipSync(readFileSync(join(directory, file))).length]);
  return { bytes: sizes.reduce((sum, [, bytes]) => sum + bytes, 0), files: Object.fromEntries(sizes) };
}

/**
 * KiB of the first load by package, and by folder of ours. A chunk is compressed as a whole: each module has its share of it by length
 * before it is made small, which is near, not exact.
 */
async function packageSizes() {
  const { output } = await build({
    configFile: join(root, 'tab', 'vite.config.ts'),
    root: join(root, 'tab'),
    logLevel: 'error',
    build: { write: false },
  });
  const byFile = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const { ours } = await firstLoads();
  const sizes = {};
  for (const [file, bytes] of Object.entries(ours.files)) {
    const modules = Object.entries(byFile.get(file)?.modules ?? {});
    const whole = modules.reduce((sum, [, { renderedLength }]) => sum + renderedLength, 0);
    for (const [id, { renderedLength }] of modules) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(id)?.[1] ?? ownFolder(id);
      sizes[name] = (sizes[name] ?? 0) + (bytes * renderedLength) / whole / 1024;
    }
    if (modules.length === 0) sizes[file] = bytes / 1024;
  }
  return Object.fromEntries(
    Object.entries(sizes)
      .sort(([, one], [, other]) => other - one)
      .map(([name, size]) => [name, Number(size.toFixed(2))]),
  );
}

function ownFolder(id) {
  return id.startsWith(root)
    ? id
        .slice(root.length + 1)
        .split('/')
        .slice(0, 2)
        .join('/')
    : 'vite';
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const packages = process.argv.includes('--packages') ? { packages: await packageSizes() } : {};
  process.stdout.write(`${JSON.stringify({ ...(await firstLoads()), ...packages }, undefined, 2)}\n`);
}
