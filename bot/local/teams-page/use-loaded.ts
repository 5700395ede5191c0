import { useCallback, useEffect, useRef, useState } from 'react';
import { useServiceEvents, type PageEvent } from './service-events';

export interface Loaded<T> {
  readonly value?: T;
  readonly problem?: string;
  readonly reload: () => void;
}

/** Loads a value, and again whenever an event concerns it. `key` names what is loaded; an answer for an old key is dropped. */
export function useLoaded<T>(key: string, load: () => Promise<T>, concerns: (event: PageEvent) => boolean): Loaded<T> {
  const [state, setState] = useState<{ readonly key: string; readonly value?: T; readonly problem?: string }>({ key });
  const turn = useRef(0);
  const loader = useRef(load);
  useEffect(() => {
    loader.current = load;
  });
  const reload = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    loader.current().then(
      (value) => {
        if (turn.current === mine) setState({ key, value });
      },
      (error: unknown) => {
        if (turn.current === mine)
          setState((before) => ({ ...before, key, problem: error instanceof Error ? error.message : String(error) }));
      },
    );
  }, [key]);
  useEffect(reload, [reload]);
  useServiceEvents((event) => {
    if (event.type === 'reconnected' || concerns(event)) reload();
  });
  return state.key === key ? { ...state, reload } : { reload };
}
