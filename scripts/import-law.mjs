/**
 * The import law as rules for dependency-cruiser; `comment` is the line a person reads. ESLint holds the same law
 * while typing (eslint.config.mjs); this one sees resolved paths, so no spelling of an import gets round it.
 */
const botFolders = ['teams', 'api', 'storage', 'jobs', 'calendar', 'documents', 'workers'];
const ourCode = '^(src|bot|tab)/';
const modules = (...patterns) => `(^|/)node_modules/(${patterns.join('|')})(/|$)`;

const siblings = botFolders.map((folder) => ({
  name: `bot-${folder}-knows-no-sibling`,
  severity: 'error',
  comment: `bot/${folder} receives what it needs from bot/compose.ts, through a port of src; it imports no sibling.`,
  from: { path: `^bot/${folder}/` },
  to: { path: `^bot/(${botFolders.filter((other) => other !== folder).join('|')})/` },
}));

/** A rule that a package is used in its home only. */
const home = (name, patterns, homes, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: ourCode, pathNot: homes },
  to: { path: patterns },
});

export const importLaw = [
  {
    name: 'no-cycle',
    severity: 'error',
    comment: 'an import cycle; move what both need into a file of its own.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'src-knows-only-itself',
    severity: 'error',
    comment: 'src knows neither bot nor tab: declare a port in src and let bot/compose.ts wire it.',
    from: { path: '^src/' },
    to: { path: '^(bot|tab|scripts|tests)/' },
  },
  {
    name: 'src-is-pure',
    severity: 'error',
    comment: 'src is pure: no modules of Node; what touches the world belongs in bot.',
    from: { path: '^src/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'src-uses-small-packages',
    severity: 'error',
    comment: 'src uses small pure libraries only; SDKs and I/O belong in bot.',
    from: { path: '^src/' },
    to: {
      path: 'node_modules/',
      pathNot: modules(
        'zod',
        'temporal-polyfill',
        'temporal-spec',
        'intl-messageformat',
        'pure-rand',
        'date-holidays',
        'cephes',
      ),
    },
  },
  {
    name: 'tab-never-imports-bot',
    severity: 'error',
    comment: 'the tab never imports the server; schemas that both need belong in src.',
    from: { path: '^tab/' },
    to: { path: '^bot/' },
  },
  {
    name: 'bot-never-imports-tab',
    severity: 'error',
    comment: 'the server never imports the tab; schemas that both need belong in src.',
    from: { path: '^bot/' },
    to: { path: '^tab/' },
  },
  {
    name: 'page-of-local-teams-stands-alone',
    severity: 'error',
    comment: 'the page of Local Teams speaks HTTP only; it imports nothing of the server.',
    from: { path: '^bot/local/teams-page/' },
    to: { path: '^(bot|tab)/', pathNot: '^bot/local/teams-page/' },
  },
  {
    name: 'local-is-wired-in-two-places',
    severity: 'error',
    comment: 'only bot/index.ts and bot/cli import local mode, which is not deployed.',
    from: { path: '^bot/', pathNot: '^bot/(index\\.ts$|cli/|local/)' },
    to: { path: '^bot/local/' },
  },
  {
    name: 'local-stands-outside',
    severity: 'error',
    comment: 'local mode plays the world outside the server; it imports none of the server’s folders.',
    from: { path: '^bot/local/' },
    to: { path: `^bot/(${botFolders.join('|')}|cli)/` },
  },
  ...siblings,
  home(
    'storage-sdk-at-home',
    modules('@azure/data-tables', '@azure/storage-queue'),
    '^bot/storage/',
    'storage SDKs belong in bot/storage; take the port of src instead.',
  ),
  home(
    'identity-sdk-at-home',
    modules('@azure/identity'),
    '^bot/compose[^/]*\\.ts$',
    'credentials belong in bot/compose.ts, which hands out a token port.',
  ),
  home(
    'bot-sdk-at-home',
    modules(
      'botbuilder[^/]*',
      'botframework-[^/]+',
      '@microsoft/teams-ai',
      'adaptivecards-templating',
      'adaptive-expressions',
    ),
    '^bot/teams/',
    'the Bot Framework belongs in bot/teams, so that it can be left by rewriting one folder.',
  ),
  home(
    'web-server-at-home',
    modules('restify[^/]*'),
    '^bot/(api/|local/|server\\.ts$)',
    'restify belongs in bot/api, bot/server.ts and bot/local.',
  ),
  home(
    'threads-at-home',
    '^worker_threads$',
    '^bot/workers/',
    'worker threads belong in bot/workers; ask for the work through its port.',
  ),
];
