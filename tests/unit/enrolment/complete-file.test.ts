import { readAll } from '../../../src/kernel/read-all';
import { applyImport } from '../../../src/people-file/apply-import';
import { checkPeopleFile } from '../../../src/people-file/check-people-file';
import { confirmImport } from '../../../src/people-file/confirm-import';
import type { PeopleTable } from '../../../src/people-file/people-table';
import { readPeopleFile, type ReadPeopleFile } from '../../../src/people-file/read-people-file';
import { ok } from '../../../src/kernel/result';
import { aParticipant } from '../../helpers/factories/participant';
import { peopleTable } from '../people-file/people-table-factory';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, type Stage } from '../../helpers/stage';

const hr = actorOf('administrator-1');
const programmeId = 'passages';
const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const row = (id: string) => ({ id, name: `Person ${id}`, role: 'mentor' });

async function withPeople(...known: readonly string[]): Promise<{ stage: Stage; ports: MemoryPorts }> {
  const ports = memoryPorts();
  const participants = known.map((id) =>
    aParticipant({ id, profile: { name: `Person ${id}`, email: `${id}@x.example` } }),
  );
  return { ports, stage: await castOf(ports, { participants }) };
}

async function checked(stage: Stage, table: PeopleTable, complete = true) {
  const file = { fileName: 'all.csv', contentBase64: '', bytes: new Uint8Array(), complete };
  const read: ReadPeopleFile = (sent) => readPeopleFile(sent, () => Promise.resolve(ok(table)));
  const result = await checkPeopleFile(stage.ports, read, programmeId, file, hr, stage.context);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function imported(stage: Stage, table: PeopleTable, leaving?: number): Promise<void> {
  const { importId = '' } = await checked(stage, table);
  const confirmed = await confirmImport(stage.ports, programmeId, importId, hr, stage.context, leaving);
  if (!confirmed.ok) throw new Error(confirmed.reason);
  await applyImport(stage.ports, programmeId, importId, () => Promise.resolve(), stage.context);
}

async function states(ports: MemoryPorts): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { key, value } of readAll(ports.programmes, programmeId, 'participant')) found[key] = value.state;
  return found;
}
const audit = async (ports: MemoryPorts) =>
  (await ports.programmes.range(programmeId, 'audit', { limit: 9 })).rows.map(({ value }) => value);

