import type { UseCaseContext } from '../domain/ports';
import { plusMilliseconds } from '../kernel/clock';
import { readWhole } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import type { SurveyEdition, SurveyRound } from '../domain/survey';
import { asksInWords } from '../domain/survey-pages';
import { fewestTold } from '../privacy/small-groups';
import { chooseChanges, chooseWithdrawn } from './choose-changes';
import { loadSheets, type AskedPerson, type SealCase } from './load-sheets';
import { longestPress } from './plan-night';
import { ownerName, waitingPartition } from './pseudonym';
import { openSheet, placeOf, type SheetContent } from './seal-sheet';
import { settleEdition } from './settle-edition';
import { withdrawComments } from './withdraw-comments';
import { clearEdition, putEdition, readPointer, writeEdition } from './write-edition';

/**
 * Makes the store forget who answered when, and which row is whose: where enough has changed, all sheets of the round are written again as a new edition. After its
 * close what is left is sealed, however few they are, and the round is frozen; from then on its people can take their comment away, each with the next night, and nothing else. Interrupted anywhere, the next time ends it. False where another
 * change came first. Throws `sheet-closed`, `rows-unreadable`.
 */
export async function sealRound(it: SealCase, context: UseCaseContext): Promise<boolean> {
  let pointer = await readPointer(it);
  const isFrozen = pointer?.value.state === 'frozen';
  if (isFrozen && !(await hasWaiting(it))) return true;
  if (pointer?.value.state === 'settling') {
    if (!(await settleEdition(it, pointer, context))) return false;
    pointer = await readPointer(it);
  }
  const isLast = isOver(it.round, context);
  const asked = await loadSheets(it, pointer?.value.current);
  const changes = isFrozen ? chooseWithdrawn(asked) : chooseChanges(asked, isLast ? 1 : fewestTold);
  if (changes.length > 0) {
    const sealed = asked.flatMap((one) => (one.sealed === undefined ? [] : [one.sealed]));
    if (!(await writeEdition(it, pointer, merged(sealed, changes)))) return false;
    pointer = await readPointer(it);
    if (pointer === undefined || !(await settleEdition(it, pointer, context))) return false;
    pointer = await readPointer(it);
  }
  return isLast ? freeze(it, pointer, asked) : true;
}

/** Whether no answer comes any more, also not from a press that began before the close. */
export function isOver({ state, closesAt }: SurveyRound, { now }: Pick<UseCaseContext, 'now'>): boolean {
  return state === 'closed' && now >= plusMilliseconds(closesAt, longestPress);
}

function merged(sealed: readonly SheetContent[], changes: readonly SheetContent[]): readonly SheetContent[] {
  const byOwner = new Map([...sealed, ...changes].map((content) => [ownerName(content.owner), content]));
  return [...byOwner.values()];
}

/** Whether somebody has pressed since the round was frozen. */
async function hasWaiting({ ports, programmeId, round, key }: SealCase): Promise<boolean> {
  if (!asksInWords(round)) return false;
  const partition = waitingPartition(programmeId);
  for await (const row of readWhole(ports.answers, partition, 'waiting-sheet'))
    if (openSheet(ports, key, placeOf(partition, row.key), row.value).surveyRound === round.id) return true;
  return false;
}

/**
 * What was begun and never sent goes, and what HR reads follows the sheets; no other edition comes but where a comment is taken away. False where somebody has
 * pressed since the night looked, `seen`: their comment is taken away by the next try.
 */
async function freeze(
  it: SealCase,
  pointer: Stored<SurveyEdition> | undefined,
  seen: readonly AskedPerson[],
): Promise<boolean> {
  const { ports, programmeId, round, key } = it;
  const partition = waitingPartition(programmeId);
  const etags = new Set(seen.flatMap(({ waiting }) => (waiting === undefined ? [] : [waiting.row.etag])));
  for await (const row of readWhole(ports.answers, partition, 'waiting-sheet')) {
    const content = openSheet(ports, key, placeOf(partition, row.key), row.value);
    if (content.surveyRound !== round.id) continue;
    if (content.state !== 'begun' && !etags.has(row.etag)) return false;
    const gone = { op: 'delete', kind: 'waiting-sheet', key: row.key, etag: row.etag } as const;
    if (!(await ports.answers.commit(partition, [gone])).ok) return false;
  }
  if (asksInWords(round) && !(await withdrawComments(it))) return false;
  const { current, abandoned = [] } = pointer?.value ?? {};
  for (const edition of abandoned) await clearEdition(it, edition);
  return putEdition(it, pointer, { state: 'frozen', ...(current === undefined ? {} : { current }), abandoned: [] });
}
