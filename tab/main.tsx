import { createRoot } from 'react-dom/client';
import { config } from 'zod/mini';
import { App } from './app';
import { connectToTeams } from './host/connect-to-teams';
import { languageOf } from './host/host';
import { readHostOrigins } from './host/read-host-origins';
import { goneTo } from './lib/history-state';
import { frameWords } from './lib/word-groups';
import { createWordStore } from './lib/word-store';

// The page's policy forbids code made from text, which zod would otherwise try.
config({ jitless: true });

async function start(): Promise<void> {
  const origins = readHostOrigins(document);
  const host = await connectToTeams(origins);
  const words = createWordStore(host?.language ?? languageOf(navigator.language));
  await words.need(frameWords);
  const place = document.getElementById('root');
  if (place === null) return;
  const page = host?.page ?? (isFirstPage() ? host?.lastPage.read() : undefined);
  if (page !== undefined) openPage(page);
  createRoot(place).render(<App host={host} origins={origins} words={words} />);
  host?.shown();
}

/** Teams loads a tab again at its first page, wherever the reader was. */
function isFirstPage(): boolean {
  return /^\/tab\/?$/u.test(location.pathname);
}

/** Begins at the page that a deep link asked for, or where the reader was. */
function openPage(page: string): void {
  history.replaceState(goneTo, '', `/tab${page}`);
}

void start();
