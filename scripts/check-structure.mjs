/*
 * The structure check of `npm run lint`: names of files, no barrels, no import cycles, the floors of src, and the
 * import law held against resolved paths (ESLint tells the same while typing, from the text of an import).
 *
 *   node scripts/check-structure.mjs [--root FOLDER] [--figures]
 *
 * Prints one line for each finding and exits 1 when there is one. What a tree allows itself stands in its own
 * scripts/floors.json and scripts/structure-names.json. With --figures it prints how many arrows there are instead.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cruise } from 'dependency-cruiser';
import ts from 'typescript';
import { floorFigures, floorFindings } from './floor-law.mjs';
import { importLaw } from './import-law.mjs';
import { nameFindings } from './name-law.mjs';

const checkedFolders = ['src', 'bot', 'tab', 'tests'];
const codeFile = /\.(ts|tsx)$/;

/** Returns the findings of a tree, each a line that says what is wrong and what to do; none when all is well. */
export async function checkStructure(root, folders = checkedFolders) {
  const { files, sources, violations, arrows } = await readTree(root, folders);
  const findings = [
    ...nameFindings(root, files),
    ...sources.flatMap(barrelFindings),
    ...importFindings(violations),
    ...floorFindings(root, files, arrows),
  ];
  return [...new Set(findings)];
}

async function readTree(root, folders) {
  const files = folders.flatMap((folder) => filesUnder(root, folder));
  const sources = files.map((file) => parse(root, file));
  const { modules, summary } = await cruiseTree(root, folders);
  const imports = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  const arrows = [...imports, ...sources.flatMap((source) => augmentations(root, source))];
  const inSrc = ({ from, to }) => [from, to].every((path) => path.startsWith('src/'));
  return { files, sources, violations: summary.violations, arrows: arrows.filter(inSrc) };
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

function parse(root, file) {
  return ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022);
}

function barrelFindings({ fileName, statements }) {
  const own = statements.filter((statement) => !ts.isImportDeclaration(statement));
  const barrel = own.length > 0 && own.every((statement) => ts.isExportDeclaration(statement));
  return barrel
    ? [`${fileName}: it only exports again what others declare; import from the file that declares it.`]
    : [];
}

/** Whoever adds to a module knows it, though nothing is imported: dependency-cruiser does not see that. */
function augmentations(root, { fileName, statements }) {
  return statements
    .filter((statement) => ts.isModuleDeclaration(statement) && statement.name.text.startsWith('.'))
    .map(({ name }) => posix.join(posix.dirname(fileName), name.text))
    .flatMap((path) => ['', '.ts', '.tsx', '.d.ts'].map((ending) => path + ending))
    .filter((path) => /\.\w+$/.test(path) && existsSync(join(root, path)))
    .map((to) => ({ from: fileName, to }));
}

async function cruiseTree(root, folders) {
  const { output } = await cruise(
    folders.filter((folder) => folder !== 'tests' && existsSync(join(root, folder))),
    {
      baseDir: root,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      ruleSet: { forbidden: importLaw },
      validate: true,
      skipAnalysisNotInRules: true,
    },
    {
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'import', 'default', 'types'],
    },
  );
  return output;
}

function importFindings(violations) {
  const messages = new Map(importLaw.map(({ name, comment }) => [name, comment]));
  return violations.map(({ from, to, cycle, rule }) => {
    const path = cycle ? cycle.map((step) => step.name ?? step).join(' → ') : to;
    return `${from} → ${path}: ${messages.get(rule.name)}`;
  });
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: resolve(import.meta.dirname, '..') },
      figures: { type: 'boolean', default: false },
    },
  });
  const root = resolve(values.root);
  if (values.figures) {
    const { arrows } = await readTree(root, ['src']);
    for (const figure of floorFigures(root, arrows)) console.log(figure);
  } else {
    const findings = await checkStructure(root);
    for (const finding of findings) console.log(finding);
    console.log(findings.length === 0 ? 'Structure: as it should be.' : `Structure: ${findings.length} to mend.`);
    process.exitCode = findings.length === 0 ? 0 : 1;
  }
}
