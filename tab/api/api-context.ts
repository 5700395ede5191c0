import { createContext, useContext } from 'react';
import type { ApiClient } from './api-client';
import type { ResourceStore } from './resource-store';

interface Api {
  readonly client: ApiClient;
  readonly store: ResourceStore;
}

export const ApiContext = createContext<Api | undefined>(undefined);

/** The API of the page's person. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('useApi needs an ApiContext above it.');
  return api;
}
