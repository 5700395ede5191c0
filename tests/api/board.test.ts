import { parse } from 'csv-parse/sync';
import { boardSchema } from '../../src/board/api-contract';
import { foldChanges } from '../../src/board/fold-changes';
import { call, people } from '../helpers/api-server';
import type { BoardRow } from '../../src/domain/board';
import { aBoard } from '../helpers/factories/board';
import { aBoardRow } from '../helpers/factories/pair';
import { aProgramme } from '../helpers/factories/programme';
import { nothing, useApiStage } from '../helpers/api-stage';
import { seedSample } from '../helpers/sample-programme';
import { seedMembership, seedProgramme } from '../helpers/test-ports';

const stage = useApiStage({ seed: nothing });

const read = (headers: Readonly<Record<string, string>> = {}) =>
  call(stage.api, 'GET', '/programmes/passages/board', { token: stage.hr, headers });

async function seedRows(
  count: number,
  named: (index: number) => string = (index) => `Nom ${String(index)}`,
): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) =>
    aBoardRow({ pairId: `pair-${String(index)}`, mentor: { id: `m${String(index)}`, name: named(index) } }),
  );
  await seedBoard(rows);
}

async function seedBoard(rows: readonly BoardRow[]): Promise<void> {
  await seedProgramme(stage.ports, 'passages', { programme: { programme: aProgramme() }, ...aBoard(rows) });
  await seedMembership(stage.ports, people.hr, {
    programmeId: 'passages',
    contacts: [{ id: 'administrator-1', role: 'administrator' }],
  });
}

describe('The board', () => {
  it('shows each pair with its months, next session and health, and nothing else', async () => {
    await seedSample(stage.ports);
    const answer = await read();
    expect(boardSchema.parse(answer.body)).toEqual({
      version: 7,
      foldedAt: '2026-11-23T08:59:00.000Z',
      pairs: { 'needs-a-time': 0, quiet: 0, 'on-hold': 0, 'on-track': 1, finished: 0, ended: 0 },
      pages: [],
      rows: [
        {
          pairId: 'pair-1',
          mentor: { id: 'p1', name: 'Inès Belkacem' },
          mentee: { id: 'p2', name: 'Marc Lefèvre' },
          topics: ['generative-ai'],
          startedAt: '2026-11-20T09:00:00.000Z',
          months: ['booked', 'none', 'none', 'none', 'none', 'none'],
          nextSession: '2026-12-01T13:00:00.000Z',
          state: 'active',
          health: 'on-track',
        },
      ],
    });
  });

  it('answers 304 without reading a row while nothing changed, and anew once time moved a pair’s health', async () => {
    await seedRows(1);
    const first = await read();
    const etag = first.headers.get('etag') ?? '';
    stage.ports.reads.ranges = 0;
    const second = await read({ 'if-none-match': etag });
    expect([second.status, second.text, second.headers.get('etag'), stage.ports.reads.ranges]).toEqual([
      304,
      '',
      etag,
      0,
    ]);
    stage.api.programmeClock.at = '2026-12-15T09:00:00.000Z';
    const third = await read({ 'if-none-match': etag });
    expect([third.status, third.body.rows[0].health]).toEqual([200, 'quiet']);
  });

  it('keeps topics in people’s own words from HR', async () => {
    await seedBoard([aBoardRow({ topics: ['own:mon-burn-out', 'generative-ai'] })]);
    expect((await read()).text).not.toContain('burn');
    expect((await call(stage.api, 'GET', '/programmes/passages/board.csv', { token: stage.hr })).text).not.toContain(
      'urn',
    );
  });
});

describe('F37: the board as CSV', () => {
  const file = (language = 'fr') =>
    call(stage.api, 'GET', `/programmes/passages/board.csv?language=${language}`, { token: stage.hr });

  it('begins with a byte order mark, ends its lines as RFC 4180 says, parts its cells as a spreadsheet in the language does, and has the words of the page', async () => {
    await seedSample(stage.ports);
    const french = await file();
    expect(french.text.charCodeAt(0)).toBe(0xfeff);
    expect(french.text.split('\r\n')).toHaveLength(3);
    const [head, row]: string[][] = parse(french.text, { bom: true, delimiter: ';' });
    expect(head).toEqual([
      'Mentor',
      'Personne mentorée',
      'Sujets',
      'Début',
      'Mois 1',
      'Mois 2',
      'Mois 3',
      'Mois 4',
      'Mois 5',
      'Mois 6',
      'Prochaine séance (heure d’Europe centrale)',
      'Situation',
    ]);
    expect(row).toEqual([
      'Inès Belkacem',
      'Marc Lefèvre',
      expect.any(String),
      '2026-11-20',
      'réservée',
      'à venir',
      'à venir',
      'à venir',
      'à venir',
      'à venir',
      '2026-12-01 14:00',
      'Suit son cours',
    ]);
    expect((await file('en')).text).toContain(',On track');
    expect(french.headers.get('content-disposition')).toBe('attachment; filename="passages-2026-11-23.csv"');
  });

  it('quotes every cell that a spreadsheet would run', async () => {
    const names = ['=1+1', '+33', '-2', '@SUM(A1)', '\tx', '\rx', '\u0000=1', '  =1', '＝1', 'O’Neill, "Jo"\nx', "'ok"];
    await seedRows(names.length, (index) => names[index] ?? '');
    const [, ...rows]: string[][] = parse((await file()).text, { bom: true, delimiter: ';' });
    expect(new Set(rows.map((row) => row[0]))).toEqual(
      new Set([
        "'=1+1",
        "'+33",
        "'-2",
        "'@SUM(A1)",
        "'\tx",
        "'\rx",
        "'\u0000=1",
        "'  =1",
        "'＝1",
        'O’Neill, "Jo"\nx',
        "'ok",
      ]),
    );
  });

  it('keeps a record of who took it, whatever is folded', async () => {
    await seedSample(stage.ports);
    await file();
    while (
      (await foldChanges(stage.ports, 'passages', { now: '2026-11-23T09:05:00.000Z', correlationId: 'fold' })) > 0
    );
    const { rows } = await stage.ports.programmes.range('passages', 'audit', { limit: 10 });
    expect(rows.map((row) => [row.value.what, row.value.by])).toEqual([['board-exported', people.hr]]);
  });
});
