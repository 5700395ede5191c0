/* `npm run build`: types of everything, then server, tab and page of Local Teams, so that whoever needs a build finds this one. */
import { build, ensureInstalled, runTool } from './ensure-installed.mjs';

ensureInstalled();
const compiledSince = new Date();
const status = runTool('typescript', 'bin/tsc', ['-b']);
if (status === 0) build({ compiledSince });
process.exitCode = status;
