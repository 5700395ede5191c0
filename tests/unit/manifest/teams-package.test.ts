import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PNG } from 'pngjs';

// Each case starts a program of its own, on a machine that may be busy.
jest.setTimeout(60_000);

const project = resolve(__dirname, '../../..');
const workplace = mkdtempSync(join(tmpdir(), 'teams-package-'));

function packageOf(folder: string, env: Record<string, string> = {}) {
  const out = join(workplace, 'passerelle.zip');
  rmSync(out, { force: true });
  const done = spawnSync(process.execPath, [join(project, 'scripts/package.mjs'), '--manifest', folder, '--out', out], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  return { status: done.status, said: done.stdout, refused: done.stderr, zip: read(out) };
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function copyOfManifest() {
  const folder = mkdtempSync(join(workplace, 'manifest-'));
  cpSync(join(project, 'manifest'), folder, { recursive: true });
  return {
    folder,
    change(name: string, mutate: (content: any) => void) {
      const content = JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown;
      mutate(content);
      writeFileSync(join(folder, name), JSON.stringify(content));
    },
  };
}

const png = (width: number, height: number, colour: readonly [number, number, number, number]) => {
  const image = new PNG({ width, height });
  for (let at = 0; at < image.data.length; at += 4) image.data.set(colour, at);
  return PNG.sync.write(image);
};

describe('npm run package', () => {
  afterAll(() => rmSync(workplace, { recursive: true, force: true }));

  it('packs the manifest, both languages and both icons from a fresh clone, and says which values are stand-ins', () => {
    const { status, said, zip } = packageOf(join(project, 'manifest'));
    expect(status).toBe(0);
    for (const name of ['manifest.json', 'en.json', 'fr.json', 'color.png', 'outline.png']) {
      expect(zip?.includes(name)).toBe(true);
    }
    expect(said).toContain('Stand-ins');
  });

  it('gives the same bytes for the same content', () => {
    expect(packageOf(join(project, 'manifest')).zip).toEqual(packageOf(join(project, 'manifest')).zip);
  });

  it('takes ids and domain from the environment', () => {
    const { status, said } = packageOf(join(project, 'manifest'), {
      APP_DOMAIN: 'mentoring.contoso.com',
      BOT_ID: '6f4c2f60-7b1e-4d5e-9c37-0d2f8a1b3c4d',
    });
    expect(status).toBe(0);
    expect(said).not.toMatch(/BOT_ID|APP_DOMAIN/);
  });

  it('refuses a value that the schema refuses', () => {
    const { status, refused, zip } = packageOf(join(project, 'manifest'), { BOT_ID: 'my-bot' });
    expect(status).toBe(1);
    expect(refused).toContain('/bots/0/botId');
    expect(zip).toBeUndefined();
  });

  it('reports everything that the store or the schema would refuse, in one run, and writes nothing', () => {
    const { folder, change } = copyOfManifest();
    change('manifest.json', (manifest) => {
      manifest.version = '1.0';
      manifest.name.short = 'Passerelle for Teams Beta';
      manifest.developer.privacyUrl = 'http://contoso.com/privacy';
      manifest.validDomains = ['*.azurewebsites.net', 'https://contoso.com'];
      manifest.webApplicationInfo.resource = 'api://elsewhere';
      manifest.description.short = 'x'.repeat(81);
      manifest.surprise = true;
    });
    change('fr.json', (texts) => {
      delete texts['staticTabs[0].name'];
      texts['description.short'] = 'x'.repeat(81);
    });
    writeFileSync(join(folder, 'color.png'), png(96, 96, [31, 86, 115, 255]));
    writeFileSync(join(folder, 'outline.png'), png(32, 32, [200, 0, 0, 255]));

    const { status, refused, zip } = packageOf(folder);
    expect(status).toBe(1);
    expect(zip).toBeUndefined();
    const expected = [
      'version: “1.0”',
      'name: a store app is finished',
      'name.short: Microsoft’s product names',
      'http://contoso.com/privacy: every address is https',
      'would trust domains of others',
      '“https://contoso.com” is not a domain name',
      'its host is not in validDomains',
      'webApplicationInfo.resource',
      'manifest.json: /description/short must NOT have more than 80 characters',
      'manifest.json:  must NOT have additional properties',
      'fr.json: staticTabs[0].name is missing',
      'fr.json: /description.short must NOT have more than 80 characters',
      'en.json: name.short differs from the manifest',
      'The colour icon is 96 × 96',
      'no transparent background',
      'white and transparency only',
    ];
    expect(expected.filter((line) => !refused.includes(line))).toEqual([]);
  });

  it('names a missing file and broken JSON instead of a stack', () => {
    const missing = copyOfManifest();
    rmSync(join(missing.folder, 'fr.json'));
    expect(packageOf(missing.folder).refused).toMatch(/^The manifest names fr\.json, and it is not in .*\n$/);

    const broken = copyOfManifest();
    writeFileSync(join(broken.folder, 'manifest.json'), '{ "id": ');
    expect(packageOf(broken.folder).refused).toMatch(/^manifest\.json is not JSON: .*\n$/);
  });

  it('speaks French as the French write', () => {
    const texts = Object.values(JSON.parse(readFileSync(join(project, 'manifest/fr.json'), 'utf8')) as object)
      .filter((text): text is string => typeof text === 'string' && !text.startsWith('https:'))
      .join('\n');
    expect(texts).not.toMatch(/[^\u00a0\u202f][:;!?]/);
    expect(texts).not.toMatch(/'/);
  });
});
