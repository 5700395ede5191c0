import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface TabFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly etag: string;
  /** Files whose names change with their content may be kept for ever. */
  readonly forever: boolean;
}

/**
 * The built tab, read once into memory, so that no request names a file of this machine. `find` answers every address of a page with
 * index.html; undefined for a file that is not there. `origins` are written into the page for local hosts.
 */
export function readTabFiles(folder: string, origins: readonly string[]): { find(path: string): TabFile | undefined } {
  const files = new Map<string, TabFile>();
  for (const name of existsSync(folder) ? filesUnder(folder, '') : []) {
    const bytes = readFileSync(join(folder, name));
    files.set(name, tabFile(name, name === 'index.html' ? withOrigins(bytes, origins) : bytes));
  }
  return {
    find: (path) => files.get(path) ?? (extname(path) === '' ? files.get('index.html') : undefined),
  };
}

function filesUnder(folder: string, below: string): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(below, entry.name);
    if (entry.isDirectory()) return filesUnder(folder, path);
    return entry.name.endsWith('.map') ? [] : [path];
  });
}

function tabFile(name: string, bytes: Buffer): TabFile {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { type: types[extname(name)] ?? 'application/octet-stream', bytes, etag, forever: name.startsWith('assets/') };
}

function withOrigins(page: Buffer, origins: readonly string[]): Buffer {
  if (origins.length === 0) return page;
  const listed = origins.map((origin) => origin.replace(/[^\w:/.*-]/g, '')).join(' ');
  return Buffer.from(
    page.toString('utf8').replace('<head>', `<head>\n    <meta name="passerelle-origins" content="${listed}">`),
  );
}
