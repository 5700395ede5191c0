import fc from 'fast-check';
import { plusDays, plusMilliseconds } from '../../../src/kernel/clock';
import type { AvailabilityWindow, Weekday } from '../../../src/domain/participant';
import { findSlots, type Diary } from '../../../src/session/find-slots';
import type { Slot } from '../../../src/domain/session';
import { commonMinutes, weekMasks } from '../../../src/pairing/scoring/compare-hours';
import { wallClock, zones } from '../calendar/wall-clock';

const hour = 3_600_000;
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const windowOf = fc
  .record({
    day: fc.constantFrom(...weekdays),
    from: fc.integer({ min: 0, max: 45 }),
    length: fc.integer({ min: 1, max: 48 }),
  })
  .map(({ day, from, length }): AvailabilityWindow => ({
    day,
    from: clock(from * 30),
    to: clock(Math.min(1440, (from + length) * 30)),
  }));
const wide: readonly AvailabilityWindow[] = weekdays.map((day) => ({ day, from: '00:00', to: '24:00' }));
const availability = fc.oneof(fc.array(windowOf, { minLength: 1, maxLength: 10 }), fc.constant(wide));

/** Starts around changes of clocks, in both hemispheres, Apia's lost day among them. */
const from = fc
  .tuple(
    fc.constantFrom(
      '2027-03-27',
      '2027-03-13',
      '2027-04-03',
      '2027-10-02',
      '2027-10-30',
      '2027-11-06',
      '2028-02-28',
      '2027-12-30',
      '2011-12-28',
      '2027-09-04',
      '2027-09-25',
    ),
    fc.integer({ min: -3 * 24 * 4, max: 24 * 4 }),
  )
  .map(([day, quarters]) => plusMilliseconds(`${day}T00:00:00.000Z`, quarters * 900_000));

const diary = (start: string): fc.Arbitrary<Diary & { readonly holidays: readonly string[] }> =>
  fc
    .record({
      timeZone: fc.constantFrom(...zones),
      availability,
      busy: fc.array(
        fc.integer({ min: 0, max: 24 * 20 }).map((offset): Slot => ({
          start: plusMilliseconds(start, offset * hour),
          end: plusMilliseconds(start, (offset + 2) * hour),
        })),
        { maxLength: 8 },
      ),
      from: fc.constantFrom(0, 14),
      holidays: fc.array(
        fc.integer({ min: 0, max: 20 }).map((days) => plusDays(start, days).slice(0, 10)),
        { maxLength: 4 },
      ),
    })
    .map((it) => ({ ...it, holidayFrom: (date: string) => (it.holidays.includes(date) ? it.from : 24) }));

/** Whether every quarter of an hour of the slot lies in a window of the person, by the wall clock of Intl. */
function suits(slot: Slot, person: Diary): boolean {
  for (let at = Date.parse(slot.start); at < Date.parse(slot.end); at += 60_000) {
    const { date, weekday, minutes } = wallClock(new Date(at).toISOString(), person.timeZone);
    const isOpen = person.availability.some(
      ({ day, from: opens, to }) => day === weekday && minutes >= minutesOf(opens) && minutes < minutesOf(to),
    );
    if (!isOpen || minutes >= person.holidayFrom(date) * 60) return false;
  }
  return true;
}

