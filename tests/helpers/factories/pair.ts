import type { BoardRow } from '../../../src/domain/board';
import type { Pair, Proposal } from '../../../src/domain/proposal';

/** An active pair of mentor `p1` and mentee `p2` in their first of six months. */
export function aPair(overrides: Partial<Pair> = {}): Pair {
  return {
    id: 'pair-1',
    proposalId: 'pair-1',
    mentorId: 'p1',
    menteeId: 'p2',
    topics: ['generative-ai'],
    state: 'active',
    startedAt: '2026-11-20T09:00:00.000Z',
    months: 6,
    timeZone: 'Europe/Paris',
    revision: 1,
    ...(overrides.state === 'finished' || overrides.state === 'ended' ? { endedAt: '2027-05-20T08:00:00.000Z' } : {}),
    ...overrides,
  };
}

/** A proposal the mentor is asked about. */
export function aProposal(overrides: Partial<Proposal> = {}): Proposal {
  return {
    id: 'proposal-1',
    draftId: 'draft-1',
    mentorId: 'p1',
    menteeId: 'p2',
    score: 30,
    parts: [{ part: 'topics', points: 30, reason: { fr: 'Un sujet en commun', en: 'A topic in common' } }],
    topics: ['generative-ai'],
    state: 'asking-mentor',
    createdAt: '2026-11-20T09:00:00.000Z',
    replyBy: '2026-11-27T09:00:00.000Z',
    pairingRoundEndsAt: overrides.replyBy ?? '2026-11-27T09:00:00.000Z',
    revision: 1,
    ...overrides,
  };
}

/** The pair's row of the board, its month windows ending on the 20th at 9:00 UTC. */
export function aBoardRow(overrides: Partial<BoardRow> = {}): BoardRow {
  return {
    pairId: 'pair-1',
    mentor: { id: 'p1', name: 'Inès Belkacem' },
    mentee: { id: 'p2', name: 'Marc Lefèvre' },
    topics: ['generative-ai'],
    startedAt: '2026-11-20T09:00:00.000Z',
    months: ['none', 'none', 'none', 'none', 'none', 'none'],
    windowEnds: ['2026-12-20', '2027-01-20', '2027-02-20', '2027-03-20', '2027-04-20', '2027-05-20'].map(
      (day) => `${day}T09:00:00.000Z`,
    ),
    state: 'active',
    ...overrides,
  };
}
