/* What a browser loads before the tab's first page is there, and whether the largest page makes it pause. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from '../../scripts/ensure-installed.mjs';
import { compared } from './compare.mjs';
import { studioRows } from './studio-rows.mjs';

/* Below the checkout, so that its packages are found. */
const folder = join(root, 'build', 'bench-tab');

const bareScript = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Button, FluentProvider, Text, webLightTheme } from '@fluentui/react-components';
createRoot(document.getElementById('root')).render(
  createElement(FluentProvider, { theme: webLightTheme }, createElement(Text, null, 'Hello'), createElement(Button, null, 'Press')),
);
`;

/** Asked for by the scripts once they run, and needed before a participant sees their page: its words and its chunk. */
const laterButNeeded = ['fr-', 'my-page-'];

export async function run(options) {
  // Vite marks this process as production for good, in which Local Teams does not start.
  const mode = process.env.NODE_ENV;
  const rows = await loadRows();
  if (mode === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = mode;
  return [...rows, ...(await studioRows(options))];
}

/** Gzipped, against a page with nothing but Fluent built in the same run. A build has always the same bytes: one is enough, and there are no rounds. */
async function loadRows() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(
      join(folder, 'index.html'),
      '<!doctype html><html lang="en"><body><div id="root"></div><script type="module" src="./main.js"></script></body></html>',
    );
    writeFileSync(join(folder, 'main.js'), bareScript);
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { outDir: 'out', target: 'es2022', reportCompressedSize: false, chunkSizeWarningLimit: 10_000 },
    });
    const ours = firstLoad(join(root, 'build', 'tab'), '/tab/', laterButNeeded);
    const bare = firstLoad(join(folder, 'out'), '/');
    return [
      compared('first load of a participant’s own page in French, gzipped', {
        ours: ours.bytes / 1024,
        otherCost: bare.bytes / 1024,
        other: 'React and Fluent with a text and a button',
        unit: 'KiB',
        limit: 3,
      }),
      compared('files of the first load', {
        ours: ours.files,
        otherCost: bare.files,
        other: 'React and Fluent with a text and a button',
        unit: 'files',
        limit: 10,
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The page, what it names, the chunks asked for, and what all of these import before they run. */
function firstLoad(directory, base, chunks = []) {
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) =>
    path.startsWith(base) ? path.slice(base.length) : path,
  );
  const assets = readdirSync(join(directory, 'assets'));
  for (const prefix of chunks) {
    const chunk = assets.find((name) => name.startsWith(prefix) && name.endsWith('.js'));
    if (chunk === undefined) throw new Error(`The tab has no chunk ${prefix}*`);
    waiting.push(`assets/${chunk}`);
  }
  const seen = new Set(['index.html']);
  while (waiting.length > 0) {
    const path = waiting.pop();
    if (seen.has(path)) continue;
    seen.add(path);
    if (!path.endsWith('.js')) continue;
    const script = readFileSync(join(directory, path), 'utf8');
    for (const [, imported] of script.matchAll(
      /(?:^|[;}])(?:import|export)(?:[^"'();]*from)?\s*["'`](\.[^"'`]+)["'`]/g,
    ))
      waiting.push(join(dirname(path), imported));
  }
  const bytes = [...seen].reduce((sum, path) => sum + gzipSync(readFileSync(join(directory, path))).length, 0);
  return { bytes, files: seen.size };
}