describe('A file that lists everybody', () => {
  it('names in the preview who would leave, and nobody does before it is confirmed', async () => {
    const { stage, ports } = await withPeople(...ids);
    const check = await checked(stage, peopleTable(...ids.slice(0, 5).map(row)));
    expect(check).toMatchObject({
      missing: 1,
      leaving: { count: 1, people: [{ id: 'p6', name: 'Person p6' }], asksAgain: false },
    });
    expect(new Set(Object.values(await states(ports)))).toEqual(new Set(['enrolled']));
  });

  it('withdraws exactly those, and keeps who confirmed it', async () => {
    const { stage, ports } = await withPeople(...ids);
    await imported(stage, peopleTable(...ids.slice(0, 5).map(row)));
    expect(await states(ports)).toEqual({
      ...Object.fromEntries(ids.map((id) => [id, 'enrolled'])),
      p6: 'withdrawn',
    });
    expect((await ports.programmes.get(programmeId, 'participant', 'p6'))?.value.departure).toMatchObject({
      by: 'file',
    });
    expect(await audit(ports)).toMatchObject([{ what: 'absent-withdrawn', by: hr.directoryId }]);
  });

  it('says nothing of it unless HR says that it is one', async () => {
    const { stage, ports } = await withPeople(...ids);
    const check = await checked(stage, peopleTable(row('p1')), false);
    expect(check).toMatchObject({ missing: 5 });
    expect(check.leaving).toBeUndefined();
    await confirmImport(ports, programmeId, check.importId ?? '', hr, stage.context);
    await applyImport(ports, programmeId, check.importId ?? '', () => Promise.resolve(), stage.context);
    expect((await states(ports))['p6']).toBe('enrolled');
  });

  it('spares who is in a row that cannot be taken, or under another id with the same address', async () => {
    const { stage } = await withPeople(...ids);
    const table = peopleTable(
      ...ids.slice(0, 3).map((id) => ({ ...row(id), email: '' })),
      { id: 'p4', name: 'Person p4', role: 'patron', email: '' },
      { id: 'other', name: 'Person p5', role: 'mentor', email: 'P5@x.example' },
    );
    const check = await checked(stage, table);
    expect(check.leaving?.people).toEqual([{ id: 'p6', name: 'Person p6' }]);
    expect(check).toMatchObject({ accepted: 3, added: 0 });
    const refused = check.findings.find(({ reason }) => reason === 'email-of-another');
    expect(refused).toMatchObject({
      column: 'email',
      count: 1,
      examples: [{ row: 6, id: 'other', name: 'Person p5' }],
      message: { en: expect.stringContaining('identifier is p5:') as string },
    });
    expect(refused?.message.fr).toContain('dont l’identifiant est p5');
  });

  it('cannot be one where a row does not say who it is about', async () => {
    const { stage } = await withPeople(...ids);
    const check = await checked(stage, peopleTable(row('p1'), { id: '', name: 'Somebody', role: 'mentor' }));
    expect(check).toMatchObject({ nameless: 1 });
    expect(check.leaving).toBeUndefined();
  });

  it('that would take out more than a fifth is confirmed with their number, and only with it', async () => {
    const { stage, ports } = await withPeople(...ids);
    const table = peopleTable(...ids.slice(0, 4).map(row));
    const check = await checked(stage, table);
    expect(check.leaving).toMatchObject({ count: 2, asksAgain: true });
    for (const wrong of [undefined, 1, 3])
      expect(await confirmImport(ports, programmeId, check.importId ?? '', hr, stage.context, wrong)).toEqual({
        ok: false,
        reason: 'leaving-unconfirmed',
      });
    expect(await audit(ports)).toEqual([]);
    await imported(stage, table, 2);
    expect(Object.values(await states(ports)).filter((state) => state === 'withdrawn')).toHaveLength(2);
  });

  it('asks at a fifth and one, not at a fifth', async () => {
    const { stage } = await withPeople(...ids.slice(0, 5));
    expect((await checked(stage, peopleTable(...ids.slice(0, 4).map(row)))).leaving?.asksAgain).toBe(false);
    expect((await checked(stage, peopleTable(...ids.slice(0, 3).map(row)))).leaving?.asksAgain).toBe(true);
  });

  it('leaves alone who was added after the preview', async () => {
    const { stage, ports } = await withPeople(...ids.slice(0, 5));
    const check = await checked(stage, peopleTable(...ids.slice(0, 5).map(row)));
    await imported(stage, peopleTable(...[...ids.slice(0, 5), 'p9'].map(row)));
    await confirmImport(ports, programmeId, check.importId ?? '', hr, stage.context);
    await applyImport(ports, programmeId, check.importId ?? '', () => Promise.resolve(), stage.context);
    expect((await states(ports))['p9']).toBe('imported');
  });

  it('that names somebody again whom an earlier one did not brings them back to be invited; who left by themselves stays away', async () => {
    const { stage, ports } = await withPeople(...ids);
    await stage.press('p1', { verb: 'programme/leave-confirm', programmeId });
    await imported(stage, peopleTable(...ids.slice(0, 5).map(row)));
    const all = peopleTable(...ids.map(row));
    expect(await checked(stage, all)).toMatchObject({ returning: 1, leaving: { count: 0 } });
    await imported(stage, all);
    expect(await states(ports)).toMatchObject({ p1: 'withdrawn', p6: 'invited' });
    expect((await stage.queued()).map(({ kind, recipient }) => [kind, 'id' in recipient && recipient.id])).toEqual([
      ['invitation', 'p6'],
    ]);
  });

  it('done again from the start does nothing twice', async () => {
    const { stage, ports } = await withPeople(...ids);
    const { importId = '' } = await checked(stage, peopleTable(...ids.slice(0, 5).map(row)));
    await confirmImport(ports, programmeId, importId, hr, stage.context);
    const head = await ports.programmes.get(programmeId, 'import', importId);
    await applyImport(ports, programmeId, importId, () => Promise.resolve(), stage.context);
    const once = JSON.stringify((await ports.programmes.get(programmeId, 'participant', 'p6'))?.value);
    const applied = await ports.programmes.get(programmeId, 'import', importId);
    if (head === undefined || applied === undefined) throw new Error('no import');
    await ports.programmes.commit(programmeId, [
      { op: 'replace', kind: 'import', key: importId, value: head.value, etag: applied.etag },
    ]);
    await applyImport(ports, programmeId, importId, () => Promise.resolve(), stage.context);
    expect(JSON.stringify((await ports.programmes.get(programmeId, 'participant', 'p6'))?.value)).toBe(once);
  });
});
