import type { Saving } from '../domain/ports';
import { departureView } from './departure-view';
import { noticed } from '../member/action-outcome';
import { current, unitOf, type Press, type PressAnswer } from '../member/press';
import { followMove } from '../member/follow-move';
import { savePress } from '../member/save-press';
import { invitationView } from './invitation-view';
import {
  corrected,
  isStated,
  learningWays,
  type Expertise,
  type Goal,
  type PersonProfile,
  type ProfileCorrections,
} from '../domain/participant';
import { availabilityWords } from './availability-words';
import { readAvailability } from './read-availability';
import { readLanguages } from './read-languages';
import { readWholeNumber } from './read-cells';
import { resolveTopic } from '../catalogues/topics';
import { listZoneChoices } from './list-zone-choices';

export interface ProfileInput {
  /** Language codes separated by commas, semicolons or spaces. */
  readonly languages: string;
  /** Topics in free words separated by commas. */
  readonly expertise: string;
  readonly goals: string;
  /** Ways of teaching and learning separated by commas; what is absent stays as it is. */
  readonly teachingStyle?: string | undefined;
  readonly learningStyle?: string | undefined;
  /** A digit from 1 to 4; what is absent or empty stays as it is. */
  readonly pedagogy?: string | undefined;
  readonly openness?: string | undefined;
  /** One of the zones that the person was shown; what is absent or empty stays as it is. */
  readonly timeZone?: string | undefined;
  /** Weekly windows as `readAvailability` reads them; what is absent or empty stays as it is. */
  readonly availability?: string | undefined;
  /** Pairs at once, 1 to 20; what is absent or empty stays as it is. */
  readonly capacity?: string | undefined;
}

const mostCapacity = 20;

const defaultLevel = 3;
const defaultPriority = 2;

/**
 * The person's own correction of languages, topics, goals, hours and places, and of how they teach and learn; it wins over any later file. Levels already given stay; messages
 * that wait follow them into another zone.
 */
export async function saveProfile(press: Press<Saving>, input: ProfileInput): Promise<PressAnswer> {
  const { participant, reader } = press.member;
  const programme = press.member.programme.value;
  if (participant === undefined) return noticed('not-allowed', reader);
  const before = participant.value;
  if (before.state === 'withdrawn') return current(press, departureView(programme, before, reader, 0));
  const { codes: languages } = readLanguages(input.languages);
  if (languages.length === 0) return noticed('invalid-input', reader);
  const offered = offerOf(input, before.profile);
  if (offered === undefined) return noticed('invalid-input', reader);
  const corrections: ProfileCorrections = {
    ...before.corrections,
    languages,
    expertise: expertiseOf(input.expertise, before.profile),
    goals: goalsOf(input.goals, before.profile),
    ...waysOf('teachingStyle', input, before.profile),
    ...waysOf('learningStyle', input, before.profile),
    ...(input.pedagogy ? { pedagogy: Number(input.pedagogy) } : {}),
    ...(input.openness ? { openness: Number(input.openness) } : {}),
    ...offered,
  };
  const profile = corrected(before.profile, corrections);
  if (JSON.stringify(profile) === JSON.stringify(before.profile))
    return current(press, invitationView(programme, before, reader, press.context.now));
  const after = { ...before, profile, corrections, revision: before.revision + 1 };
  const unit = unitOf(press).replace('participant', participant, after).recordChange('profile-corrected');
  followMove(unit, { to: 'participant', id: before.id }, before, after);
  return savePress(press, unit, invitationView(programme, after, reader, press.context.now));
}

/** Hours and places that differ from those of before, so that what nobody changed still follows the file; undefined where one cannot be read. */
function offerOf(
  { availability, capacity, timeZone = '' }: ProfileInput,
  before: PersonProfile,
): Pick<ProfileCorrections, 'availability' | 'capacity' | 'timeZone'> | undefined {
  const same = [
    availabilityWords(before.availability, 'fr'),
    availabilityWords(before.availability, 'en'),
    '',
    undefined,
  ];
  const hours = same.includes(availability?.trim()) ? before.availability : readAvailability(availability ?? '');
  const places =
    capacity === undefined || capacity === '' || capacity === String(before.capacity)
      ? before.capacity
      : readWholeNumber(capacity, 1, mostCapacity);
  if (hours === undefined || places === undefined) return undefined;
  if (timeZone !== '' && !listZoneChoices(before).includes(timeZone)) return undefined;
  return {
    // Who leaves usual hours as they are on a form that shows them has said them.
    ...(hours === before.availability && (isStated(before, 'availability') || !availability?.trim())
      ? {}
      : { availability: hours }),
    ...(places === before.capacity ? {} : { capacity: places }),
    ...(timeZone === '' || (isStated(before, 'timeZone') && timeZone === before.timeZone) ? {} : { timeZone }),
  };
}

/** The ways named, in the order of the list; nothing where none was named before or is now. */
function waysOf(
  field: 'teachingStyle' | 'learningStyle',
  input: ProfileInput,
  before: PersonProfile,
): Pick<ProfileCorrections, typeof field> {
  const named = input[field]?.split(',').map((way) => way.trim());
  const ways = learningWays.filter((way) => named?.includes(way));
  return named === undefined || (ways.length === 0 && before[field] === undefined) ? {} : { [field]: ways };
}

function topicsIn(text: string): readonly string[] {
  const words = text.split(/[,;\n]/u).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== '').map((word) => resolveTopic(word)))].slice(0, 20);
}

function expertiseOf(text: string, before: PersonProfile): readonly Expertise[] {
  return topicsIn(text).map(
    (topic) => before.expertise.find((item) => item.topic === topic) ?? { topic, level: defaultLevel },
  );
}

function goalsOf(text: string, before: PersonProfile): readonly Goal[] {
  return topicsIn(text).map(
    (topic) => before.goals.find((item) => item.topic === topic) ?? { topic, priority: defaultPriority },
  );
}
