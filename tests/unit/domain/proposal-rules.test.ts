import type { HolidayFrom } from '../../../src/calendar/work-days';
import fc from 'fast-check';
import { plusDays, plusMilliseconds } from '../../../src/kernel/clock';
import type { Proposal, Side } from '../../../src/domain/proposal';
import {
  acceptAsMentee,
  acceptAsMentor,
  decline,
  expire,
  isOpenFor,
  holdsPlaces,
  looksPendingToMentor,
  replyDate,
  sideOf,
  withdraw,
} from '../../../src/domain/proposal-rules';
import { aProposal } from '../../helpers/factories/pair';

const before = '2026-11-21T09:00:00.000Z';
const late = '2026-11-27T09:00:00.000Z';

describe('The reply date', () => {
  const plan = { timeZone: 'Europe/Paris', country: 'FR' };
  const holidayFrom: HolidayFrom = ({ country }, date) =>
    country === 'FR' && ['2026-12-25', '2027-01-01'].includes(date) ? 0 : 24;
  it.each([
    ['from a Monday morning', '2026-11-23T09:00:00.000Z', '2026-12-07T09:00:00.000Z'],
    ['from a Monday evening, counted from Tuesday at nine', '2026-11-23T20:00:00.000Z', '2026-12-08T08:00:00.000Z'],
    ['from a Saturday, counted from Monday at nine', '2026-11-28T11:00:00.000Z', '2026-12-14T08:00:00.000Z'],
    ['over two public holidays of the programme', '2026-12-21T09:00:00.000Z', '2027-01-06T09:00:00.000Z'],
    ['over a change of the clock', '2027-03-22T09:00:00.000Z', '2027-04-05T08:00:00.000Z'],
  ])('is ten working days later, %s', (_case, from, then) => {
    expect(replyDate({ holidayFrom }, plan, from)).toBe(then);
  });
});

describe('A proposal', () => {
  it('asks the mentor first, then the mentee with days of their own', () => {
    const proposal = aProposal();
    expect([isOpenFor(proposal, 'mentor', before), isOpenFor(proposal, 'mentee', before)]).toEqual([true, false]);
    const asked = '2026-11-23T08:00:00.000Z';
    const after = acceptAsMentor(proposal, 1, before, asked);
    expect(after).toEqual({
      ok: true,
      value: {
        ...proposal,
        state: 'asking-mentee',
        replyBy: proposal.pairingRoundEndsAt,
        mentorAcceptedAt: before,
        revision: 2,
      },
    });
  });

  it('becomes a pair with the mentee’s yes', () => {
    const asking = aProposal({ state: 'asking-mentee', revision: 2 });
    expect(acceptAsMentee(asking, 2, 'pair-1', before)).toEqual({
      ok: true,
      value: { ...asking, state: 'accepted', decidedAt: before, pairId: 'pair-1', revision: 3 },
    });
  });

  it('can be answered until the last millisecond of its reply date and not after', () => {
    const last = plusMilliseconds(late, -1);
    expect(acceptAsMentor(aProposal(), 1, last, last).ok).toBe(true);
    expect(acceptAsMentor(aProposal(), 1, late, late)).toEqual({ ok: false, reason: 'repeat' });
    expect(decline(aProposal(), 'mentor', 1, late)).toEqual({ ok: false, reason: 'repeat' });
    expect(expire(aProposal(), last)).toBeUndefined();
    expect(expire(aProposal(), late)).toMatchObject({ state: 'expired', decidedAt: late });
  });

  it('keeps who declined and why in its own row', () => {
    expect(decline(aProposal(), 'mentor', 1, before)).toMatchObject({
      value: { state: 'declined', declinedBy: 'mentor' },
    });
  });

  it('is not moved by an old card, the other side or a stranger', () => {
    const asking = aProposal({ state: 'asking-mentee', revision: 2 });
    expect(acceptAsMentee(asking, 1, 'p', before).ok).toBe(false);
    expect(acceptAsMentor(asking, 2, before, before).ok).toBe(false);
    expect(decline(asking, 'mentor', 2, before).ok).toBe(false);
    expect([sideOf(asking, 'p1'), sideOf(asking, 'p2'), sideOf(asking, 'p3')]).toEqual(['mentor', 'mentee', undefined]);
  });

  it('looks open to the mentor after the mentee’s no, until the reply date', () => {
    const asking = aProposal({ state: 'asking-mentee', mentorAcceptedAt: before, revision: 2 });
    const no = decline(asking, 'mentee', 2, before);
    if (!no.ok) throw new Error(no.reason);
    expect([looksPendingToMentor(no.value, before), looksPendingToMentor(no.value, late)]).toEqual([true, false]);
    expect(looksPendingToMentor(aProposal({ state: 'declined', declinedBy: 'mentor' }), before)).toBe(false);
  });

  it('gives the mentee until the reply date of the round, and a few days where the mentor answered late', () => {
    const inRound = aProposal({ pairingRoundEndsAt: plusDays(before, 6) });
    const replyBy = (asked: string) => {
      const after = acceptAsMentor(inRound, 1, before, asked);
      return after.ok ? after.value.replyBy : after.reason;
    };
    expect(replyBy(before)).toBe(plusDays(before, 6));
    expect(replyBy(plusDays(before, 5))).toBe(plusDays(before, 8));
  });

  it('holds both people until the round’s reply date however it ended, so that no draft in between tells who said no', () => {
    const pairingRoundEndsAt = plusDays(before, 14);
    const ends = [
      aProposal({ pairingRoundEndsAt, state: 'declined', declinedBy: 'mentor' }),
      aProposal({
        pairingRoundEndsAt,
        state: 'declined',
        declinedBy: 'mentee',
        mentorAcceptedAt: before,
      }),
      aProposal({ pairingRoundEndsAt, state: 'expired' }),
      aProposal({ pairingRoundEndsAt, state: 'withdrawn' }),
    ];
    expect(ends.map((one) => holdsPlaces(one, plusDays(before, 13)))).toEqual([true, true, true, true]);
    expect(ends.map((one) => holdsPlaces(one, pairingRoundEndsAt))).toEqual([false, false, false, false]);
  });

  it('holds nobody once nobody can answer it, even before its expiry has been worked off', () => {
    const pairingRoundEndsAt = plusDays(before, 14);
    const asking = aProposal({
      pairingRoundEndsAt,
      state: 'asking-mentee',
      replyBy: plusDays(before, 16),
    });
    expect([15, 16].map((days) => holdsPlaces(asking, plusDays(before, days)))).toEqual([true, false]);
  });
});

