import { openSheet, placeOf, type SheetContent } from '../../src/survey/seal-sheet';
import { knownSurveyKey } from '../../src/survey/read-survey-key';
import type { SealedSheet } from '../../src/domain/survey';
import type { MemoryPorts } from './memory-ports';

/** A sheet as it lies in the store, and what is in it. */
export interface OpenedSheet {
  readonly kind: string;
  readonly partition: string;
  readonly key: string;
  readonly etag: string;
  readonly content: SheetContent;
}

/** Every sheet of the programme, opened with its key: what waits, and what is sealed. */
export async function openSheets(ports: MemoryPorts, programmeId = 'passages'): Promise<readonly OpenedSheet[]> {
  const surveyKey = await knownSurveyKey(ports, programmeId);
  if (surveyKey === undefined) return [];
  return ports.answers
    .dump()
    .filter(({ kind }) => kind === 'waiting-sheet' || kind === 'sheet')
    .map(({ kind, partition, key, etag, value }) => ({
      kind,
      partition,
      key,
      etag,
      content: openSheet(ports, surveyKey, placeOf(partition, key), value as SealedSheet),
    }));
}

/** What the sheets of one kind say. */
export async function saidIn(ports: MemoryPorts, kind: 'waiting-sheet' | 'sheet'): Promise<readonly unknown[]> {
  return (await openSheets(ports)).filter((sheet) => sheet.kind === kind).map(({ content }) => content.sheet);
}
