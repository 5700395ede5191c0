import { useMemo, useSyncExternalStore } from 'react';
import type { core } from 'zod/mini';
import type { Answer, ApiClient } from './api-client';
import { useApi } from './api-context';
import type { Load, Snapshot } from './resource-store';

export interface LiveResource<T> extends Snapshot<T> {
  readonly refresh: () => Promise<void>;
}

/** Data of the API, refreshed every ten seconds while the page is open and visible. */
export function useResource<T>(path: string, schema: core.$ZodType<T>, period = 10_000): LiveResource<T> {
  const { client } = useApi();
  const load = useMemo<Load<T>>(
    () =>
      (signal, { etag }) =>
        client.send({ path, schema, signal, ...(etag === undefined ? {} : { headers: { 'if-none-match': etag } }) }),
    [client, path, schema],
  );
  return useLoaded(path, load, period);
}

interface Page {
  readonly next?: string | undefined;
}

/** A list that comes in pages, the first `count` of them joined; `next` of the last page tells that there is more. */
export function usePages<T extends Page>(
  path: string,
  schema: core.$ZodType<T>,
  join: (one: T, two: T) => T,
  count: number,
  period = 30_000,
): LiveResource<T> {
  const { client } = useApi();
  const load = useMemo<Load<T>>(
    () => (signal) => loadPages(client, { path, schema, join, count }, signal),
    [client, path, schema, join, count],
  );
  return useLoaded(`${path}#${count}`, load, period);
}

/** Data that is loaded in a way of its own; whatever has one name is loaded in one way. */
export function useLoaded<T>(name: string, load: Load<T>, period: number): LiveResource<T> {
  const { store } = useApi();
  const resource = useMemo(() => store.resource(name, load, period), [store, name, load, period]);
  const snapshot = useSyncExternalStore(resource.subscribe, resource.snapshot);
  return { ...snapshot, refresh: resource.refresh };
}

interface Pages<T> {
  readonly path: string;
  readonly schema: core.$ZodType<T>;
  readonly join: (one: T, two: T) => T;
  readonly count: number;
}

async function loadPages<T extends Page>(client: ApiClient, pages: Pages<T>, signal: AbortSignal): Promise<Answer<T>> {
  let joined: T | undefined;
  let cursor: string | undefined;
  for (let number = 0; number < pages.count; number++) {
    const mark =
      cursor === undefined ? '' : `${pages.path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`;
    const answer = await client.send({ path: `${pages.path}${mark}`, schema: pages.schema, signal });
    if (answer.kind !== 'value') return answer;
    joined = joined === undefined ? answer.value : pages.join(joined, answer.value);
    cursor = answer.value.next;
    if (cursor === undefined) break;
  }
  return joined === undefined ? { kind: 'cancelled' } : { kind: 'value', value: joined };
}
