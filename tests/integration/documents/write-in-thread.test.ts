import { countFile } from '../../../bot/documents/file-limits';
import { readWorkbook } from '../../../bot/documents/read-workbook';
import { createDocumentThread } from '../../../bot/workers/document-thread';
import { listFigures } from '../../../src/insight/list-figures';
import { aReport } from '../../helpers/factories/board-report';
import { closedResults } from '../../helpers/factories/results';

const taken = {
  name: { fr: 'Passages', en: 'Passages' },
  timeZone: 'Europe/Paris',
  figures: listFigures(closedResults()),
  own: [],
  others: [],
  thresholds: { scores: 5, comments: 10 },
  comments: [],
};
const about = { language: 'fr', now: '2027-07-01T08:00:00.000Z' } as const;

/** A thread has modules of its own: nothing here is written with this one. */
jest.mock('write-excel-file/node', () => () => {
  throw new Error('A workbook was written on the server’s own thread');
});

describe('a file for a reader is written in a thread', () => {
  it('whole, and not by the server itself', async () => {
    const { writeResultsWorkbook } = createDocumentThread();
    const bytes = await writeResultsWorkbook(taken, about);
    expect(readWorkbook(bytes, countFile()).map(({ name }) => name)).toContain('Changements');
  });

  it('that is stopped where it takes too long, and the next one is written', async () => {
    const { writeResultsWorkbook } = createDocumentThread({ milliseconds: 1, waiting: 3 });
    for (const _time of [1, 2])
      await expect(writeResultsWorkbook(taken, about)).rejects.toMatchObject({ code: 'document-failed' });
  });

  it('one at a time: one too many is told to come again', async () => {
    const { writeResultsWorkbook } = createDocumentThread({ milliseconds: 60_000, waiting: 1 });
    const written = await Promise.allSettled([1, 2, 3].map(() => writeResultsWorkbook(taken, about)));
    expect(written.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(written[2]).toMatchObject({ reason: { code: 'too-busy' } });
  });

  it('under the code of its own where the report does not fit on its page', async () => {
    const wording = { fr: 'mot '.repeat(600), en: 'word '.repeat(600) };
    const objectives = Array.from({ length: 9 }, () => ({ kind: 'own', wording, unit: '%' }) as const);
    const { writeBoardReport } = createDocumentThread();
    await expect(writeBoardReport(aReport({ objectives }), about)).rejects.toMatchObject({ code: 'report-too-long' });
  });

  it('that tells why where it cannot be', async () => {
    const { writeBoardReport } = createDocumentThread();
    await expect(writeBoardReport({} as never, about)).rejects.toMatchObject({ code: 'document-failed' });
  });
});
