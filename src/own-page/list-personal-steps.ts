import { mayReturnAlone } from '../domain/departure-rules';
import type { Instant } from '../kernel/clock';
import type { Programme } from '../domain/programme';
import type { OwnSheet, ReadOwnSheet } from '../domain/own-sheet';
import type { Ports } from '../domain/ports';
import { openProposals } from '../proposal/open-proposals';
import { surveyQuestions, type AskedQuestion } from '../domain/survey-pages';
import { fewestFor } from '../survey/survey-view';
import { askedSide } from '../survey/find-side';
import { findStatuses } from '../survey/find-status';
import type { ResponseStatus, SurveyRound } from '../domain/survey';
import type { Participant } from '../domain/participant';
import { familyName } from '../catalogues/topics';
import { showQuestion } from './show-question';
import type { StepOf } from './step-contract';
import { byLanguage, type Localised } from '../language/languages';

const mostRounds = 50;

/** What a participant can do outside their sessions: answer the invitation, a proposal, a survey. */
export async function listPersonalSteps(
  ports: Ports<'programmes'>,
  programme: Programme,
  me: Participant,
  ownSheet: ReadOwnSheet,
  now: Instant,
): Promise<readonly StepOf<'invitation' | 'return' | 'proposal' | 'survey'>[]> {
  const open = programme.state === 'enrolling' || programme.state === 'running';
  if (me.state === 'withdrawn') return open && mayReturnAlone(me) ? returnStep(programme.id) : [];
  return [
    ...(open ? invitationStep(programme.id, me) : []),
    ...(await proposalSteps(ports, programme.id, me, now)),
    ...(await surveySteps(ports, programme, me, ownSheet, now)),
  ];
}

function invitationStep(programmeId: string, me: Participant): readonly StepOf<'invitation'>[] {
  if (me.state !== 'invited' && me.state !== 'not-now') return [];
  const accept = { verb: 'invitation/accept', programmeId } as const;
  const notNow = { verb: 'invitation/not-now', programmeId } as const;
  return [{ step: 'invitation', actions: me.state === 'invited' ? [accept, notNow] : [accept] }];
}

function returnStep(programmeId: string): readonly StepOf<'return'>[] {
  return [{ step: 'return', actions: [{ verb: 'invitation/accept', programmeId }] }];
}

/** Families of topics only, as on the card: no name and no free text before both said yes. */
async function proposalSteps(
  ports: Ports<'programmes'>,
  programmeId: string,
  me: Participant,
  now: Instant,
): Promise<readonly StepOf<'proposal'>[]> {
  const open = await openProposals(ports, programmeId, me.id, now);
  return open.map(({ proposal }) => {
    const { id: proposalId, revision } = proposal;
    return {
      step: 'proposal',
      topicFamilies: topicFamilies(proposal.topics),
      replyBy: proposal.replyBy,
      actions: [
        { verb: 'proposal/accept', programmeId, proposalId, revision },
        { verb: 'proposal/decline', programmeId, proposalId, revision },
      ],
    };
  });
}

function topicFamilies(topics: readonly string[]): Localised<string>[] {
  const families = topics.map((topic) => byLanguage((language) => familyName(topic, language)));
  return families.filter((family, index) => families.findIndex((other) => other.fr === family.fr) === index);
}

async function surveySteps(
  ports: Ports<'programmes'>,
  programme: Programme,
  me: Participant,
  ownSheet: ReadOwnSheet,
  now: Instant,
): Promise<readonly StepOf<'survey'>[]> {
  const programmeId = programme.id;
  const { rows } = await ports.programmes.range(programmeId, 'survey-round', { limit: mostRounds });
  const open = rows.filter((row) => row.value.state === 'open' && now < row.value.closesAt);
  const steps = await Promise.all(
    open.map(async ({ value: round }) => {
      const statuses = await findStatuses(ports, programmeId, round.id, me.id);
      if (statuses.length === 0) return [];
      const asked = surveyQuestions(round, await askedSide(ports, programmeId, round, me));
      return Promise.all(
        statuses.map(async (status) =>
          surveyStep(programme, round, asked, status, await ownSheet(round.id, status.pairId)),
        ),
      );
    }),
  );
  return steps.flat(2);
}

/** Nothing once it was skipped. The reader's own sheet knows of a press before the status does. */
function surveyStep(
  programme: Programme,
  round: SurveyRound,
  asked: readonly AskedQuestion[],
  { pairId, state }: ResponseStatus,
  own: OwnSheet | undefined,
): readonly StepOf<'survey'>[] {
  if (state === 'skipped' || own?.state === 'skipped') return [];
  const of = { programmeId: programme.id, surveyRound: round.id, ...(pairId === undefined ? {} : { pairId }) };
  const answer = { verb: 'survey/answer', ...of, answers: {} } as const;
  const isAnswered = own?.state === 'answered' || state === 'answered';
  return [
    {
      step: 'survey',
      surveyRound: round.id,
      ...(pairId === undefined ? {} : { pairId }),
      instrument: round.instrument,
      replyBy: round.closesAt,
      fewest: fewestFor(programme, asked),
      state: isAnswered ? 'answered' : own === undefined ? 'open' : 'begun',
      given: { ...own?.given },
      questions: asked.map(showQuestion),
      actions: isAnswered
        ? [answer]
        : [answer, { verb: 'survey/save', ...of, answers: {} }, { verb: 'survey/skip', ...of }],
    },
  ];
}
