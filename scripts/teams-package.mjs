/**
 * The Teams app as files: the manifest with its values filled in, its languages and its icons, and the checks that
 * can be made without Microsoft’s cloud. `npm run package` calls it; so do the tests.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils, ManifestUtil } from '@microsoft/app-manifest';
import { iconFindings, languageFindings, storeFindings } from './store-rules.mjs';

/** Values that only a deployment knows. An environment variable of the same name replaces the default. */
export function packageValues(folder, version, env) {
  const defaults = JSON.parse(readFileSync(join(folder, 'defaults.json'), 'utf8'));
  const names = Object.keys(defaults);
  return {
    values: { APP_VERSION: version, ...Object.fromEntries(names.map((name) => [name, env[name] || defaults[name]])) },
    usingDefaults: names.filter((name) => !env[name]),
  };
}

/** Replaces each `${{NAME}}`; throws when a value is missing, so that no placeholder reaches a package. */
export function fillPlaceholders(text, values) {
  return text.replace(/\$\{\{([A-Z_]+)\}\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`The manifest asks for ${name}, and nothing gives it.`);
    return JSON.stringify(values[name]).slice(1, -1);
  });
}

/** Returns the files of the package by name. Throws with a readable line when one is missing or is not JSON. */
export function readPackage(folder, values) {
  const manifest = parseJson('manifest.json', fillPlaceholders(read(folder, 'manifest.json').toString('utf8'), values));
  const files = { 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) };
  for (const name of [...languageFiles(manifest), manifest.icons.color, manifest.icons.outline]) {
    files[name] = read(folder, name);
  }
  return files;
}

/** Returns a line for each thing Microsoft’s schemas or the rules of the Teams store would refuse; none when fine. */
export async function packageFindings(files) {
  const manifest = JSON.parse(files['manifest.json'].toString('utf8'));
  const languages = Object.fromEntries(
    languageFiles(manifest).map((name) => [name, parseJson(name, files[name].toString('utf8'))]),
  );
  const languageSchema = readLanguageSchema(manifest.manifestVersion);
  const inLanguages = await Promise.all(
    Object.entries(languages).map(async ([name, texts]) =>
      (await ManifestUtil.validateManifestAgainstSchema(texts, languageSchema)).map((finding) => `${name}: ${finding}`),
    ),
  );
  const inManifest = await AppManifestUtils.validateAgainstSchema(manifest);
  return [
    ...inManifest.map((finding) => `manifest.json: ${finding}`),
    ...inLanguages.flat(),
    ...storeFindings(manifest),
    ...languageFindings(manifest, languages),
    ...iconFindings(files[manifest.icons.color], files[manifest.icons.outline]),
  ];
}

/**
 * Microsoft’s schema of language files, without the patterns that are no valid expression in Unicode mode (they stop
 * the validator; they are about parts this app has not). What they would allow is refused, never let through.
 */
function readLanguageSchema(version) {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'));
  const file = join('build', 'json-schemas', 'teams', `v${version}`, 'MicrosoftTeams.Localization.schema.json');
  const schema = JSON.parse(readFileSync(join(packageFolder, file), 'utf8'));
  const sound = Object.entries(schema.patternProperties).filter(([pattern]) => isExpression(pattern));
  return { ...schema, patternProperties: Object.fromEntries(sound) };
}

function isExpression(pattern) {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}

function languageFiles({ localizationInfo }) {
  const { defaultLanguageFile, additionalLanguages = [] } = localizationInfo;
  return [defaultLanguageFile, ...additionalLanguages.map(({ file }) => file)].filter(Boolean);
}

function read(folder, name) {
  try {
    return readFileSync(join(folder, name));
  } catch {
    throw new Error(`The manifest names ${name}, and it is not in ${folder}.`);
  }
}

function parseJson(name, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is not JSON: ${error.message}`);
  }
}
