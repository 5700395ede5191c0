import { defineConfig, globalIgnores } from 'eslint/config';
import redos from 'eslint-plugin-redos';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/*
 * The import law as rules. A later `no-restricted-imports` replaces an earlier one for the same file, so every
 * folder gets one whole block. `scripts/check-structure.mjs` holds the same law against resolved paths.
 */

const sdkOwners = [
  {
    regex: '^@azure/(data-tables|storage-queue)(/|$)',
    message: 'Storage SDKs belong in bot/storage; take the port from src/domain/ports.ts instead.',
    home: 'bot/storage',
  },
  {
    regex: '^@azure/identity(/|$)',
    message: 'Credentials belong in bot/compose.ts, which hands out a token port.',
    home: 'bot/compose',
  },
  {
    regex: '^(botbuilder|botframework-|@microsoft/teams-ai|adaptivecards-templating|adaptive-expressions)',
    message: 'The Bot Framework belongs in bot/teams, so that it can be left by rewriting one folder.',
    home: 'bot/teams',
  },
  {
    regex: '^restify(-|/|$)',
    message: 'The web server belongs in bot/api, bot/server.ts and bot/local.',
    home: 'bot/api',
  },
  {
    regex: '^(node:)?worker_threads$',
    message: 'Worker threads belong in bot/workers; ask for the work through its port.',
    home: 'bot/workers',
  },
];

const owned = (...homes) => sdkOwners.filter(({ home }) => !homes.includes(home)).map(withoutHome);
const withoutHome = ({ regex, message }) => ({ regex, message });

const noTab = {
  regex: '^(\\.\\./)+tab/',
  message: 'The server never imports the tab; what both need belongs in src (contract.ts of the feature).',
};
const noLocal = {
  regex: '^(\\.\\.?/)+local/',
  message: 'Local mode is wired by bot/index.ts and bot/cli only: it is not deployed.',
};
const botFolders = ['teams', 'api', 'storage', 'jobs', 'calendar', 'documents', 'workers'];
const noSiblings = (folder) => ({
  regex: `^(\\.\\./)+(${botFolders.filter((other) => other !== folder).join('|')})(/|$)`,
  message: `bot/${folder} does not know its siblings: it receives what it needs from bot/compose.ts through a port of src.`,
});

/** Survey answers and their keys: with both in hand, an answer is a person's again. */
const noAnswers = [
  {
    regex: '/survey-ports$|/all-ports$',
    message:
      'Answers and survey keys are reached by src/survey, src/needs-poll and src/insight only; ask a use case of them for what you need.',
  },
  {
    regex: '/domain/rows$|^\\./rows$',
    importNames: ['AnswerStore', 'KeyStore', 'AnswerRows', 'KeyRows'],
    message:
      'The stores of answers and survey keys are reached through src/domain/survey-ports.ts, by src/survey, src/needs-poll and src/insight only.',
  },
];

/** What belongs to a pair alone: its two people read it, and nobody else. */
const noPairs = [
  {
    regex: '/pair-vault$',
    message: 'What belongs to a pair is reached by the features of a pair only: docs/decisions/pair-vault.md.',
  },
  {
    regex: '/domain/rows$|^\\./rows$',
    importNames: ['PairStore', 'PairRows'],
    message: 'The store of pairs is reached through src/domain/pair-vault.ts, by the features of a pair only.',
  },
];
const noVaults = [...noAnswers, ...noPairs];

const restrictImports = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const srcLaw = [
  {
    regex: '^(\\.\\./)+(bot|tab)/',
    message: 'src knows neither bot nor tab: declare a port here and let bot/compose.ts wire it.',
  },
  {
    regex: '^(?!\\.{1,2}/|(zod|temporal-polyfill|intl-messageformat|pure-rand|date-holidays|cephes)(/|$))',
    message: 'src is pure: only itself and small pure libraries. I/O, SDKs and node modules belong in bot.',
  },
];

const tabImports = restrictImports([
  { regex: '^(\\.\\./)+bot/', message: 'The tab never imports the server; shared schemas belong in src.' },
  {
    regex: '^(node:|@azure/|botbuilder|botframework-|@microsoft/teams-ai|restify)',
    message: 'The tab runs in a browser: server code belongs in bot.',
  },
]);

const noEnum = {
  selector: 'TSEnumDeclaration',
  message: 'A union of literals says the same, needs no code, and is what the rules here look for.',
};

