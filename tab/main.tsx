import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import { App } from './app';
import { connectToTeams } from './host/connect-to-teams';
import { languageOf } from './host/host';
import { readHostOrigins } from './host/read-host-origins';
import { loadTexts } from './lib/load-texts';

// The page's policy forbids code made from text, which zod would otherwise try.
config({ jitless: true });

async function start(): Promise<void> {
  const origins = readHostOrigins(document);
  const host = await connectToTeams(origins);
  const language = host?.language ?? languageOf(navigator.language);
  const texts = await loadTexts(language);
  const place = document.getElementById('root');
  if (place === null) return;
  createRoot(place).render(<App host={host} origins={origins} language={language} texts={texts} />);
  host?.shown();
}

void start();
