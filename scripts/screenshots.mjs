/**
 * npm run screenshots: contact sheets of every card and page by language, theme and width, into build/screenshots.
 * A card or page that is wider than its frame fails.
 */
import { ensureBrowser, ensureBuilt, ensureInstalled, runTool } from './ensure-installed.mjs';

ensureInstalled();
ensureBuilt();
const browser = ensureBrowser();
if (runTool('vite', 'bin/vite.js', ['build', '--config', 'tests/screenshots/card-sheet/vite.config.mjs']) !== 0)
  process.exit(1);
process.exitCode = runTool('jest', 'bin/jest.js', ['--selectProjects', 'screenshots', ...process.argv.slice(2)], {
  env: { PASSERELLE_SCREENSHOTS: '1', PASSERELLE_CHROMIUM: browser },
});
