import { computeDraft } from '../../../src/draft/compute-draft';
import { foldChanges } from '../../../src/board/fold-changes';
import { listUnreadable } from '../../../src/hr-page/list-unreadable';
import { noteUnreadable } from '../../../src/programme/note-unreadable';
import { readOverview } from '../../../src/hr-page/overview';
import { refreshReach } from '../../../src/programme/refresh-reach';
import { runDue } from '../../../src/dispatch/run-due';
import { dueKey, type DueWork } from '../../../src/domain/due-work';
import { aPair, aProposal } from '../../helpers/factories/pair';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, directoryIdOf, mentorAndMentee, put } from '../../helpers/stage';

const id = 'passages';
const damaged = { code: 'rows-unreadable' };

async function due(ports: ReturnType<typeof memoryPorts>, work: Pick<DueWork, 'kind' | 'at' | 'ref'>) {
  const due: DueWork = { ...work, occurrence: '', correlationId: 'c' };
  await put(ports, id, 'due', dueKey(due), due);
  const stored = await ports.programmes.get(id, 'due', dueKey(due));
  if (stored === undefined) throw new Error('no due work');
  return stored;
}

describe('A row that cannot be read', () => {
  it.each(['pair', 'proposal', 'participant', 'line'] as const)(
    'of kind %s stops a draft: nobody is paired a second time because of it',
    async (kind) => {
      const ports = memoryPorts();
      const stage = await castOf(ports);
      await put(ports, id, 'pair', 'pair-1', aPair({ mentorId: 'M1', menteeId: 'S1' }));
      await put(ports, id, 'proposal', 'pair-1', aProposal({ mentorId: 'M1', menteeId: 'S1' }));
      await put(ports, id, 'line', 'X1', { managerId: 'X2' });
      await put(ports, id, 'draft', 'd', { id: 'd', state: 'queued', seed: 1, revision: 1 } as never);
      ports.programmes.damage(kind, { pair: 'pair-1', proposal: 'pair-1', participant: 'S1', line: 'X1' }[kind]);
      const pairer = () => Promise.reject(new Error('was asked'));
      await expect(computeDraft(ports, pairer, id, 'd', () => Promise.resolve(), stage.context)).rejects.toMatchObject(
        damaged,
      );
    },
  );

  it('of a team stops the search for people: nobody loses their address because of it', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports);
    const team = { teamId: 't', name: 'T', serviceUrl: 's', seenAt: stage.now };
    await ports.tenants.commit('tenant', [{ op: 'insert', kind: 'team', key: 't', value: team }]);
    ports.tenants.damage('team', 't');
    const directory = { members: () => Promise.resolve([]), channels: () => Promise.resolve([]) };
    await expect(refreshReach(ports, directory, id, stage.context)).rejects.toMatchObject(damaged);
    expect(await ports.people.get(directoryIdOf('M1'), 'reference', 'reference')).toBeDefined();
  });

  it('of a pair holds up the end of no other pair, and the end is tried again', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { programme: { state: 'running' } });
    for (const key of ['pair-1', 'pair-2'])
      await put(ports, id, 'pair', key, aPair({ id: key, mentorId: 'M1', menteeId: 'S1' }));
    ports.programmes.damage('pair', 'pair-1');
    const end = await due(ports, { kind: 'programme-close', at: stage.now, ref: id });
    await expect(runDue(ports, id, end, stage.context)).rejects.toMatchObject(damaged);
    expect((await ports.programmes.get(id, 'pair', 'pair-2'))?.value.state).not.toBe('active');
    expect(await ports.programmes.get(id, 'due', end.key)).toBeDefined();
  });

  it('of one person holds up the survey of nobody else', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { participants: mentorAndMentee(), programme: { state: 'running' } });
    await put(ports, id, 'pair', 'pair-1', aPair({ mentorId: 'M1', menteeId: 'S1' }));
    await put(ports, id, 'survey-round', 'midpoint', {
      id: 'midpoint',
      instrument: 'midpoint',
      opensAt: stage.now,
      closesAt: '2027-02-11T09:00:00.000Z',
      state: 'planned',
      revision: 1,
    });
    ports.programmes.damage('participant', 'M1');
    const open = await due(ports, { kind: 'survey-open', at: stage.now, ref: 'midpoint' });
    await expect(runDue(ports, id, open, stage.context)).rejects.toMatchObject({ code: 'row-unreadable' });
    await expect(runDue(ports, id, open, stage.context)).rejects.toMatchObject({ code: 'row-unreadable' });
    expect((await stage.queued()).map(({ recipient }) => recipient)).toEqual([{ to: 'participant', id: 'S1' }]);
  });

  it('holds up no fold, be it a change or a person of a pair', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { programme: { state: 'running' } });
    await put(ports, id, 'pair', 'pair-1', aPair({ mentorId: 'M1', menteeId: 'S1' }));
    for (const key of ['a', 'b'])
      await put(ports, id, 'change', key, {
        at: stage.now,
        id: key,
        what: 'seed',
        correlationId: 'c',
        by: 'system',
        pairIds: ['pair-1'],
        counts: { 'pairs.active': 1 },
      });
    ports.programmes.damage('change', 'a');
    ports.programmes.damage('participant', 'M1');
    expect(await foldChanges(ports, id, stage.context)).toBe(1);
    expect(await stage.counts()).toMatchObject({ 'pairs.active': 1 });
  });

  it('is told to HR by its kind and key, once, until it can be read again', async () => {
    const ports = memoryPorts();
    await castOf(ports);
    const row = { kind: 'participant', key: 'M1', code: 'row-unreadable' };
    ports.programmes.damage('participant', 'M1');
    await noteUnreadable(ports, id, row);
    await noteUnreadable(ports, id, row);
    const overview = await readOverview(ports, id, { language: 'fr', now: '2027-01-11T09:00:00.000Z' });
    expect(overview.ok && overview.value.unreadable).toEqual([{ kind: 'participant', key: 'M1' }]);
    await noteUnreadable(ports, id, { ...row, key: 'S1' });
    expect(await listUnreadable(ports, id)).toEqual([{ kind: 'participant', key: 'M1' }]);
    expect(ports.programmes.dump().filter(({ kind }) => kind === 'unreadable')).toHaveLength(1);
  });

  it('whose kind or key would tell who asked for something is told as one line without it', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports);
    await put(ports, id, 'pair-ending', 'pair-1', {
      pairId: 'pair-1',
      tellAt: { mentor: stage.now, mentee: stage.now },
      told: [],
      asked: {},
    });
    await put(ports, id, 'asked', 'S1|x', { proposalId: 'x' });
    for (const [kind, key] of [
      ['pair-ending', 'pair-1'],
      ['asked', 'S1|x'],
    ] as const) {
      ports.programmes.damage(kind, key);
      await noteUnreadable(ports, id, { kind, key, code: 'row-unreadable' });
    }
    expect(await listUnreadable(ports, id)).toEqual([{ kind: 'confidential', key: '' }]);
  });
});
