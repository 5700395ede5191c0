import MarkdownIt from 'markdown-it';

/** The part of Markdown that Teams shows in cards: emphasis, lists, links. No HTML, no headings, no pictures. */
const cardMarkdown = new MarkdownIt('zero').enable(['emphasis', 'list', 'link', 'escape', 'entity', 'newline']);

const messageMarkdown = new MarkdownIt('zero', { breaks: true }).enable([
  'emphasis',
  'list',
  'link',
  'autolink',
  'escape',
  'entity',
  'newline',
  'backticks',
  'blockquote',
  'strikethrough',
]);

/** HTML for the text of a card, as `AdaptiveCard.onProcessMarkdown` wants it. */
export function cardHtml(text: string): string {
  return cardMarkdown.render(text);
}

/** HTML for a message of the bot; links open a new window. */
export function messageHtml(text: string): string {
  return messageMarkdown.render(text).replace(/<a /gu, '<a target="_blank" rel="noreferrer" ');
}
