import { createReadStream, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { Cloud } from './cloud';
import type { Answer, HttpRouter } from './http-router';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Serves the built Local Teams page; must be added last, since it takes every other GET. */
export function addPageRoutes(router: HttpRouter, cloud: Cloud): void {
  router.on('GET', '/*', (request) => {
    const directory = cloud.options.pageDirectory;
    if (directory === undefined) {
      return {
        status: 404,
        body: {
          error: {
            code: 'NoPage',
            message: 'This start of the Teams service has no page; build it with npm run build.',
          },
        },
      };
    }
    return serve(directory, request.parameters.rest ?? '');
  });
}

function serve(directory: string, path: string): Answer {
  const file = normalize(join(directory, path === '' ? 'index.html' : path));
  if (!file.startsWith(normalize(directory) + sep) || !isFile(file)) {
    return { status: 404, body: { error: { code: 'NotFound', message: `There is no page /${path}.` } } };
  }
  return {
    status: 200,
    stream(response) {
      response.writeHead(200, {
        'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      });
      createReadStream(file).pipe(response);
    },
  };
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
