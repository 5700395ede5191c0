import type { Ports } from '../domain/ports';
import type { ResponseStatus, SealedSheet, SurveyRound } from '../domain/survey';
import type { SurveyAnswers } from '../domain/survey-ports';
import { readWhole, withPrefix } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import { ownerName, ownerOf, sheetPartition, waitingPartition, waitingPseudonym } from './pseudonym';
import { openSheet, placeOf, type SheetContent } from './seal-sheet';

/** What a night needs to know of a round, and the key with which it knows. */
export interface SealCase {
  readonly ports: Ports<'programmes' | 'ids' | 'work' | 'secrets'> & SurveyAnswers;
  readonly programmeId: string;
  readonly round: SurveyRound;
  readonly key: string;
}

/** Somebody who was asked, with what waits of theirs and what is sealed. */
export interface AskedPerson {
  readonly status: Stored<ResponseStatus>;
  readonly name: string;
  readonly waiting?: { readonly row: Stored<SealedSheet>; readonly content: SheetContent };
  readonly sealed?: SheetContent;
}

/** Everybody who was asked in the round. Three ranges, each in pages. Throws `sheet-closed`, `rows-unreadable`. */
export async function loadSheets(it: SealCase, edition: string | undefined): Promise<readonly AskedPerson[]> {
  const { ports, programmeId, round, key } = it;
  const sealed = new Map((await readEdition(it, edition)).map((content) => [ownerName(content.owner), content]));
  const partition = waitingPartition(programmeId);
  const waiting = new Map<string, Stored<SealedSheet>>();
  for await (const row of readWhole(ports.answers, partition, 'waiting-sheet')) waiting.set(row.key, row);
  const asked: AskedPerson[] = [];
  for await (const status of readWhole(ports.programmes, programmeId, 'status', withPrefix(`${round.id}|`))) {
    const { participantId, pairId } = status.value;
    const owner = ownerOf(ports, key, participantId, pairId);
    const name = ownerName(owner);
    const row = waiting.get(waitingPseudonym(ports, key, round.id, owner));
    const before = sealed.get(name);
    asked.push({
      status,
      name,
      ...(row === undefined
        ? {}
        : { waiting: { row, content: openSheet(ports, key, placeOf(partition, row.key), row.value) } }),
      ...(before === undefined ? {} : { sealed: before }),
    });
  }
  return asked;
}

/** All sheets of an edition, opened, in the order of their pseudonyms; none where there is no edition. */
export async function readEdition(
  {
    ports,
    programmeId,
    round,
    key,
  }: Omit<SealCase, 'ports' | 'round'> & {
    readonly ports: Ports<'secrets'> & SurveyAnswers;
    readonly round: Pick<SurveyRound, 'id'>;
  },
  edition: string | undefined,
): Promise<readonly SheetContent[]> {
  if (edition === undefined) return [];
  const partition = sheetPartition(programmeId, round.id, edition);
  const contents: SheetContent[] = [];
  for await (const row of readWhole(ports.answers, partition, 'sheet'))
    contents.push(openSheet(ports, key, placeOf(partition, row.key), row.value));
  return contents;
}
