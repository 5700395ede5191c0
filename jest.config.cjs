/**
 * Six projects, one per kind of test. The time zone is one that nobody lives in by accident and that is
 * not a whole hour from UTC, so that code which leans on the machine's zone fails at once.
 */
process.env.TZ = 'Asia/Kathmandu';

const swc = {
  jsc: {
    parser: { syntax: 'typescript', tsx: false },
    target: 'es2022',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

const swcForReact = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic' } },
  },
};

const swcForPackages = {
  jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' },
  module: { type: 'commonjs' },
};

/** Packages that ship ES modules only: jest loads CommonJS, so these are compiled on the way in. */
const esModulePackages = ['saxen', 'jose', 'intl-messageformat', '@formatjs', 'temporal-polyfill', 'temporal-[a-z-]+'];

/** @param {string} name */
function project(name, { slow = false } = {}) {
  return {
    displayName: name,
    rootDir: __dirname,
    testEnvironment: 'node',
    testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`, `<rootDir>/tests/${name}/**/*.test.tsx`],
    modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/.local/'],
    // Modules loaded on demand name the compiled file, as Node wants it.
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1'] },
    moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json', 'node'],
    transform: {
      '\\.tsx$': ['@swc/jest', swcForReact],
      '\\.ts$': ['@swc/jest', swc],
      '\\.m?js$': ['@swc/jest', swcForPackages],
    },
    transformIgnorePatterns: [`/node_modules/(?!(?:${esModulePackages.join('|')})/)`, '/build/'],
    setupFilesAfterEnv: slow ? ['<rootDir>/tests/slow-project.cjs'] : [],
  };
}

module.exports = {
  maxWorkers: 2,
  globalSetup: '<rootDir>/tests/run/begin-run.ts',
  globalTeardown: '<rootDir>/tests/run/end-run.ts',
  testSequencer: '<rootDir>/tests/longest-first.cjs',
  projects: [
    project('unit'),
    project('api', { slow: true }),
    project('bot', { slow: true }),
    project('integration', { slow: true }),
    project('tab', { slow: true }),
    project('e2e', { slow: true }),
    // Only by `npm run screenshots`: pictures are for people to look at.
    ...(process.env.PASSERELLE_SCREENSHOTS === undefined ? [] : [project('screenshots', { slow: true })]),
  ],
};
