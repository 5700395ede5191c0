import { parse } from 'csv-parse/sync';
import { countFile } from '../../bot/documents/file-limits';
import { readWorkbook } from '../../bot/documents/read-workbook';
import { figureColumns } from '../../src/insight/describe-figure';
import { call, people, tokenFor } from '../helpers/api-server';
import { nothing, useApiStage } from '../helpers/api-stage';
import { aProgramme } from '../helpers/factories/programme';
import { closedResults, frozenFigures, firstChangeInFile } from '../helpers/factories/results';
import { anOwnQuestion } from '../helpers/factories/own-question';
import { seedComments } from '../helpers/seed-comments';
import { seedMembership, seedProgramme } from '../helpers/test-ports';

const stage = useApiStage({ seed: nothing });

async function seedFigures(results = closedResults()): Promise<void> {
  await seedProgramme(stage.ports, 'passages', {
    programme: { programme: aProgramme() },
    figures: frozenFigures(results),
  });
  await seedMembership(stage.ports, people.hr, {
    programmeId: 'passages',
    contacts: [{ id: 'administrator-1', role: 'administrator' }],
  });
}

const file = (path: string) => call(stage.api, 'GET', `/programmes/passages/${path}`, { token: stage.hr });

describe('the results as a CSV file', () => {
  it('have one line for each figure, in the words of the page', async () => {
    await seedFigures();
    const answer = await file('results.csv?language=en');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="passages-results-2026-11-23.csv"');
    const [head, ...lines]: string[][] = parse(answer.text, { bom: true });
    expect(head).toHaveLength(figureColumns.length);
    expect(lines.filter(([round, kind]) => round === 'At the end' && kind === 'change')).toHaveLength(4);
    expect(lines.find(([, kind]) => kind === 'change')).toEqual([
      'At the end',
      'change',
      'Understanding another career stage or generation',
      'Mentors',
      '',
      '',
      ...firstChangeInFile,
    ]);
    expect(lines.find(([, , , , cut]) => cut !== '')?.slice(0, 10)).toEqual([
      'At the end',
      'mean',
      'Usefulness',
      'Mentors',
      'Systèmes d’information',
      '',
      '9',
      '',
      '',
      '4.5',
    ]);
    expect(lines.filter(([, kind, , role]) => kind === 'number of answers' && role === 'Mentors').length).toBe(10);
  });

  it('write numbers as French does, and lose no sign to the guard against formulas', async () => {
    await seedFigures();
    const { text } = await file('results.csv?language=fr');
    const lines: string[][] = parse(text, { bom: true, delimiter: ';' });
    const value = lines[0]?.indexOf('Valeur') ?? -1;
    expect(lines.map((line) => line[value])).toEqual(expect.arrayContaining(['0,62', '-0,05', '45,4']));
    expect(text).not.toContain("'-");
  });

  it('do not run the name of a group as a formula', async () => {
    const results = closedResults();
    const round = results.rounds.find(({ instrument }) => instrument === 'closing');
    if (round?.levels[2] === undefined) throw new Error('no level of a group');
    round.levels[2].cut = '=HYPERLINK("http://x")';
    await seedFigures(results);
    expect((await file('results.csv?language=en')).text).toContain(`'=HYPERLINK`);
  });

  it('tell what has closed alone, and nothing but their head before', async () => {
    await seedFigures(closedResults({ rounds: [] }));
    expect((await file('results.csv?language=en')).text.trim().split('\r\n')).toHaveLength(1);
  });

  it('come as a workbook too, byte for byte', async () => {
    await seedFigures();
    const response = await fetch(`${stage.api.url}/programmes/passages/results.xlsx?language=fr`, {
      headers: { authorization: `Bearer ${stage.hr}` },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(readWorkbook(bytes, countFile()).map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Changements', 9],
      ['Parts', 23],
      ['Recommencer', 7],
      ['Moyennes', 7],
      ['À propos', 29],
    ]);
  });

  it('come as a report of one page too', async () => {
    await seedFigures();
    const response = await fetch(`${stage.api.url}/programmes/passages/board-report.pdf?language=fr`, {
      headers: { authorization: `Bearer ${stage.hr}` },
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const pdf = Buffer.from(await response.arrayBuffer()).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect([pdf.split('/S /TD\n').length - 1, pdf.split('/Type /Page\n').length - 1]).toEqual([16, 1]);
  });

  it('are told to the sponsor without the groups that share an attribute, as a page and as files', async () => {
    await seedFigures();
    await seedMembership(stage.ports, people.sponsor, {
      programmeId: 'passages',
      contacts: [{ id: 'sponsor', role: 'sponsor' }],
    });
    const token = await tokenFor(stage.issuer, people.sponsor);
    const read = async (path: string, reader: string) =>
      (await call(stage.api, 'GET', `/programmes/passages/${path}`, { token: reader })).text;
    for (const path of ['results', 'results.csv?language=fr']) {
      expect(await read(path, stage.hr)).toContain('Systèmes d’information');
      expect(await read(path, token)).toContain(path === 'results' ? '"mean":4.3' : ';4,3;');
      expect(await read(path, token)).not.toContain('Systèmes d’information');
    }
  });

  it('are for HR and the sponsor', async () => {
    await seedFigures();
    const token = await tokenFor(stage.issuer, people.stranger);
    expect((await call(stage.api, 'GET', '/programmes/passages/results.csv', { token })).status).toBe(404);
  });
});

describe('comments', () => {
  const texts = ['=SUM(A1:A9)', '<script>alert(1)</script>', '**b** [a](b)', 'Merci à Inès', 'two\nlines'];
  const written = [...texts, ...Array.from({ length: 6 }, (_none, place) => `Words ${String(place)}`)];
  const read = (token: string, path = 'comments') => call(stage.api, 'GET', `/programmes/passages/${path}`, { token });

  it('are read by HR alone, names masked, each as it was typed', async () => {
    await seedFigures();
    await seedMembership(stage.ports, people.sponsor, {
      programmeId: 'passages',
      contacts: [{ id: 'sponsor', role: 'sponsor' }],
    });
    await seedMembership(stage.ports, people.mentor, { programmeId: 'passages', participantId: 'W1', contacts: [] });
    await seedComments(stage.ports, 'passages', written, ['Inès Belkacem']);
    const { blocks } = (await read(stage.hr)).body as { blocks: { round: string; texts: string[] }[] };
    expect(blocks.map(({ round }) => round)).toEqual(['closing']);
    const expected = written.map((text) => text.replace('Inès', '[…]'));
    expect(blocks[0]!.texts.toSorted()).toEqual(expected.toSorted());
    expect(blocks[0]!.texts).not.toEqual(expected);
    for (const person of [people.sponsor, people.mentor, people.stranger])
      expect((await read(await tokenFor(stage.issuer, person))).status).toBeGreaterThanOrEqual(403);
    const sponsor = await tokenFor(stage.issuer, people.sponsor);
    expect((await read(sponsor, 'results.csv?language=en')).text).not.toContain('Words');
  });

  it('stand in both files of HR, with no formula', async () => {
    await seedFigures();
    await seedComments(stage.ports, 'passages', written);
    const { text } = await read(stage.hr, 'results.csv?language=en');
    const lines: string[][] = parse(text, { bom: true });
    const told = lines.filter(([, kind]) => kind === 'comment');
    expect(told.map((line) => line[5]).toSorted()).toEqual(
      written.map((words) => (words.startsWith('=') ? `'${words}` : words)).toSorted(),
    );
    expect(new Set(told.map(([round]) => round))).toEqual(new Set(['At the end']));
    const workbook = await fetch(`${stage.api.url}/programmes/passages/results.xlsx?language=en`, {
      headers: { authorization: `Bearer ${stage.hr}` },
    });
    const sheet = readWorkbook(new Uint8Array(await workbook.arrayBuffer()), countFile()).find(
      ({ name }) => name === 'Comments',
    );
    expect(
      sheet?.rows
        .slice(1)
        .map(({ cells }) => cells[2])
        .toSorted(),
    ).toEqual(written.toSorted());
  });

  it('to a question of HR’s own are a block under its words, also in both files', async () => {
    await seedFigures();
    const question = anOwnQuestion('comment', { words: { fr: 'Pourquoi ?', en: 'Why?' } });
    await seedComments(stage.ports, 'passages', written, [], question);
    const { blocks } = (await read(stage.hr)).body as { blocks: { question?: object; texts: string[] }[] };
    expect(blocks.map((block) => block.question)).toEqual([undefined, { id: question.id, words: question.words }]);
    expect(blocks[1]!.texts.toSorted()).toEqual(written.map((words) => `${words}!`).toSorted());
    expect(blocks[1]!.texts).not.toEqual(blocks[0]!.texts.map((words) => `${words}!`));
    const lines: string[][] = parse((await read(stage.hr, 'results.csv?language=en')).text, { bom: true });
    const told = lines.filter(([, kind]) => kind === 'comment');
    expect(told.map(([, , measure]) => measure)).toEqual([...written.map(() => ''), ...written.map(() => 'Why?')]);
    const workbook = await fetch(`${stage.api.url}/programmes/passages/results.xlsx?language=en`, {
      headers: { authorization: `Bearer ${stage.hr}` },
    });
    const sheet = readWorkbook(new Uint8Array(await workbook.arrayBuffer()), countFile()).find(
      ({ name }) => name === 'Comments',
    );
    const ofQuestion = sheet?.rows.filter(({ cells }) => cells[1] === 'Why?').map(({ cells }) => cells[2]);
    expect(ofQuestion).toEqual(blocks[1]!.texts);
  });

  it('of nine people leave no trace in any answer or file', async () => {
    await seedFigures();
    const [page, csv] = [await read(stage.hr), await read(stage.hr, 'results.csv?language=en')];
    await seedComments(stage.ports, 'passages', written.slice(0, 9));
    expect((await read(stage.hr)).text).toBe(page.text);
    expect((await read(stage.hr, 'results.csv?language=en')).text).toBe(csv.text);
    expect(page.body).toEqual({ blocks: [] });
  });
});
