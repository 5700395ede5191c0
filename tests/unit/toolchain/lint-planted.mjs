/* Lints files that do not exist, [{ path, text }] from standard input; prints what lint says of the imports and of the regular expressions of each. */
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { ESLint } from 'eslint';

const planted = JSON.parse(await text(process.stdin));
const root = process.cwd();
const eslint = new ESLint({
  cwd: root,
  // A file that is in no project has no types; the rule asked for needs none.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: null, programs: null } } },
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports' || ruleId === 'redos/no-vulnerable',
});
const said = [];
for (const file of planted) {
  const [result] = await eslint.lintText(file.text, { filePath: join(root, file.path) });
  said.push(result.messages.map(({ message }) => message));
}
console.log(JSON.stringify(said));
