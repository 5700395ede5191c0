/**
 * The law of names: kebab-case, no empty words, and in a feature of src a file of a known kind or a use case that
 * begins with a verb. What the list of names allows and nobody uses is a finding too, or the list would say nothing.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const list = 'scripts/structure-names.json';
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const emptyNames = /(^|-)(utils?|helpers?|misc|common|stuff|index)$/;

/** Returns what the names of a tree's files break, and what its list of names has too much. */
export function nameFindings(root, files) {
  const names = JSON.parse(readFileSync(join(root, list), 'utf8'));
  const featureFiles = files.filter((file) => isFeatureFile(names, file));
  return [
    ...files.flatMap((file) => spellingFindings(file)),
    ...featureFiles.filter((file) => kindsOf(names, file).length === 0).map((file) => kindFinding(names, file)),
    ...unusedFindings(names, files, featureFiles),
  ];
}

function spellingFindings(file) {
  const stem = stemOf(file);
  if (!kebabCase.test(stem)) return [`${file}: file names are kebab-case, React components too.`];
  // The server's entry point is the one index: it starts something and re-exports nothing.
  if (emptyNames.test(stem) && file !== 'bot/index.ts')
    return [`${file}: “${stem}” says nothing; name the file after what it exports.`];
  return [];
}

function isFeatureFile(names, file) {
  const [top, folder, ...rest] = file.split('/');
  return top === 'src' && rest.length > 0 && !names.freeFolders.includes(folder);
}

/**
 * Returns what in the list allows a file. The nearest reason alone: `pair-view` is a view, and does not keep the verb
 * `pair` alive.
 */
function kindsOf(names, file) {
  const stem = stemOf(file);
  const noun = `${file.split('/')[1]}/${stem}`;
  const ending = Object.keys(names.endings).find((end) => stem.endsWith(`-${end}`));
  const verb = stem.split('-')[0];
  if (stem in names.roles) return [`role ${stem}`];
  if (stem in names.declarations) return [`declaration ${stem}`];
  if (noun in names.nouns) return [`noun ${noun}`];
  if (ending !== undefined) return [`ending ${ending}`];
  return names.verbs.includes(verb) ? [`verb ${verb}`] : [];
}

function kindFinding({ roles, declarations }, file) {
  const known = Object.keys({ ...roles, ...declarations }).join(', ');
  return (
    `${file}: in a feature a file is one of ${known}, or a use case that begins with a verb. ` +
    `Rename it, or add the verb, or the noun with its reason, to ${list}.`
  );
}

/** Declarations are the same few in every feature, so they are known before the first feature needs one. */
function unusedFindings(names, files, featureFiles) {
  const used = new Set(featureFiles.flatMap((file) => kindsOf(names, file)));
  const listed = [
    ...Object.keys(names.roles).map((role) => `role ${role}`),
    ...Object.keys(names.endings).map((ending) => `ending ${ending}`),
    ...names.verbs.map((verb) => `verb ${verb}`),
    ...Object.keys(names.nouns).map((noun) => `noun ${noun}`),
  ];
  return [
    ...listed.filter((name) => !used.has(name)),
    ...names.freeFolders
      .filter((name) => !files.some((file) => file.startsWith(`src/${name}/`)))
      .map((name) => `free folder ${name}`),
  ].map((name) => `${list}: no file of src uses the ${name}; take it out of the list.`);
}

function stemOf(file) {
  return basename(file).replace(/(\.test|\.d|\.config)?\.tsx?$/, '');
}
