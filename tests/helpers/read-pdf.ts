import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What is in a PDF, as a screen reader has it. */
export interface ReadPdf {
  readonly title: string;
  /** fr-FR or en-GB. */
  readonly language: string;
  readonly isTagged: boolean;
  /** Texts in the order of the tags: headings, paragraphs, list items, cells, and the words of pictures. */
  readonly pages: readonly { readonly headings: readonly string[]; readonly texts: readonly string[] }[];
}

/** Opens a PDF with a reader that is not ours (pdf.js). Throws where the file is damaged. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-pdf-'));
  try {
    const file = join(folder, 'read.pdf');
    await writeFile(file, bytes);
    const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'print-pdf.mjs'), file]);
    return JSON.parse(stdout) as ReadPdf;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
