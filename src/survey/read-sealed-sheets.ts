import type { Ports } from '../domain/ports';
import type { AnswerSheet, SurveyRound } from '../domain/survey';
import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { readEdition } from './load-sheets';
import { knownSurveyKey } from './read-survey-key';
import type { SheetContent } from './seal-sheet';
import { readPointer } from './write-edition';

/** One person's sealed answers. Both keys are for joining in memory, and are written and told nowhere. */
export interface SealedAnswers {
  /** The same for one person in every round of the programme. */
  readonly personKey: string;
  /** The same for both people of a pair; only of a pulse. */
  readonly pairKey?: string;
  readonly sheet: AnswerSheet;
}

/**
 * All answers of a round that a night has sealed, in an order that tells nothing. None before the first seal, and once the programme's key is destroyed. What waits for the next
 * night is not among them, nor who skipped. Throws `sheet-closed`, `rows-unreadable`, `survey-key-closed`.
 */
export async function readSealedSheets(
  ports: Ports<'secrets'> & SurveyAnswers & SurveyKeys,
  programmeId: string,
  round: SurveyRound,
): Promise<readonly SealedAnswers[]> {
  const key = await knownSurveyKey(ports, programmeId);
  if (key === undefined) return [];
  const contents = await readWholeEdition({ ports, programmeId, round, key });
  return contents.flatMap(({ state, owner, sheet }) =>
    state !== 'answered' || sheet === undefined
      ? []
      : [{ personKey: owner.person, ...(owner.pair === undefined ? {} : { pairKey: owner.pair }), sheet }],
  );
}

/** A night that writes another edition clears this one: it is read again then, since the half of it would look like all of it. */
async function readWholeEdition(it: Parameters<typeof readEdition>[0]): Promise<readonly SheetContent[]> {
  const current = (await readPointer(it))?.value.current;
  const contents = await readEdition(it, current);
  return (await readPointer(it))?.value.current === current ? contents : readWholeEdition(it);
}
