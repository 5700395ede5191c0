import type { DraftDto } from '../../../src/draft/api-contract';
import type { MyPage } from '../../../src/own-page/api-contract';
import type { StepOf } from '../../../src/own-page/step-contract';
import type { FakeApi } from './fake-api';
import { draft, programmeId } from './fixtures';
import { myPage } from './own-page';
import { olderDraft } from './drafts';
import { answerStudio, listOf } from './studio';

export const renewalStep: StepOf<'renewal'> = {
  step: 'renewal',
  pairId: 'pair-1',
  partnerName: 'Kenji',
  side: 'mentor',
  canSwap: true,
  answered: false,
  goOn: [],
  replyBy: '2027-06-28T07:00:00.000Z',
  hearsBy: '2027-07-12T07:00:00.000Z',
  actions: [{ verb: 'renewal/choose', programmeId, pairId: 'pair-1', goOn: '', otherwise: '' }],
};

/** The page of somebody whose pair has finished, while they are asked what comes next or after it. */
export function pageAfterPair(asked: boolean, overrides: Partial<StepOf<'renewal'>> = {}): MyPage {
  const { leave: _leave, nextSession: _next, ...pair } = myPage().pairs[0]!;
  const finished = { ...pair, state: 'finished' as const, months: pair.months.map(() => 'held' as const) };
  return myPage(
    asked
      ? { pairs: [finished], steps: [{ ...renewalStep, ...overrides }] }
      : { pairs: [{ ...finished, hearsBy: '2027-07-12T07:00:00.000Z' }], steps: [] },
  );
}

/** A draft of two pairs that want to go on, the second with roles swapped. */
export function renewalDraft(overrides: Partial<DraftDto> = {}): DraftDto {
  const both = {
    fr: 'Les deux personnes souhaitent continuer dans les mêmes rôles.',
    en: 'Both want to go on in the same roles.',
  };
  const whole = draft();
  const pairs = whole.pairs
    .slice(0, 2)
    .map((pair) => ({ ...pair, score: 0, parts: [{ part: 'again', points: 0, reason: both }] }));
  return draft({
    pairs,
    pairCount: 2,
    unpaired: [],
    unpairedCount: 0,
    total: 0,
    upperBound: 0,
    optimal: false,
    coverage: [],
    departments: [],
    help: [],
    renewal: { until: '2027-07-12T07:00:00.000Z' },
    ...overrides,
  });
}

/** The studio with that draft as the newest. */
export function answerRenewals(api: FakeApi, overrides: Partial<DraftDto> = {}): void {
  const whole = renewalDraft(overrides);
  answerStudio(api, [whole, olderDraft()]);
  const list = listOf(whole);
  api.answer('GET', `/programmes/${programmeId}/drafts/${whole.id}/list`, {
    ...list,
    pairs: list.pairs.map((pair, index) => ({ ...pair, renews: index === 0 ? 'again' : 'swap' })),
  });
}
