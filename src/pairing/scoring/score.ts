import type { TextValues } from '../../language/define-texts';
import { pairingText } from '../text/pairing-text';
import type { PersonProfile } from '../../domain/participant';
import { languageName } from '../../catalogues/place-names';
import { familyName, isOwnTopic, topicName } from '../../catalogues/topics';
import type { Bilingual } from '../../domain/programme-contract';
import { byLanguage, type Language } from '../../language/languages';
import type { ScorePart } from '../../domain/proposal';
import { scoreParts, type ScorePartName } from '../../domain/pairing';
import type { CommonLanguage } from './compare-languages';
import type { PairingCase } from './prepare-pairing';
import { matchTopics, mostFit, topicFit } from './match-topics';

/** Common minutes a week that earn all points for availability. */
const enoughMinutes = 600;
const topicsNamed = 3;
/** Pedagogy and openness are stated from 1 to 4; who has not said is taken to be at 2. */
const highestStated = 4;
const usuallyStated = 2;

/** The points of an allowed pair: the sum of its parts. */
export function scoreOf(pairing: PairingCase, mentor: number, mentee: number): number {
  let sum = 0;
  for (const part of scoreParts) sum += pointsOf(pairing, part, mentor, mentee);
  return sum;
}

/**
 * The parts of an allowed pair's score that earned points, and the one for topics wherever topics were given at all, with sentences a
 * participant may read: none says or lets one work out what a person stated of themselves.
 */
export function explainScore(pairing: PairingCase, mentor: number, mentee: number): readonly ScorePart[] {
  return scoreParts
    .map((part) => ({ part, points: pointsOf(pairing, part, mentor, mentee) }))
    .filter(({ part, points }) => points > 0 || (part === 'topics' && pairing.stated.topics))
    .map(({ part, points }) => ({ part, points, reason: reasonOf(pairing, part, mentor, mentee) }));
}

/** The points of one part, a whole number. */
export function pointsOf(pairing: PairingCase, part: ScorePartName, mentorIndex: number, menteeIndex: number): number {
  const { weights } = pairing.policy;
  const mentor = pairing.mentors[mentorIndex] as PersonProfile;
  const mentee = pairing.mentees[menteeIndex] as PersonProfile;
  switch (part) {
    case 'topics':
      return topicPoints(weights.topics, topicFit(mentor.expertise, mentee.goals), mostFit(mentee.goals));
    case 'teaching':
      return pairing.stated.teaching ? share(weights.teaching, mannerFit(mentor, mentee), 2) : 0;
    case 'pedagogy':
      return pairing.stated.pedagogy ? share(weights.pedagogy, mentor.pedagogy ?? usuallyStated, highestStated) : 0;
    case 'openness':
      return pairing.stated.openness ? share(weights.openness, mentee.openness ?? usuallyStated, highestStated) : 0;
    case 'availability':
      if (!pairing.hoursKnown(mentorIndex, menteeIndex)) return 0;
      return availabilityPoints(weights.availability, pairing.minutes(mentorIndex, menteeIndex, enoughMinutes));
    case 'language':
      return share(weights.language, spoken(pairing, mentorIndex, menteeIndex)?.comfort ?? 0, 10);
    case 'other-function':
      return pairing.differs('function', mentorIndex, menteeIndex) ? weights.otherFunction : 0;
    case 'other-site':
      return pairing.differs('site', mentorIndex, menteeIndex) ? weights.otherSite : 0;
    case 'other-country':
      return pairing.differs('country', mentorIndex, menteeIndex) ? weights.otherCountry : 0;
  }
}

/** The language both have named; what nobody said counts for nothing. */
function spoken(pairing: PairingCase, mentor: number, mentee: number): CommonLanguage | undefined {
  const language = pairing.language(mentor, mentee);
  return language === 'unknown' ? undefined : language;
}

/** The points of a topic fit out of the greatest there can be for the mentee. */
export function topicPoints(weight: number, fit: number, most: number): number {
  return most === 0 ? 0 : share(weight, fit, most);
}

/** The points of so many common minutes a week. */
export function availabilityPoints(weight: number, minutes: number): number {
  return share(weight, Math.min(minutes, enoughMinutes), enoughMinutes);
}

/** 2 where the mentor likes to teach in a way the mentee likes to learn, 1 where one of them has not said, 0 where they differ. */
function mannerFit({ teachingStyle = [] }: PersonProfile, { learningStyle = [] }: PersonProfile): number {
  if (teachingStyle.length === 0 || learningStyle.length === 0) return 1;
  return teachingStyle.some((way) => learningStyle.includes(way)) ? 2 : 0;
}

/** A share of the points, rounded half up in whole numbers so that every machine agrees. */
function share(points: number, part: number, whole: number): number {
  return Math.floor((2 * points * part + whole) / (2 * whole));
}

function reasonOf(pairing: PairingCase, part: ScorePartName, mentorIndex: number, menteeIndex: number): Bilingual {
  const mentor = pairing.mentors[mentorIndex] as PersonProfile;
  const mentee = pairing.mentees[menteeIndex] as PersonProfile;
  switch (part) {
    case 'topics':
      return topicsReason(mentor, mentee);
    case 'teaching': {
      const ways = (mentor.teachingStyle ?? []).filter((way) => mentee.learningStyle?.includes(way));
      if (ways.length === 0) return inEach('part.teaching.open');
      return inEach('part.teaching.shared', (language) => ({
        ways: ways.map((way) => pairingText(language, `way.${way}`)).join(', '),
      }));
    }
    case 'availability': {
      const minutes = pairing.minutes(mentorIndex, menteeIndex);
      const hours = Math.floor(minutes / 60);
      return inEach('part.availability', () => ({ hours }), String(hours));
    }
    case 'language': {
      const { code = '', comfort = 0 } = spoken(pairing, mentorIndex, menteeIndex) ?? {};
      return inEach(
        'part.language',
        (language) => ({
          name: languageName(code, language),
          comfort: comfort === 10 ? 'both' : comfort === 6 ? 'one' : 'other',
        }),
        `${code} ${String(comfort)}`,
      );
    }
    default:
      return inEach(`part.${part}`);
  }
}

function topicsReason(mentor: PersonProfile, mentee: PersonProfile): Bilingual {
  const { exact, related } = matchTopics(mentor.expertise, mentee.goals);
  const named = exact.filter((topic) => !isOwnTopic(topic)).slice(0, topicsNamed);
  // Words of their own are for the pair alone: that they meet is said, what they are is not.
  if (named.length > 0)
    return inEach('part.topics.shared', (language) => ({
      topics: named.map((topic) => topicName(topic, language)).join(', '),
    }));
  if (exact.length > 0) return inEach('part.topics.own');
  if (related.length > 0) {
    return inEach('part.topics.related', (language) => ({
      families: [...new Set(related.map((topic) => familyName(topic, language)))].slice(0, topicsNamed).join(', '),
    }));
  }
  return inEach('part.topics.none');
}

/** A sentence in each language. `about` tells apart values of which there are few: sentences with such are made once. */
export function inEach(
  key: Parameters<typeof pairingText>[1],
  values?: (language: Language) => TextValues,
  about?: string,
): Bilingual {
  const make = (): Bilingual => byLanguage((language) => pairingText(language, key, values?.(language)));
  if (values !== undefined && about === undefined) return make();
  const place = `${key} ${about ?? ''}`;
  const known = sentences.get(place) ?? make();
  sentences.set(place, known);
  return known;
}

/** Sentences that thousands of pairs share, by key and what they are about. */
const sentences = new Map<string, Bilingual>();
