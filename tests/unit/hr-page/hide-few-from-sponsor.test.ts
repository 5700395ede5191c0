import fc from 'fast-check';
import type { BoardRow } from '../../../src/domain/board';
import type { ProgressPage } from '../../../src/hr-page/progress-api-contract';
import type { SponsorPage } from '../../../src/hr-page/programme-api-contract';
import { readProgress } from '../../../src/hr-page/read-progress';
import { readSponsorPage } from '../../../src/hr-page/sponsor-page';
import { aBoard } from '../../helpers/factories/board';
import { aProgramme } from '../../helpers/factories/programme';
import { memoryPorts } from '../../helpers/memory-ports';
import { seedProgramme } from '../../helpers/test-ports';

const now = '2026-12-15T09:00:00.000Z';
const windowEnds = ['2026-10-01T07:00:00.000Z', '2026-11-01T07:00:00.000Z', '2026-12-01T07:00:00.000Z'];
const held = ['held', 'held', 'held'] as const;

type Pair = Pick<BoardRow, 'state' | 'months' | 'topics'> & { readonly knowsPlaces: boolean };
const aPair = (overrides: Partial<Pair> = {}): Pair => ({
  state: 'active',
  months: held,
  topics: ['generative-ai'],
  knowsPlaces: true,
  ...overrides,
});
const many = (count: number, overrides: Partial<Pair> = {}): Pair[] =>
  Array.from({ length: count }, () => aPair(overrides));
const ended = { state: 'ended', months: ['held', 'after-end', 'after-end'] } as const;

/** Both pages of the sponsor, of pairs in which nobody has two partners. */
async function read(pairs: readonly Pair[]): Promise<{ progress: ProgressPage; page: SponsorPage }> {
  const rows = pairs.map(({ knowsPlaces, ...pair }, index) => ({
    ...pair,
    pairId: `pair-${String(index)}`,
    mentor: { id: `M${String(index)}`, name: 'Zoé' },
    mentee: { id: `S${String(index)}`, name: 'Anne' },
    places: knowsPlaces
      ? { mentor: { function: 'IT', site: 'Lyon' }, mentee: { function: index % 3 ? 'Finance' : 'IT', site: 'Lyon' } }
      : { mentor: {}, mentee: {} },
    startedAt: '2026-09-01T07:00:00.000Z',
    windowEnds,
  }));
  const ofState = (state: Pair['state']) => pairs.filter((pair) => pair.state === state).length;
  const ports = memoryPorts();
  const { board, ...parts } = aBoard(rows, {
    counts: {
      'pairs.active': ofState('active'),
      'pairs.finished': ofState('finished'),
      'pairs.ended': ofState('ended'),
      'participants.invited': 90,
      'participants.enrolled': 80,
      'responses.baseline.asked': 2 * pairs.length,
    },
  });
  await seedProgramme(ports, 'passages', {
    programme: { programme: aProgramme({ state: 'running' }) },
    board,
    ...parts,
    'survey-round': {
      baseline: {
        id: 'baseline',
        instrument: 'baseline',
        state: 'closed',
        opensAt: '2026-09-01T07:00:00.000Z',
        closesAt: '2026-10-01T07:00:00.000Z',
        revision: 1,
      },
    },
  });
  const [progress, page] = await Promise.all([
    readProgress(ports, 'passages', { reader: 'sponsor', now }),
    readSponsorPage(ports, 'passages', now),
  ]);
  if (!progress.ok || !page.ok) throw new Error('The programme is there');
  return { progress: progress.value, page: page.value };
}

