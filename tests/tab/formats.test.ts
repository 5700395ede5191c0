import { createFormats } from '../../tab/lib/formats';

describe('dates and numbers', () => {
  const fr = createFormats('fr');
  const en = createFormats('en');

  it('write the hour as the reader’s language does, in the zone asked for', () => {
    expect(fr.time('2026-11-23T13:30:00.000Z', 'Europe/Paris')).toBe('14\u00a0h\u00a030');
    expect(fr.time('2026-11-23T13:00:00.000Z', 'Europe/Paris')).toBe('14\u00a0h');
    expect(en.time('2026-11-23T13:30:00.000Z', 'Asia/Tokyo')).toBe('22:30');
  });

  it('write a time of day as the reader’s language does', () => {
    expect(['09:00', '17:30', '24:00'].map(fr.clock)).toEqual(['9\u00a0h', '17\u00a0h\u00a030', '24\u00a0h']);
    expect(en.clock('09:00')).toBe('09:00');
  });

  it('write an hour with its day', () => {
    expect(fr.span('2026-11-23T13:30:00.000Z', '2026-11-23T14:30:00.000Z', 'Europe/Paris')).toBe(
      'lundi 23 novembre, de 14\u00a0h\u00a030 à 15\u00a0h\u00a030',
    );
    expect(en.span('2026-11-23T13:30:00.000Z', '2026-11-23T14:30:00.000Z', 'Europe/Paris')).toBe(
      'Monday 23 November, 14:30 to 15:30',
    );
  });

  it('use the reader’s zone where none is named, wherever the browser is', () => {
    expect(createFormats('fr', 'America/Montreal').time('2026-11-23T13:30:00.000Z')).toBe('8\u00a0h\u00a030');
    expect(createFormats('fr', 'America/Montreal').time('2026-11-23T13:30:00.000Z', 'Asia/Tokyo')).toBe(
      '22\u00a0h\u00a030',
    );
  });

  it('write the hour of somebody elsewhere, with its day where that differs, and nothing where both clocks agree', () => {
    const elsewhere = (at: string, zone: string) => fr.timeElsewhere(at, zone, 'Europe/Paris');
    expect(elsewhere('2026-11-23T08:00:00.000Z', 'Asia/Tokyo')).toBe('17\u00a0h');
    expect(elsewhere('2026-11-23T16:00:00.000Z', 'Asia/Tokyo')).toBe('24 nov., 1\u00a0h');
    expect(elsewhere('2026-11-23T16:00:00.000Z', 'Europe/Berlin')).toBeUndefined();
  });

  it('name a zone as people call it', () => {
    expect([fr.zone('Europe/Paris'), en.zone('Europe/Paris')]).toEqual([
      'heure d’Europe centrale',
      'Central European Time',
    ]);
  });

  it('write the first of a month as French does, and keep a number with its percent', () => {
    expect([fr.day('2027-02-01'), en.day('2027-02-01')]).toEqual(['1er février 2027', '1 February 2027']);
    expect(fr.moment('2027-02-01T13:30:00.000Z', 'Europe/Paris')).toBe('1er févr., 14\u00a0h\u00a030');
    expect(fr.span('2027-02-01T13:00:00.000Z', '2027-02-01T14:00:00.000Z', 'Europe/Paris')).toBe(
      'lundi 1er février, de 14\u00a0h à 15\u00a0h',
    );
    expect(fr.share(0.79)).toMatch(/^79[\u00a0\u202f]%$/u);
  });

  it('keep the decimals of a percentage that somebody wrote', () => {
    expect([2.5, 33.25, 40, 0.07].map((value) => en.percent(value))).toEqual(['2.5%', '33.25%', '40%', '0.07%']);
    expect(fr.percent(2.5)).toMatch(/^2,5[\u00a0\u202f]%$/u);
  });

  it('keep a calendar date on its day in every zone', () => {
    expect(fr.day('2026-12-07')).toBe('7 décembre 2026');
  });
});
