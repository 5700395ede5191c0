import { useEffect, useRef } from 'react';

export interface PageEvent {
  readonly type: 'message' | 'typing' | 'roster' | 'clock' | 'reconnected';
  readonly directoryId?: string;
  readonly channelId?: string;
  readonly author?: 'bot' | 'person';
  readonly change?: 'new' | 'updated' | 'deleted';
  readonly now?: string;
}

type Listener = (event: PageEvent) => void;

const listeners = new Set<Listener>();
let source: EventSource | undefined;

/** Calls the listener for each event of the service while the component is shown; one connection serves all. */
export function useServiceEvents(listener: Listener): void {
  const current = useRef(listener);
  useEffect(() => {
    current.current = listener;
  });
  useEffect(() => {
    const entry: Listener = (event) => {
      current.current(event);
    };
    listeners.add(entry);
    source ??= connect();
    return () => {
      listeners.delete(entry);
    };
  }, []);
}

function connect(): EventSource {
  const opened = new EventSource('control/events');
  let before = false;
  const tell = (event: PageEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  opened.onmessage = (message) => {
    tell(JSON.parse(String(message.data)) as PageEvent);
  };
  opened.onopen = () => {
    if (before) tell({ type: 'reconnected' });
    before = true;
  };
  return opened;
}
