import { createOrderedIds } from '../../../bot/ordered-ids';
import { createSecrets } from '../../../bot/secrets';
import { createSeededIds } from '../../../bot/seeded-ids';
import { createSeededKeys } from '../../../bot/seeded-keys';

const some = (next: () => string): readonly string[] => Array.from({ length: 50 }, next);

test('the ids of a seed are the same each time, none comes twice, and they sort in the order they were made', () => {
  const ids = some(createSeededIds(7).next);
  expect(some(createSeededIds(7).next)).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(some(createSeededIds(8).next)).not.toEqual(ids);
});

test('an id of a seed has the form of every other', () => {
  const form = /^[0-9a-z]{11}-[0-9a-f]{12}$/;
  expect(createOrderedIds({ now: () => '2027-01-11T09:00:00.000Z' }).next()).toMatch(form);
  expect(createSeededIds(7).next()).toMatch(form);
});

test('the keys of a seed are the same each time, and without one no key comes twice', () => {
  const keys = some(createSecrets(createSeededKeys(7)).newKey);
  expect(some(createSeededKeys(7))).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
  expect(createSecrets().newKey()).not.toBe(createSecrets().newKey());
});
