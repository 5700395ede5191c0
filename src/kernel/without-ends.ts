/** The text without this sign at its end, however often it stands there. */
export function withoutEnd(text: string, sign: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === sign) end--;
  return text.slice(0, end);
}

/** The text without this sign at its beginning and at its end. */
export function withoutEnds(text: string, sign: string): string {
  let begin = 0;
  while (begin < text.length && text[begin] === sign) begin++;
  return withoutEnd(text.slice(begin), sign);
}
