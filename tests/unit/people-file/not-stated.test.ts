import fc from 'fast-check';
import { mapPeople } from '../../../src/people-file/map-people';
import { importablePerson } from '../../../src/people-file/importable-person';
import type { PairDraft } from '../../../src/domain/pairing';
import { draft, mentee, mentor } from '../pairing/person-factory';
import { peopleTable } from './people-table-factory';

const ada = { id: 'E1', name: 'Ada Lô', role: 'mentor' };
const bo = { id: 'E2', name: 'Bo Ek', role: 'mentee' };

function pairOf(...rows: readonly Readonly<Record<string, string>>[]): PairDraft {
  return draft(mapPeople(peopleTable(...rows)).people.map(importablePerson));
}

const parts = ({ pairs }: PairDraft): readonly string[] => pairs.flatMap((pair) => pair.parts.map(({ part }) => part));

describe('what nobody has said', () => {
  it('is in no reason and earns no points, and HR reads which rule could not be applied', () => {
    const found = pairOf({ ...ada, country: 'US' }, { ...bo, country: 'US' });
    expect(found.pairs).toMatchObject([{ score: 0, unknown: ['language', 'hours'] }]);
    expect(parts(found)).toEqual([]);
  });

  it('counts as before where it is said', () => {
    const said = { languages: 'fr', timeZone: 'Europe/Paris', availability: 'lun-ven 9h-17h' };
    const found = pairOf({ ...ada, ...said }, { ...bo, ...said });
    expect(parts(found)).toEqual(['availability', 'language']);
    expect(found.pairs[0]).not.toHaveProperty('unknown');
  });

  it.each([
    [{ country: 'France' }, 'Europe/Paris'],
    [{ country: 'DE' }, 'Europe/Berlin'],
    [{ country: 'Vietnam' }, 'Asia/Saigon'],
    [{ country: 'Argentina' }, 'America/Argentina/Buenos_Aires'],
    [{ country: 'US', site: 'Chicago' }, 'America/Chicago'],
    [{ country: 'CA', site: 'Toronto - Bay Street' }, 'America/Toronto'],
    [{ site: 'Tokyo' }, 'Asia/Tokyo'],
    [{ country: 'ES', site: 'Las Palmas', timeZone: 'Atlantic/Canary' }, 'Atlantic/Canary'],
  ])('takes the zone of a place that has one: %p', (place, zone) => {
    const { people } = mapPeople(peopleTable({ ...ada, ...place }));
    expect(people[0]?.timeZone).toBe(zone);
    expect(people[0]?.notStated).not.toContain('timeZone');
  });

  it.each([
    [{ country: 'US' }, 'zone-of-several', 'US'],
    [{ country: 'Australia', site: 'Paris' }, 'zone-of-several', 'AU'],
    [{ country: 'Brésil' }, 'zone-of-several', 'BR'],
    [{}, 'zone-not-stated', undefined],
  ])('asks for the zone where there are several, or none: %p', (place, reason, country) => {
    const { people, warnings } = mapPeople(peopleTable({ ...ada, ...place }, { ...bo, ...place }));
    expect(people[0]?.notStated).toContain('timeZone');
    const [told] = warnings.filter((warning) => warning.reason === reason);
    expect(told?.rows).toEqual([2, 3]);
    expect(told?.values?.country).toBe(country);
  });

  it('takes Moodle’s 99 for a zone that is not stated, and the person with it', () => {
    const { people, rejected } = mapPeople(
      peopleTable({ ...ada, timezone: '99' }, { ...bo, timezone: 'Europe/Paris' }),
    );
    expect(rejected).toEqual([]);
    expect(people.map(({ notStated = [] }) => notStated.includes('timeZone'))).toEqual([true, false]);
  });

  it('keeps two people apart whose usual hours never meet, though nobody has said hours', () => {
    const found = pairOf({ ...ada, country: 'FR' }, { ...bo, country: 'JP' });
    expect(found.pairs).toEqual([]);
    expect(found.unpaired[0]?.reasons.map(({ code }) => code)).toEqual(['hours']);
  });

  it('never makes a sentence about hours or languages of two people of whom one has not said it', () => {
    const field = fc.subarray(['timeZone', 'languages', 'availability'] as const, { minLength: 1 });
    fc.assert(
      fc.property(fc.boolean(), field, (ofMentor, notStated) => {
        const people = [mentor('a', ofMentor ? { notStated } : {}), mentee('b', ofMentor ? {} : { notStated })];
        const told = parts(draft(people));
        expect(told.includes('language')).toBe(!notStated.includes('languages'));
        expect(told.includes('availability')).toBe(
          !notStated.includes('timeZone') && !notStated.includes('availability'),
        );
      }),
    );
  });
});
