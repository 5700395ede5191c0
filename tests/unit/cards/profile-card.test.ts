import { profileCard } from '../../../bot/teams/cards/enrolment/profile-card';
import type { Role } from '../../../src/domain/participant';
import { dummyReader } from '../../helpers/card-views';

const reader = dummyReader({ language: 'fr' });
const inputsOf = (role: Role): unknown[] => {
  const card = profileCard(
    {
      programmeId: 'p',
      programmeName: 'P',
      role,
      now: '2027-01-12T09:00:00.000Z',
      profile: {
        languages: ['fr'],
        timeZone: '',
        zones: [],
        expertise: '',
        goals: '',
        availability: '',
        capacity: 1,
        teachingStyle: ['by-doing'],
        pedagogy: 4,
      },
    },
    reader,
  );
  return [...JSON.stringify(card).matchAll(/"id":"(teachingStyle|learningStyle|pedagogy|openness)"/gu)].map(
    (hit) => hit[1],
  );
};

describe('the profile dialog', () => {
  it('asks how somebody teaches or learns by the roles they have', () => {
    expect(new Set(inputsOf('mentor'))).toEqual(new Set(['teachingStyle', 'pedagogy']));
    expect(new Set(inputsOf('mentee'))).toEqual(new Set(['learningStyle', 'openness']));
    expect(new Set(inputsOf('both')).size).toBe(4);
  });
});
