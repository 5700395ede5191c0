import { stringify } from 'csv-stringify/sync';
import { parse } from 'csv-parse/sync';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import ICAL from 'ical.js';
import ical from 'ical-generator';
import { IntlMessageFormat } from 'intl-messageformat';
import { SignJWT, jwtVerify } from 'jose';
import MarkdownIt from 'markdown-it';
import { pino } from 'pino';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

describe('the test runner', () => {
  it('runs in a zone that is no whole hour from UTC', () => {
    expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset()).toBe(-345);
  });

  it('loads the packages that ship ES modules only', async () => {
    const secret = new TextEncoder().encode('a secret that is long enough for HS256');
    const token = await new SignJWT({ sub: 'amina' }).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    expect((await jwtVerify(token, secret)).payload.sub).toBe('amina');
    expect(new IntlMessageFormat('{n, plural, one {# paire} other {# paires}}', 'fr').format({ n: 2 })).toBe(
      '2 paires',
    );
    expect(Temporal.Instant.from('2026-03-29T01:00:00Z').toZonedDateTimeISO('Europe/Paris').hour).toBe(3);
  });

  it('loads the packages that ship both kinds', () => {
    expect(parse('a;b', { delimiter: ';' })).toEqual([['a', 'b']]);
    expect(stringify([['a', 'b']])).toBe('a,b\n');
    expect(new Holidays('FR').isHoliday(new Date('2026-07-14T12:00:00Z'))).toBeTruthy();
    expect(new MarkdownIt().render('*x*')).toContain('<em>x</em>');
    expect(ical({ name: 'x' }).toString()).toContain('BEGIN:VCALENDAR');
    expect(ICAL.parse('BEGIN:VCALENDAR\r\nEND:VCALENDAR')).toEqual(['vcalendar', [], []]);
    expect(z.string().parse('x')).toBe('x');
    expect(pino({ enabled: false }).level).toBe('silent');
    expect(typeof xoroshiro128plus(7).next()).toBe('number');
    fc.assert(fc.property(fc.integer(), (n) => Number.isInteger(n)));
  });
});
