import type { DraftDto } from '../../../src/draft/api-contract';
import type { PairingAim } from '../../../src/domain/pairing-contract';
import { catalogueTopics } from '../../../src/catalogues/topics';
import { draft } from './fixtures';

/** A draft with other weights, one aim that is met, and two pairs the other way round. */
export function olderDraft(): DraftDto {
  const { pairs, choices } = draft();
  const [first, second, ...rest] = pairs;
  const { topics, ...weights } = choices.policy.weights;
  return draft({
    id: 'draft-0',
    optimal: false,
    aims: [{ met: true, reached: 4, asked: 3, cost: 16, gap: 0.0008 }],
    totalWithoutAims: 412,
    refusedLocks: [
      {
        pair: ['j3', 's0'],
        fr: 'Ils sont dans la même ligne hiérarchique.',
        en: 'They are in the same reporting line.',
      },
    ],
    createdAt: '2027-01-03T15:30:00.000Z',
    total: 396,
    upperBound: 396,
    choices: {
      ...choices,
      policy: {
        ...choices.policy,
        weights: { ...weights, topics: topics - 100 },
        liftWorst: true,
        aims: [{ kind: 'across', by: 'site', percent: 60 }],
      },
    },
    pairs: [
      { ...first!, mentee: second!.mentee, score: 76 },
      { ...second!, mentee: first!.mentee, score: 73 },
      ...rest,
    ],
  });
}

/** A draft of many pairs with all their reasons. */
export function largeDraft(pairCount: number, overrides: Partial<DraftDto> = {}): DraftDto {
  const { pairs } = draft();
  const topics = catalogueTopics();
  return draft({
    pairCount,
    unpairedCount: 40,
    pairs: Array.from({ length: pairCount }, (_none, index) => ({
      ...pairs[index % pairs.length]!,
      mentor: { id: `j${index}`, name: `Junior ${String(index).padStart(4, '0')}` },
      mentee: { id: `s${index}`, name: `Senior ${String(pairCount - index).padStart(4, '0')}` },
      score: 400 + ((index * 37) % 500),
      topics: [topics[index % topics.length]!],
    })),
    unpaired: Array.from({ length: 40 }, (_none, index) => ({
      person: { id: `l${index}`, name: `Left ${String(index).padStart(2, '0')}` },
      role: 'mentor',
      reasons: [{ fr: 'Aucune place ouverte.', en: 'No place is open.' }],
    })),
    ...overrides,
  });
}

const fightingAims: readonly PairingAim[] = [
  { kind: 'across', by: 'site', percent: 80 },
  { kind: 'at-most', side: 'mentor', department: 'Recherche et développement', pairs: 1 },
  { kind: 'across', by: 'function', percent: 40 },
];

/** A draft two of whose three aims cannot both be met. */
export function fightingDraft(): DraftDto {
  const { choices } = draft();
  return draft({
    total: 396,
    upperBound: 396,
    totalWithoutAims: 412,
    choices: { ...choices, policy: { ...choices.policy, aims: [...fightingAims] } },
    aims: [
      { met: false, reached: 3, asked: 4, cost: 11, fights: [1] },
      { met: false, reached: 2, asked: 1, cost: 5, fights: [0] },
      { met: true, reached: 4, asked: 2, cost: 0 },
    ],
  });
}

/** A draft of a programme that asks for gender and age band: one mixed aim is met, the other had too few answers. */
export function mixedDraft(): DraftDto {
  const { choices } = draft();
  const aims: readonly PairingAim[] = [
    { kind: 'mixed', by: 'gender', percent: 40 },
    { kind: 'mixed', by: 'ageBand', percent: 60 },
  ];
  return draft({
    total: 404,
    upperBound: 404,
    totalWithoutAims: 412,
    mixable: ['gender', 'ageBand'],
    choices: { ...choices, policy: { ...choices.policy, aims: [...aims] } },
    aims: [
      { met: true, reached: 240, asked: 200, whole: 100, cost: 8 },
      { met: false, reached: 0, asked: 0, cost: 0, refused: 'too-few' },
    ],
  });
}
