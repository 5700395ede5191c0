import type { OwnSheet, ReadOwnSheet } from '../domain/own-sheet';
import type { Ports } from '../domain/ports';
import type { SealedSheet } from '../domain/survey';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import type { Stored } from '../kernel/row-store';
import {
  editionsPartition,
  ownerOf,
  sheetPartition,
  sheetPseudonym,
  waitingPartition,
  waitingPseudonym,
  type SheetOwner,
} from './pseudonym';
import { knownSurveyKey } from './read-survey-key';
import { openSheet, placeOf, type SheetContent } from './seal-sheet';
import { commentsOf } from './read-sheet-comments';

type SheetPorts = Ports<'secrets'> & SurveyAnswers & SurveyKeys;

/** A person's sheet of a round: as it waits for the night, where it does, else as a night sealed it. */
export interface FoundSheet {
  readonly waiting?: Stored<SealedSheet>;
  readonly content?: SheetContent;
}

const mostEditions = 5;

/** The sheet of the owner. Point reads only; nothing is written. Throws `sheet-closed`. */
export async function findOwnSheet(
  ports: SheetPorts,
  key: string,
  programmeId: string,
  surveyRound: string,
  owner: SheetOwner,
): Promise<FoundSheet> {
  const partition = waitingPartition(programmeId);
  const pseudonym = waitingPseudonym(ports, key, surveyRound, owner);
  // First what waits: the night takes it away only after the edition that holds it has become the true one.
  const waiting = await ports.answers.get(partition, 'waiting-sheet', pseudonym);
  if (waiting !== undefined)
    return { waiting, content: openSheet(ports, key, placeOf(partition, pseudonym), waiting.value) };
  const sealed = await findSealed(ports, key, programmeId, surveyRound, owner);
  return sealed === undefined ? {} : { content: sealed };
}

/** Looked for again where a night has put another edition in the place of the one that was looked into. */
async function findSealed(
  ports: SheetPorts,
  key: string,
  programmeId: string,
  surveyRound: string,
  owner: SheetOwner,
): Promise<SheetContent | undefined> {
  let looked: string | undefined;
  for (let time = 0; time < mostEditions; time++) {
    const edition = await ports.answers.get(editionsPartition(programmeId), 'edition', surveyRound);
    const current = edition?.value.current;
    if (current === undefined || current === looked) return undefined;
    looked = current;
    const partition = sheetPartition(programmeId, surveyRound, current);
    const pseudonym = sheetPseudonym(ports, key, surveyRound, current, owner);
    const row = await ports.answers.get(partition, 'sheet', pseudonym);
    if (row !== undefined) return openSheet(ports, key, placeOf(partition, pseudonym), row.value);
  }
  return undefined;
}

/** Reads the sheets of one person. With the key destroyed, or before the first answer, there is none. */
export function ownSheetsOf(ports: SheetPorts, programmeId: string, participantId: string): ReadOwnSheet {
  let known: Promise<string | undefined> | undefined;
  return async (surveyRound, pairId) => {
    const key = await (known ??= knownSurveyKey(ports, programmeId));
    if (key === undefined) return undefined;
    const owner = ownerOf(ports, key, participantId, pairId);
    const { content } = await findOwnSheet(ports, key, programmeId, surveyRound, owner);
    return content && asGiven(content);
  };
}

/** A sheet as its own form takes it. */
export function asGiven({ state, sheet }: SheetContent): OwnSheet {
  if (sheet === undefined) return { state, given: {} };
  const given = Object.entries(sheet.values).map(([id, value]): [string, string] => [id, String(value)]);
  return { state, given: { ...Object.fromEntries(given), ...commentsOf(sheet) } };
}
