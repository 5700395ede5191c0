import PDFDocument from 'pdfkit';
import type { Instant } from '../../src/kernel/clock';
import { localeOf, type Language } from '../../src/language/languages';

/** A PDF that is being written, and its bytes once it has ended. */
export interface OpenDocument {
  readonly document: PDFKit.PDFDocument;
  readonly bytes: Promise<Uint8Array>;
}

/** A tagged A4 document (PDF/UA: title, language), its fonts `regular` and `bold` embedded. */
export function openDocument(about: {
  readonly title: string;
  readonly language: Language;
  readonly now: Instant;
}): OpenDocument {
  const document = new PDFDocument({
    size: 'A4',
    margin: 48,
    pdfVersion: '1.7',
    // The types of pdfkit are behind: it has had this one since 0.15.
    subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    lang: localeOf[about.language],
    displayTitle: true,
    font: fontFile('400Regular'),
    info: { Title: about.title, CreationDate: new Date(about.now) },
  });
  document.registerFont('regular', fontFile('400Regular')).registerFont('bold', fontFile('600SemiBold'));
  return { document, bytes: collect(document) };
}

function fontFile(weight: '400Regular' | '600SemiBold'): string {
  return require.resolve(`@expo-google-fonts/source-sans-3/${weight}/SourceSans3_${weight}.ttf`);
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  return new Promise((done, failed) => {
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('end', () => {
      done(Buffer.concat(parts));
    });
    document.on('error', failed);
  });
}
