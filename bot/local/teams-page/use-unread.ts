import { useState } from 'react';
import { useServiceEvents } from './service-events';

/** How many messages of the bot each person has not seen: those that came while their chat was not on the page. */
export function useUnread(visible: ReadonlySet<string>): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  useServiceEvents((event) => {
    const { directoryId } = event;
    if (
      event.type !== 'message' ||
      event.change !== 'new' ||
      event.author !== 'bot' ||
      directoryId === undefined ||
      visible.has(directoryId)
    )
      return;
    setCounts((before) => new Map(before).set(directoryId, (before.get(directoryId) ?? 0) + 1));
  });
  const seen = [...visible].filter((directoryId) => counts.has(directoryId));
  if (seen.length > 0) setCounts((before) => new Map([...before].filter(([directoryId]) => !visible.has(directoryId))));
  return counts;
}
