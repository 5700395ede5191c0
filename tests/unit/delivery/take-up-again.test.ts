import type { Job, JobKind } from '../../../src/domain/job';
import { mayRetry, mostJobTries, takeUpAgain } from '../../../src/domain/job-rules';

const deadAt = '2027-01-11T09:00:00.000Z';
const anHourLater = '2027-01-11T10:00:00.000Z';
const dead = (overrides: Partial<Job> = {}): Job => ({
  id: 'job-1',
  kind: 'publish',
  ref: 'draft-1',
  state: 'dead',
  progress: 0.4,
  tries: mostJobTries,
  reason: 'storage-unavailable',
  createdAt: deadAt,
  correlationId: 'c',
  deadAt,
  ...overrides,
});

describe('Work that was given up', () => {
  it('has one more try an hour later where people wait for it, and no sooner', () => {
    expect(takeUpAgain(dead(), '2027-01-11T09:59:59.999Z')).toBeUndefined();
    const again = takeUpAgain(dead(), anHourLater);
    expect(again).toMatchObject({ state: 'queued', tries: mostJobTries - 1, reason: 'storage-unavailable' });
    expect(again).not.toHaveProperty('deadAt');
  });

  it.each<[JobKind, boolean]>([
    ['publish', true],
    ['pairing-round-end', true],
    ['draft', false],
    ['import', false],
    ['invite', false],
    ['reach', false],
  ])('of kind %s is taken up by itself: %s; by HR’s hand always', (kind, byItself) => {
    expect(takeUpAgain(dead({ kind }), anHourLater) !== undefined).toBe(byItself);
    expect(mayRetry(dead({ kind }))).toBe(true);
  });

  it('that is done, cancelled, at work or was given up at no known moment is left alone', () => {
    for (const state of ['queued', 'running', 'done', 'failed', 'cancelled'] as const)
      expect(takeUpAgain(dead({ state }), anHourLater)).toBeUndefined();
    const { deadAt: _none, ...before } = dead();
    expect(takeUpAgain(before, anHourLater)).toBeUndefined();
  });
});
