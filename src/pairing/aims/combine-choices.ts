import { exchangeParts } from './combine-edges';
import type { AimedChoice } from './price-aims';
import { asChoice, nodesFor, type AimStudy } from './run-program';
import type { Asked } from './search-bonuses';
import type { Program, ProgramRow } from './solve-program';
import { splitDifference, type DifferencePart } from '../assignment/split-difference';

/**
 * The best choice that does what is asked and is made of the first choice with parts of the others: wherever two differ, either may be
 * had. A programme of a hundred parts says which. It joins the choices that are known.
 */
export function combineChoices(
  study: AimStudy,
  asked: Asked,
  [base, ...others]: readonly AimedChoice[],
): AimedChoice | undefined {
  if (base === undefined) return undefined;
  const { pricing, solveProgram } = study;
  const parts = partsOf(study, base, others);
  const { state, values } = solveProgram(programOf(study, asked, base, parts), nodesFor(parts.length));
  if (state === 'none' || values === undefined) return undefined;
  const taken = parts.filter((_, index) => (values[index] as number) > 0.5).map(({ part }) => part);
  return asChoice(pricing, exchangeParts(base.edges, taken));
}

interface Exchange {
  readonly part: DifferencePart;
  readonly gain: number;
  readonly sums: readonly number[];
}

function partsOf({ pricing }: AimStudy, base: AimedChoice, others: readonly AimedChoice[]): readonly Exchange[] {
  const known = new Set<string>();
  return others.flatMap(({ edges }) =>
    splitDifference(pricing.problem, base.edges, edges).flatMap((part): Exchange[] => {
      const key = `${part.out.map(String).sort().join(' ')} ${part.into.map(String).sort().join(' ')}`;
      if (known.has(key)) return [];
      known.add(key);
      const [into, out] = [pricing.choiceOf(part.into), pricing.choiceOf(part.out)];
      return [
        { part, gain: into.total - out.total, sums: into.sums.map((sum, aim) => sum - (out.sums[aim] as number)) },
      ];
    }),
  );
}

/** Each part is taken or not; two that share a row or a column are not both taken. */
function programOf({ pricing }: AimStudy, asked: Asked, base: AimedChoice, parts: readonly Exchange[]): Program {
  const { rows, columns } = pricing.problem;
  const touching = Array.from({ length: rows + columns }, (): number[] => []);
  parts.forEach(({ part }, index) => {
    const lines = new Set([...part.out, ...part.into].flatMap(([row, column]) => [row, rows + column]));
    for (const line of lines) touching[line]?.push(index);
  });
  const every = parts.map((_, index) => index);
  return {
    columns: {
      gain: parts.map(({ gain }) => gain),
      lower: parts.map(() => 0),
      upper: parts.map(() => 1),
      whole: parts.map(() => true),
    },
    rows: [
      ...touching
        .filter((list) => list.length > 1)
        .map((list): ProgramRow => ({ lower: -Infinity, upper: 1, columns: list, factors: list.map(() => 1) })),
      ...asked.map(({ aim, least }): ProgramRow => ({
        lower: least - (base.sums[aim] as number),
        upper: Infinity,
        columns: every,
        factors: parts.map(({ sums }) => sums[aim] as number),
      })),
    ],
  };
}
