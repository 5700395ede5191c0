import fc from 'fast-check';
import { readExport } from './read-export';

const rows = [
  'Prénom;Nom;Matricule;Rôle;Supérieur hiérarchique',
  'Zoé;Lefèvre;1;mentor;François Müller',
  'François;Müller;2;mentee;',
  'Élodie;Núñez;3;mentor;Noël Châtel',
  'Noël;Châtel;4;mentee;',
];
const text = `${rows.join('\r\n')}\r\n`;
const pairs = ['Zoé Lefèvre → Noël Châtel', 'Élodie Núñez → François Müller'];
const mac = (words: string): Buffer => {
  const letters = Array.from(
    new TextDecoder('macintosh').decode(Uint8Array.from({ length: 128 }, (_, at) => at + 128)),
  );
  return Buffer.from(
    Array.from(words, (letter) => (letter < '\u0080' ? letter.charCodeAt(0) : 128 + letters.indexOf(letter))),
  );
};
const encodings: Readonly<Record<string, (words: string) => Buffer>> = {
  'UTF-8': (words) => Buffer.from(words),
  'UTF-8 with a mark': (words) => Buffer.from(`\ufeff${words}`),
  'UTF-16': (words) => Buffer.from(`\ufeff${words}`, 'utf16le'),
  'UTF-16 without a mark': (words) => Buffer.from(words, 'utf16le'),
  'UTF-16 of the other order': (words) => Buffer.from(words, 'utf16le').swap16(),
  'Windows-1252': (words) => Buffer.from(words, 'latin1'),
  'Mac Roman': mac,
  'UTF-8 twice': (words) => Buffer.from(Buffer.from(words).toString('latin1')),
  'letters in two parts': (words) => Buffer.from(words.normalize('NFD')),
};

describe('names in whatever letters the file is written', () => {
  it('are the same people, in whatever order the rows stand, and form the same pairs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(encodings)),
        fc.shuffledSubarray(rows.slice(1), { minLength: 4 }),
        async (encoding, shuffled) => {
          const file = encodings[encoding]?.(`${[rows[0], ...shuffled].join('\r\n')}\r\n`) ?? Buffer.of();
          const read = await readExport(file);
          expect([encoding, read.rejected]).toEqual([encoding, []]);
          expect([...read.pairs].sort()).toEqual(pairs);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are refused with their row and a way out where letters are lost, and never taken as they are', async () => {
    for (const lost of ['Zo\ufffd', 'Zo?', 'Zoï¿½', 'Zo\u00c3 ']) {
      const read = await readExport(text.replace('Zoé', lost));
      expect([lost, read.rejected]).toMatchObject([lost, [{ row: 2, reason: 'letters-lost' }]]);
    }
    const manager = await readExport(text.replace(';François Müller', ';Fran\ufffdois Müller'));
    expect(manager.rejected).toMatchObject([{ row: 2, reason: 'letters-lost' }]);
    const header = await readExport(text.replace('Supérieur', 'Sup\ufffdrieur'));
    expect(header.people).toEqual([]);
    expect(header.rejected).toMatchObject([{ row: 1, reason: 'header-letters-lost' }]);
  });

  it('are said to be guessed, mixed or put right', async () => {
    const said = async (file: Buffer): Promise<readonly string[]> =>
      [...(await readExport(file)).told].filter((reason) => reason.startsWith('letters-'));
    expect(await said(Buffer.from(text))).toEqual([]);
    expect(await said(mac(text))).toEqual(['letters-guessed ']);
    expect(await said(Buffer.concat([Buffer.from(text), Buffer.from('Anaïs;Brès;5;mentor;\r\n', 'latin1')]))).toEqual([
      'letters-mixed ',
    ]);
    expect(await said(Buffer.from(Buffer.from(text).toString('latin1')))).toEqual(['letters-mended ']);
  });
});
