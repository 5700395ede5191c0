import { Parser } from 'saxen';

export interface ElementReader {
  /** Name without its prefix; attributes are decoded when they are asked for, without prefixes. */
  readonly open?: (name: string, attributes: () => Readonly<Record<string, string>>) => void;
  readonly text?: (words: string) => void;
  readonly close?: (name: string) => void;
}

/** Goes through XML once. Nothing outside it is looked up; a document type, which may declare entities, is refused. Throws where it is no XML. */
export function readElements(xml: string, reader: ElementReader): void {
  if (xml.trim() === '') return;
  const parser = new Parser();
  parser.on('error', (error: Error) => {
    throw error;
  });
  parser.on('attention', () => {
    throw new Error('a document type');
  });
  parser.on('openTag', (name: string, attributes: () => Record<string, string>, decode: (text: string) => string) => {
    reader.open?.(bare(name), () =>
      Object.fromEntries(Object.entries(attributes()).map(([key, value]) => [bare(key), decode(value)])),
    );
  });
  parser.on('text', (words: string, decode: (text: string) => string) => {
    reader.text?.(decode(words));
  });
  parser.on('cdata', (words: string) => {
    reader.text?.(words);
  });
  parser.on('closeTag', (name: string) => {
    reader.close?.(bare(name));
  });
  parser.parse(xml);
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
