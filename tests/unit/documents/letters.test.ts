import { decodeText } from '../../../bot/documents/decode-text';

/** Names of people and places as the bytes of older letters, written with the tables of the standard decoders turned round. */
const encoder = (label: string): ((text: string) => Buffer) => {
  const bytes = new Map<string, readonly number[]>();
  const one = new TextDecoder(label);
  for (let high = 0x80; high < 0x100; high++) {
    bytes.set(one.decode(Uint8Array.of(high)), [high]);
    if (label === 'shift_jis' || label === 'euc-jp')
      for (let low = 0x40; low < 0x100; low++) {
        const letter = one.decode(Uint8Array.of(high, low));
        if (letter.length === 1) bytes.set(letter, [high, low]);
      }
  }
  return (text) =>
    Buffer.from(
      Array.from(text).flatMap((letter) => {
        const code = letter.codePointAt(0) ?? 0;
        const found = code < 0x80 ? [code] : bytes.get(letter);
        if (found === undefined) throw new Error(`${label} has no ${letter}`);
        return [...found];
      }),
    );
};
const cp850 = (text: string): Buffer => {
  const places: Readonly<Record<string, number>> = {
    é: 0x82,
    è: 0x8a,
    ü: 0x81,
    ç: 0x87,
    ô: 0x93,
    ö: 0x94,
    ñ: 0xa4,
    É: 0x90,
    ï: 0x8b,
    ë: 0x89,
    á: 0xa0,
  };
  return Buffer.from(Array.from(text, (letter) => places[letter] ?? letter.charCodeAt(0)));
};
const twice = (text: string, label = 'windows-1252'): string => new TextDecoder(label).decode(Buffer.from(text));

const western = 'Prénom;Nom;Rôle\nZoé;Lefèvre;mentor\nFrançois;Müller;mentee\nÉlodie;Núñez;mentor\n';
const short = 'id;name\n1;Zoé\n';

describe('the letters of a text file', () => {
  it.each([
    ['Windows-1252', encoder('windows-1252')(western), western],
    ['Mac Roman', encoder('macintosh')(western), western],
    [
      'DOS',
      cp850('Prénom;Nom\nZoé;Lefèvre\nFrançois;Müller\nÉlodie;Muñoz\n'),
      'Prénom;Nom\nZoé;Lefèvre\nFrançois;Müller\nÉlodie;Muñoz\n',
    ],
    ['Mac Roman, one letter', encoder('macintosh')(short), short],
    ['DOS, one letter', cp850(short), short],
    ['Windows-1252, one letter', encoder('windows-1252')(short), short],
    [
      'Shift_JIS',
      encoder('shift_jis')('氏名,役割\n山田太郎,mentor\n鈴木一郎,mentee\n'),
      '氏名,役割\n山田太郎,mentor\n鈴木一郎,mentee\n',
    ],
    [
      'EUC-JP',
      encoder('euc-jp')('氏名,役割\n山田太郎,mentor\n鈴木一郎,mentee\n'),
      '氏名,役割\n山田太郎,mentor\n鈴木一郎,mentee\n',
    ],
    [
      'Windows-1250',
      encoder('windows-1250')('Imię;Nazwisko\nŁukasz;Wiśniewski\nJiří;Dvořák\n'),
      'Imię;Nazwisko\nŁukasz;Wiśniewski\nJiří;Dvořák\n',
    ],
    ['Windows-1254', encoder('windows-1254')('name\nAyşe Yıldız\nUğur Şahin\n'), 'name\nAyşe Yıldız\nUğur Şahin\n'],
    ['Windows-1251', encoder('windows-1251')('имя;роль\nАнна Иванова;mentor\n'), 'имя;роль\nАнна Иванова;mentor\n'],
    ['UTF-16 without a mark', Buffer.from(western, 'utf16le'), western],
    ['UTF-16 of the other order without a mark', Buffer.from(western, 'utf16le').swap16(), western],
    [
      'UTF-16 of Japanese without a mark',
      Buffer.from('氏名,役割\r\n山田太郎,mentor\r\n', 'utf16le'),
      '氏名,役割\r\n山田太郎,mentor\r\n',
    ],
    ['UTF-8 turned into UTF-8 again', Buffer.from(twice(western)), western],
    ['UTF-8 turned into UTF-8 three times', Buffer.from(twice(twice(western))), western],
    ['UTF-8 read as Mac and saved', Buffer.from(twice(western, 'macintosh')), western],
    ['UTF-8 read as DOS and saved', Buffer.from('Pr├®nom;Nom\nZo├®;Lef├¿vre\n'), 'Prénom;Nom\nZoé;Lefèvre\n'],
    [
      'UTF-8 with one row in Windows-1252',
      Buffer.concat([Buffer.from(western), encoder('windows-1252')('Chloé;Noël;mentor\n')]),
      `${western}Chloé;Noël;mentor\n`,
    ],
    [
      'Windows-1252 with one row in UTF-8',
      Buffer.concat([encoder('windows-1252')(western), Buffer.from('Chloé;Noël;mentor\n')]),
      `${western}Chloé;Noël;mentor\n`,
    ],
    ['UTF-8 with one row turned twice', Buffer.from(western + twice('Chloé;Noël\n')), `${western}Chloé;Noël\n`],
  ])('are read of %s', (_name, bytes, text) => {
    expect(decodeText(bytes)?.text).toBe(text);
  });

  it('are a mark of loss where one byte of UTF-8 is missing, and right everywhere else', () => {
    const bytes = Buffer.from('id;name\n1;Zoé\n2;Chloé\n3;Noël\n');
    const broken = Buffer.concat([bytes.subarray(0, 13), bytes.subarray(14)]);
    expect(decodeText(broken)?.text).toBe('id;name\n1;Zo\ufffd\n2;Chloé\n3;Noël\n');
  });

  it.each(['“École” de l’Est – Œuvre', 'Ærø, Þórunn Guðmundsdóttir', 'Ça, là', 'Straße 5 ½', 'Ångström'])(
    'stay as they are in “%s”',
    (text) => {
      expect(decodeText(Buffer.from(text))).toEqual({ text, letters: [] });
    },
  );
});
