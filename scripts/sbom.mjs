/*
 * Writes build/sbom.json, the CycloneDX bill of materials of what is deployed. It reads the lock file alone, so
 * that the same commit gives the same bytes on every machine.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from './ensure-installed.mjs';

const file = join(root, 'build', 'sbom.json');
mkdirSync(join(root, 'build'), { recursive: true });
process.exitCode = runTool('@cyclonedx/cyclonedx-npm', 'bin/cyclonedx-npm-cli.js', [
  ...['--package-lock-only', '--omit', 'dev', '--output-reproducible', '--validate'],
  ...['--output-format', 'JSON', '--output-file', file],
]);
if (process.exitCode === 0) console.log('Bill of materials: build/sbom.json');
