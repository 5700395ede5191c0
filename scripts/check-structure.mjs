/*
 * The structure check of `npm run lint`: names of files, no barrels, no import cycles, and the import law held
 * against resolved paths (ESLint tells the same while typing, from the text of an import).
 *
 *   node scripts/check-structure.mjs [--root FOLDER]
 *
 * Prints one line for each finding and exits 1 when there is one. The names that src may use are kept, with a
 * reason each, in structure-names.json beside this script.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cruise } from 'dependency-cruiser';
import ts from 'typescript';
import { importLaw } from './import-law.mjs';

const names = JSON.parse(readFileSync(join(import.meta.dirname, 'structure-names.json'), 'utf8'));
const checkedFolders = ['src', 'bot', 'tab', 'tests'];
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const emptyNames = /(^|-)(utils?|helpers?|misc|common|stuff|index)$/;
const codeFile = /\.(ts|tsx)$/;

/** Returns the findings of a tree, each a line that says what is wrong and what to do; none when all is well. */
export async function checkStructure(root) {
  const files = checkedFolders.flatMap((folder) => filesUnder(root, folder));
  return [
    ...files.flatMap(nameFindings),
    ...files.flatMap((file) => barrelFindings(root, file)),
    ...(await importFindings(root)),
  ];
}

function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'fixtures', 'golden'].includes(entry.name) ? [] : filesUnder(root, path);
    return codeFile.test(entry.name) ? [path] : [];
  });
}

function nameFindings(file) {
  const stem = basename(file).replace(/(\.test|\.d|\.config)?\.tsx?$/, '');
  if (!kebabCase.test(stem)) return [`${file}: file names are kebab-case, React components too.`];
  // The server's entry point is the one index: it starts something and re-exports nothing.
  if (emptyNames.test(stem) && file !== 'bot/index.ts') {
    return [`${file}: “${stem}” says nothing; name the file after what it exports.`];
  }
  return featureNameFindings(file, stem);
}

function featureNameFindings(file, stem) {
  const [top, feature, ...rest] = file.split('/');
  if (top !== 'src' || rest.length === 0 || names.freeFolders.includes(feature)) return [];
  if (rest.length > 1 && rest[0] !== 'text') {
    return [`${file}: a feature has no folders but text/; make it a feature of its own or a file of this one.`];
  }
  const allowed =
    stem in names.roles ||
    Object.keys(names.endings).some((ending) => stem.endsWith(`-${ending}`)) ||
    names.verbs.includes(stem.split('-')[0]) ||
    `${feature}/${stem}` in names.nouns;
  return allowed
    ? []
    : [
        `${file}: in a feature a file is ${Object.keys(names.roles).join(', ')}, or a use case that begins with a verb. ` +
          'Rename it, or add the verb, or the noun with its reason, to scripts/structure-names.json.',
      ];
}

function barrelFindings(root, file) {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022);
  const statements = source.statements.filter((statement) => !ts.isImportDeclaration(statement));
  const barrel = statements.length > 0 && statements.every((statement) => ts.isExportDeclaration(statement));
  return barrel ? [`${file}: it only exports again what others declare; import from the file that declares it.`] : [];
}

async function importFindings(root) {
  const folders = checkedFolders.slice(0, 3).filter((folder) => existsSync(join(root, folder)));
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      ruleSet: { forbidden: importLaw },
      validate: true,
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'import', 'default', 'types'],
    },
  );
  const messages = new Map(importLaw.map(({ name, comment }) => [name, comment]));
  const findings = output.summary.violations.map(({ from, to, cycle, rule }) => {
    const path = cycle ? cycle.map((step) => step.name ?? step).join(' → ') : to;
    return `${from} → ${path}: ${messages.get(rule.name)}`;
  });
  return [...new Set(findings)];
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) {
  const { values } = parseArgs({ options: { root: { type: 'string', default: resolve(import.meta.dirname, '..') } } });
  const findings = await checkStructure(resolve(values.root));
  for (const finding of findings) console.log(finding);
  console.log(findings.length === 0 ? 'Structure: as it should be.' : `Structure: ${findings.length} to mend.`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
