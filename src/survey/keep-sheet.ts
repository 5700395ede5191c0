import { shown } from '../member/action-outcome';
import type { PressAnswer } from '../member/press';
import { conflict } from '../domain/unit-of-work';
import type { Editing, OwnSurvey, SurveyPress } from './load-own-survey';
import { planNight } from './plan-night';
import { waitingPartition, waitingPseudonym } from './pseudonym';
import { placeOf, saysTheSame, sealSheet, type SheetContent } from './seal-sheet';

/**
 * Writes the sheet of whoever presses, to wait for the night: one row, encrypted, which looks the same whatever they did. Nothing else is written of the
 * press but, where none was asked for yet, the night's work, which names nobody: no status, change, contact, card edit or audit.
 */
export async function keepSheet(
  { ports, member, context }: SurveyPress,
  survey: Pick<OwnSurvey, 'programme' | 'round' | 'key' | 'owner' | 'found' | 'view'>,
  said: Pick<SheetContent, 'state' | 'sheet'>,
  editing?: Editing,
): Promise<PressAnswer> {
  const { programme, round, key, owner, found } = survey;
  const content: SheetContent = { surveyRound: round.id, owner, ...said };
  const view = survey.view({ content }, editing);
  if (found.content !== undefined && saysTheSame(found.content, content)) return shown(view, member.reader, false);
  await planNight(ports, programme, context.now);
  const partition = waitingPartition(programme.id);
  const pseudonym = waitingPseudonym(ports, key, round.id, owner);
  const value = sealSheet(ports, key, placeOf(partition, pseudonym), round, content);
  const row = { kind: 'waiting-sheet', key: pseudonym, value } as const;
  const written = await ports.answers.commit(partition, [
    found.waiting === undefined ? { op: 'insert', ...row } : { op: 'replace', ...row, etag: found.waiting.etag },
  ]);
  return written.ok ? shown(view, member.reader, true) : conflict;
}
