import type { Participant, Pause } from '../domain/participant';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { openProposals } from '../proposal/open-proposals';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import { statusKey } from '../domain/survey';

const mostRounds = 50;

/** Adds to the transaction of a return what was kept from the person while they were away and can still be answered: proposals and surveys. */
export async function askAgain(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  person: Participant,
  pause: Pause,
  context: UseCaseContext,
): Promise<void> {
  const notBefore = nextContactTimeFor(ports, person, context.now);
  const recipient = { to: 'participant', id: person.id } as const;
  for (const { proposal } of await openProposals(ports, unit.programmeId, person.id, context.now))
    unit.queueMessage({
      kind: 'proposal',
      recipient,
      subject: { proposalId: proposal.id },
      notBefore,
      expiresAt: proposal.replyBy,
    });
  const { rows } = await ports.programmes.range(unit.programmeId, 'survey-round', { limit: mostRounds });
  for (const { value: round } of rows) {
    const opened = round.opensAt >= pause.since && round.opensAt <= context.now;
    if (round.instrument === 'pulse' || round.state !== 'open' || !opened || round.closesAt <= context.now) continue;
    const status = await ports.programmes.get(unit.programmeId, 'status', statusKey(round.id, person.id));
    if (status?.value.state !== 'asked') continue;
    unit.queueMessage({
      kind: 'survey',
      recipient,
      subject: { surveyRound: round.id },
      notBefore,
      expiresAt: round.closesAt,
    });
  }
}
