/*
 * `npm run package`: checks the Teams app and writes build/passerelle.zip. Ids, domain and addresses come from the
 * environment (names in manifest/defaults.json); without them the package is for looking at, not for a tenant.
 * `--manifest FOLDER` packs another folder of the same form, `--out FILE` writes elsewhere.
 */
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { ensureInstalled, root } from './ensure-installed.mjs';

ensureInstalled();
const { packageFindings, packageValues, readPackage } = await import('./teams-package.mjs');
const { ZipFile } = (await import('yazl')).default;

try {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { values: options } = parseArgs({ options: { manifest: { type: 'string' }, out: { type: 'string' } } });
  const folder = resolve(options.manifest ?? join(root, 'manifest'));
  const out = resolve(options.out ?? join(root, 'build', 'passerelle.zip'));
  const { values, usingDefaults } = packageValues(folder, version, process.env);
  const files = readPackage(folder, values);
  const findings = await packageFindings(files);
  for (const finding of findings) console.error(finding);
  if (findings.length > 0) throw new Error(`Teams package: ${findings.length} to mend; nothing was written.`);

  const zip = new ZipFile();
  // A fixed date, so that the same content gives the same bytes.
  const mtime = new Date(1980, 0, 1);
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name, { mtime, forceDosTimestamp: true });
  zip.end();
  mkdirSync(dirname(out), { recursive: true });
  await pipeline(zip.outputStream, createWriteStream(out));
  console.log(`Teams package: ${relative(root, out)}, version ${version}, schema and store rules held.`);
  if (usingDefaults.length > 0) {
    console.log(`Stand-ins for a deployment’s own values: ${usingDefaults.join(', ')}. Set them before uploading it.`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
