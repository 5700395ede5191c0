import fc from 'fast-check';
import type { GroupTotals, MoveTotals, SideTotals } from '../../../src/domain/moves';
import { checkMoves } from '../../../src/hr-page/check-moves';
import { chooseToldMoves } from '../../../src/hr-page/choose-told-moves';
import type { MovesBody } from '../../../src/hr-page/moves-api-contract';
import { moveTotals, someTotals } from '../../helpers/factories/moves';

const told = (...totals: readonly MoveTotals[]) =>
  chooseToldMoves(totals, 5).map(({ months, group, what }) => `${String(months)} ${group} ${what}`);
const waiting = (overrides: Partial<SideTotals>): GroupTotals => ({
  ...someTotals,
  waiting: { ...someTotals.waiting, ...overrides },
});

describe('What is told of who left and who moved', () => {
  it('is both, where enough left, moved and stayed', () => {
    expect(told(moveTotals())).toEqual(['6 all left', '6 all moved']);
  });

  it('leaves out what is about one to four of a side', () => {
    expect(told(moveTotals({ all: waiting({ left: 4 }) }))).toEqual(['6 all moved']);
    expect(told(moveTotals({ all: waiting({ left: 0 }) }))).toEqual(['6 all left', '6 all moved']);
  });

  it('leaves the second out where both would tell of the few who did neither', () => {
    expect(told(moveTotals({ all: waiting({ left: 14, moved: 13 }) }))).toEqual(['6 all left']);
  });

  it('leaves out a later count that tells of the few who left in between', () => {
    const later = moveTotals({ months: 12, all: waiting({ left: 11 }) });
    expect(told(moveTotals(), later)).toEqual(['6 all left', '6 all moved', '12 all moved']);
  });

  it('leaves out people under thirty where that tells of the few others', () => {
    const underThirty: GroupTotals = {
      participants: { people: 25, left: 0, moved: 5 },
      waiting: { people: 20, left: 5, moved: 0 },
    };
    expect(told(moveTotals({ underThirty }))).toEqual(['6 all left', '6 all moved', '6 underThirty moved']);
  });

  it('lets no subtraction of what is told end at one to four people', () => {
    const sideTotals = fc
      .tuple(
        fc.integer({ min: 20, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([people, a, b]) => {
        const left = Math.floor(a * people);
        return { people, left, moved: Math.floor(b * (people - left)) };
      });
    const group = fc.record({ participants: sideTotals, waiting: sideTotals });
    fc.assert(
      fc.property(group, group, group, group, (six, twelve, youngSix, youngTwelve) => {
        const totals = [
          moveTotals({ all: six, underThirty: youngSix }),
          moveTotals({ months: 12, all: twelve, underThirty: youngTwelve }),
        ];
        const chosen = chooseToldMoves(totals, 5);
        for (const side of ['participants', 'waiting'] as const)
          for (const what of ['left', 'moved'] as const) {
            const cell = (months: 6 | 12, name: 'all' | 'underThirty') =>
              chosen.some((one) => one.months === months && one.group === name && one.what === what)
                ? totals.find((one) => one.months === months)![name]![side]
                : undefined;
            const differences = (
              [
                [cell(6, 'all'), cell(12, 'all')],
                [cell(6, 'underThirty'), cell(12, 'underThirty')],
                [cell(6, 'all'), cell(6, 'underThirty')],
                [cell(12, 'all'), cell(12, 'underThirty')],
              ] as const
            ).flatMap(([one, other]) =>
              one === undefined || other === undefined
                ? []
                : [
                    one[what] - other[what],
                    one.people - other.people,
                    one.people - one[what] - other.people + other[what],
                  ],
            );
            const single = [cell(6, 'all'), cell(12, 'all'), cell(6, 'underThirty'), cell(12, 'underThirty')].flatMap(
              (one) => (one === undefined ? [] : [one[what], one.people - one[what]]),
            );
            for (const count of [...single, ...differences].map(Math.abs)) expect(count === 0 || count >= 5).toBe(true);
          }
      }),
    );
  });
});

describe('Totals that are typed', () => {
  it('are named field by field, all at once, where they do not fit', () => {
    const underThirty = { participants: { people: 49, left: 7, moved: 5 }, waiting: { people: 10, left: 9, moved: 2 } };
    expect(
      checkMoves({ all: someTotals, underThirty }, 6, undefined).map(({ path, fault }) => `${path} ${fault}`),
    ).toEqual([
      'underThirty.participants.people more-than-all',
      'underThirty.participants.left more-than-all',
      'underThirty.waiting.people too-few',
      'underThirty.waiting.left more-than-people',
    ]);
  });

  it('are of the same people in both periods, and nobody who left or moved is back later', () => {
    const faultsOf = (body: MovesBody, months: 6 | 12, other: MoveTotals) =>
      checkMoves(body, months, other).map(({ path, fault }) => `${path} ${fault}`);
    const six = moveTotals();
    expect(faultsOf({ all: waiting({ people: 31 }) }, 12, six)).toEqual(['all.waiting.people other-people']);
    expect(faultsOf({ all: waiting({ left: 8, moved: 6 }) }, 12, six)).toEqual(['all.waiting.left fewer-than-before']);
    expect(faultsOf({ all: waiting({ moved: 4 }) }, 12, six)).toEqual(['all.waiting.moved fewer-than-before']);
    const twelve = moveTotals({ months: 12 });
    expect(faultsOf({ all: waiting({ left: 10 }) }, 6, twelve)).toEqual([
      'all.waiting.left more-than-after',
      'all.waiting.moved more-than-after',
    ]);
  });

  it('may hold fewer who moved later, where these have left since', () => {
    expect(checkMoves({ all: waiting({ left: 11, moved: 3 }) }, 12, moveTotals())).toEqual([]);
  });
});
