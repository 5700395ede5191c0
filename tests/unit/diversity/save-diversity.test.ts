import { readAll } from '../../../src/kernel/read-all';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import { forgetDiversityAnswers } from '../../../src/diversity/forget-answers';
import type { Action } from '../../../src/dispatch/actions';
import { savePlan } from '../../../src/programme/save-plan';
import type { ProgrammeRows } from '../../../src/domain/rows';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { aParticipant } from '../../helpers/factories/participant';
import { aPlan } from '../../helpers/factories/programme';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, mentorAndMentee, type Stage } from '../../helpers/stage';

const programmeId = 'passages';
const both = { gender: true, ageBand: true };
const hr = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };

async function aStage(diversity: { gender?: boolean; ageBand?: boolean } = both): Promise<Stage> {
  return castOf(memoryPorts(), {
    programme: { plan: { diversity } },
    participants: [...mentorAndMentee(), aParticipant({ id: 'invited', state: 'invited' })],
  });
}
const gender = (value: 'woman' | 'man' | 'non-binary' | ''): Action => ({
  verb: 'diversity/save',
  programmeId,
  attribute: 'gender',
  gender: value,
});
const ageBand: Action = { verb: 'diversity/save', programmeId, attribute: 'ageBand', ageBand: '40-49' };
const show: Action = { verb: 'diversity/show', programmeId };
const withdraw = (attribute: 'gender' | 'ageBand'): Action => ({ verb: 'diversity/withdraw', programmeId, attribute });

const compositionOf = async ({ ports }: Stage, id: string) =>
  (await ports.programmes.get(programmeId, 'diversity', id))?.value;
const answersOf = async (stage: Stage, id: string) => {
  const { view } = await stage.press(id, show);
  return view.card === 'diversity' ? view.answers : view;
};

/** Every row of the programme but those of the mix, with its etag where `etags`. */
async function otherRows({ ports }: Stage): Promise<unknown> {
  const kinds = [
    'participant',
    'change',
    'audit',
    'due',
    'queued',
    'projection',
    'board',
    'board-part',
    'ledger',
    'job',
  ];
  const rows: unknown[] = [];
  for (const kind of kinds as (keyof ProgrammeRows)[])
    for await (const { key, value } of readAll(ports.programmes, programmeId, kind)) rows.push([kind, key, value]);
  return rows;
}

async function replan(stage: Stage, diversity: { gender?: boolean; ageBand?: boolean }): Promise<void> {
  const programme = await stage.ports.programmes.get(programmeId, 'programme', 'programme');
  const plan = { ...aPlan({ ...(programme?.value.plan as object), diversity }) };
  const done = await savePlan(stage.ports, plan, hr, stage.context, { revision: programme?.value.revision });
  expect(done).toMatchObject({ ok: true });
}

