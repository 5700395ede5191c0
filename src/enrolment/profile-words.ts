import type { ProfileView } from '../domain/view';
import type { Language } from '../language/languages';
import { availabilityWords } from './availability-words';
import type { PersonProfile } from '../domain/participant';
import { topicName } from '../catalogues/topics';

/** A profile as the person can read and type it back: topic names joined by commas, in the reader's language. */
export function profileWords(profile: PersonProfile, language: Language): ProfileView {
  return {
    languages: profile.languages,
    expertise: profile.expertise.map((item) => topicName(item.topic, language)).join(', '),
    goals: profile.goals.map((item) => topicName(item.topic, language)).join(', '),
    availability: availabilityWords(profile.availability, language),
    capacity: profile.capacity,
    ...(profile.teachingStyle === undefined ? {} : { teachingStyle: profile.teachingStyle }),
    ...(profile.learningStyle === undefined ? {} : { learningStyle: profile.learningStyle }),
    ...(profile.pedagogy === undefined ? {} : { pedagogy: profile.pedagogy }),
    ...(profile.openness === undefined ? {} : { openness: profile.openness }),
  };
}
