import { programmeCounts, type ProgrammeCounts } from '../../../src/domain/programme-counts';
import {
  hasStartPassed,
  programmeMonth,
  programmePhase,
  type ProgrammePhase,
} from '../../../src/domain/programme-phase';
import type { ProgrammeState } from '../../../src/domain/programme';
import { aProgramme } from '../../helpers/factories/programme';

const beginsAt = '2027-01-11T08:00:00.000Z';
const [before, inside, after] = ['2027-01-10T08:00:00.000Z', '2027-02-20T08:00:00.000Z', '2027-08-01T08:00:00.000Z'];

function counts(pairs: Partial<ProgrammeCounts['pairs']>, open = 0): ProgrammeCounts {
  const none = programmeCounts(undefined);
  return { ...none, pairs: { ...none.pairs, ...pairs }, proposals: { ...none.proposals, open } };
}

describe('Where a programme stands', () => {
  it.each<[ProgrammePhase, ProgrammeState, ProgrammeCounts, string]>([
    ['setting-up', 'setup', counts({}), before],
    ['enrolling', 'enrolling', counts({}), before],
    ['proposing', 'running', counts({}, 12), inside],
    ['searching', 'running', counts({}), inside],
    ['searching', 'running', counts({ ended: 2 }), inside],
    ['starting', 'running', counts({ active: 3 }, 9), before],
    ['under-way', 'running', counts({ active: 3 }, 9), inside],
    ['last-pairs', 'running', counts({ active: 2, finished: 26 }), after],
    ['finishing', 'running', counts({ finished: 28 }), after],
    ['proposing', 'running', counts({ finished: 28 }, 2), after],
    ['paused', 'paused', counts({ active: 3 }), inside],
    ['closed', 'closed', counts({ finished: 28 }), after],
  ])('is %s', (phase, state, of, now) => {
    expect(programmePhase(aProgramme({ state, beginsAt }), of, now)).toBe(phase);
  });

  it.each([
    ['on its planned day where it is', '2027-01-10T22:00:00.000Z', undefined, false],
    ['the day after, and nothing has begun', '2027-01-11T16:00:00.000Z', undefined, true],
    ['later, once it has begun', '2027-02-20T08:00:00.000Z', beginsAt, false],
  ])('%s: its start has passed or not', (_when, now, begun, passed) => {
    const { beginsAt: _none, ...waiting } = aProgramme({ plan: { startsOn: '2027-01-11', timeZone: 'Asia/Tokyo' } });
    expect(hasStartPassed({ ...waiting, ...(begun === undefined ? {} : { beginsAt: begun }) }, now)).toBe(passed);
  });

  it('counts its months from its beginning, in its own zone', () => {
    const programme = aProgramme({ state: 'running', beginsAt: '2027-01-31T08:00:00.000Z', plan: { months: 3 } });
    expect(
      ['2027-01-31T07:59:59.999Z', '2027-01-31T08:00:00.000Z', '2027-02-28T07:59:59.999Z'].map((now) =>
        programmeMonth(programme, now),
      ),
    ).toEqual(['before', 1, 1]);
    expect(
      ['2027-02-28T08:00:00.000Z', '2027-04-30T06:59:59.999Z', '2027-04-30T07:00:00.000Z'].map((now) =>
        programmeMonth(programme, now),
      ),
    ).toEqual([2, 3, 'after']);
  });
});
