/* The peer of several aims: HiGHS over the whole mixed-integer programme, every edge in it. */
import { installed } from './product.mjs';

/** A function that returns the greatest total of `count` edges which meet the aims; `asked` are units of each. */
export async function wholeProgramme() {
  const highs = await installed('highs')();
  const { modelStatus, objectiveSense } = highs.constants;
  return ({ rows, columns, score, forbidden }, aims, asked, count) => {
    const edges = [...score.keys()].filter((edge) => score[edge] !== forbidden);
    const lines = [
      ...Array.from({ length: rows }, (_, row) => [
        edges.map((edge) => Number(Math.floor(edge / columns) === row)),
        -Infinity,
        1,
      ]),
      ...Array.from({ length: columns }, (_, column) => [
        edges.map((edge) => Number(edge % columns === column)),
        -Infinity,
        1,
      ]),
      [edges.map(() => 1), count, count],
      ...aims.map(({ edges: { rowGroups, columnGroups, weights } }, index) => [
        edges.map((edge) => weights[rowGroups[Math.floor(edge / columns)]][columnGroups[edge % columns]]),
        asked[index],
        Infinity,
      ]),
    ].map(([factors, lower, upper]) => {
      const held = [...factors.keys()].filter((column) => factors[column] !== 0);
      return { held, factors: held.map((column) => factors[column]), lower, upper };
    });
    const starts = new Int32Array(lines.length + 1);
    lines.forEach(({ held }, index) => (starts[index + 1] = starts[index] + held.length));
    const size = { numCols: edges.length, numRows: lines.length };
    const model = highs.createModel({
      ...size,
      sense: objectiveSense.maximize,
      colCost: Float64Array.from(edges, (edge) => score[edge]),
      colLower: new Float64Array(edges.length),
      colUpper: new Float64Array(edges.length).fill(1),
      rowLower: Float64Array.from(lines, ({ lower }) => lower),
      rowUpper: Float64Array.from(lines, ({ upper }) => upper),
      matrix: {
        ...size,
        format: 'csr',
        starts,
        indices: Int32Array.from(lines.flatMap(({ held }) => held)),
        values: Float64Array.from(lines.flatMap(({ factors }) => factors)),
      },
      integrality: new Int32Array(edges.length).fill(1),
    });
    try {
      model.options.set({ output_flag: false, mip_rel_gap: 0 });
      model.run();
      if (model.getModelStatus() !== modelStatus.optimal) throw new Error('HiGHS came to no end');
      return Math.round(model.getObjectiveValue());
    } finally {
      model.dispose();
    }
  };
}
