import { checkReach } from '../../../src/programme/check-reach';
import type { ProgrammeState } from '../../../src/domain/programme';
import { aProgramme } from '../../helpers/factories/programme';
import { memoryPorts } from '../../helpers/memory-ports';
import { put } from '../../helpers/stage';

const at = (now: string) => ({ now, correlationId: 'c' });

describe('Looking everybody up again', () => {
  it.each<[ProgrammeState, boolean]>([
    ['setup', false],
    ['enrolling', true],
    ['running', true],
    ['paused', false],
    ['closed', false],
  ])('in a programme that is %s: %s', async (state, started) => {
    const ports = memoryPorts();
    await put(ports, 'passages', 'programme', 'programme', aProgramme({ state }));
    expect(await checkReach(ports, 'passages', at('2026-11-23T09:00:00.000Z'))).toBe(started);
    expect(ports.notices).toHaveLength(started ? 1 : 0);
  });

  it('happens once a day, whoever started the last one', async () => {
    const ports = memoryPorts();
    await put(ports, 'passages', 'programme', 'programme', aProgramme({ state: 'enrolling' }));
    const started: boolean[] = [];
    for (const now of [
      '2026-11-23T09:00:00.000Z',
      '2026-11-23T10:00:00.000Z',
      '2026-11-24T08:59:59.000Z',
      '2026-11-24T09:00:01.000Z',
    ])
      started.push(await checkReach(ports, 'passages', at(now)));
    expect(started).toEqual([true, false, false, true]);
  });
});
