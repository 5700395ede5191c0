/* scipy's linear_sum_assignment in a process of its own, which times the call alone on a matrix it reads from a file. */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const pythons = ['/usr/bin/python3', 'python3'];

/** Answers a line `file size` with the milliseconds of the call and the chosen column of every row. */
const program = `
import json, sys, time
import numpy
from scipy.optimize import linear_sum_assignment
for line in sys.stdin:
    path, size = json.loads(line)
    cost = numpy.fromfile(path, dtype=numpy.float64).reshape(size, size)
    begun = time.perf_counter()
    rows, columns = linear_sum_assignment(cost)
    spent = (time.perf_counter() - begun) * 1000
    print(json.dumps([spent, columns.tolist()]), flush=True)
`;

/** `undefined`, said aloud, where no Python with scipy is found. */
export function startScipy(say) {
  const found = pythons
    .map((python) => ({
      python,
      asked: spawnSync(python, ['-c', 'import scipy; print(scipy.__version__)'], { encoding: 'utf8' }),
    }))
    .find(({ asked }) => asked.status === 0);
  if (found === undefined) {
    say('Compared without scipy, which is not there (Debian: apt-get install python3-scipy).');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-scipy-'));
  const child = spawn(found.python, ['-c', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    name: `scipy ${found.asked.stdout.trim()} linear_sum_assignment`,
    /** Writes costs, by row, where the process finds them. */
    keep(key, costs) {
      writeFileSync(join(folder, key), costs);
    },
    async solve(key, size) {
      child.stdin.write(`${JSON.stringify([join(folder, key), size])}\n`);
      const { value } = await lines.next();
      const [milliseconds, columns] = JSON.parse(value);
      return { milliseconds, columns };
    },
    close() {
      child.stdin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
