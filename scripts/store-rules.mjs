/**
 * Rules of the Teams store that can be held offline, beyond what the schema says. From Microsoft’s “Teams store
 * validation guidelines” and “Design your Teams app icons”.
 */
import { PNG } from 'pngjs';

const unfinished = /\b(beta|alpha|preview|test|demo|poc|dev|debug)\b/i;
const microsoftNames = /\b(microsoft|teams|office|outlook|copilot)\b/i;
const semver = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const domain = /^(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}$/i;

/** Findings about the manifest itself. */
export function storeFindings(manifest) {
  const { name, description, developer, version, validDomains = [], staticTabs = [], webApplicationInfo } = manifest;
  const pages = staticTabs.flatMap(({ contentUrl, websiteUrl }) => [contentUrl, websiteUrl]).filter(Boolean);
  const addresses = [developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl, ...pages];
  return [
    ...when(!semver.test(version), `version: “${version}” is not a semantic version such as 1.2.3.`),
    ...when(unfinished.test(`${name.short} ${name.full}`), 'name: a store app is finished; no beta, test or dev.'),
    ...when(microsoftNames.test(name.short), 'name.short: Microsoft’s product names may not be used as the app’s own.'),
    ...when(name.short === name.full, 'name.full: it adds nothing to name.short.'),
    ...when(description.short === description.full, 'description.full: it repeats the short one.'),
    ...when(description.full.length < 200, 'description.full: too short to tell what the app does.'),
    ...addresses.filter((url) => !url.startsWith('https://')).map((url) => `${url}: every address is https.`),
    ...validDomains.filter((one) => !domain.test(one)).map((one) => `validDomains: “${one}” is not a domain name.`),
    ...validDomains
      .filter((one) => /^\*\.(azurewebsites\.net|onmicrosoft\.com|com|net|org)$/i.test(one))
      .map((one) => `validDomains: “${one}” would trust domains of others.`),
    ...pages
      .filter((url) => !validDomains.includes(new URL(url).host))
      .map((url) => `${url}: its host is not in validDomains.`),
    ...when(
      webApplicationInfo !== undefined &&
        !validDomains.some((one) => webApplicationInfo.resource === `api://${one}/${webApplicationInfo.id}`),
      'webApplicationInfo.resource: it must be api://<a valid domain>/<the same id>.',
    ),
  ];
}

/** Every text that people read exists in every language, and the default language file says what the manifest says. */
export function languageFindings(manifest, languages) {
  const wanted = translatable(manifest);
  const { defaultLanguageFile } = manifest.localizationInfo;
  return Object.entries(languages).flatMap(([file, texts]) => [
    ...Object.keys(wanted)
      .filter((key) => !texts[key])
      .map((key) => `${file}: ${key} is missing.`),
    ...Object.keys(texts)
      .filter((key) => key !== '$schema' && !(key in wanted))
      .map((key) => `${file}: ${key} is not in the manifest.`),
    ...Object.entries(texts)
      .filter(([key, text]) => key in wanted && file === defaultLanguageFile && text !== wanted[key])
      .map(([key]) => `${file}: ${key} differs from the manifest.`),
    ...when(
      unfinished.test(`${texts['name.short']} ${texts['name.full']}`),
      `${file}: the name says beta, test or dev.`,
    ),
  ]);
}

function translatable({ name, description, bots = [], staticTabs = [] }) {
  const texts = {
    'name.short': name.short,
    'name.full': name.full,
    'description.short': description.short,
    'description.full': description.full,
  };
  bots.forEach((bot, b) =>
    (bot.commandLists ?? []).forEach((list, l) =>
      list.commands.forEach((command, c) => {
        texts[`bots[${b}].commandLists[${l}].commands[${c}].title`] = command.title;
        if (command.description)
          texts[`bots[${b}].commandLists[${l}].commands[${c}].description`] = command.description;
      }),
    ),
  );
  staticTabs.forEach((tab, t) => {
    if (tab.name) texts[`staticTabs[${t}].name`] = tab.name;
  });
  return texts;
}

/** Findings about the two icons, given as PNG bytes. */
export function iconFindings(color, outline) {
  return [...colorFindings(decode(color)), ...outlineFindings(decode(outline))];
}

function colorFindings(icon) {
  if (!icon) return ['The colour icon is not a PNG.'];
  return when(
    icon.width !== 192 || icon.height !== 192,
    `The colour icon is ${icon.width} × ${icon.height}; it must be 192 × 192.`,
  );
}

function outlineFindings(icon) {
  if (!icon) return ['The outline icon is not a PNG.'];
  const pixels = Array.from({ length: icon.width * icon.height }, (_, at) => icon.data.subarray(at * 4, at * 4 + 4));
  const seen = pixels.filter(([, , , alpha]) => alpha > 0);
  return [
    ...when(
      icon.width !== 32 || icon.height !== 32,
      `The outline icon is ${icon.width} × ${icon.height}; it must be 32 × 32.`,
    ),
    ...when(seen.length === pixels.length, 'The outline icon has no transparent background.'),
    ...when(seen.length === 0, 'The outline icon is empty.'),
    ...when(
      seen.some(([red, green, blue]) => Math.min(red, green, blue) < 250),
      'The outline icon may hold white and transparency only.',
    ),
  ];
}

function decode(bytes) {
  try {
    return PNG.sync.read(bytes);
  } catch {
    return undefined;
  }
}

function when(condition, finding) {
  return condition ? [finding] : [];
}
