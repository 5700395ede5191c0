import { ok, refused, type Result } from '../kernel/result';
import type { SponsorPage } from './programme-api-contract';
import { programmeFacts } from './overview';
import type { Ports } from '../domain/ports';
import { isTold } from '../privacy/small-groups';
import { programmeCounts, roundCounts } from './programme-counts';

const mostRounds = 50;

/** Figures of the whole programme for its sponsor; nobody is named, and a count under five is not given. */
export async function readSponsorPage(
  ports: Ports<'programmes'>,
  programmeId: string,
): Promise<Result<SponsorPage, 'not-found'>> {
  const [programme, head, rounds] = await Promise.all([
    ports.programmes.get(programmeId, 'programme', 'programme'),
    ports.programmes.get(programmeId, 'board', 'head'),
    ports.programmes.range(programmeId, 'survey-round', { limit: mostRounds }),
  ]);
  if (programme === undefined) return refused('not-found');
  const counts = programmeCounts(head?.value);
  return ok({
    ...programmeFacts(programme.value),
    figures: [
      figure('enrolled', counts.participants.enrolled),
      figure('pairs', counts.pairs.active + counts.pairs.finished),
      figure('sessions-booked', counts.sessions.booked),
      figure('sessions-held', counts.sessions.held),
    ],
    rounds: rounds.rows.map((round) => roundCounts(round, head?.value)),
    ...(head === undefined ? {} : { foldedAt: head.value.foldedAt }),
  });
}

type Figure = SponsorPage['figures'][number];

function figure(name: Figure['figure'], value: number): Figure {
  return isTold(value) ? { figure: name, hidden: false, value } : { figure: name, hidden: true };
}
