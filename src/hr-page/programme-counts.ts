import type { BoardHead } from '../domain/board';
import type { Stored } from '../kernel/row-store';
import type { SurveyRound } from '../domain/survey';
import { isShareTold } from '../privacy/small-groups';
import type { ProgrammeCounts, RoundDto } from './programme-api-contract';

/** The folded counters under the names HR's page uses; what was never counted is 0. */
export function programmeCounts(head: BoardHead | undefined): ProgrammeCounts {
  const of = (name: string): number => Math.max(0, head?.counts[name] ?? 0);
  const accepted = of('proposals.accepted');
  const notFormed = of('proposals.not-formed');
  return {
    participants: {
      total: Math.max(0, of('participants.imported') - of('participants.withdrawn')),
      invited: of('participants.invited'),
      enrolled: of('participants.enrolled'),
      notNow: of('participants.not-now'),
      lookingAgain: of('participants.looking-again'),
      withdrawn: of('participants.withdrawn'),
    },
    proposals: { open: Math.max(0, of('proposals.asked') - accepted - notFormed), accepted, notFormed },
    pairs: { active: of('pairs.active'), finished: of('pairs.finished'), ended: of('pairs.ended') },
    sessions: { booked: of('sessions.ahead'), held: of('sessions.held'), missed: of('sessions.missed') },
  };
}

/**
 * A survey round with how many answered, told for the programme only. Hidden under five answers, and where one to four of those asked have
 * not answered: the difference would tell of them. That everybody answered tells of nobody in particular and is shown.
 */
export function roundCounts(round: Stored<SurveyRound>, head: BoardHead | undefined): RoundDto {
  const { id, instrument, state, opensAt, closesAt } = round.value;
  const asked = head?.counts[`responses.${id}.asked`] ?? 0;
  const answered = head?.counts[`responses.${id}.answered`] ?? 0;
  const hidden = !isShareTold({ of: asked, did: answered });
  return { id, instrument, state, opensAt, closesAt, hidden, ...(hidden ? {} : { asked, answered }) };
}
