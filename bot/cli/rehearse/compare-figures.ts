import type { Board } from '../../../src/board/api-contract';
import type { ProgrammeCounts } from '../../../src/domain/programme-counts';
import type { ProgrammeStore } from '../../../src/domain/rows';
import type { Overview } from '../../../src/hr-page/programme-api-contract';
import { readRows } from './read-rows';
import type { RehearsalStage } from './rehearsal-stage';

type Figures = Pick<ProgrammeCounts, 'participants' | 'pairs' | 'sessions'>;

/**
 * What HR reads of a programme that the rows of its storage do not say, in words; empty where every figure is right. The rows are counted
 * one by one, by none of the product's own counters.
 */
export async function compareFigures(
  stage: RehearsalStage,
  store: ProgrammeStore,
  programmeId: string,
): Promise<readonly string[]> {
  const [overview, counted] = await Promise.all([
    stage.api<Overview>('GET', `/programmes/${programmeId}`),
    countRows(store, programmeId),
  ]);
  const { participants, pairs, sessions } = overview.counts;
  const wrong = differences({ participants, pairs, sessions }, counted);
  // Until the first fold there is no board to ask for.
  if (overview.foldedAt === undefined) return wrong;
  const board = await stage.api<Board>('GET', `/programmes/${programmeId}/board`);
  const { finished, ended, ...running } = board.pairs;
  const active = Object.values(running).reduce((sum, count) => sum + count, 0);
  return [...wrong, ...differences({ board: { active, finished, ended } }, { board: counted.pairs })];
}

async function countRows(store: ProgrammeStore, programmeId: string): Promise<Figures> {
  const [people, pairs, sessions] = await Promise.all([
    readRows(store, programmeId, 'participant'),
    readRows(store, programmeId, 'pair'),
    readRows(store, programmeId, 'session'),
  ]);
  const takesPart = people.filter(({ state }) => state !== 'withdrawn');
  const enrolled = people.filter(({ state }) => state === 'enrolled');
  const inPair = new Set(
    pairs.filter(({ state }) => state === 'active').flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]),
  );
  const of = (state: string, rows: readonly { readonly state: string }[]): number =>
    rows.filter((row) => row.state === state).length;
  return {
    participants: {
      total: takesPart.length,
      reachable: takesPart.filter(({ reach }) => reach === 'reachable').length,
      invited: takesPart.filter(({ state, invitedAt }) => state !== 'imported' || invitedAt !== undefined).length,
      enrolled: enrolled.length,
      withoutPartner: enrolled.filter(({ id }) => !inPair.has(id)).length,
      withdrawn: people.length - takesPart.length,
    },
    pairs: { active: of('active', pairs), finished: of('finished', pairs), ended: of('ended', pairs) },
    sessions: { booked: of('booked', sessions), held: of('held', sessions), missed: of('missed', sessions) },
  };
}

function differences(
  told: Readonly<Record<string, Readonly<Record<string, number>>>>,
  counted: Readonly<Record<string, Readonly<Record<string, number>>>>,
): string[] {
  return Object.entries(told).flatMap(([group, figures]) =>
    Object.entries(figures).flatMap(([name, figure]) => {
      const right = counted[group]?.[name] ?? 0;
      return figure === right ? [] : [`${group}.${name} is told as ${String(figure)} and is ${String(right)}`];
    }),
  );
}
