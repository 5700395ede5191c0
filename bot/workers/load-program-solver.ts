import loadHighs from 'highs';
import type { Program, SolveProgram } from '../../src/pairing/aims/solve-program';

/** A guard only: what is found in time does not depend on the machine, for the nodes are counted. */
const longestSeconds = 120;

/** HiGHS in WebAssembly (one thread, the same numbers on every machine), compiled when this is called: it takes a tenth of a second. */
export async function loadProgramSolver(): Promise<SolveProgram> {
  const highs = await loadHighs();
  const { modelStatus, objectiveSense } = highs.constants;
  return (program, nodes) => {
    const model = highs.createModel({ ...matrixOf(program), sense: objectiveSense.maximize });
    try {
      model.options.set({
        output_flag: false,
        random_seed: 0,
        time_limit: longestSeconds,
        mip_max_nodes: nodes,
        mip_rel_gap: 0,
        mip_abs_gap: 0.5,
        // Beginning again with what was fixed takes twice the time on assignments, and heuristics find what is known already.
        mip_allow_restart: false,
        ...(program.start === undefined ? {} : { mip_heuristic_effort: 0 }),
      });
      if (program.start !== undefined) model.setSolution({ colValue: Float64Array.from(program.start) });
      model.run();
      const status = model.getModelStatus();
      const found = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
      const values = found ? { values: model.getSolution().colValue } : {};
      if (status === modelStatus.optimal) return { state: 'best', bound: model.getObjectiveValue(), ...values };
      if (status === modelStatus.infeasible) return { state: 'none', bound: -Infinity };
      const bound = program.columns.whole.includes(true) ? Number(model.info.get('mip_dual_bound')) : Infinity;
      return { state: 'open', bound, ...values };
    } finally {
      model.dispose();
    }
  };
}

/** The programme as sparse rows. */
function matrixOf({ columns, rows }: Program) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index + 1] = (starts[index] as number) + row.columns.length;
  });
  const numCols = columns.gain.length;
  const numRows = rows.length;
  return {
    numCols,
    numRows,
    colCost: Float64Array.from(columns.gain),
    colLower: Float64Array.from(columns.lower),
    colUpper: Float64Array.from(columns.upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      format: 'csr' as const,
      numCols,
      numRows,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.factors)),
    },
    ...(columns.whole.includes(true) ? { integrality: Int32Array.from(columns.whole, Number) } : {}),
  };
}
