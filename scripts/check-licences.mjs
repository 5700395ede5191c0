/*
 * Every package that is deployed has a licence on the list of scripts/licence-policy.json, or an exception there
 * that names what was found and why it is fine. An exception whose package or finding is gone is reported too.
 *
 *   node scripts/check-licences.mjs
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import checker from 'license-checker-rseidelsohn';
import { root } from './ensure-installed.mjs';

/**
 * Returns a line for each package whose licence is not allowed, and for each exception that no package needs.
 * `packages` maps `name@version` to the licence found, `policy` is the content of licence-policy.json.
 */
export function licenceFindings(packages, { allowed, exceptions }) {
  const used = new Set();
  const findings = Object.entries(packages).flatMap(([id, found]) => {
    const name = id.slice(0, id.lastIndexOf('@'));
    if (isAllowed(found, allowed)) return [];
    if (exceptions[name]?.found === found) {
      used.add(name);
      return [];
    }
    return [`${id}: ${found} is not on the list; leave the package, or give the reason in licence-policy.json.`];
  });
  const stale = Object.keys(exceptions).filter((name) => !used.has(name));
  return [...findings, ...stale.map((name) => `${name}: its exception in licence-policy.json is no longer needed.`)];
}

/** An SPDX expression as packages write them: any side of an OR is enough, every side of an AND is needed. */
function isAllowed(expression, allowed) {
  const bare = expression.replace(/[()]/g, '');
  return bare.split(/ OR /i).some((choice) => choice.split(/ AND /i).every((one) => allowed.includes(one.trim())));
}

function deployedPackages() {
  return new Promise((settle, fail) => {
    checker.init({ start: root, production: true, excludePrivatePackages: true }, (error, found) => {
      if (error) return fail(error);
      const licences = Object.entries(found).map(([id, { licenses }]) => [id, [licenses].flat().join(' AND ')]);
      return settle(Object.fromEntries(licences));
    });
  });
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) {
  const policy = JSON.parse(readFileSync(join(import.meta.dirname, 'licence-policy.json'), 'utf8'));
  const packages = await deployedPackages();
  const findings = licenceFindings(packages, policy);
  for (const finding of findings) console.log(finding);
  const count = Object.keys(packages).length;
  console.log(
    findings.length === 0 ? `Licences: ${count} packages, all fine.` : `Licences: ${findings.length} to mend.`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
}
