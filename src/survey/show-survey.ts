import { cardAbout } from '../domain/card';
import type { Subject } from '../domain/message';
import type { CardView } from '../domain/view';
import type { Press } from '../member/press';
import { surveyView } from './survey-view';

/** What the cards of a survey are about: of a pulse, the session that it follows, whose own card asked it. */
export function surveyAbout({ surveyRound = '', pairId }: Pick<Subject, 'surveyRound' | 'pairId'>): string {
  const number = /^pulse-(\d+)$/u.exec(surveyRound)?.[1];
  return pairId === undefined || number === undefined
    ? cardAbout.survey(surveyRound)
    : cardAbout.session(pairId, Number(number));
}

/** The survey as it stands for the person; undefined where they are not asked. */
export async function showSurvey(
  { ports, member, context, ownSheet }: Press<'programmes'>,
  { surveyRound = '', pairId }: Subject,
): Promise<CardView | undefined> {
  if (member.participant === undefined) return undefined;
  return surveyView(ports, member.programme.value, surveyRound, member.participant.value, member.reader, {
    pairId,
    ownSheet,
    now: context.now,
  });
}
