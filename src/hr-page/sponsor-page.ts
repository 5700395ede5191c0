import type { BoardHead } from '../domain/board';
import { ok, refused, type Result } from '../kernel/result';
import type { RoundDto, SponsorPage } from './programme-api-contract';
import type { Instant } from '../kernel/clock';
import { phaseFacts, programmeFacts } from './overview';
import type { Ports } from '../domain/ports';
import { isNoFew, isTold } from '../privacy/small-groups';
import { programmeCounts, type ProgrammeCounts } from '../domain/programme-counts';
import { roundCounts } from './round-counts';

const mostRounds = 50;

/** Figures of the whole programme for its sponsor; nobody is named, and a count under five is not given. */
export async function readSponsorPage(
  ports: Ports<'programmes'>,
  programmeId: string,
  now: Instant,
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
    ...phaseFacts(programme.value, counts, now),
    figures: [...sponsorFigures(head?.value)],
    rounds: rounds.rows
      .map((round) => roundCounts(round.value, head?.value))
      .map((round) => (tellsOfAllPairs(counts.pairs) ? round : withoutAsked(round))),
    ...(head === undefined ? {} : { foldedAt: head.value.foldedAt }),
  });
}

type Figure = SponsorPage['figures'][number];

/** The counts of the whole programme that its sponsor reads, on every page, card and file. */
export function sponsorFigures(head: BoardHead | undefined): readonly Figure[] {
  const counts = programmeCounts(head);
  return [
    figure('enrolled', counts.participants.enrolled, { zeroIsTold: counts.participants.invited === 0 }),
    figure('pairs-active', counts.pairs.active, { zeroIsTold: true }),
    figure('pairs-finished', counts.pairs.finished, { zeroIsTold: true }),
    figure('sessions-booked', counts.sessions.booked, { zeroIsTold: tellsOfNoPair(counts) }),
    figure('sessions-held', counts.sessions.held, { zeroIsTold: tellsOfNoPair(counts) }),
  ];
}

/**
 * Whether a count of all pairs, or of the people in them, may be told beside the running and the finished ones: what they leave is the pairs that ended, and
 * where one of the three is hidden it would follow from the others.
 */
export function tellsOfAllPairs({ active, finished, ended }: ProgrammeCounts['pairs']): boolean {
  return [active, finished, ended].every(isNoFew);
}

/** A round without the number of people who were asked, which is twice that of the pairs. */
export function withoutAsked({ asked: _asked, ...round }: RoundDto): RoundDto {
  return round;
}

/** Whether "no session" says something of no few pairs: there are none yet, or enough that it is said of the programme. */
function tellsOfNoPair({ pairs }: ProgrammeCounts): boolean {
  const formed = pairs.active + pairs.finished + pairs.ended;
  return formed === 0 || isTold(formed);
}

/** A small number is not given; none at all is, where it tells nothing of a person. */
function figure(name: Figure['figure'], value: number, { zeroIsTold }: { readonly zeroIsTold: boolean }): Figure {
  return isTold(value) || (value === 0 && zeroIsTold)
    ? { figure: name, hidden: false, value }
    : { figure: name, hidden: true };
}
