const wordJoiner = '\u2060';

/**
 * What a person typed, safe inside a TextBlock: Markdown, mentions, links, emoji codes, dates that the renderer would write (`{{DATE(…)}}`)
 * and template bindings come out as the characters they are, on one line.
 */
export function escapeText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\$\{/gu, `$${wordJoiner}{`)
    .replace(/\{(?=\{)/gu, `{${wordJoiner}`)
    .replace(/:(?=[a-z+-][\w+-]*:)/giu, `:${wordJoiner}`)
    .replace(/[\\`*_[\]<>#~|]/gu, '\\$&')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replace(/:\/\//gu, `:${wordJoiner}//`)
    .replace(/\bwww\./giu, `www${wordJoiner}.`)
    .replace(/^([-+])/u, '\\$1')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}

/** What a person typed, for a label or a choice: plain text on one line, in which only bindings and what the renderer would write (`{{DATE(…)}}`) have to be broken. */
export function labelText(text: string): string {
  return inputValue(text.replace(/[\n\r\t ]+/gu, ' ').trim()).replace(/\{(?=\{)/gu, `{${wordJoiner}`);
}

/** What a person typed, for the value of an input: shown as it is, so only a template binding has to be broken. */
export function inputValue(text: string): string {
  return text.replace(/\$\{/gu, `$${wordJoiner}{`);
}
