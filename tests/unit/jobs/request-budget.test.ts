import { RetryBackoff } from '../../../bot/jobs/retry-backoff';
import { createRequestBudget } from '../../../bot/request-budget';

/** A real clock that sleeping moves. */
function aClock(): { at: number; now(): string; sleep(milliseconds: number): Promise<void> } {
  return {
    at: Date.parse('2026-11-23T09:00:00.000Z'),
    now() {
      return new Date(this.at).toISOString();
    },
    sleep(milliseconds) {
      this.at += milliseconds;
      return Promise.resolve();
    },
  };
}

const aBudget = (perSecond: number) => {
  const clock = aClock();
  return { clock, budget: createRequestBudget(perSecond, clock, (milliseconds) => clock.sleep(milliseconds)) };
};

test('requests are spread: never more than the budget in any second, also after a rest, or where some take longer to get there', async () => {
  const { clock, budget } = aBudget(10);
  const sent: number[] = [];
  for (let n = 0; n < 40; n++) {
    if (n === 20) clock.at += 60_000;
    await budget.take('in-turn');
    sent.push(clock.at + (n % 2 === 0 ? 40 : 0));
  }
  for (const from of sent) expect(sent.filter((at) => at >= from && at < from + 1000).length).toBeLessThanOrEqual(10);
});

test('an answer that somebody waits for goes before everything that waits for its turn', async () => {
  const { budget } = aBudget(10);
  const order: string[] = [];
  const take = async (name: string, urgency: 'at-once' | 'in-turn'): Promise<void> => {
    await budget.take(urgency);
    order.push(name);
  };
  await Promise.all([take('first', 'in-turn'), take('second', 'in-turn'), take('answer', 'at-once')]);
  expect(order).toEqual(['first', 'answer', 'second']);
});

test('a clock that is put back by a day does not hold requests up for a day', async () => {
  const { clock, budget } = aBudget(10);
  await budget.take('in-turn');
  clock.at -= 86_400_000;
  const begun = clock.at;
  await budget.take('in-turn');
  expect(clock.at - begun).toBeLessThanOrEqual(105);
});

test('work that keeps failing is tried less and less often, at least every five minutes', () => {
  const clock = aClock();
  const later = new RetryBackoff(clock);
  const tries: number[] = [];
  const begun = clock.at;
  for (let second = 0; second < 3_600; second++) {
    if (later.mayTry('row')) {
      tries.push((clock.at - begun) / 1000);
      later.note('row');
    }
    clock.at += 1000;
  }
  expect(tries.slice(0, 5)).toEqual([0, 1, 3, 7, 15]);
  const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(Math.max(...gaps)).toBe(300);
  expect(later.mayTry('another row')).toBe(true);
  later.clear('row');
  expect(later.mayTry('row')).toBe(true);
});
