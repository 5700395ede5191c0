import { fewAtOnce } from '../kernel/few-at-once';
import { readAll } from '../kernel/read-all';
import { ok, refused, type Result } from '../kernel/result';
import { partKey } from '../people-file/preview-import';
import type { Ports } from '../domain/ports';
import type { DraftListDto } from './api-contract';
import { partsPerList, type DraftHead, type DraftListName } from '../domain/draft';
import { emptyChoices } from '../domain/draft-rules';

/** Every pair and everybody left over of a draft by name, without reasons; the browser sorts, filters and compares. One bounded range. */
export async function readDraftList(
  ports: Ports<'programmes'>,
  programmeId: string,
  draftId: string,
): Promise<Result<DraftListDto, 'not-found'>> {
  const head = await ports.programmes.get(programmeId, 'draft', draftId);
  if (head === undefined) return refused('not-found');
  const list: DraftListDto = { id: draftId, revision: head.value.revision, pairs: [], unpaired: [], others: [] };
  // A run that was begun again may have left more pages behind than the draft has.
  const pages = Math.ceil(head.value.partCount / partsPerList);
  const range = { from: partKey(draftId, 0), to: partKey(draftId, pages) };
  for await (const { value } of readAll(ports.programmes, programmeId, 'draft-list', range)) {
    list.pairs.push(
      ...value.pairs.map(({ mentor, mentee, score, topics, partNumber, byHand, unknown, renews }) => ({
        mentor: named(mentor),
        mentee: named(mentee),
        score,
        topics: [...topics],
        partNumber,
        ...(byHand === undefined ? {} : { byHand }),
        ...(unknown === undefined ? {} : { unknown: [...unknown] }),
        ...(renews === undefined ? {} : { renews }),
      })),
    );
    list.unpaired.push(
      ...value.unpaired.map(({ id, name, role, partNumber, places }) => ({
        id,
        name,
        role,
        partNumber,
        ...manyPlaces(places),
      })),
    );
  }
  list.others.push(...(await readOthers(ports, programmeId, head.value, list)));
  return ok(list);
}

/** Whom HR keeps with somebody or apart, and who is not in the draft: in one that failed, all of them. A point read for each, few at once. */
async function readOthers(
  ports: Ports<'programmes'>,
  programmeId: string,
  { choices = emptyChoices, pending = choices }: DraftHead,
  { pairs, unpaired }: DraftListDto,
): Promise<DraftListDto['others']> {
  const here = new Set([
    ...pairs.flatMap(({ mentor, mentee }) => [mentor.id, mentee.id]),
    ...unpaired.map(({ id }) => id),
  ]);
  const chosen = [choices, pending].flatMap(({ locked, apart }) => [...locked, ...apart]).flat();
  const ids = [...new Set(chosen)].filter((id) => !here.has(id));
  const rows = await fewAtOnce(ids, (id) => ports.programmes.get(programmeId, 'participant', id));
  return rows.flatMap((row) => (row === undefined ? [] : [{ id: row.key, name: row.value.profile.name }]));
}

function named({ id, name, places, both }: DraftListName): DraftListDto['pairs'][number]['mentor'] {
  return { id, name, ...manyPlaces(places), ...(both === undefined ? {} : { both }) };
}

function manyPlaces(places: number | undefined): { readonly places?: number } {
  return places === undefined ? {} : { places };
}
