import fc from 'fast-check';
import { availabilityWords } from '../../../src/enrolment/availability-words';
import { readAvailability } from '../../../src/enrolment/read-availability';

describe('reading availability', () => {
  it.each([
    ['mon 09:00-12:00;tue 14:00-17:00', ['mon 09:00-12:00', 'tue 14:00-17:00']],
    ['lundi 9h-12h30, 14 h - 17 h', ['mon 09:00-12:30', 'mon 14:00-17:00']],
    ['lun-mer : 9h à 11h', ['mon 09:00-11:00', 'tue 09:00-11:00', 'wed 09:00-11:00']],
    ['Du jeudi au vendredi de 10h à 12h', ['thu 10:00-12:00', 'fri 10:00-12:00']],
    ['Mon 9:00 AM - 12:00', ['mon 09:00-12:00']],
    ['Monday 9am to noon', ['mon 09:00-12:00']],
    ['Tue 1 - 3 p.m.', ['tue 13:00-15:00']],
    ['Wed 10 AM - 2', ['wed 10:00-14:00']],
    ['MON 0900-1200', ['mon 09:00-12:00']],
    ['Mon, Wed 9-12', ['mon 09:00-12:00', 'wed 09:00-12:00']],
    ['lundi et mercredi 9h-12h', ['mon 09:00-12:00', 'wed 09:00-12:00']],
    ['lun : 09h00-12h00 / 14h00-17h00', ['mon 09:00-12:00', 'mon 14:00-17:00']],
    ['mon 09:00-12:00 tue 14:00-17:00', ['mon 09:00-12:00', 'tue 14:00-17:00']],
    ['le vendredi, de 9h à 12h', ['fri 09:00-12:00']],
    ['lundi matin; les mardis après-midi', ['mon 09:00-12:00', 'tue 14:00-17:00']],
    ['weekdays 17-18', ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => `${day} 17:00-18:00`)],
    ['sun 20:00-24:00', ['sun 20:00-24:00']],
    ['Mittwoch 9-11', ['wed 09:00-11:00']],
    ['fri 10:00-12:00;fri 11:00-13:00;mon 8.30-9.30', ['mon 08:30-09:30', 'fri 10:00-13:00']],
  ])('understands “%s”', (text, windows) => {
    expect(readAvailability(text)?.map((window) => `${window.day} ${window.from}-${window.to}`)).toEqual(windows);
  });

  it.each([
    '',
    'always',
    'mon',
    '09:00-12:00',
    'mon 25:00-26:00',
    'fri-mon 9h-12h',
    'mon 9-12;tue whenever',
    'constructor 9h-12h',
    'fri 22:00-02:00',
    'mon 9-9',
    'mon 13:00 PM - 14:00',
    'mon 9h-12h, jeudi',
    'lundi soir',
    'mon 09:60-10:00',
  ])('refuses “%s”', (text) => {
    expect(readAvailability(text)).toBeUndefined();
  });
});

test('windows written in words are read back the same, in both languages', () => {
  const clock = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const [hour, minute] = [Math.floor(quarter / 4), (quarter % 4) * 15];
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  });
  const window = fc
    .tuple(fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), clock, clock)
    .filter(([, from, to]) => from < to)
    .map(([day, from, to]) => `${day} ${from}-${to}`);
  fc.assert(
    fc.property(fc.array(window, { minLength: 1, maxLength: 12 }), fc.constantFrom('fr', 'en'), (texts, language) => {
      const windows = readAvailability(texts.join(';')) ?? [];
      expect(readAvailability(availabilityWords(windows, language))).toEqual(windows);
    }),
  );
  expect(availabilityWords(readAvailability('lun-ven 9h-12h, 14h-17h;sam 9h-11h') ?? [], 'en')).toBe(
    'mon-fri 09:00-12:00, 14:00-17:00, sat 09:00-11:00',
  );
  expect(availabilityWords([], 'fr')).toBe('');
});
