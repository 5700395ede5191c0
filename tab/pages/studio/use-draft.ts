import { useEffect } from 'react';
import {
  draftListSchema,
  draftSchema,
  draftsSchema,
  type DraftDto,
  type DraftListDto,
  type DraftsDto,
} from '../../../src/draft/api-contract';
import { useResource, type LiveResource } from '../../api/use-resource';

/** A cursor after every part: the answer is the head of the draft alone. */
const noPairs = '99999';
const partsPerPage = 5;
/** What changes with the draft’s revision only is asked for again when that rises. */
const rarely = 600_000;

/** The address of a draft of a programme. */
export function draftPath(programmeId: string, draftId: string): string {
  return `/programmes/${programmeId}/drafts/${encodeURIComponent(draftId)}`;
}

/** The address of a draft’s head: state, figures and choices, without its pairs. */
export function headPath(programmeId: string, draftId: string): string {
  return `${draftPath(programmeId, draftId)}?cursor=${noPairs}`;
}

/** The head of one draft, or of the newest with `latest`, kept fresh so that what another administrator does is seen. */
export function useDraftHead(programmeId: string, draftId: string): LiveResource<DraftDto> {
  return useResource(headPath(programmeId, draftId), draftSchema, 5_000);
}

/** The newest drafts, newest first. */
export function useDrafts(programmeId: string): LiveResource<DraftsDto> {
  return useResource(`/programmes/${programmeId}/drafts`, draftsSchema);
}

/** Every pair and everybody left over of a draft, asked for again when its revision rises. */
export function useDraftList(programmeId: string, draftId: string, revision: number): LiveResource<DraftListDto> {
  const list = useResource(`${draftPath(programmeId, draftId)}/list`, draftListSchema, rarely);
  useRefreshed(list, list.value?.revision, revision);
  return list;
}

/** The page of a draft that a part is on: pairs and people left over with their reasons. */
export function useDraftPage(
  programmeId: string,
  draftId: string,
  partNumber: number,
  revision: number,
): LiveResource<DraftDto> {
  const cursor = Math.floor(partNumber / partsPerPage) * partsPerPage;
  const page = useResource(`${draftPath(programmeId, draftId)}?cursor=${cursor}`, draftSchema, rarely);
  useRefreshed(page, page.value?.revision, revision);
  return page;
}

function useRefreshed(resource: LiveResource<unknown>, seen: number | undefined, revision: number): void {
  const { refresh } = resource;
  useEffect(() => {
    if (seen !== undefined && seen < revision) void refresh();
  }, [seen, revision, refresh]);
}
