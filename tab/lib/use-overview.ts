import { overviewSchema, type Overview } from '../../src/hr-page/programme-api-contract';
import { useResource, type LiveResource } from '../api/use-resource';

/** The programme as HR sees it on the first screen; shared by every page of the programme. */
export function useOverview(programmeId: string): LiveResource<Overview> {
  return useResource(`/programmes/${programmeId}`, overviewSchema);
}
