import { createHash } from 'node:crypto';
import type { Pairer } from '../../src/draft/pairer';
import { emptyChoices } from '../../src/draft/rules';
import { draftPairs } from '../../src/pairing/draft-pairs';

/** The real choice of pairs, in the thread of the tests. */
export const pairInThisThread: Pairer = (people, { policy, forbidden, reportingLines, ...options }) => {
  const { progress: _progress, cancelled: _cancelled, ...rest } = options;
  const draft = draftPairs(people, {
    ...rest,
    policy: policy ?? emptyChoices.policy,
    asked: forbidden,
    reportingLines: new Map(reportingLines),
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  });
  return Promise.resolve(draft);
};
