import { canonicalRows, canonicalText } from '../kernel/canonical-text';
import type { PersonProfile } from '../domain/participant';
import type { AssignmentProblem, SolveHooks } from './assignment/assignment';
import type { ChooseHooks } from './aims/choose-edges';
import { excludeTwoCycles } from './aims/exclude-two-cycles';
import type { ProgrammeComposition } from './scoring/compose-groups';
import { describePair } from './scoring/evaluate-pair';
import { explainLeftOver } from './explanation/explain-left-over';
import { lockPairs } from './explanation/lock-pairs';
import type { PairIds } from '../domain/draft';
import type { PairDraft } from '../domain/pairing';
import { linesOf, preparePairing, recentPairs, type PairingCase, type PairingOptions } from './scoring/prepare-pairing';
import { refuseAims } from './aims/refuse-aims';
import { forbiddenScore, scoreMatrix } from './scoring/score-matrix';

export interface DraftOptions extends PairingOptions, ChooseHooks {
  /** SHA-256 of a text, hex. */
  readonly hash: (text: string) => string;
  /** Pairs that are kept; one that breaks a rule, or was proposed before, is refused with its reason. That it was formed before does not count. */
  readonly locked?: readonly PairIds[];
}

/** The shares of the work done when scoring and when solving end. */
const scored = 0.3;
const solvedBy = 0.9;

/**
 * As many pairs as possible within rules and capacities, then the greatest total of points, with reasons, and
 * everybody left over with theirs. The same people, options and seed give the same draft whatever their order.
 * Throws `solving-cancelled`, and `program-solver-missing` where the policy needs one (`needsProgram`).
 */
export function draftPairs(people: readonly PersonProfile[], options: DraftOptions): PairDraft {
  const pairing = preparePairing(people, options);
  const { kept, refused } = lockPairs(people, pairing, options);
  const problem = problemOf(pairing, kept, stageOf(options, 0, scored));
  const aimed = refuseAims(pairing);
  const solved = excludeTwoCycles(aimed.pairing, problem, kept, {
    ...stageOf(options, scored, solvedBy),
    ...(options.solveProgram && { solveProgram: options.solveProgram }),
  });
  const pairs = [...kept, ...solved.edges].map(([mentor, mentee]) => describePair(pairing, mentor, mentee));
  const placed = new Set(pairs.flatMap((pair) => [pair.mentorId, pair.menteeId]));
  const unpaired = explainLeftOver(pairing, placed);
  const keptPoints = pairs.slice(0, kept.length).reduce((sum, pair) => sum + pair.score, 0);
  options.progress?.(1);
  return {
    pairs: pairs.sort((a, b) => compareIds(a.mentorId, b.mentorId) || compareIds(a.menteeId, b.menteeId)),
    unpaired: [...unpaired].sort((a, b) => compareIds(a.participantId, b.participantId)),
    refusedLocks: refused,
    aims: aimed.withRefused(solved.aims),
    ...(solved.totalWithoutAims === undefined ? {} : { totalWithoutAims: solved.totalWithoutAims + keptPoints }),
    total: solved.total + keptPoints,
    upperBound: solved.upperBound + keptPoints,
    optimal: solved.optimal,
    seed: options.seed,
    inputHash: options.hash(inputOf(people, options)),
  };
}

/** What is to be solved beside the pairs that are kept: their edges and places are gone. */
export function problemOf(
  pairing: PairingCase,
  kept: readonly PairIndexes[],
  hooks: SolveHooks = {},
): AssignmentProblem {
  const { mentors, mentees } = pairing;
  const score = scoreMatrix(pairing, hooks);
  const rowCapacity = mentors.map((person) => person.capacity);
  const columnCapacity = mentees.map((person) => person.capacity);
  const rowOf = new Map(mentors.map((person, index) => [person.id, index]));
  const columnOf = new Map(mentees.map((person, index) => [person.id, index]));
  for (const [mentor, mentee] of kept) {
    score[mentor * mentees.length + mentee] = forbiddenScore;
    const back = [rowOf.get(mentees[mentee]?.id ?? ''), columnOf.get(mentors[mentor]?.id ?? '')] as const;
    if (back[0] !== undefined && back[1] !== undefined) score[back[0] * mentees.length + back[1]] = forbiddenScore;
    rowCapacity[mentor] = (rowCapacity[mentor] as number) - 1;
    columnCapacity[mentee] = (columnCapacity[mentee] as number) - 1;
  }
  return {
    rows: mentors.length,
    columns: mentees.length,
    score,
    forbidden: forbiddenScore,
    rowCapacity,
    columnCapacity,
  };
}

type PairIndexes = readonly [mentor: number, mentee: number];

/** Everything that decides a draft but the seed, as one text that does not depend on any order. */
function inputOf(people: readonly PersonProfile[], options: DraftOptions): string {
  const { policy, asked = [], locked = [], apart = [], absent = new Map() } = options;
  const listed = (list: Iterable<readonly unknown[]>): readonly string[] =>
    [...list].map((one) => JSON.stringify(one)).sort();
  return canonicalText({
    people: canonicalRows(people),
    policy,
    asked: listed(asked),
    lines: listed(options.reportingLines ?? linesOf(people)),
    locked: listed(locked),
    apart: listed(apart),
    former: listed(recentPairs(options)),
    absent: listed(absent),
    ...compositionOf(options),
  });
}

/** Only what the aims of the policy ask of it. */
function compositionOf({ policy, composition = {} }: DraftOptions): { readonly composition?: ProgrammeComposition } {
  const asked = policy.aims.flatMap((aim) => (aim.kind === 'mixed' ? [aim.by] : []));
  if (asked.length === 0) return {};
  return { composition: Object.fromEntries(asked.map((by) => [by, composition[by] ?? 'too-few'])) };
}

function stageOf({ progress, cancelled }: SolveHooks, from: number, to: number): SolveHooks {
  return {
    ...(progress && {
      progress: (share: number): void => {
        progress(from + share * (to - from));
      },
    }),
    ...(cancelled && { cancelled }),
  };
}

function compareIds(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
