import { useMemo } from 'react';
import { useApi } from '../../api/api-context';
import { useLoaded, type LiveResource } from '../../api/use-resource';
import { createBoardLoad, type ArrivingBoard } from './load-board';

/** Every pair of a programme, the first screen first; refreshed every ten seconds while the page is open and visible. */
export function useBoard(programmeId: string): LiveResource<ArrivingBoard> {
  const { client } = useApi();
  const path = `/programmes/${programmeId}/board`;
  const load = useMemo(() => createBoardLoad(client, path), [client, path]);
  return useLoaded(path, load, 10_000);
}
