const { sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * The files that take minutes begin before the others, so that none runs on alone at the end; a machine that never ran
 * them knows only the size of the files, and these are small. The two that wait for deaths are not side by side.
 */
const longest = [
  'integration/crash/crash-points',
  'tab/pages',
  'e2e/main-job',
  'integration/rehearse',
  'integration/crash/random-moments',
].map((path) => `${sep}tests${sep}${path.replaceAll('/', sep)}`);

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const found = longest.findIndex((part) => path.includes(part));
      return found === -1 ? longest.length : found;
    };
    return super
      .sort(tests)
      .map((test) => ({ test, at: place(test) }))
      .sort((a, b) => a.at - b.at)
      .map(({ test }) => test);
  }
};
