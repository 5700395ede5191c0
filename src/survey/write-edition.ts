import type { SurveyEdition, SurveyRound } from '../domain/survey';
import type { SurveyAnswers } from '../domain/survey-ports';
import { readAll } from '../kernel/read-all';
import type { Stored } from '../kernel/row-store';
import type { SealCase } from './load-sheets';
import { editionsPartition, sheetPartition, sheetPseudonym } from './pseudonym';
import { placeOf, sealSheet, type SheetContent } from './seal-sheet';
import { splitEvenly } from './split-evenly';

/** Rows of one transaction at most: of the longest sheets, with two own answers in words, they are two thirds of what Azure takes. */
const mostAtOnce = 50;
const mostDeletes = 100;

/**
 * Writes all sheets of the round under new pseudonyms, in the order of these, and makes them the true edition. Whoever takes the pointer first goes on; an
 * edition that was given up in part is never read, and is cleared away. False where somebody else took it.
 */
export async function writeEdition(
  it: SealCase,
  before: Stored<SurveyEdition> | undefined,
  contents: readonly SheetContent[],
): Promise<boolean> {
  const { ports, programmeId, round, key } = it;
  const { current, next: given, abandoned = [] } = before?.value ?? {};
  const next = ports.secrets.hmac(ports.secrets.newKey(), 'edition').slice(0, 32);
  const left = given === undefined ? abandoned : [...abandoned, given];
  const base = { ...(current === undefined ? {} : { current }), abandoned: left };
  // Only who holds the pointer may clear: else it could be the edition that another server has just finished.
  if (!(await putEdition(it, before, { ...base, state: 'writing', next }))) return false;
  for (const edition of left) await clearEdition(it, edition);
  const partition = sheetPartition(programmeId, round.id, next);
  const rows = contents
    .map((content) => {
      const pseudonym = sheetPseudonym(ports, key, round.id, next, content.owner);
      const value = sealSheet(ports, key, placeOf(partition, pseudonym), round, content);
      return { op: 'insert', kind: 'sheet', key: pseudonym, value } as const;
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const some of splitEvenly(rows, mostAtOnce)) if (!(await ports.answers.commit(partition, some)).ok) return false;
  const mine = await readPointer(it);
  if (mine?.value.state !== 'writing' || mine.value.next !== next) return false;
  return putEdition(it, mine, {
    state: 'settling',
    current: next,
    ...(current === undefined ? {} : { before: current }),
    abandoned: left,
  });
}

type EditionCase = Pick<SealCase, 'programmeId'> & {
  readonly ports: SurveyAnswers;
  readonly round: Pick<SurveyRound, 'id'>;
};

/** Which edition of the round is true. */
export function readPointer({ ports, programmeId, round }: EditionCase): Promise<Stored<SurveyEdition> | undefined> {
  return ports.answers.get(editionsPartition(programmeId), 'edition', round.id);
}

/** Makes it so, where it is still as it was read. */
export async function putEdition(
  { ports, programmeId, round }: EditionCase,
  before: Stored<SurveyEdition> | undefined,
  value: SurveyEdition,
): Promise<boolean> {
  const row = { kind: 'edition', key: round.id, value } as const;
  const done = await ports.answers.commit(editionsPartition(programmeId), [
    before === undefined ? { op: 'insert', ...row } : { op: 'replace', ...row, etag: before.etag },
  ]);
  return done.ok;
}

/** Takes away all sheets of an edition that is not the true one. Done by two servers at once, each goes on with what is left. */
export async function clearEdition({ ports, programmeId, round }: EditionCase, edition: string): Promise<void> {
  const partition = sheetPartition(programmeId, round.id, edition);
  const rows = [];
  for await (const { key, etag } of readAll(ports.answers, partition, 'sheet')) rows.push({ key, etag });
  for (const some of splitEvenly(rows, mostDeletes)) {
    const deletes = some.map(({ key, etag }) => ({ op: 'delete', kind: 'sheet', key, etag }) as const);
    if (!(await ports.answers.commit(partition, deletes)).ok)
      return clearEdition({ ports, programmeId, round }, edition);
  }
}
