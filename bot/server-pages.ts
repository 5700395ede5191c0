import type { IncomingMessage, ServerResponse } from 'node:http';
import { languages } from '../src/language/languages';
import { sessionText } from '../src/session/text/session-text';
import type { Ports } from '../src/domain/ports';
import { readCalendarEvent, type CalendarEvent } from '../src/session/calendar-event';
import { nothingPolicy, tabPolicy } from './security-headers';
import type { readTabFiles } from './tab-files';
import { writeJson } from './write-json';

/** A request with the parameters of its route. */
type PageRequest = IncomingMessage & { readonly params?: unknown };

export interface PageDeps {
  readonly ports: Ports<'programmes' | 'people' | 'secrets' | 'signingKey'>;
  readonly now: () => string;
  readonly sessionCalendar: (event: CalendarEvent, now: string) => string;
  readonly tabFiles: ReturnType<typeof readTabFiles>;
  readonly frameAncestors: readonly string[];
}

/** The iCalendar file that a signed address names; the same answer for every address that names none. */
export async function answerCalendar(deps: PageDeps, request: PageRequest, response: ServerResponse): Promise<void> {
  const { programmeId = '', pairId = '', number = '', side = '' } = request.params as Readonly<Record<string, string>>;
  const path = decodeURI((request.url ?? '').split('?')[0] ?? '');
  const known = (side === 'mentor' || side === 'mentee') && /^\d$/.test(number);
  const event = known
    ? await readCalendarEvent(deps.ports, { programmeId, pairId, number: Number(number), side }, path)
    : undefined;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-security-policy', nothingPolicy);
  if (event?.ok !== true) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`${languages.map((language) => sessionText(language, 'calendar.gone')).join('\n\n')}\n`);
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'content-disposition': 'attachment; filename="passerelle.ics"',
  });
  response.end(deps.sessionCalendar(event.value, deps.now()));
}

/** A file of the tab, or its page for every address that is a page of it. */
export function answerTab(deps: PageDeps, request: PageRequest, response: ServerResponse): void {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const file = deps.tabFiles.find(path.replace(/^\/tab\/?/, '') || 'index.html');
  if (file === undefined) {
    writeJson(response, 404, { error: 'not-found' });
    return;
  }
  response.setHeader('content-security-policy', tabPolicy(deps.frameAncestors));
  response.setHeader('etag', file.etag);
  response.setHeader('cache-control', file.forever ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304);
    response.end();
    return;
  }
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length });
  response.end(file.bytes);
}
