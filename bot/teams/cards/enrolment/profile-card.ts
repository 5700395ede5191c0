import { cardVersion } from '../../../../src/member/press-fields';
import type { Instant } from '../../../../src/kernel/clock';
import { cityOfZone } from '../../../../src/language/city-of-zone';
import { formatZone } from '../../../../src/language/format-zone';
import { learningWays, type Role } from '../../../../src/domain/participant';
import type { Reader } from '../../../../src/domain/view';
import type { ProfileView } from '../../../../src/enrolment/profile-words';
import { defineCard, type CardObject } from '../card-frame';
import { inputValue, escapeText } from '../escape-text';
import { labelledInput } from '../labelled-input';
import { languageName } from '../language-names';
import { speakerFor } from '../speaker';
import { enrolmentText } from '../../../../src/enrolment/text/enrolment-text';

/** Languages offered besides those a person already has. */
const offeredLanguages = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'ja'];

interface ProfileDialog {
  readonly programmeId: string;
  readonly programmeName: string;
  readonly profile: ProfileView;
  readonly role: Role;
  readonly now: Instant;
  /** The message in the chat that shows the profile and is drawn anew once it is saved. */
  readonly messageId?: string;
}

interface Data {
  readonly languagesLabel: string;
  readonly languagesError: string;
  readonly languages: string;
  readonly choices: readonly { readonly code: string; readonly name: string }[];
  readonly expertiseLabel: string;
  readonly expertise: string;
  readonly goalsLabel: string;
  readonly goals: string;
  /** One question, or none where the country has one zone. */
  readonly zoneQuestions: readonly ZoneQuestion[];
  readonly availabilityLabel: string;
  readonly availability: string;
  readonly availabilityHint: string;
  readonly capacityLabel: string;
  readonly capacity: string;
  readonly places: readonly { readonly number: string }[];
  readonly ways: readonly { readonly code: string; readonly name: string }[];
  /** Questions of the roles the person has: how they teach, how they learn. */
  readonly manners: readonly Manner[];
}

interface ZoneQuestion {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly zones: readonly { readonly id: string; readonly name: string }[];
}

interface Manner {
  readonly waysId: string;
  readonly waysLabel: string;
  readonly waysValue: string;
  readonly levelId: string;
  readonly levelLabel: string;
  readonly levelValue: string;
  readonly levels: readonly { readonly value: string; readonly name: string }[];
}

const draw = defineCard<Data>([
  labelledInput('${languagesLabel}', {
    type: 'Input.ChoiceSet',
    id: 'languages',
    isMultiSelect: true,
    isRequired: true,
    errorMessage: '${languagesError}',
    value: '${languages}',
    choices: [{ $data: '${choices}', title: '${name}', value: '${code}' }],
  }),
  labelledInput('${expertiseLabel}', {
    type: 'Input.Text',
    id: 'expertise',
    isMultiline: true,
    maxLength: 500,
    value: '${expertise}',
  }),
  labelledInput('${goalsLabel}', {
    type: 'Input.Text',
    id: 'goals',
    isMultiline: true,
    maxLength: 500,
    value: '${goals}',
  }),
  {
    type: 'Container',
    $data: '${zoneQuestions}',
    items: [
      labelledInput('${label}', {
        type: 'Input.ChoiceSet',
        id: 'timeZone',
        style: 'compact',
        placeholder: '${hint}',
        value: '${value}',
        choices: [{ $data: '${zones}', title: '${name}', value: '${id}' }],
      }),
    ],
  },
  labelledInput('${availabilityLabel}', {
    type: 'Input.Text',
    id: 'availability',
    maxLength: 500,
    placeholder: '${availabilityHint}',
    value: '${availability}',
  }),
  labelledInput('${capacityLabel}', {
    type: 'Input.ChoiceSet',
    id: 'capacity',
    style: 'compact',
    value: '${capacity}',
    choices: [{ $data: '${places}', title: '${number}', value: '${number}' }],
  }),
  {
    type: 'Container',
    $data: '${manners}',
    items: [
      labelledInput('${waysLabel}', {
        type: 'Input.ChoiceSet',
        id: '${waysId}',
        isMultiSelect: true,
        value: '${waysValue}',
        choices: [{ $data: '${$root.ways}', title: '${name}', value: '${code}' }],
      }),
      labelledInput('${levelLabel}', {
        type: 'Input.ChoiceSet',
        id: '${levelId}',
        style: 'compact',
        value: '${levelValue}',
        choices: [{ $data: '${levels}', title: '${name}', value: '${value}' }],
      }),
    ],
  },
]);

/** The dialog that corrects languages, expertise, goals, hours, places and how the person teaches or learns, under a title of Teams' own; its submit carries the verb `profile/save`. */
export function profileCard(dialog: ProfileDialog, reader: Reader): CardObject {
  const { say } = speakerFor(reader).of(enrolmentText);
  const { profile } = dialog;
  const manner = (side: 'teaching' | 'learning', ways: readonly string[] = [], level?: number): Manner => {
    const levelId = side === 'teaching' ? 'pedagogy' : 'openness';
    return {
      waysId: `${side}Style`,
      waysLabel: say(`profile.${side}`),
      waysValue: ways.join(','),
      levelId,
      levelLabel: say(`profile.${levelId}`),
      levelValue: level === undefined ? '' : String(level),
      levels: (['1', '2', '3', '4'] as const).map((value) => ({ value, name: say(`profile.${levelId}-${value}`) })),
    };
  };
  const codes = [...new Set([...profile.languages, ...offeredLanguages])];
  return draw(
    { title: escapeText(dialog.programmeName), lines: [say('profile.what')] },
    {
      languagesLabel: say('profile.languages'),
      languagesError: say('profile.languages-error'),
      languages: profile.languages.join(','),
      choices: codes.map((code) => ({ code, name: languageName(code, reader.language) })),
      expertiseLabel: say('profile.expertise'),
      expertise: inputValue(profile.expertise),
      goalsLabel: say('profile.goals'),
      goals: inputValue(profile.goals),
      zoneQuestions:
        profile.zones.length === 0
          ? []
          : [
              {
                label: say('profile.zone'),
                hint: say('profile.zone-hint'),
                value: profile.timeZone,
                zones: profile.zones.map((id) => ({
                  id,
                  name: `${formatZone(id, reader.language, dialog.now)} (${cityOfZone(id)})`,
                })),
              },
            ],
      availabilityLabel: say('profile.availability'),
      availability: inputValue(profile.availability),
      availabilityHint: say('profile.availability-hint'),
      capacityLabel: say('profile.capacity'),
      capacity: String(profile.capacity),
      places: [...new Set([1, 2, 3, profile.capacity])]
        .sort((a, b) => a - b)
        .map((places) => ({ number: String(places) })),
      ways: learningWays.map((code) => ({ code, name: say(`profile.way-${code}`) })),
      manners: [
        ...(dialog.role === 'mentee' ? [] : [manner('teaching', profile.teachingStyle, profile.pedagogy)]),
        ...(dialog.role === 'mentor' ? [] : [manner('learning', profile.learningStyle, profile.openness)]),
      ],
    },
    [
      {
        type: 'Action.Submit',
        title: say('profile.save'),
        style: 'positive',
        data: {
          verb: 'profile/save',
          v: cardVersion,
          programmeId: dialog.programmeId,
          messageId: dialog.messageId ?? '',
        },
      },
    ],
  );
}
