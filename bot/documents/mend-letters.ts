/** Characters of Windows-1252 and the bytes they stand for; the five bytes without a character stand for themselves. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const mac = new TextDecoder('macintosh').decode(Uint8Array.from({ length: 0x80 }, (_, at) => at + 0x80));
/** Code pages 850 and 437 where they tell UTF-8: what follows its first byte. */
const dos850 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤';
const dos437 = 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧';

interface Reading {
  readonly byteOf: ReadonlyMap<string, number>;
  readonly runs: RegExp;
}

/** The letters in which UTF-8 was read, and runs of them that were one letter each. Of Mac and DOS only those that begin with a sign. */
const readings: readonly Reading[] = [
  reading([windows1252 + latin(0xa0, 0xff), latin(0x80, 0x9f)], () => true),
  reading([mac], (first) => '√¬≈∆ƒ‚'.includes(first)),
  reading([dos850, dos437], (first) => '├┬┼─┴Ô'.includes(first)),
];
const mostTimes = 3;

/**
 * A text whose letters were turned into UTF-8 twice (or more often), turned back: `NoÃ©` is `Noé`, `Lâ€™Oréal` is `L’Oréal`, also where Mac or DOS letters came in between
 * (`No√©`, `No├®`). What cannot be turned back stays as it is.
 */
export function mendLetters(text: string): string {
  let mended = text;
  for (let time = 0; time < mostTimes; time++) {
    let next = mended;
    for (const { runs, byteOf } of readings) next = next.replace(runs, (run) => undone(run, byteOf) ?? run);
    if (next === mended) break;
    mended = next;
  }
  return mended;
}

function latin(from: number, to: number): string {
  return String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, at) => from + at));
}

function reading(tables: readonly string[], isFirst: (first: string) => boolean): Reading {
  const byteOf = new Map<string, number>();
  for (const table of tables)
    Array.from(table).forEach((character, at) => {
      if (!byteOf.has(character)) byteOf.set(character, at + 0x80);
    });
  const within = (from: number, to: number, only: (character: string) => boolean = () => true): string =>
    [...byteOf]
      .filter(([character, byte]) => byte >= from && byte <= to && only(character))
      .map(([character]) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
  const next = `[${within(0x80, 0xbf)}]`;
  const lengths = [
    [0xc2, 0xdf, 1],
    [0xe0, 0xef, 2],
    [0xf0, 0xf4, 3],
  ] as const;
  const parts = lengths
    .map(([from, to, count]) => [within(from, to, isFirst), count] as const)
    .filter(([first]) => first !== '')
    .map(([first, count]) => `[${first}]${next}{${String(count)}}`);
  return { byteOf, runs: new RegExp(parts.join('|'), 'gu') };
}

function undone(run: string, byteOf: ReadonlyMap<string, number>): string | undefined {
  const bytes = Uint8Array.from(run, (character) => byteOf.get(character) ?? 0);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
