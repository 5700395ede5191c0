import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
import type { Participant } from '../domain/participant';
import { loadMember } from '../member/load-member';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import type { Side } from '../domain/proposal';
import { findStatus } from './find-status';
import type { AnswerSheet } from '../domain/survey';
import { answerPartition, pseudonymOf } from './pseudonym';
import { checkAnswers } from './rules';
import { drawSurvey } from './survey-view';

export interface SurveyAnswer {
  readonly programmeId: string;
  readonly surveyRound: string;
  /** The pair whose session a pulse asks about. */
  readonly pairId?: string | undefined;
  /** Question id → what was chosen or typed; absent to skip, which is final. */
  readonly answers?: Readonly<Record<string, string>>;
}

/**
 * One person's answers: the sheet is written first under its pseudonym, then the status, which knows a date only. Pressed again
 * before the round closes, the sheet is replaced and nobody is counted twice.
 */
export async function answerSurvey(
  ports: Ports,
  actor: Actor,
  input: SurveyAnswer,
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const member = await loadMember(ports, actor, input.programmeId);
    if (member === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const { participant, programme, reader } = member;
    if (participant === undefined) return noticed('not-allowed', reader);
    const [round, status] = await Promise.all([
      ports.programmes.get(input.programmeId, 'survey-round', input.surveyRound),
      findStatus(ports, input.programmeId, input.surveyRound, participant.key, input.pairId),
    ]);
    if (round === undefined || status === undefined) return noticed('not-found', reader);
    const drawn = (state: 'answered' | 'skipped', changed: boolean): ActionOutcome =>
      shown(drawSurvey(programme.value, round.value, { ...status.value, state }, reader), reader, changed);
    if (round.value.state === 'closed' || status.value.state === 'skipped') {
      return shown(drawSurvey(programme.value, round.value, status.value, reader), reader, false);
    }
    const state = input.answers === undefined ? 'skipped' : 'answered';
    if (input.answers !== undefined) {
      const checked = checkAnswers(round.value.instrument, input.answers);
      if (!checked.ok) return noticed('invalid-input', reader);
      const { pairId } = status.value;
      const side = await sideIn(ports, input.programmeId, participant.value, pairId);
      const sheet: AnswerSheet = { instrument: round.value.instrument, side, ...checked.value };
      const pseudonym = await pseudonymOf(ports, input.programmeId, participant.key, pairId, context.now);
      if (!(await putSheet(ports, answerPartition(input.programmeId, input.surveyRound), pseudonym, sheet)))
        return conflict;
    } else if (status.value.state === 'answered') return drawn('answered', false);
    if (status.value.state === state) return drawn(state, true);
    const saved = await new UnitOfWork(ports, input.programmeId, context, 'system')
      .replace('status', status, { ...status.value, state, on: context.now.slice(0, 10) })
      .recordChange(`survey-${state}`, { counts: { [`responses.${input.surveyRound}.${state}`]: 1 } })
      .commit();
    return saved ? drawn(state, true) : conflict;
  });
}

/** The side they answer from: in a pulse theirs in that pair, else by their role, and for both sides that of their first pair. */
async function sideIn(ports: Ports, programmeId: string, me: Participant, pairId: string | undefined): Promise<Side> {
  const { role } = me.profile;
  if (pairId === undefined && role !== 'both') return role;
  const places = pairId === undefined ? await ports.programmes.get(programmeId, 'person-pairs', me.id) : undefined;
  const id = pairId ?? places?.value.formerPairIds?.[0] ?? places?.value.pairIds[0];
  const pair = id === undefined ? undefined : await ports.programmes.get(programmeId, 'pair', id);
  return pair?.value.menteeId === me.id ? 'mentee' : 'mentor';
}

async function putSheet(ports: Ports, partition: string, pseudonym: string, sheet: AnswerSheet): Promise<boolean> {
  const before = await ports.answers.get(partition, 'answer', pseudonym);
  const result = await ports.answers.commit(partition, [
    before === undefined
      ? { op: 'insert', kind: 'answer', key: pseudonym, value: sheet }
      : { op: 'replace', kind: 'answer', key: pseudonym, value: sheet, etag: before.etag },
  ]);
  return result.ok;
}
