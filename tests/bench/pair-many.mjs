/* Scores and solves as many people as asked for and prints what it took: `node pair-many.mjs 10000`. */
import { performance } from 'node:perf_hooks';
import { benchPeople } from './bench-people.mjs';
import { pairingParts } from './people-rows.mjs';

const { allTopics, pairingPolicySchema, preparePairing, problemOf, solveAssignment } = pairingParts();
const people = benchPeople(Number(process.argv[2]), allTopics);
const policy = pairingPolicySchema.parse({});
const begun = performance.now();
const processorBefore = process.cpuUsage();
const problem = problemOf(preparePairing(people, { policy, seed: 7 }), []);
const scored = performance.now();
const { edges, total, optimal } = solveAssignment(problem);
const milliseconds = performance.now() - begun;
const { user, system } = process.cpuUsage(processorBefore);
const processor = (user + system) / 1000;
if (!optimal) throw new Error('Not proved to be the best');
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  `${JSON.stringify({ milliseconds, processor, scoring: scored - begun, megabytes, pairs: edges.length, total })}\n`,
);
