import { createHolidayFrom } from '../../../bot/holidays';
import { nextContactTimeFor } from '../../../src/calendar/next-contact-time';
import { workEndsAt } from '../../../src/calendar/work-days';
import { wholeWorkdays } from '../../../src/calendar/work-week';

const ports = { holidayFrom: createHolidayFrom() };
const heard = (country: string, timeZone: string, at: string, site = ''): string =>
  nextContactTimeFor(ports, { profile: { timeZone, country, site } }, at);

describe('The week of a country', () => {
  it.each([
    ['Egypt', 'EG', [1, 2, 3, 4, 7]],
    ['Israel', 'IL', [1, 2, 3, 4, 7]],
    ['Iran, half of Thursday apart', 'IR', [1, 2, 3, 6, 7]],
    ['the United Arab Emirates, half of Friday apart', 'AE', [1, 2, 3, 4]],
    ['Bangladesh', 'BD', [1, 2, 3, 4, 7]],
    ['Brunei', 'BN', [1, 2, 3, 4, 6]],
    ['India, half of Saturday apart', 'IN', [1, 2, 3, 4, 5]],
    ['Nepal, half of Friday apart', 'NP', [1, 2, 3, 4, 7]],
    ['France', 'FR', [1, 2, 3, 4, 5]],
    ['nobody knows where', undefined, [1, 2, 3, 4, 5]],
  ])('has its own working days: %s', (_where, country, days) => {
    expect(wholeWorkdays(country)).toEqual(days);
  });

  it('decides when somebody is written to: on Sunday in Cairo, not on Friday', () => {
    expect(heard('EG', 'Africa/Cairo', '2027-01-15T08:00:00.000Z')).toBe('2027-01-17T07:00:00.000Z');
    expect(heard('FR', 'Europe/Paris', '2027-01-15T08:00:00.000Z')).toBe('2027-01-15T08:00:00.000Z');
  });

  it('has half days: on a Friday in Dubai until noon, then on Monday', () => {
    expect(heard('AE', 'Asia/Dubai', '2027-01-15T07:30:00.000Z')).toBe('2027-01-15T07:30:00.000Z');
    expect(heard('AE', 'Asia/Dubai', '2027-01-15T08:30:00.000Z')).toBe('2027-01-18T05:00:00.000Z');
  });

  it('is that of the zone where nobody named a country', () => {
    const contact = { timeZone: 'Asia/Riyadh' };
    expect(nextContactTimeFor(ports, contact, '2027-01-15T08:00:00.000Z')).toBe('2027-01-17T06:00:00.000Z');
    expect(nextContactTimeFor(ports, { timeZone: 'Asia/Kolkata' }, '2027-01-26T05:00:00.000Z')).toBe(
      '2027-01-27T03:30:00.000Z',
    );
  });
});

describe('Public holidays', () => {
  const endOf = (country: string, date: string, site = ''): number => workEndsAt(ports, { country, site })(date);

  it('last to their end', () => {
    for (const [country, dates] of [
      ['TR', ['2026-05-27', '2026-05-28', '2026-05-29']],
      ['AE', ['2026-05-27', '2026-05-28', '2026-05-29']],
      ['EG', ['2026-05-27', '2026-05-28']],
      ['RU', ['2026-01-02', '2026-01-05', '2026-01-06']],
      ['VN', ['2026-02-17', '2026-02-18', '2026-02-19']],
      ['SZ', ['2026-12-28', '2027-01-01']],
    ] as const)
      for (const date of dates) expect([country, date, endOf(country, date)]).toEqual([country, date, 0]);
    expect(endOf('EG', '2026-05-31')).toBe(24);
  });

  it('may take the afternoon only', () => {
    expect([endOf('DE', '2026-12-24'), endOf('AT', '2026-12-31'), endOf('IS', '2026-12-24')]).toEqual([14, 14, 13]);
    expect(heard('DE', 'Europe/Berlin', '2026-12-24T12:30:00.000Z')).toBe('2026-12-24T12:30:00.000Z');
    expect(heard('DE', 'Europe/Berlin', '2026-12-24T13:30:00.000Z')).toBe('2026-12-28T08:00:00.000Z');
  });

  it('are those of the region that a site names', () => {
    expect([endOf('FR', '2027-03-26', 'Strasbourg – Wacken'), endOf('FR', '2027-03-26', 'Lyon')]).toEqual([0, 24]);
    expect([endOf('DE', '2027-01-06', 'Werk München'), endOf('DE', '2027-01-06', 'Berlin')]).toEqual([0, 24]);
    expect([endOf('GB', '2027-11-30', 'Edinburgh HQ'), endOf('GB', '2027-11-30', 'London')]).toEqual([0, 24]);
    expect([endOf('CA', '2027-06-24', 'Montréal'), endOf('CA', '2027-06-24', 'Toronto')]).toEqual([0, 24]);
    expect([endOf('ES', '2027-06-24', 'Oficina Cataluña'), endOf('ES', '2027-06-24', 'Madrid')]).toEqual([0, 24]);
  });

  it('are those of the country where a site names two regions, or none', () => {
    expect(endOf('DE', '2027-01-06', 'München / Berlin')).toBe(24);
    expect(endOf('FR', '2027-07-14', 'Usine 3')).toBe(0);
  });

  it('are none in a country nobody knows', () => {
    expect(endOf('', '2027-01-01')).toBe(24);
    expect(endOf('ZZ', '2027-01-01')).toBe(24);
  });
});
