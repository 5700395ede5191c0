import type { SurveyAnswers, SurveyKeys } from '../domain/survey-ports';
import { noticed, shown } from '../member/action-outcome';
import { current, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import type { Participant } from '../domain/participant';
import type { Ports, Saving } from '../domain/ports';
import { conflict } from '../domain/unit-of-work';
import type { Side } from '../domain/proposal';
import { findStatus } from './find-status';
import type { AnswerSheet } from '../domain/survey';
import { planNight } from './plan-night';
import { answerPartition, pseudonymOf } from './pseudonym';
import { surveyAbout } from './show-survey';
import { checkAnswers } from './rules';
import { drawSurvey } from './survey-view';

export interface SurveyAnswer {
  readonly surveyRound: string;
  /** The pair whose session a pulse asks about. */
  readonly pairId?: string | undefined;
  /** Question id → what was chosen or typed; absent to skip, which is final. */
  readonly answers?: Readonly<Record<string, string>>;
}

/**
 * One person's answers: the sheet is written first under its pseudonym, then the status, which knows a date only; the next night makes
 * the store forget the hour of both. Pressed again before the round closes, the sheet is replaced and nobody is counted twice.
 */
export async function answerSurvey(
  press: Press<Saving | 'secrets', SurveyAnswers & SurveyKeys>,
  { surveyRound, pairId, answers }: SurveyAnswer,
): Promise<PressAnswer> {
  const { ports, context, member } = press;
  const { participant, reader } = member;
  const programme = member.programme.value;
  if (participant === undefined) return noticed('not-allowed', reader);
  const [round, status] = await Promise.all([
    ports.programmes.get(programme.id, 'survey-round', surveyRound),
    findStatus(ports, programme.id, surveyRound, participant.key, pairId),
  ]);
  if (round === undefined || status === undefined) return noticed('not-found', reader);
  const before = status.value;
  const view = (state = before.state) => drawSurvey(programme, round.value, { ...before, state }, reader);
  if (round.value.state === 'closed' || before.state === 'skipped') return current(press, view());
  if (answers === undefined && before.state === 'answered') return current(press, view());
  const state = answers === undefined ? 'skipped' : 'answered';
  const checked = answers === undefined ? undefined : checkAnswers(round.value.instrument, answers);
  if (checked?.ok === false) return noticed('invalid-input', reader);
  await planNight(ports, programme, context.now);
  if (checked !== undefined) {
    const side = await sideIn(ports, programme.id, participant.value, pairId);
    const sheet: AnswerSheet = { instrument: round.value.instrument, side, ...checked.value };
    const pseudonym = await pseudonymOf(ports, programme.id, participant.key, pairId, context.now);
    if (!(await putSheet(ports, answerPartition(programme.id, surveyRound), pseudonym, sheet))) return conflict;
  }
  // The sheet was replaced; who has answered counts as one already.
  if (before.state === state) return shown(view(), reader, true);
  const unit = unitOf(press, 'system')
    .replace('status', status, { ...before, state, on: context.now.slice(0, 10) })
    .editCards({ to: 'participant', id: participant.key }, surveyAbout(before))
    .recordChange(`survey-${state}`, { counts: { [`responses.${surveyRound}.${state}`]: 1 } });
  return savePress(press, unit, view(state));
}

/** The side they answer from: in a pulse theirs in that pair, else by their role, and for both sides that of their first pair. */
async function sideIn(
  ports: Ports<'programmes'>,
  programmeId: string,
  me: Participant,
  pairId: string | undefined,
): Promise<Side> {
  const { role } = me.profile;
  if (pairId === undefined && role !== 'both') return role;
  const personPairs = pairId === undefined ? await ports.programmes.get(programmeId, 'person-pairs', me.id) : undefined;
  const id = pairId ?? personPairs?.value.formerPairIds?.[0] ?? personPairs?.value.pairIds[0];
  const pair = id === undefined ? undefined : await ports.programmes.get(programmeId, 'pair', id);
  return pair?.value.menteeId === me.id ? 'mentee' : 'mentor';
}

async function putSheet(
  ports: SurveyAnswers,
  partition: string,
  pseudonym: string,
  sheet: AnswerSheet,
): Promise<boolean> {
  const before = await ports.answers.get(partition, 'answer', pseudonym);
  const result = await ports.answers.commit(partition, [
    before === undefined
      ? { op: 'insert', kind: 'answer', key: pseudonym, value: sheet }
      : { op: 'replace', kind: 'answer', key: pseudonym, value: sheet, etag: before.etag },
  ]);
  return result.ok;
}
