import { readAll } from '../kernel/read-all';
import { ok, refused, type Result } from '../kernel/result';
import { partKey } from '../participant/preview-import';
import type { Ports } from '../programme/ports';
import type { DraftListDto } from './api-contract';
import { partsPerList } from './model';

/** Every pair and everybody left over of a draft by name, without reasons; the browser sorts, filters and compares. One bounded range. */
export async function readDraftList(
  ports: Ports,
  programmeId: string,
  draftId: string,
): Promise<Result<DraftListDto, 'not-found'>> {
  const head = await ports.programmes.get(programmeId, 'draft', draftId);
  if (head === undefined) return refused('not-found');
  const list: DraftListDto = { id: draftId, revision: head.value.revision, pairs: [], unpaired: [] };
  // A run that was begun again may have left more stretches behind than the draft has.
  const stretches = Math.ceil(head.value.parts / partsPerList);
  const range = { from: partKey(draftId, 0), to: partKey(draftId, stretches) };
  for await (const { value } of readAll(ports.programmes, programmeId, 'draft-list', range)) {
    list.pairs.push(
      ...value.pairs.map(({ mentor, mentee, score, topics, part, byHand, renews }) => ({
        mentor: { id: mentor.id, name: mentor.name },
        mentee: { id: mentee.id, name: mentee.name },
        score,
        topics: [...topics],
        part,
        ...(byHand === undefined ? {} : { byHand }),
        ...(renews === undefined ? {} : { renews }),
      })),
    );
    list.unpaired.push(...value.unpaired.map(({ id, name, role, part }) => ({ id, name, role, part })));
  }
  return ok(list);
}
