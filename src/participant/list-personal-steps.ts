import type { Instant } from '../kernel/clock';
import type { Programme } from '../programme/model';
import type { Ports } from '../programme/ports';
import { instrumentQuestions } from '../survey/instruments';
import { statusKey, type SurveyRound } from '../survey/model';
import type { StepDto } from './api-contract';
import type { Participant } from './model';

const mostRounds = 50;

/** What a participant can do outside their sessions: answer the invitation, a proposal, a survey. */
export async function listPersonalSteps(
  ports: Ports,
  programme: Programme,
  me: Participant,
  now: Instant,
): Promise<readonly StepDto[]> {
  const open = programme.state === 'enrolling' || programme.state === 'running';
  return [...(open ? invitationStep(programme.id, me) : []), ...(await surveySteps(ports, programme.id, me, now))];
}

function invitationStep(programmeId: string, me: Participant): readonly StepDto[] {
  if (me.state !== 'invited' && me.state !== 'not-now') return [];
  const accept = { verb: 'invitation/accept', programmeId } as const;
  const notNow = { verb: 'invitation/not-now', programmeId } as const;
  return [{ step: 'invitation', actions: me.state === 'invited' ? [accept, notNow] : [accept] }];
}

async function surveySteps(
  ports: Ports,
  programmeId: string,
  me: Participant,
  now: Instant,
): Promise<readonly StepDto[]> {
  const { rows } = await ports.programmes.range(programmeId, 'round', { limit: mostRounds });
  const open = rows.filter((row) => row.value.state === 'open' && now < row.value.closesAt);
  const statuses = await Promise.all(
    open.map((row) => ports.programmes.get(programmeId, 'status', statusKey(row.key, me.id))),
  );
  return open.flatMap((row, index) =>
    statuses[index]?.value.state === 'asked' ? [surveyStep(programmeId, row.value)] : [],
  );
}

function surveyStep(programmeId: string, round: SurveyRound): StepDto {
  return {
    step: 'survey',
    surveyRound: round.id,
    instrument: round.instrument,
    replyBy: round.closesAt,
    questions: instrumentQuestions(round.instrument).map((question) => ({
      id: question.id,
      type: question.type,
      ...(question.type === 'choice' ? { choices: [...question.choices] } : {}),
    })),
    actions: [
      { verb: 'survey/answer', programmeId, surveyRound: round.id, answers: {} },
      { verb: 'survey/skip', programmeId, surveyRound: round.id },
    ],
  };
}
