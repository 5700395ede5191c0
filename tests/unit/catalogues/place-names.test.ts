import { Temporal } from 'temporal-polyfill';
import { countryCode } from '../../../src/catalogues/place-names';
import { timeZoneId } from '../../../src/enrolment/read-time-zone';
import windowsZones from '../../../src/enrolment/windows-zones.json';

describe('F65: time zones as systems write them', () => {
  it.each([
    ['europe/paris', 'Europe/Paris'],
    ['Romance Standard Time', 'Europe/Paris'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
    ['(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', 'Europe/Paris'],
    ['(UTC+01:00) Bruxelles, Copenhague, Madrid', 'Europe/Madrid'],
    ['GMT+01:00 Central European Time (Paris)', 'Europe/Paris'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['Europe/London (GMT)', 'Europe/London'],
    ['Tokyo', 'Asia/Tokyo'],
  ])('knows “%s”', (text, zone) => {
    expect(timeZoneId(text)).toBe(zone);
  });

  it.each([
    '+01:00',
    'UTC+1',
    'GMT+01:00',
    '(UTC+01:00)',
    'Mars/Olympus',
    'summer time',
    '../etc/passwd',
    'Paris; DROP',
  ])('does not take “%s” for a zone', (text) => {
    expect(timeZoneId(text)).toBeUndefined();
  });

  it('knows every zone it gives a Windows name', () => {
    for (const zone of Object.values(windowsZones))
      expect(() => Temporal.PlainDate.from('2026-01-15').toZonedDateTime(zone)).not.toThrow();
  });
});

it.each([
  ['FR', 'FR'],
  ['FRA', 'FR'],
  ['Deutschland', 'DE'],
  ['FR - France', 'FR'],
  ['Belgium (BE)', 'BE'],
  ['U.S.A.', 'US'],
  ['Czech Republic', 'CZ'],
  ['Hong Kong', 'HK'],
  ['Pays-Bas', 'NL'],
  ['Atlantis', undefined],
  ['FRANCEE', undefined],
])('reads the country “%s” as %s', (text, code) => {
  expect(countryCode(text)).toBe(code);
});
