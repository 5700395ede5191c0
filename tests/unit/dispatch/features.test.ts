import { ZodMiniObject } from 'zod/mini';
import { actions, verbOf } from '../../../src/dispatch/actions';
import { features } from '../../../src/dispatch/features';

/** What each feature names of one kind, feature by feature. */
function namesOf(kind: 'messages' | 'due'): readonly string[] {
  return features.flatMap((feature) => Object.keys((feature as Partial<Record<typeof kind, object>>)[kind] ?? {}));
}

describe('What features declare', () => {
  it.each(['messages', 'due'] as const)('in %s is declared by one feature only', (kind) => {
    const names = namesOf(kind);
    expect(names.length).toBeGreaterThan(0);
    expect([...new Set(names)]).toEqual(names);
  });

  it('to be pressed has a verb of its own', () => {
    const verbs = actions.map(verbOf);
    expect([...new Set(verbs)]).toEqual(verbs);
  });

  it('to be pressed names its programme, unless anybody may', () => {
    const placeless = actions.filter(({ schema, who }) => who !== 'anyone' && !('programmeId' in schema.shape));
    expect(placeless.map(verbOf)).toEqual([]);
    const open = actions.filter(({ who }) => who === 'anyone').map(verbOf);
    expect(open).toEqual(['language/set', 'home/show']);
    expect(actions.every(({ schema }) => schema instanceof ZodMiniObject)).toBe(true);
  });

  it('stands in the list once, by the name of its folder', () => {
    const names = features.map(({ name }) => name);
    expect([...new Set(names)]).toEqual(names);
  });
});
