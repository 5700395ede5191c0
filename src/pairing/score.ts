import { translate, type TextValues } from '../i18n/translate';
import type { PersonProfile } from '../participant/model';
import { languageName } from '../participant/place-names';
import { familyName, isOwnTopic, topicName } from '../participant/topics';
import type { Bilingual, Language } from '../programme/contract';
import type { ScorePart } from '../proposal/model';
import { scoreParts, type ScorePartName } from './model';
import type { PairingCase } from './prepare-pairing';
import { matchTopics, topicFit } from './match-topics';

/** Common minutes a week that earn all points for availability. */
const enoughMinutes = 600;
const topicsNamed = 3;

/** The points of an allowed pair: the sum of its parts. */
export function scoreOf(pairing: PairingCase, mentor: number, mentee: number): number {
  let sum = 0;
  for (const part of scoreParts) sum += pointsOf(pairing, part, mentor, mentee);
  return sum;
}

/** The parts of an allowed pair's score that earned points, and always the one for topics, with sentences a participant may read. */
export function explainScore(pairing: PairingCase, mentor: number, mentee: number): readonly ScorePart[] {
  return scoreParts
    .map((part) => ({ part, points: pointsOf(pairing, part, mentor, mentee) }))
    .filter(({ part, points }) => points > 0 || part === 'topics')
    .map(({ part, points }) => ({ part, points, reason: reasonOf(pairing, part, mentor, mentee) }));
}

function pointsOf(pairing: PairingCase, part: ScorePartName, mentor: number, mentee: number): number {
  const { weights } = pairing.policy;
  switch (part) {
    case 'topics': {
      const most = pairing.topics.wishes[mentee]?.most ?? 0;
      return most === 0 ? 0 : share(weights.topics, topicFit(pairing.topics, mentor, mentee), most);
    }
    case 'availability':
      return share(weights.availability, Math.min(pairing.minutes(mentor, mentee), enoughMinutes), enoughMinutes);
    case 'language':
      return share(weights.language, pairing.language(mentor, mentee)?.comfort ?? 0, 10);
    case 'other-function':
      return pairing.differs('function', mentor, mentee) ? weights.otherFunction : 0;
    case 'other-site':
      return pairing.differs('site', mentor, mentee) ? weights.otherSite : 0;
    case 'other-country':
      return pairing.differs('country', mentor, mentee) ? weights.otherCountry : 0;
  }
}

/** A share of the points, rounded half up in whole numbers so that every machine agrees. */
function share(points: number, part: number, whole: number): number {
  return Math.floor((2 * points * part + whole) / (2 * whole));
}

function reasonOf(pairing: PairingCase, part: ScorePartName, mentor: number, mentee: number): Bilingual {
  switch (part) {
    case 'topics':
      return topicsReason(pairing.mentors[mentor] as PersonProfile, pairing.mentees[mentee] as PersonProfile);
    case 'availability': {
      const minutes = pairing.minutes(mentor, mentee);
      return inBoth('pairing.part.availability', () => ({ hours: Math.floor(minutes / 60) }));
    }
    case 'language': {
      const { code = '', comfort = 0 } = pairing.language(mentor, mentee) ?? {};
      return inBoth('pairing.part.language', (language) => ({
        name: languageName(code, language),
        comfort: comfort === 10 ? 'both' : comfort === 6 ? 'one' : 'other',
      }));
    }
    default:
      return inBoth(`pairing.part.${part}`, () => ({}));
  }
}

function topicsReason(mentor: PersonProfile, mentee: PersonProfile): Bilingual {
  const { exact, related } = matchTopics(mentor.expertise, mentee.goals);
  const named = exact.filter((topic) => !isOwnTopic(topic)).slice(0, topicsNamed);
  // Words of their own are for the pair alone: that they meet is said, what they are is not.
  if (named.length > 0)
    return inBoth('pairing.part.topics.shared', (language) => ({
      topics: named.map((topic) => topicName(topic, language)).join(', '),
    }));
  if (exact.length > 0) return inBoth('pairing.part.topics.own', () => ({}));
  if (related.length > 0) {
    return inBoth('pairing.part.topics.related', (language) => ({
      families: [...new Set(related.map((topic) => familyName(topic, language)))].slice(0, topicsNamed).join(', '),
    }));
  }
  return inBoth('pairing.part.topics.none', () => ({}));
}

function inBoth(key: string, values: (language: Language) => TextValues): Bilingual {
  return { fr: translate('fr', key, values('fr')), en: translate('en', key, values('en')) };
}
