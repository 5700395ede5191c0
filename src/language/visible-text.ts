/** Marks that nobody sees and that come along when text is copied: directions, joins of nothing, soft hyphens. Joiners stay, emoji and scripts need them. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** Words of signs and Latin letters, each composed already, with one space between two. */
const plain = /^[!-~¡-¬®-ʯ]*(?: [!-~¡-¬®-ʯ]+)*$/u;

/**
 * A text as people see it: invisible marks gone, control characters and gaps one space (or one line end), letters composed. So two
 * cells that look alike are alike, and none can move a terminal's cursor.
 */
export function visibleText(text: string): string {
  // Most cells of most files: nothing to take away, and many are looked at.
  if (plain.test(text) && !text.startsWith(' ')) return text;
  return text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, (gap) => (gap.includes('\n') ? '\n' : ' '))
    .trim();
}

/** A header on one line. */
export function headerText(text: string): string {
  return visibleText(text).replaceAll('\n', ' ');
}
