import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Each case starts a Node of its own, on a machine that may be busy.
jest.setTimeout(60_000);

const script = pathToFileURL(resolve(__dirname, '../../../scripts/check-licences.mjs')).href;

/** The checker is an ES module for scripts, so it runs in a Node of its own. */
function findings(packages: Record<string, string>, exceptions: Record<string, { found: string; why: string }> = {}) {
  const policy = { allowed: ['MIT', 'ISC', 'Apache-2.0'], exceptions };
  const code = `import { licenceFindings } from ${JSON.stringify(script)};
    console.log(JSON.stringify(licenceFindings(${JSON.stringify(packages)}, ${JSON.stringify(policy)})));`;
  const done = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
  return JSON.parse(done.stdout) as string[];
}

describe('the licence check', () => {
  it('accepts what is on the list, one side of an OR, and both sides of an AND', () => {
    expect(findings({ 'a@1.0.0': 'MIT', 'b@1.0.0': '(GPL-3.0 OR MIT)', 'c@1.0.0': '(MIT AND ISC)' })).toEqual([]);
  });

  it('names a package whose licence is not on the list', () => {
    expect(findings({ '@scope/a@1.0.0': 'GPL-3.0', 'b@2.0.0': '(MIT AND CC-BY-NC-4.0)' })).toEqual([
      expect.stringContaining('@scope/a@1.0.0: GPL-3.0'),
      expect.stringContaining('b@2.0.0: (MIT AND CC-BY-NC-4.0)'),
    ]);
  });

  it('accepts an exception for what was found, and for nothing else', () => {
    const exceptions = { odd: { found: 'Custom', why: 'public domain' } };
    expect(findings({ 'odd@1.0.0': 'Custom' }, exceptions)).toEqual([]);
    expect(findings({ 'odd@1.0.0': 'GPL-3.0' }, exceptions)).toHaveLength(2);
  });

  it('asks to remove an exception that nothing needs', () => {
    expect(findings({ 'a@1.0.0': 'MIT' }, { odd: { found: 'Custom', why: 'public domain' } })).toEqual([
      expect.stringContaining('no longer needed'),
    ]);
  });
});
