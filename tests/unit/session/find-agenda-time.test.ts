import { findAgendaTime } from '../../../src/session/find-agenda-time';

const ports = { holidayFrom: () => 24 };
const paris = { timeZone: 'Europe/Paris' };
const tokyo = { timeZone: 'Asia/Tokyo' };
const long = '2027-01-04T08:00:00.000Z';

describe('The agenda of a session goes out', () => {
  it.each([
    ['a day before, at its hour', paris, '2027-01-14T13:00:00.000Z', long, '2027-01-13T13:00:00.000Z'],
    [
      'in the morning, where a day before is too early',
      paris,
      '2027-01-14T07:30:00.000Z',
      long,
      '2027-01-13T08:00:00.000Z',
    ],
    ['by each reader’s own clock', tokyo, '2027-01-14T13:00:00.000Z', long, '2027-01-14T00:00:00.000Z'],
    ['on Friday, where a weekend lies between', paris, '2027-01-18T08:30:00.000Z', long, '2027-01-15T08:30:00.000Z'],
    [
      'on Monday morning, where that leaves an hour',
      paris,
      '2027-01-18T09:00:00.000Z',
      long,
      '2027-01-18T08:00:00.000Z',
    ],
    [
      'at once, for a session that was booked less than a day ahead',
      paris,
      '2027-01-14T13:00:00.000Z',
      '2027-01-14T09:00:00.000Z',
      '2027-01-14T09:00:00.000Z',
    ],
    [
      'at the next contact time, for one that was booked in the evening',
      paris,
      '2027-01-14T13:00:00.000Z',
      '2027-01-13T20:00:00.000Z',
      '2027-01-14T08:00:00.000Z',
    ],
  ])('%s', (_what, person, start, now, at) => {
    expect(findAgendaTime(ports, person, start, now)).toBe(at);
  });

  it.each([
    ['that leaves less than an hour', '2027-01-14T13:00:00.000Z', '2027-01-14T12:00:01.000Z'],
    ['no contact time comes before', '2027-01-14T08:30:00.000Z', '2027-01-13T20:00:00.000Z'],
  ])('not at all where %s', (_what, start, now) => {
    expect(findAgendaTime(ports, paris, start, now)).toBeUndefined();
  });
});
