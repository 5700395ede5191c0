import { useCallback, useSyncExternalStore } from 'react';

export type PaneView = 'chat' | 'channel' | 'tab';
export type PageTheme = 'default' | 'dark' | 'contrast';

/** What the address after # says is shown, so that a view can be linked and reloaded. */
export interface PageAddress {
  readonly persona?: string;
  readonly view: PaneView;
  readonly channel?: string;
  /** Page of the tab asked for by a link. */
  readonly subPage?: string;
  /** Second person, shown beside the first. */
  readonly beside?: string;
  readonly theme: PageTheme;
  readonly width: 'wide' | 'phone';
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
  };
};

/** The address, and how to change some of it. */
export function usePageAddress(): [PageAddress, (change: Partial<PageAddress>) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const change = useCallback((some: Partial<PageAddress>) => {
    const next = { ...read(window.location.hash), ...some };
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(next))
      if (typeof value === 'string' && value !== '') parameters.set(name, value);
    window.location.hash = parameters.toString();
  }, []);
  return [read(hash), change];
}

function read(hash: string): PageAddress {
  const parameters = new URLSearchParams(hash.replace(/^#/u, ''));
  const view = parameters.get('view');
  const theme = parameters.get('theme');
  const optional = Object.fromEntries(
    ['persona', 'channel', 'subPage', 'beside'].flatMap((name) =>
      parameters.has(name) ? [[name, parameters.get(name)]] : [],
    ),
  );
  return {
    ...optional,
    view: view === 'channel' || view === 'tab' ? view : 'chat',
    theme: theme === 'dark' || theme === 'contrast' ? theme : 'default',
    width: parameters.get('width') === 'phone' ? 'phone' : 'wide',
  };
}
