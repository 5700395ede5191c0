import { useEffect, useState } from 'react';
import { useServiceEvents, type PageEvent } from './service-events';

/** Teams shows the typing dots for three seconds, or until the message is there. */
const TYPING_MS = 3_000;

/** Whether the bot is typing in the place whose events `concerns` picks. */
export function useTyping(concerns: (event: PageEvent) => boolean): boolean {
  const [typing, setTyping] = useState(0);
  useServiceEvents((event) => {
    if (!concerns(event)) return;
    if (event.type === 'typing') setTyping((count) => count + 1);
    else if (event.author === 'bot') setTyping(0);
  });
  useEffect(() => {
    if (typing === 0) return undefined;
    const timer = setTimeout(() => {
      setTyping(0);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [typing]);
  return typing > 0;
}
