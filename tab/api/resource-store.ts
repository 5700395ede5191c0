import type { Answer, ShownProblem } from './api-client';

/** What the page knows of one address of the API. A value stays shown while a refresh fails. */
export interface Snapshot<T> {
  readonly value?: T;
  readonly etag?: string;
  readonly problem?: ShownProblem;
  /** Whether the address has answered at least once. */
  readonly settled: boolean;
}

export interface Resource<T> {
  readonly snapshot: () => Snapshot<T>;
  /** Loads, and refreshes every `period` milliseconds while the page is visible, until unsubscribed. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly refresh: () => Promise<void>;
  /** Whether somebody looks at it; what nobody looks at is asked for again when it is next opened. */
  readonly watched: () => boolean;
}

/** Asks the API, knowing what is shown; what comes in parts may be shown before all of it is there. */
export type Load<T> = (signal: AbortSignal, shown: Snapshot<T>, show: (unfinished: T) => void) => Promise<Answer<T>>;

const nothing: Snapshot<never> = { settled: false };

/** Something of the API, kept fresh while somebody looks at it and cancelled when nobody does. */
export function createResource<T>(load: Load<T>, period: number): Resource<T> {
  let state: Snapshot<T> = nothing;
  let running: AbortController | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();

  function become(next: Snapshot<T>): void {
    state = next;
    for (const listener of listeners) listener();
  }

  async function refresh(): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const answer = await load(controller.signal, state, (value) => {
      // Without an etag: what is not all there has to be asked for again.
      if (running === controller) become({ value, settled: true });
    });
    if (running !== controller) return;
    running = undefined;
    if (answer.kind === 'value') {
      become({ value: answer.value, settled: true, ...(answer.etag === undefined ? {} : { etag: answer.etag }) });
    } else if (answer.kind === 'problem') {
      become({ ...state, problem: answer.problem, settled: true });
    } else if (answer.kind === 'unchanged' && state.problem !== undefined) {
      const { problem: _gone, ...rest } = state;
      become(rest);
    }
  }

  function whenVisible(): void {
    if (document.visibilityState === 'visible' && running === undefined) void refresh();
  }

  function start(): void {
    void refresh();
    timer = setInterval(whenVisible, period);
    document.addEventListener('visibilitychange', whenVisible);
  }

  function stop(): void {
    running?.abort();
    running = undefined;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', whenVisible);
  }

  return {
    snapshot: () => state,
    refresh,
    watched: () => listeners.size > 0,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
  };
}

export interface ResourceStore {
  /** The resource of this name, made at its first use. A name begins with the address it asks and always has the same shape. */
  resource<T>(name: string, load: Load<T>, period: number): Resource<T>;
  /** Asks again, at once, for everything whose name begins so. */
  refresh(prefix: string): void;
}

/** What the open page knows of the API, one resource for each name. */
export function createResourceStore(): ResourceStore {
  const known = new Map<string, Resource<unknown>>();
  return {
    resource<T>(name: string, load: Load<T>, period: number): Resource<T> {
      const there = known.get(name);
      // One name has one shape, as its users agree.
      if (there !== undefined) return there as Resource<T>;
      const made = createResource(load, period);
      known.set(name, made);
      return made;
    },
    refresh(prefix) {
      for (const [name, resource] of known) {
        if (name.startsWith(prefix) && resource.watched()) void resource.refresh();
      }
    },
  };
}
