import {
  formatDateTime,
  formatDay,
  formatMeeting,
  formatOtherZone,
  formatTime,
  zonesDiffer,
} from '../../../src/language/format-date-time';
import { formatZone } from '../../../src/language/format-zone';

const instant = '2027-01-12T13:30:00.000Z';

it('writes a date as each language does', () => {
  expect(formatDateTime(instant, 'Europe/Paris', 'fr')).toBe('mardi 12 janvier à 14\u00a0h\u00a030');
  expect(formatDateTime(instant, 'Europe/Paris', 'en')).toBe('Tuesday 12 January, 14:30');
});

it('leaves out the minutes of a whole hour in French', () => {
  expect(formatTime('2027-01-12T08:00:00.000Z', 'Europe/Paris', 'fr')).toBe('9\u00a0h');
  expect(formatTime('2027-01-11T23:00:00.000Z', 'Europe/Paris', 'fr')).toBe('0\u00a0h');
  expect(formatTime('2027-01-12T08:00:00.000Z', 'Europe/Paris', 'en')).toBe('09:00');
});

it('writes the first of the month as people say it', () => {
  expect(formatDay('2027-02-01T12:00:00.000Z', 'Europe/Paris', 'fr')).toBe('lundi 1er février');
  expect(formatDay('2027-02-01T12:00:00.000Z', 'Europe/Paris', 'en')).toBe('Monday 1 February');
});

it('uses the reader’s zone, not the machine’s', () => {
  expect(formatDateTime(instant, 'Asia/Tokyo', 'en')).toBe('Tuesday 12 January, 22:30');
});

it('writes a meeting from its start to its end', () => {
  expect(formatMeeting(instant, '2027-01-12T14:30:00.000Z', 'Europe/Paris', 'fr')).toBe(
    'mardi 12 janvier, de 14\u00a0h\u00a030 à 15\u00a0h\u00a030',
  );
});

it('names another day only where it is one', () => {
  expect(formatOtherZone(instant, 'Asia/Tokyo', 'Europe/Paris', 'en')).toBe('22:30');
  expect(formatOtherZone('2027-01-12T16:30:00.000Z', 'Asia/Tokyo', 'Europe/Paris', 'en')).toBe(
    'Wednesday 13 January, 01:30',
  );
});

it('tells zones apart by the time on the wall', () => {
  expect(zonesDiffer('Europe/Paris', 'Europe/Berlin', instant)).toBe(false);
  expect(zonesDiffer('Europe/Paris', 'Europe/London', instant)).toBe(true);
});

it('names a zone in the reader’s language', () => {
  expect(formatZone('Europe/Paris', 'fr', instant)).toMatch(/heure.*Europe centrale/);
  expect(formatZone('Asia/Tokyo', 'en', instant)).toMatch(/Japan/);
});