describe('What a person says of themselves for the mix of the programme', () => {
  it('is asked only where the programme asks, each by itself, of somebody who is in', async () => {
    expect(await answersOf(await aStage({}), 'M1')).toEqual({ card: 'notice', notice: 'not-allowed' });
    const one = await aStage({ gender: false, ageBand: true });
    expect(await answersOf(one, 'M1')).toEqual([{ attribute: 'ageBand' }]);
    expect((await one.press('M1', gender('woman'))).view).toMatchObject({ notice: 'not-allowed' });
    const stage = await aStage();
    expect(await answersOf(stage, 'M1')).toEqual([{ attribute: 'gender' }, { attribute: 'ageBand' }]);
    expect((await stage.press('invited', gender('woman'))).view).toMatchObject({ notice: 'not-allowed' });
    expect((await stage.press('nobody', gender('woman'))).view).toMatchObject({ notice: 'not-found' });
    expect(await compositionOf(stage, 'invited')).toBeUndefined();
  });

  it('is a yes of its own for each, with its date, and can be changed; twice the same changes nothing', async () => {
    const stage = await aStage();
    const since = stage.now;
    expect(await stage.press('M1', gender('woman'))).toMatchObject({
      changed: true,
      view: { answers: [{ attribute: 'gender', value: 'woman', since }, { attribute: 'ageBand' }] },
    });
    expect(await stage.press('M1', gender('woman'))).toMatchObject({ changed: false });
    stage.now = '2027-02-01T09:00:00.000Z';
    await stage.press('M1', ageBand);
    await stage.press('M1', gender('non-binary'));
    expect(await answersOf(stage, 'M1')).toEqual([
      { attribute: 'gender', value: 'non-binary', since },
      { attribute: 'ageBand', value: '40-49', since: stage.now },
    ]);
    expect(await answersOf(stage, 'S1')).toEqual([{ attribute: 'gender' }, { attribute: 'ageBand' }]);
  });

  it('of a card with both questions takes only the one that was pressed', async () => {
    const stage = await aStage();
    await stage.press('M1', { ...(gender('woman') as object), ageBand: '30-39' } as Action);
    expect(Object.keys((await compositionOf(stage, 'M1')) ?? {})).toEqual(['gender']);
    await stage.press('M1', { verb: 'diversity/save', programmeId, attribute: 'gender' });
    expect(await compositionOf(stage, 'M1')).toMatchObject({ gender: { value: 'woman' } });
  });

  it.each([
    ['in one press', withdraw('gender')],
    ['with an empty answer', gender('')],
  ])('is withdrawn %s: the value is erased at once, and the row with the last one', async (_how, press) => {
    const stage = await aStage();
    await stage.press('M1', gender('man'));
    await stage.press('M1', ageBand);
    expect(await stage.press('M1', press)).toMatchObject({
      changed: true,
      view: { answers: [{ attribute: 'gender' }, { attribute: 'ageBand', value: '40-49' }] },
    });
    expect(JSON.stringify(await compositionOf(stage, 'M1'))).not.toContain('man');
    await stage.press('M1', withdraw('ageBand'));
    expect(await compositionOf(stage, 'M1')).toBeUndefined();
    expect(await stage.press('M1', press)).toMatchObject({ changed: false });
  });

  it('leaves no other row of the programme changed, whether it is said, changed or withdrawn', async () => {
    const stage = await aStage();
    const before = await otherRows(stage);
    for (const press of [gender('woman'), gender('man'), ageBand, withdraw('gender')]) {
      await stage.press('M1', press);
      await stage.work();
      expect(await otherRows(stage)).toEqual(before);
    }
  });

  it('is on the person’s own page and on nobody else’s', async () => {
    const stage = await aStage();
    await stage.press('M1', gender('non-binary'));
    const mine = await readMyPage(stage.ports, actorOf('M1'), programmeId, stage.now);
    expect(mine).toMatchObject({
      value: { me: { diversity: { gender: { value: 'non-binary', since: stage.now }, ageBand: {} } } },
    });
    const other = await readMyPage(stage.ports, actorOf('S1'), programmeId, stage.now);
    expect(JSON.stringify(other)).not.toContain('non-binary');
    const closed = await readMyPage((await aStage({})).ports, actorOf('M1'), programmeId, stage.now);
    expect(JSON.stringify(closed)).not.toContain('"diversity"');
  });

  it('is erased when the person says “not now”', async () => {
    const stage = await aStage();
    await stage.press('M1', gender('woman'));
    await stage.press('M1', { verb: 'invitation/not-now', programmeId });
    expect(await compositionOf(stage, 'M1')).toBeUndefined();
    await stage.press('M1', { verb: 'invitation/accept', programmeId });
    expect(await answersOf(stage, 'M1')).toEqual([{ attribute: 'gender' }, { attribute: 'ageBand' }]);
  });

  it('leaves nothing behind where the person leaves at the same instant', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { programme: { plan: { diversity: both } } });
    const leaving = beforeCommit(ports, () => stage.press('M1', { verb: 'invitation/not-now', programmeId }));
    const late = await castOfSame(stage, leaving).press('M1', gender('woman'));
    expect(late.view).toMatchObject({ notice: 'not-allowed' });
    expect(await compositionOf(stage, 'M1')).toBeUndefined();
  });

  it('can be erased by whoever takes the person out, with the rest', async () => {
    const stage = await aStage();
    await stage.press('M1', gender('woman'));
    await stage.press('M1', ageBand);
    const unit = new UnitOfWork(stage.ports, programmeId, stage.context, 'hr');
    await forgetDiversityAnswers(stage.ports, unit, 'M1');
    await forgetDiversityAnswers(stage.ports, unit, 'S1');
    expect(await unit.commit()).toBe(true);
    expect(await compositionOf(stage, 'M1')).toBeUndefined();
  });
});

describe('A programme that stops asking', () => {
  it('erases what was said for that alone, and does not know it when it asks again', async () => {
    const stage = await aStage();
    await stage.press('M1', gender('woman'));
    await stage.press('M1', ageBand);
    stage.now = '2027-02-01T09:00:00.000Z';
    await replan(stage, { gender: false, ageBand: true });
    expect(await answersOf(stage, 'M1')).toMatchObject([{ attribute: 'ageBand', value: '40-49' }]);
    await stage.work();
    expect(Object.keys((await compositionOf(stage, 'M1')) ?? {})).toEqual(['ageBand']);
  });

  it('does not know it when it asks again before all is erased', async () => {
    const stage = await aStage();
    await stage.press('M1', gender('woman'));
    stage.now = '2027-02-01T09:00:00.000Z';
    await replan(stage, { gender: false, ageBand: false });
    await replan(stage, both);
    expect(await answersOf(stage, 'M1')).toEqual([{ attribute: 'gender' }, { attribute: 'ageBand' }]);
    await stage.press('S1', gender('man'));
    await stage.work();
    expect(await compositionOf(stage, 'M1')).toBeUndefined();
    expect(await compositionOf(stage, 'S1')).toMatchObject({ gender: { value: 'man', since: stage.now } });
  });

  it('keeps nothing that is written at the same instant', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { programme: { plan: { diversity: both } } });
    const stopping = beforeCommit(ports, () => replan(stage, { gender: false, ageBand: false }));
    await castOfSame(stage, stopping).press('M1', gender('woman'));
    expect(await compositionOf(stage, 'M1')).toBeUndefined();
  });

  it('erases everything when it ends', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { programme: { plan: { diversity: both } }, planned: true });
    await stage.press('M1', gender('woman'));
    await stage.advance('2027-09-01T09:00:00.000Z', 24 * 7);
    expect((await ports.programmes.get(programmeId, 'programme', 'programme'))?.value.state).toBe('closed');
    expect(await compositionOf(stage, 'M1')).toBeUndefined();
  });
});

/** The ports with something else that happens right before the first write. */
function beforeCommit(ports: MemoryPorts, other: () => Promise<unknown>): MemoryPorts {
  let done = false;
  return {
    ...ports,
    programmes: {
      ...ports.programmes,
      commit: async (partition, writes) => {
        if (!done) {
          done = true;
          await other();
        }
        return ports.programmes.commit(partition, writes);
      },
    },
  };
}

function castOfSame(stage: Stage, ports: MemoryPorts): Stage {
  const same = Object.create(stage) as { ports: MemoryPorts };
  same.ports = ports;
  return same as unknown as Stage;
}
