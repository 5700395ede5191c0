import type { Language } from '../language/languages';
import { availabilityWords } from './availability-words';
import { isStated, type PersonProfile } from '../domain/participant';
import { topicName } from '../catalogues/topics';
import { listZoneChoices } from './list-zone-choices';

/** What a person says of themselves, as they read and may change it. */
export interface ProfileView {
  readonly languages: readonly string[];
  /** Topic names in the reader's language, joined by commas as they can be typed back. */
  readonly expertise: string;
  readonly goals: string;
  /** Empty where nobody has said it. */
  readonly timeZone: string;
  /** The zones among which to say it; none where there is nothing to choose. */
  readonly zones: readonly string[];
  /** Weekly hours as they can be typed back. */
  readonly availability: string;
  /** Pairs at once. */
  readonly capacity: number;
  readonly teachingStyle?: readonly string[];
  readonly learningStyle?: readonly string[];
  /** As the person states them, 1 to 4. */
  readonly pedagogy?: number;
  readonly openness?: number;
}

/** A profile as the person can read and type it back: topic names joined by commas, in the reader's language. */
export function profileWords(profile: PersonProfile, language: Language): ProfileView {
  return {
    // What nobody has said is asked for, not proposed.
    languages: isStated(profile, 'languages') ? profile.languages : [],
    expertise: profile.expertise.map((item) => topicName(item.topic, language)).join(', '),
    goals: profile.goals.map((item) => topicName(item.topic, language)).join(', '),
    timeZone: isStated(profile, 'timeZone') ? profile.timeZone : '',
    zones: listZoneChoices(profile),
    availability: availabilityWords(profile.availability, language),
    capacity: profile.capacity,
    ...(profile.teachingStyle === undefined ? {} : { teachingStyle: profile.teachingStyle }),
    ...(profile.learningStyle === undefined ? {} : { learningStyle: profile.learningStyle }),
    ...(profile.pedagogy === undefined ? {} : { pedagogy: profile.pedagogy }),
    ...(profile.openness === undefined ? {} : { openness: profile.openness }),
  };
}
