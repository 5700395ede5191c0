import { byLanguage } from '../../language/languages';
import { pairingText } from '../text/pairing-text';
import { isOwnTopic } from '../../catalogues/topics';
import type { Bilingual } from '../../domain/programme-contract';
import { matchTopics } from './match-topics';
import { unknownRules, type ProposedPair, type RefusalCode, type UnknownRule } from '../../domain/pairing';
import type { PairIds } from '../../domain/draft';
import type { PairingCase } from './prepare-pairing';
import { forbiddenBy } from './rules';
import { explainScore } from './score';

/** Why a pair may not be proposed, in words for HR. What is between two people in confidence is never told apart. */
export interface ForbiddenPair extends Bilingual {
  readonly code: RefusalCode;
}

export type PairEvaluation =
  { readonly allowed: true; readonly pair: ProposedPair } | { readonly allowed: false; readonly why: ForbiddenPair };

const topicsKept = 5;

/** What a pair made by hand would be: its points with their reasons, or the rule that forbids it, or that one of the two is not there. */
export function evaluatePair(pairing: PairingCase, mentorId: string, menteeId: string): PairEvaluation {
  const mentor = pairing.mentors.findIndex((person) => person.id === mentorId);
  const mentee = pairing.mentees.findIndex((person) => person.id === menteeId);
  const code =
    mentor < 0 || mentee < 0 ? whyMissing(pairing, [mentorId, menteeId]) : forbiddenBy(pairing, mentor, mentee);
  return code === undefined
    ? { allowed: true, pair: describePair(pairing, mentor, mentee) }
    : { allowed: false, why: ruleWords(code) };
}

/** Why two people cannot be weighed at all: one of them takes part on the other side only, or is not among the people. */
export function whyMissing({ mentors, mentees }: Pick<PairingCase, 'mentors' | 'mentees'>, ids: PairIds): RefusalCode {
  const isThere = (id: string): boolean => [...mentors, ...mentees].some((person) => person.id === id);
  return ids.every(isThere) ? 'not-enrolled' : 'unavailable';
}

/** A rule as a sentence for HR about two people. */
export function ruleWords(code: RefusalCode): ForbiddenPair {
  return { code, ...byLanguage((language) => pairingText(language, `rule.${code}`)) };
}

/** An allowed pair with its points, their reasons and the topics that bring it together. */
export function describePair(pairing: PairingCase, mentorIndex: number, menteeIndex: number): ProposedPair {
  const mentor = pairing.mentors[mentorIndex];
  const mentee = pairing.mentees[menteeIndex];
  const parts = explainScore(pairing, mentorIndex, menteeIndex);
  const { exact, related } = matchTopics(mentor?.expertise ?? [], mentee?.goals ?? []);
  const unknown = unknownOf(pairing, mentorIndex, menteeIndex);
  const catalogued = exact.filter((topic) => !isOwnTopic(topic));
  return {
    mentorId: mentor?.id ?? '',
    menteeId: mentee?.id ?? '',
    score: parts.reduce((sum, part) => sum + part.points, 0),
    parts,
    topics: (catalogued.length > 0 ? catalogued : related).slice(0, topicsKept),
    ...(unknown.length === 0 ? {} : { unknown }),
  };
}

/** The rules that need what one of the two has not stated, so that nobody knows whether they hold. */
function unknownOf(pairing: PairingCase, mentor: number, mentee: number): readonly UnknownRule[] {
  return unknownRules.filter((rule) =>
    rule === 'language'
      ? pairing.language(mentor, mentee) === 'unknown'
      : pairing.policy.minCommonHours > 0 && !pairing.hoursKnown(mentor, mentee),
  );
}

/** A rule that could not be applied as a sentence for HR. */
export function unknownWords(rule: UnknownRule): Bilingual {
  return byLanguage((language) => pairingText(language, `unknown.${rule}`));
}
