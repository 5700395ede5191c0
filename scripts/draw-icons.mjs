/*
 * Draws manifest/color.png and manifest/outline.png from their SVG in manifest/icons, with the same browser as the
 * end-to-end tests. By hand, after a change of a drawing: `node scripts/draw-icons.mjs`; the PNGs are committed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser, root } from './ensure-installed.mjs';

const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
];

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox'] });
try {
  for (const { name, size } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const drawing = readFileSync(join(root, 'manifest', 'icons', `${name}.svg`), 'utf8');
    await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block}</style>${drawing}`);
    await page.screenshot({ path: join(root, 'manifest', `${name}.png`), omitBackground: true });
    console.log(`manifest/${name}.png: ${size} × ${size}`);
  }
} finally {
  await browser.close();
}