const noHiddenClock = {
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Time is an argument named `now`, or the Clock port.' },
    { object: 'Math', property: 'random', message: 'Randomness is seeded (pure-rand); ids come from the Ids port.' },
    { object: 'Temporal', property: 'Now', message: 'Time is an argument named `now`, or the Clock port.' },
  ],
  'no-restricted-syntax': [
    'error',
    noEnum,
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'Time is an argument named `now`, or the Clock port.',
    },
    { selector: 'CallExpression[callee.name="Date"]', message: 'Time is an argument named `now`, or the Clock port.' },
  ],
};

const house = {
  eqeqeq: ['error', 'always'],
  'no-console': 'error',
  'no-var': 'error',
  'no-restricted-syntax': ['error', noEnum],
  'prefer-const': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidOperator: true },
  ],
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
  '@typescript-eslint/require-await': 'off',
  // Each of the two looks at the types of every assignment, a fifth of the time of all rules. Enums are not written here (`noEnum`), and a literal that
  // stands for an instance of a class is held by the types.
  '@typescript-eslint/no-unsafe-enum-assignment': 'off',
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // Registries that features add to (SubjectByKind, DueByKind ...) begin empty.
  '@typescript-eslint/no-empty-object-type': ['error', { allowWithName: '^(SubjectByKind|RefByKind)$' }],
};

export default defineConfig(
  globalIgnores(['node_modules/', 'build/', '.local/', 'coverage/', '**/*.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: house,
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    extends: [tseslint.configs.base],
    rules: {
      eqeqeq: ['error', 'always'],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-unreachable': 'error',
      'no-dupe-keys': 'error',
    },
  },

  {
    // Text comes from people and files: an expression whose time grows with the square of it holds the server for everybody.
    files: ['src/**/*.ts', 'bot/**/*.{ts,tsx}', 'tab/**/*.{ts,tsx}'],
    ignores: [
      // These read our own files, while the tab is built.
      'tab/compile-messages.ts',
      'tab/light-zod.ts',
      // Every repeat of it has its limit; whether the fuzzer finds that slow changes with what else the machine does.
      'src/privacy/find-addresses.ts',
    ],
    plugins: { redos },
    rules: { 'redos/no-vulnerable': ['error', { ignoreErrors: false, permittableComplexities: [], timeout: 20_000 }] },
  },
  { files: ['src/**/*.ts'], rules: { ...restrictImports([...srcLaw, ...noVaults]), ...noHiddenClock } },
  { files: ['src/{survey,needs-poll,insight}/**/*.ts'], rules: restrictImports([...srcLaw, ...noPairs]) },
  {
    files: ['src/{pair,charter,pair-plan,proposal,own-page}/**/*.ts'],
    rules: restrictImports([...srcLaw, ...noAnswers]),
  },
  {
    files: ['src/dispatch/*.ts', 'src/domain/{survey-ports,pair-vault,row-declarations}.ts'],
    rules: restrictImports(srcLaw),
  },
  { files: ['tab/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat.recommended], rules: tabImports },
  {
    files: ['bot/local/teams-page/**/*.{ts,tsx}'],
    rules: restrictImports([{ regex: '^(\\.\\./)+(tab|bot)/', message: 'The page of Local Teams speaks HTTP only.' }]),
  },

  {
    files: ['bot/**/*.ts'],
    ignores: ['bot/real-clock.ts', 'bot/local/teams-page/**'],
    rules: noHiddenClock,
  },
  { files: ['bot/*.ts'], rules: restrictImports([noTab, noLocal, ...owned(), ...noVaults]) },
  { files: ['bot/compose.ts', 'bot/compose-*.ts'], rules: restrictImports([noTab, noLocal, ...owned('bot/compose')]) },
  { files: ['bot/index.ts'], rules: restrictImports([noTab, ...owned(), ...noVaults]) },
  { files: ['bot/server.ts'], rules: restrictImports([noTab, noLocal, ...owned('bot/api'), ...noVaults]) },
  ...botFolders.map((folder) => ({
    files: [`bot/${folder}/**/*.ts`],
    rules: restrictImports([
      noTab,
      noLocal,
      noSiblings(folder),
      ...owned(`bot/${folder}`),
      ...(folder === 'storage' ? [] : noVaults),
    ]),
  })),
  { files: ['bot/cli/**/*.ts'], rules: { ...restrictImports([noTab, ...owned(), ...noVaults]), 'no-console': 'off' } },
  {
    files: ['bot/local/**/*.ts'],
    ignores: ['bot/local/teams-page/**'],
    rules: restrictImports([noTab, ...owned('bot/api'), ...noVaults]),
  },

  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
);
