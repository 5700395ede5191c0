import fc from 'fast-check';
import { json, run } from './command-runner';

type Row = readonly [
  person: string,
  role: string,
  group: string,
  survey: string,
  question: string,
  value: string | number,
];

const head = 'person,role,group,survey,question,value';
const csv = (rows: readonly Row[], separator = ','): string =>
  [head.replaceAll(',', separator), ...rows.map((row) => row.join(separator))].join('\n');
const measure = (file: string | Uint8Array, ...more: string[]): ReturnType<typeof run> =>
  run(['measure', '--answers', 'a.csv', ...more], { 'a.csv': file });

/** Mentees whose confidence was `before` and is `after`. */
const changes = (before: readonly number[], after: readonly number[], group = 'participant'): Row[] =>
  before.flatMap((value, place): Row[] => [
    [`${group}${String(place)}`, 'mentee', group, 'baseline', 'confidence', value],
    [`${group}${String(place)}`, 'mentee', group, 'closing', 'confidence', after[place]!],
  ]);
const six = changes([2, 3, 2.5, 3, 4, 2], [3, 3.5, 3, 2, 5, 4]);

describe('passerelle measure', () => {
  it('tells the change of those who gave both answers with Student’s interval, and who is missing', async () => {
    const result = await measure(csv([...six, ['x', 'mentee', 'participant', 'baseline', 'confidence', 1]]), '--json');
    expect(result).toMatchObject({ code: 0, err: '' });
    const { measures, proportions, promoters } = json(result);
    expect(measures).toEqual([
      {
        question: 'confidence',
        role: 'mentee',
        n: 6,
        missing: 1,
        before: 2.75,
        // scipy 1.17.1: ttest_rel(after, before).confidence_interval(0.95), mean / std(ddof=1)
        after: expect.closeTo(3.4166666666666665, 12),
        change: expect.closeTo(0.6666666666666666, 12),
        low: expect.closeTo(-0.36513014321133996, 10),
        high: expect.closeTo(1.6984634765446733, 10),
        effectSize: expect.closeTo(0.6780635036208104, 10),
        hidden: false,
      },
    ]);
    expect(proportions).toEqual([]);
    expect(promoters).toEqual({ n: null, score: null, low: null, high: null, hidden: true });
  });

  it('tells nothing but the name of what is about four people', async () => {
    const rows: Row[] = [
      ...six.slice(0, 8),
      ...[9, 10, 3, 8].map((value, place): Row => [
        `p${String(place)}`,
        'mentee',
        'participant',
        'closing',
        'again',
        value,
      ]),
      ...['yes', 'no', 'yes', 'yes'].map((value, place): Row => [
        `p${String(place)}`,
        'mentee',
        'participant',
        'closing',
        'talks',
        value,
      ]),
    ];
    const told = json(await measure(csv(rows), '--json'));
    expect(told.measures).toMatchObject([{ question: 'confidence', role: 'mentee', hidden: true }]);
    expect(told.proportions).toMatchObject([{ name: 'talks', hidden: true }]);
    expect(told.promoters.hidden).toBe(true);
    for (const line of [...told.measures, ...told.proportions, told.promoters])
      expect(Object.values(line).filter((value) => typeof value === 'number')).toEqual([]);
    expect((await measure(csv(rows))).out).not.toMatch(/\d\.\d/u);
  });

  it('tells shares and promoters of the participants', async () => {
    const answers = [10, 9, 9, 8, 7, 6, 0].flatMap((value, place): Row[] => [
      [`p${String(place)}`, 'mentor', 'participant', 'closing', 'again', value],
      [`p${String(place)}`, 'mentor', 'participant', 'closing', 'talks', place < 3 ? 'yes' : 'no'],
      [`p${String(place)}`, 'mentor', 'participant', 'baseline', 'tool-use', place < 2 ? 'weekly' : 'never'],
      [`w${String(place)}`, 'mentor', 'waiting', 'closing', 'talks', 'yes'],
    ]);
    const { proportions, promoters } = json(await measure(csv(answers), '--json'));
    expect(proportions).toMatchObject([
      { name: 'talks', k: 3, n: 7, share: 3 / 7, hidden: false },
      { name: 'tool-use, baseline', k: 2, n: 7, hidden: false },
    ]);
    expect(promoters).toMatchObject({ n: 7, score: expect.closeTo(100 / 7, 10), hidden: false });
  });

  it('finds the question of promoters by its answers where it has another name', async () => {
    const rows = [10, 9, 9, 8, 7].map((value, place): Row => [
      `p${String(place)}`,
      'mentor',
      'participant',
      'closing',
      'nps',
      value,
    ]);
    expect(json(await measure(csv(rows), '--json')).promoters).toMatchObject({ n: 5, score: 60 });
  });

  it('compares with those who waited where there are some', async () => {
    const waiting = changes([2, 3, 2, 3, 4], [2, 3, 3, 3, 4], 'waiting');
    const { measures, comparisons } = json(await measure(csv([...six, ...waiting]), '--json'));
    expect(measures).toMatchObject([{ n: 6 }]);
    expect(comparisons).toMatchObject([
      { question: 'confidence', n: 6, waiting: 5, difference: expect.closeTo(2 / 3 - 0.2, 10), hidden: false },
    ]);
  });

  it('reads a mark of UTF-8, semicolons, a decimal comma, columns in any order, and leaves out other surveys', async () => {
    const other: Row = ['participant0', 'mentee', 'participant', 'pulse-1', 'heard', 4];
    const file = `\ufeff${csv([...six, other], ';').replaceAll('2.5', '2,5')}`;
    const result = await measure(file, '--json');
    expect(json(result).measures).toEqual(json(await measure(csv(six), '--json')).measures);
    expect(result.err).toContain('One row of another survey');
    const turned = csv(six)
      .split('\n')
      .map((line) => line.split(',').reverse().join(','))
      .join('\n');
    expect((await measure(turned, '--json')).out).toBe((await measure(csv(six), '--json')).out);
  });

  it('does not depend on the order of rows', async () => {
    const expected = json(await measure(csv(six), '--json')).measures[0];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(six, { minLength: six.length }), async (rows) => {
        const [figure] = json(await measure(csv(rows), '--json')).measures;
        for (const [name, value] of Object.entries(figure))
          if (typeof value === 'number') expect(value).toBeCloseTo(expected[name], 10);
          else expect(value).toBe(expected[name]);
      }),
      { numRuns: 20 },
    );
  });

  const good: Row = ['p1', 'mentee', 'participant', 'closing', 'confidence', 4];
  const put = (place: number, value: string): Row => Object.assign([...good], { [place]: value }) as unknown as Row;
  it.each<[string, string, number, string]>([
    ['an empty file', '', 1, 'the file is empty'],
    [
      'a missing column',
      'person,role,group,survey,question\n1,mentee,participant,closing,q',
      1,
      'the column value is missing',
    ],
    ['a column twice', `${head},value\n`, 1, 'the column value is there more than once'],
    ['no person', csv([put(0, ' ')]), 2, 'the cell is empty'],
    ['an unknown role', csv([good, put(1, 'boss')]), 3, '“boss” is not a role'],
    ['an unknown group', csv([put(2, 'control')]), 2, '“control” is not a group'],
    ['an unknown survey', csv([put(3, 'middle')]), 2, '“middle” is not a survey'],
    ['a word', csv([put(5, 'much')]), 2, '“much” is not a number'],
    ['a formula', csv([put(5, '=1+1')]), 2, 'is not a number'],
    ['NaN', csv([put(5, 'NaN')]), 2, 'is not a number'],
    ['too much', csv([put(5, '6')]), 2, '“6” is outside the scale, 1 to 5'],
    ['too little', csv([put(5, '-1')]), 2, 'outside the scale'],
    ['too large a number', csv([put(5, '1e300')]), 2, 'outside the scale'],
    ['part of a promoter', csv([['p', 'mentor', 'participant', 'closing', 'again', '9.5']]), 2, 'not a whole number'],
    [
      'another tool',
      csv([['p', 'mentor', 'participant', 'closing', 'tool-use', 'often']]),
      2,
      'not one of the answers',
    ],
    ['the same twice', csv([good, put(5, '5')]), 3, 'already answered this question in row 2'],
    ['two groups', csv([good, put(4, 'heard'), put(2, 'waiting')]), 4, 'in the other group'],
    ['100,000 characters', csv([put(5, 'x'.repeat(100_000))]), 2, '200 characters at most'],
    ['100,000 digits', csv([put(5, '1'.repeat(100_000))]), 2, '200 characters at most'],
    ['too many cells', `${csv([good])},7`, 2, 'more cells'],
    ['a quote that is open', `${csv([good])}\n"p2,mentee,participant`, 1, 'a quote is not closed'],
    [
      'a quote within a cell',
      `${csv([good])}\np2 "b",mentee,participant,baseline,meaning,4`,
      1,
      'a quote is not closed',
    ],
  ])('refuses %s with its row, and measures nothing', async (_, file, row, why) => {
    const result = await measure(file);
    expect(result).toMatchObject({ code: 1, out: '' });
    expect(result.err).toContain(`row ${String(row)}`);
    expect(result.err).toContain(why);
    expect(result.err.length).toBeLessThan(400);
    const told = json(await measure(file, '--json'));
    expect(told).toMatchObject({ measures: [], promoters: { hidden: true }, rejected: [{ row }] });
    expect((await measure(file, '--lang', 'fr')).err).toContain(`ligne ${String(row)}`);
  });

  it('lists twenty of many reasons', async () => {
    const result = await measure(
      csv(
        Array.from(
          { length: 30 },
          (_, place) => put(5, `x${String(place)}`).with(0, `p${String(place)}`) as unknown as Row,
        ),
      ),
    );
    expect(result.err).toContain('30 things to mend');
    expect(result.err).toContain('and 10 more');
  });

  it('says that there is nothing to measure', async () => {
    expect(await measure(head)).toMatchObject({ code: 1, err: expect.stringContaining('no answer') });
  });

  it('answers a missing file and a missing option as wrong usage', async () => {
    expect(await run(['measure', '--answers', 'nowhere.csv'])).toMatchObject({ code: 2, out: '' });
    expect(await run(['measure'])).toMatchObject({ code: 2, out: '' });
  });

  it('moves no cursor with what a cell holds', async () => {
    const result = await measure(csv([put(2, '\u001b[2Jx')]));
    expect(result.err).not.toContain('\u001b');
  });
});
