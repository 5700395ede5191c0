import type { GroupTotals, MoveTotals } from '../../../src/domain/moves';
import { movesSchema, type MovesPage } from '../../../src/hr-page/moves-api-contract';

/** 48 people in pairs and 30 who waited, of whom enough left, moved and stayed. */
export const someTotals: GroupTotals = {
  participants: { people: 48, left: 6, moved: 12 },
  waiting: { people: 30, left: 9, moved: 5 },
};

/** What HR typed for six months. */
export function moveTotals(overrides: Partial<MoveTotals> = {}): MoveTotals {
  return { months: 6, all: someTotals, typedAt: '2027-07-20T08:00:00.000Z', revision: 1, ...overrides };
}

const share = (k: number, n: number, low: number, high: number) => ({ k, n, share: k / n, low, high });

/** The totals of six months as HR's page has them, those of twelve still to come. */
export function someMoves(overrides: Partial<MovesPage> = {}): MovesPage {
  return movesSchema.parse({
    periods: [
      { months: 6, at: '2027-07-11T07:00:00.000Z', isDue: true, version: '1', typed: { all: someTotals } },
      { months: 12, at: '2028-01-11T08:00:00.000Z', isDue: false, version: '0' },
    ],
    told: [
      {
        months: 6,
        group: 'all',
        what: 'left',
        participants: share(6, 48, 0.06, 0.25),
        waiting: share(9, 30, 0.17, 0.48),
        difference: { value: -0.175, low: -0.36, high: 0.0 },
      },
      {
        months: 6,
        group: 'all',
        what: 'moved',
        participants: share(12, 48, 0.15, 0.39),
        waiting: share(5, 30, 0.07, 0.34),
        difference: { value: 0.083, low: -0.11, high: 0.25 },
      },
    ],
    ...overrides,
  });
}

/** The same as the sponsor reads it: nothing of what was typed. */
export function movesOfSponsor(): MovesPage {
  const { periods, told } = someMoves();
  return { periods: periods.map(({ months, at, isDue }) => ({ months, at, isDue })), told };
}
