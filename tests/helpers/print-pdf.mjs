/*
 * Prints what is in a PDF, as a reader of it has it: its language, whether it is tagged, and of each page its headings and its
 * text in the order of the tags. A process of its own, since the reader is a module that jest does not load. Fails where the file is damaged.
 *
 *   node tests/helpers/print-pdf.mjs FILE
 */
import { readFile } from 'node:fs/promises';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [file = ''] = process.argv.slice(2);
const document = await getDocument({
  data: new Uint8Array(await readFile(file)),
  stopAtErrors: true,
  useSystemFonts: false,
  verbosity: VerbosityLevel.ERRORS,
}).promise;
const { info } = await document.getMetadata();
const pages = [];
for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(await document.getPage(number)));
const { Marked = false } = (await document.getMarkInfo()) ?? {};
console.log(JSON.stringify({ title: info.Title, language: info.Language, isTagged: Marked, pages }));
await document.destroy();

async function readPage(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const textOf = new Map();
  const open = [];
  for (const item of items)
    if (item.type?.startsWith('beginMarkedContent') === true) open.push(item.id);
    else if (item.type === 'endMarkedContent') open.pop();
    else
      for (const id of open)
        if (id !== undefined) textOf.set(id, `${textOf.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
  const headings = [];
  const texts = [];
  const walk = (node) => {
    if (node.type === 'content') return textOf.get(node.id) ?? '';
    const text = (node.children ?? []).map(walk).join('');
    if (/^H\d?$/.test(node.role)) headings.push(text.trim());
    if (/^(?:H\d?|P|LBody|TH|TD)$/.test(node.role)) texts.push(text.trim());
    if (node.alt !== undefined) texts.push(node.alt);
    return text;
  };
  const tree = await page.getStructTree();
  if (tree !== null) walk(tree);
  return { headings, texts };
}
