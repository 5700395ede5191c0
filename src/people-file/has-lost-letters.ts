/**
 * Whether a text has lost letters that nothing can bring back: U+FFFD, which a reader puts in their place, and in a name also a question mark beside a letter and
 * what is left of UTF-8 read as something else (`NoÃ `).
 */
export function hasLostLetters(text: string, isName = false): boolean {
  if (text.includes('\ufffd') || text.includes('ï¿½')) return true;
  return isName && /\p{L}\?|\?\p{L}|[ÃÂ](?:[\s\u00a0-\u00bf]|$)|â€|√[\p{S}\p{P}\u00a0]|[├┬╔║░▒▓]/u.test(text);
}
