import type { ProgrammeState } from '../../../src/domain/programme';
import { reachNewcomers } from '../../../src/programme/reach-newcomers';
import type { JobState } from '../../../src/domain/job';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';

const context = { now: '2026-11-23T09:00:00.000Z', correlationId: 'c' };

async function withProgrammes(states: Readonly<Record<string, ProgrammeState>>): Promise<MemoryPorts> {
  const ports = memoryPorts();
  for (const [id, state] of Object.entries(states))
    await ports.tenants.commit('tenant', [
      { op: 'insert', kind: 'entry', key: id, value: { id, name: { fr: id, en: id }, state } },
    ]);
  return ports;
}

const setState = async (ports: MemoryPorts, state: JobState): Promise<void> => {
  const { rows } = await ports.programmes.range('passages', 'job', { limit: 10 });
  for (const { key, value, etag } of rows)
    await ports.programmes.commit('passages', [{ op: 'replace', kind: 'job', key, value: { ...value, state }, etag }]);
};

describe('People who come into a team', () => {
  it('are looked up in every programme that may await them', async () => {
    const ports = await withProgrammes({ a: 'setup', b: 'enrolling', c: 'running', d: 'paused', e: 'closed' });
    await reachNewcomers(ports, context);
    expect(ports.notices.map((notice) => notice.programmeId)).toEqual(['a', 'b', 'c']);
    const { rows } = await ports.programmes.range('a', 'job', { limit: 10 });
    expect(rows.map((row) => [row.value.kind, row.value.state])).toEqual([['reach', 'queued']]);
  });

  it.each<[JobState, number]>([
    ['queued', 1],
    ['failed', 1],
    ['running', 2],
    ['done', 2],
    ['dead', 2],
    ['cancelled', 2],
  ])('while the last look-up is %s: %d look-ups in all', async (state, started) => {
    const ports = await withProgrammes({ passages: 'running' });
    await reachNewcomers(ports, context);
    await setState(ports, state);
    await reachNewcomers(ports, context);
    expect(ports.notices).toHaveLength(started);
  });
});