test('F62: each slot is one free hour inside the working hours of both, in both zones, on no holiday, inside the time given, on days of their own', () => {
  fc.assert(
    fc.property(
      from.chain((start) =>
        fc.record({
          start: fc.constant(start),
          days: fc.integer({ min: 1, max: 14 }),
          mentor: diary(start),
          mentee: diary(start),
        }),
      ),
      ({ start, days, mentor, mentee }) => {
        const to = plusDays(start, days);
        const slots = findSlots({ mentor, mentee, from: start, to, exclude: [] });
        expect(slots.length).toBeLessThanOrEqual(3);
        for (const slot of slots) {
          expect(Date.parse(slot.end) - Date.parse(slot.start)).toBe(hour);
          expect(slot.start >= start && slot.end <= to).toBe(true);
          expect([suits(slot, mentor), suits(slot, mentee)]).toEqual([true, true]);
          expect(
            [...mentor.busy, ...mentee.busy].filter((busy) => busy.start < slot.end && slot.start < busy.end),
          ).toEqual([]);
        }
        for (const person of [mentor, mentee])
          expect(new Set(slots.map((slot) => wallClock(slot.start, person.timeZone).date)).size).toBe(slots.length);
        expect([...slots].sort((a, b) => (a.start < b.start ? -1 : 1))).toEqual(slots);
        const again = findSlots({ mentor, mentee, from: start, to, exclude: slots });
        expect(again.filter((slot) => slots.some((before) => before.start === slot.start))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

const office: Diary = {
  timeZone: 'Europe/Paris',
  availability: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '09:00', to: '17:00' })),
  busy: [],
  holidayFrom: () => 24,
};

describe('Slots', () => {
  const month = { from: '2027-01-11T09:00:00.000Z', to: '2027-02-11T09:00:00.000Z' };

  it('are three, spread over the month, when both have time', () => {
    const slots = findSlots({ mentor: office, mentee: office, ...month, exclude: [] });
    expect(slots).toHaveLength(3);
    const [first, second] = slots.map((slot) => Date.parse(slot.start));
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(2 * 24 * hour);
  });

  it('try the weekday and wall time of the last session first, across a change of clocks', () => {
    const slots = findSlots({
      mentor: office,
      mentee: office,
      from: '2027-03-29T00:00:00.000Z',
      to: '2027-04-20T00:00:00.000Z',
      exclude: [],
      usual: '2027-03-03T13:00:00.000Z',
    });
    expect(slots.map((slot) => slot.start)).toContain('2027-03-31T12:00:00.000Z');
  });

  it('begin at quarter hours, so that whoever may be a pair for a common hour can book it, around midnight too', () => {
    const quarters = fc
      .record({
        day: fc.constantFrom(...weekdays),
        from: fc.integer({ min: 0, max: 95 }),
        length: fc.integer({ min: 1, max: 12 }),
      })
      .map(({ day, from: opens, length }): AvailabilityWindow => ({
        day,
        from: clock(opens * 15),
        to: clock(Math.min(1440, (opens + length) * 15)),
      }));
    const person = fc.record({
      timeZone: fc.constantFrom(...zones),
      availability: fc.array(quarters, { minLength: 1, maxLength: 12 }),
      busy: fc.constant([]),
      holidayFrom: fc.constant(() => 24),
    });
    let common = 0;
    fc.assert(
      fc.property(person, person, (mentor, mentee) => {
        if (commonMinutes(weekMasks(mentor), weekMasks(mentee)) === 0) return;
        common++;
        expect(findSlots({ mentor, mentee, ...month, exclude: [] })).not.toEqual([]);
      }),
      { numRuns: 300, seed: 9 },
    );
    expect(common).toBeGreaterThan(30);
  });

  it('begin at a half hour of either clock where they can: nine in Kathmandu is a quarter past three elsewhere', () => {
    const kathmandu: Diary = { ...office, timeZone: 'Asia/Kathmandu' };
    const slots = findSlots({ mentor: kathmandu, mentee: kathmandu, ...month, exclude: [] });
    expect(slots[0]?.start).toBe('2027-01-11T09:15:00.000Z');
    const late: Diary = { ...office, availability: [{ day: 'tue', from: '09:15', to: '10:15' }] };
    expect(findSlots({ mentor: late, mentee: late, ...month, exclude: [] })[0]?.start).toBe('2027-01-12T08:15:00.000Z');
  });

  it('of a next set share nothing with those before, as long as there are others', () => {
    const first = findSlots({ mentor: office, mentee: office, ...month, exclude: [] });
    const next = findSlots({ mentor: office, mentee: office, ...month, exclude: first });
    for (const { start } of next)
      expect(first.filter((one) => Math.abs(Date.parse(one.start) - Date.parse(start)) < hour)).toEqual([]);
    const short: Diary = { ...office, availability: [{ day: 'mon', from: '09:00', to: '10:30' }] };
    const week = { from: month.from, to: '2027-01-19T00:00:00.000Z' };
    const [only] = findSlots({ mentor: short, mentee: short, ...week, exclude: [] });
    expect(only?.start).toBe('2027-01-18T08:00:00.000Z');
    expect(findSlots({ mentor: short, mentee: short, ...week, exclude: only === undefined ? [] : [only] })).toEqual([
      { start: '2027-01-18T08:30:00.000Z', end: '2027-01-18T09:30:00.000Z' },
    ]);
  });

  it('are none for two people whose hours never meet', () => {
    const night: Diary = { ...office, timeZone: 'Asia/Tokyo' };
    const short: Diary = { ...office, availability: [{ day: 'mon', from: '14:00', to: '17:00' }] };
    expect(findSlots({ mentor: night, mentee: short, ...month, exclude: [] })).toEqual([]);
  });
});

describe('F62: working hours that begin or end inside a change of clocks', () => {
  const sunday = (from: string, to: string): Diary => ({ ...office, availability: [{ day: 'sun', from, to }] });
  const starts = (person: Diary, from: string): readonly string[] =>
    findSlots({ mentor: person, mentee: person, from, to: plusDays(from, 1), exclude: [] }).map((slot) => slot.start);

  it.each([
    ['end in the hour that is left out', sunday('00:00', '02:30'), '2027-03-28T00:30:00.000Z', []],
    [
      'begin in the hour that is left out',
      sunday('02:30', '05:00'),
      '2027-03-28T00:00:00.000Z',
      ['2027-03-28T01:30:00.000Z'],
    ],
    ['end in the hour that comes twice', sunday('00:00', '02:30'), '2027-10-31T00:00:00.000Z', []],
    [
      'begin in the hour that comes twice',
      sunday('02:30', '05:00'),
      '2027-10-31T00:00:00.000Z',
      ['2027-10-31T01:30:00.000Z'],
    ],
  ] as const)('%s are read in the narrower way', (_case, person, from, expected) => {
    expect(starts(person, from)).toEqual(expected);
  });
});