/** Every count of pairs and sessions that whoever adds up and takes away can have from both pages. */
function followsFrom({ progress, page }: { progress: ProgressPage; page: SponsorPage }): [string, number][] {
  const { paired, over, across, topics, months, hours } = progress;
  const figures = new Map(page.figures.map(({ figure, value }) => [figure, value]));
  const [active, finished] = [figures.get('pairs-active'), figures.get('pairs-finished')];
  const begun = months.filter(({ planned }) => planned > 0);
  const counts: [string, number][] = [];
  const note = (what: string, count: number | undefined): void => {
    if (count !== undefined) counts.push([what, count]);
  };
  const people = [paired, ...[...progress.rounds, ...page.rounds].map(({ asked }) => asked)];
  const all = [
    ...people.flatMap((count) => (count === undefined ? [] : [count / 2])),
    ...(over === undefined || active === undefined ? [] : [over.of + active]),
  ];
  const parts: [string, number][] = [
    ...topics.map(({ pairs }): [string, number] => ['pairs of a topic', pairs]),
    ...begun.map(({ number, planned }): [string, number] => [`planned in month ${String(number)}`, planned]),
    ...Object.values(across).map(({ of }): [string, number] => ['pairs of known places', of]),
  ];
  note('active', active);
  note('finished', finished);
  for (const [what, part] of parts) {
    note(what, part);
    for (const whole of all) note(`all without ${what}`, whole - part);
  }
  if (active !== undefined && finished !== undefined) {
    const there = active + finished;
    for (const whole of all) note('ended', whole - there);
    // Where all are known, so are those that ended.
    if (all.length === 0)
      for (const [what, part] of parts) note(`at least so many ended, as ${what}`, Math.max(0, part - there));
  }
  for (const whole of all)
    for (const [what, one] of [
      ['active', active],
      ['finished', finished],
    ] as const)
      if (one !== undefined) note(`neither ${what}`, whole - one);
  if (over !== undefined) note('ended, of those over', over.of - over.finished);
  for (const { joining, of } of Object.values(across)) {
    note('joining', joining);
    note('not joining', of - joining);
  }
  for (const one of [...begun, ...(hours === undefined || hours.planned === 0 ? [] : [hours])]) {
    note('held', one.held);
    note('not held', one.planned - one.held);
  }
  for (const one of begun)
    for (const other of begun) note('ended between two months', Math.abs(one.planned - other.planned));
  return counts;
}
const few = (told: Awaited<ReturnType<typeof read>>) => followsFrom(told).filter(([, count]) => count > 0 && count < 5);

const month = fc.constantFrom<'held' | 'missed' | 'none'>('held', 'held', 'held', 'held', 'missed', 'none');
const topicChoice = fc.constantFrom(['generative-ai'], ['generative-ai', 'climate'], ['climate'], []);
/** Groups of like pairs, so that counts lie on both sides of five, and often side by side. */
const pairs = fc
  .array(
    fc.record({
      count: fc.constantFrom(1, 1, 2, 4, 5, 6, 12),
      state: fc.constantFrom('active' as const, 'finished' as const, 'ended' as const),
      months: fc.oneof(fc.constant(held), fc.tuple(month, month, month)),
      topics: topicChoice,
      knowsPlaces: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((groups) =>
    groups.flatMap(({ count, months, ...group }) =>
      many(count, {
        ...group,
        months: group.state === 'ended' ? [months[0], 'after-end', 'after-end'] : months,
      }),
    ),
  );

describe('What the sponsor reads of the pairs', () => {
  it('is nothing from which one to four pairs or sessions follow', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async (board) => {
        expect(few(await read(board))).toEqual([]);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('names no number of all pairs where one has ended', async () => {
    const { progress, page } = await read([...many(12), aPair(ended)]);
    expect(page.figures).toContainEqual({ figure: 'pairs-active', hidden: false, value: 12 });
    expect(progress).toMatchObject({ months: [], topics: [], across: {} });
    expect([progress.paired, progress.rounds[0]?.asked, page.rounds[0]?.asked]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('does not tell that one pair missed, in its month or in the sum', async () => {
    const { progress } = await read([...many(11), aPair({ months: ['held', 'missed', 'held'] })]);
    expect([progress.months, progress.hours]).toEqual([[], undefined]);
  });

  it('is all there where every count is of five and more', async () => {
    const missed = { months: ['held', 'missed', 'held'] } as const;
    const { progress, page } = await read([
      ...many(12),
      ...many(6, missed),
      ...many(5, { ...ended, topics: ['climate'] }),
    ]);
    expect(progress).toMatchObject({
      paired: 46,
      hours: { held: 53, planned: 59 },
      months: [
        { held: 23, planned: 23 },
        { held: 12, planned: 18 },
        { held: 18, planned: 18 },
      ],
      topics: [
        { topic: 'generative-ai', pairs: 18 },
        { topic: 'climate', pairs: 5 },
      ],
      across: { function: { joining: 15, of: 23 } },
    });
    expect(progress.topics.every(({ held: sessions }) => sessions === undefined)).toBe(true);
    expect(page.rounds[0]?.asked).toBe(46);
  });
});
