import { foldChanges } from '../../../src/board/fold-changes';
import { emptyBoard } from '../../../src/domain/board';
import { memoryPorts } from '../../helpers/memory-ports';
import { seedProgramme } from '../../helpers/test-ports';

const before = '2027-01-11T09:00:00.000Z';
const now = '2027-01-11T09:05:00.000Z';

/** The head of the board before and after a change with these counts is folded. */
async function folded(counts: Readonly<Record<string, number>>) {
  const ports = memoryPorts();
  const head = { ...emptyBoard(before), version: 7, counts: { 'sessions.held': 3 } };
  const change = { id: 'c1', at: now, type: 'something', actor: 'system', correlationId: 'c', counts };
  await seedProgramme(ports, 'passages', { board: { head }, change: { c1: change as never } });
  expect(await foldChanges(ports, 'passages', { now, correlationId: 'c' })).toBe(1);
  return (await ports.programmes.get('passages', 'board', 'head'))!.value;
}

describe('HR’s board', () => {
  it('has another version and moment when a figure moves that is told as it is', async () => {
    expect(await folded({ 'sessions.held': 1 })).toMatchObject({
      version: 8,
      foldedAt: now,
      counts: { 'sessions.held': 4 },
    });
  });

  it.each(['responses.baseline.answered', 'responses.baseline.skipped'])(
    'keeps both when %s moves, so that nobody reads there that somebody answered',
    async (name) => {
      expect(await folded({ [name]: 1 })).toMatchObject({ version: 7, foldedAt: before, counts: { [name]: 1 } });
    },
  );
});
