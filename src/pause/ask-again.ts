import type { Participant, Pause } from '../domain/participant';
import type { Occasion, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import { openProposals } from '../proposal/open-proposals';
import { decentHourFor } from '../calendar/next-contact-time';
import { statusKey } from '../domain/survey';

const mostRounds = 50;

/** Adds to the transaction of a return what was kept from the person while they were away and can still be answered: proposals and surveys. */
export async function askAgain(
  ports: Ports,
  unit: UnitOfWork,
  person: Participant,
  pause: Pause,
  occasion: Occasion,
): Promise<void> {
  const notBefore = decentHourFor(ports, person, occasion.now);
  const recipient = { to: 'participant', id: person.id } as const;
  for (const { proposal } of await openProposals(ports, unit.programmeId, person.id, occasion.now))
    unit.say({
      kind: 'proposal',
      recipient,
      subject: { proposalId: proposal.id },
      notBefore,
      expiresAt: proposal.replyBy,
    });
  const { rows } = await ports.programmes.range(unit.programmeId, 'round', { limit: mostRounds });
  for (const { value: round } of rows) {
    const opened = round.opensAt >= pause.since && round.opensAt <= occasion.now;
    if (round.instrument === 'pulse' || round.state !== 'open' || !opened || round.closesAt <= occasion.now) continue;
    const status = await ports.programmes.get(unit.programmeId, 'status', statusKey(round.id, person.id));
    if (status?.value.state !== 'asked') continue;
    unit.say({ kind: 'survey', recipient, subject: { surveyRound: round.id }, notBefore, expiresAt: round.closesAt });
  }
}
