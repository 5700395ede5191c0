import fc from 'fast-check';
import type { Reader } from '../../../src/domain/view';
import { decline, expire, withdraw } from '../../../src/domain/proposal-rules';
import type { Proposal } from '../../../src/domain/proposal';
import { proposalView } from '../../../src/proposal/proposal-view';
import { aProposal } from '../../helpers/factories/pair';
import { aProgramme } from '../../helpers/factories/programme';

const reader: Reader = { language: 'fr', timeZone: 'Europe/Paris', culture: aProgramme().plan.culture };
const now = '2026-11-25T09:00:00.000Z';
const replyBy = '2026-11-27T09:00:00.000Z';
const asking = aProposal({ state: 'asking-mentee', mentorAcceptedAt: now, revision: 2, replyBy });
const toMentor = (proposal: Proposal, at: string): string =>
  JSON.stringify(proposalView(aProgramme(), proposal, 'mentor', reader, at));

function declined(proposal: Proposal, side: 'mentor' | 'mentee'): Proposal {
  const result = decline(proposal, side, proposal.revision, now);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

describe('What a mentor who said yes reads', () => {
  it('is the same, byte for byte, while the mentee thinks and after the mentee’s no', () => {
    const no = declined(asking, 'mentee');
    for (const at of [now, '2026-11-26T23:59:59.999Z', '2026-11-27T08:59:59.999Z'])
      expect(toMentor(no, at)).toBe(toMentor(asking, at));
  });

  it('is the same for a no, silence and a withdrawal once the reply date is there, even before it is worked off', () => {
    const ends = [declined(asking, 'mentee'), expire(asking, replyBy) ?? asking, withdraw(asking, now), asking].map(
      (proposal) => toMentor(proposal, replyBy),
    );
    expect(new Set(ends).size).toBe(1);
    expect(ends[0]).toContain('"state":"not-formed"');
  });
});

it('tells the mentee nothing of a mentor’s no or silence but that the pair is not formed', () => {
  const view = (proposal: Proposal): string =>
    JSON.stringify(proposalView(aProgramme(), proposal, 'mentee', reader, replyBy));
  expect(view(declined(aProposal({ replyBy }), 'mentor'))).toBe(
    view(expire(aProposal({ replyBy }), replyBy) ?? aProposal()),
  );
});

it('tells the one who declined so', () => {
  expect(proposalView(aProgramme(), declined(asking, 'mentee'), 'mentee', reader, now)).toMatchObject({
    state: 'declined-by-me',
  });
});

test('before both said yes nothing that names or describes the partner is in the view, whoever they are', () => {
  const word = fc.stringMatching(/^[A-Za-z][a-z]{2,8}X[0-9]{6}$/u);
  const states = fc.constantFrom<Proposal['state']>(
    'asking-mentor',
    'asking-mentee',
    'declined',
    'expired',
    'withdrawn',
  );
  fc.assert(
    fc.property(
      word,
      word,
      word,
      states,
      fc.constantFrom('mentor' as const, 'mentee' as const),
      (id, why, own, state, side) => {
        const proposal = aProposal({
          [side === 'mentor' ? 'menteeId' : 'mentorId']: id,
          state,
          parts: [{ part: 'topics', points: 3, reason: { fr: why, en: why } }],
          functions: { [side]: own },
          declinedBy: side === 'mentor' ? 'mentee' : 'mentor',
        });
        const text = JSON.stringify(proposalView(aProgramme(), proposal, side, reader, now));
        for (const hidden of [id, why, own, 'generative-ai']) expect(text).not.toContain(hidden);
      },
    ),
  );
});