type Step =
  | { readonly press: 'accept' | 'decline'; readonly side: Side; readonly revision: number }
  | { readonly press: 'expire' | 'withdraw' };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    press: fc.constantFrom('accept', 'decline'),
    side: fc.constantFrom('mentor', 'mentee'),
    revision: fc.integer({ min: 0, max: 4 }),
  }) as fc.Arbitrary<Step>,
  fc.constantFrom<Step>({ press: 'expire' }),
);

function apply(proposal: Proposal, what: Step, now: string): Proposal {
  if (what.press === 'expire') return expire(proposal, now) ?? proposal;
  if (what.press === 'withdraw') return withdraw(proposal, now);
  if (!('side' in what)) return proposal;
  const result =
    what.press === 'decline'
      ? decline(proposal, what.side, what.revision, now)
      : what.side === 'mentor'
        ? acceptAsMentor(proposal, what.revision, now, now)
        : acceptAsMentee(proposal, what.revision, 'pair', now);
  return result.ok ? result.value : proposal;
}

test('whatever is pressed in whatever order and at whatever time, a proposal ends at most once and a pair needs both yes in turn', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.integer({ min: 0, max: 4 })), { maxLength: 25 }), (steps) => {
      let now = before;
      let proposal = aProposal();
      const states = [proposal.state];
      for (const [what, days] of steps) {
        now = plusDays(now, days);
        const after = apply(proposal, what, now);
        if (after !== proposal) {
          expect(after.revision).toBe(proposal.revision + 1);
          states.push(after.state);
        }
        proposal = after;
      }
      const allowed = [
        ['asking-mentor'],
        ['asking-mentor', 'asking-mentee'],
        ['asking-mentor', 'asking-mentee', 'accepted'],
      ];
      const ends = ['declined', 'expired'].flatMap((end) => [
        ['asking-mentor', end],
        ['asking-mentor', 'asking-mentee', end],
      ]);
      expect([...allowed, ...ends]).toContainEqual(states);
    }),
  );
});
