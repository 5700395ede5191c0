const ink = '#242424';
const accent = '#0F548C';

/** Writes down a page, each piece with its place in the structure that a screen reader follows. */
export interface PageWriter {
  readonly document: PDFKit.PDFDocument;
  /** What the pieces hang below. */
  readonly root: PDFKit.PDFStructureElement;
  readonly heading: (level: 1 | 2, words: string) => void;
  readonly paragraph: (words: string) => void;
  readonly list: (items: readonly string[]) => void;
}

/** A writer at the top of the document's page, its fonts `regular` and `bold`; `scale` is that of its letters, 1 as usual. */
export function createPageWriter(document: PDFKit.PDFDocument, scale: number): PageWriter {
  const root = document.struct('Document');
  document.addStructure(root);
  const left = document.page.margins.left;

  function piece(tag: string, write: () => void): PDFKit.PDFStructureElement {
    return document.struct(tag, {}, write);
  }

  return {
    document,
    root,
    heading(level, words) {
      if (level === 2) document.moveDown(0.6);
      root.add(
        piece(`H${String(level)}`, () => {
          document
            .font('bold')
            .fontSize((level === 1 ? 22 : 13) * scale)
            .fillColor(level === 1 ? ink : accent)
            .text(words, left);
        }),
      );
      document.moveDown(level === 1 ? 0.1 : 0.25);
    },
    paragraph(words) {
      root.add(
        piece('P', () => {
          document
            .font('regular')
            .fontSize(10 * scale)
            .fillColor(ink)
            .text(words, left, undefined, { lineGap: 1.5 });
        }),
      );
      document.moveDown(0.3);
    },
    list(items) {
      const list = document.struct('L');
      root.add(list);
      for (const words of items) {
        const item = document.struct('LI');
        list.add(item);
        item.add(
          piece('LBody', () => {
            document
              .font('regular')
              .fontSize(10 * scale)
              .fillColor(ink)
              .text(`•\u00a0\u00a0${words}`, left, undefined, { lineGap: 1.5 });
          }),
        );
        item.end();
      }
      list.end();
      document.moveDown(0.3);
    },
  };
}
