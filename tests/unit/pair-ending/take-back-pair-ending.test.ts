import { readMyPage } from '../../../src/dispatch/read-my-page';
import { endByRule, takeBackEnd } from '../../../src/pair-ending/end-by-rule';
import { retryOnConflict, conflict, UnitOfWork } from '../../../src/domain/unit-of-work';
import { loadPair } from '../../../src/pair/load-pair';
import type { ProgrammeRows } from '../../../src/domain/rows';
import { aRunningPair, pairProgramme as programmeId, type RunningPair } from '../../helpers/running-pair';
import { actorOf, type Delivery } from '../../helpers/stage';

const ref = { programmeId, pairId: 'pair-1' };
const leave = { verb: 'pair/leave-confirm', ...ref } as const;
const stay = { verb: 'pair/stay', ...ref } as const;
const tomorrow = '2027-01-12T09:00:00.000Z';

const heard = (delivered: readonly Delivery[]) =>
  delivered
    .filter(({ message, prepared }) => message.kind === 'pair-ended' && prepared.ok)
    .map(({ message }) => ('id' in message.recipient ? message.recipient.id : ''))
    .sort();
async function everyRow({ ports }: RunningPair): Promise<string> {
  const kinds = [
    'pair-ending',
    'due',
    'queued',
    'change',
    'ledger',
    'pair',
    'session',
    'participant',
    'audit',
    'rule-end',
  ];
  const rows = await Promise.all(
    kinds.map(
      async (kind) => (await ports.programmes.range(programmeId, kind as keyof ProgrammeRows, { limit: 99 })).rows,
    ),
  );
  return JSON.stringify(rows.flat().map(({ key, value }) => [key, value]));
}

describe('“I would rather stay”', () => {
  it('takes a wish back until its hour: nothing is left of it, and a new one can be made the same day', async () => {
    const stage = await aRunningPair();
    const before = await everyRow(stage);
    expect((await stage.press('M1', leave)).view).toMatchObject({ state: 'asked', mayStay: true });
    expect((await stage.press('M1', { verb: 'pair/show', ...ref })).view).toMatchObject({
      state: 'leaving',
      mayStay: true,
    });
    expect(await stage.press('M1', stay)).toMatchObject({ changed: true, view: { card: 'leave', state: 'stayed' } });
    expect(await everyRow(stage)).toBe(before);
    expect(await stage.press('M1', stay)).toMatchObject({ changed: false, view: { state: 'open' } });
    expect((await stage.press('M1', leave)).changed).toBe(true);
    expect(heard(await stage.advance(tomorrow, 1))).toEqual(['M1', 'S1']);
  });

  it('reads the same whether or not the other asked too, and then the pair ends at the same hour', async () => {
    const [alone, both] = [await aRunningPair(), await aRunningPair()];
    await both.press('S1', leave);
    for (const stage of [alone, both]) await stage.press('M1', leave);
    const reads = async (stage: RunningPair) =>
      JSON.stringify([
        (await stage.press('M1', stay)).view,
        (await stage.press('M1', { verb: 'pair/show', ...ref })).view,
        await readMyPage(stage.ports, actorOf('M1'), programmeId, stage.now),
      ]);
    expect(await reads(both)).toBe(await reads(alone));
    expect(heard(await alone.advance(tomorrow, 1))).toEqual([]);
    expect(heard(await both.advance(tomorrow, 1))).toEqual(['M1', 'S1']);
  });

  it('is one’s own wish only, and no longer possible once its hour has come', async () => {
    const stage = await aRunningPair();
    await stage.press('M1', leave);
    expect(await stage.press('S1', stay)).toMatchObject({ changed: false, view: { state: 'open', mayStay: false } });
    expect((await stage.press('delegate-1', stay)).view).toEqual({ card: 'notice', notice: 'not-allowed' });
    stage.now = '2027-01-12T08:00:00.000Z';
    expect(await stage.press('M1', stay)).toMatchObject({ changed: false, view: { state: 'asked', mayStay: false } });
    expect(heard(await stage.advance(tomorrow, 1))).toEqual(['M1', 'S1']);
  });

  it('is offered by one’s own wish alone: what the other has heard already, because of theirs, does not show', async () => {
    const zones = { S1: { profile: { timeZone: 'Asia/Tokyo' } } } as never;
    const [alone, both] = [await aRunningPair(zones), await aRunningPair(zones)];
    await both.press('S1', leave);
    for (const stage of [alone, both]) {
      await stage.advance('2027-01-12T02:00:00.000Z', 1);
      await stage.press('M1', leave);
    }
    expect((await both.press('M1', { verb: 'pair/show', ...ref })).view).toEqual(
      (await alone.press('M1', { verb: 'pair/show', ...ref })).view,
    );
    for (const stage of [alone, both]) expect((await stage.press('M1', stay)).view).toMatchObject({ state: 'stayed' });
    expect(heard(await both.advance('2027-01-12T10:00:00.000Z', 1))).toEqual(['M1']);
  });

  describe('at the very instant', () => {
    /** `change` has read everything when the wish is taken back, and writes afterwards. */
    async function meanwhile(stage: RunningPair, change: (unit: UnitOfWork) => Promise<void>): Promise<void> {
      let taken = false;
      await retryOnConflict(async () => {
        const unit = new UnitOfWork(stage.ports, programmeId, stage.context, 'system');
        await change(unit);
        if (!taken) expect((await stage.press('M1', stay)).changed).toBe(true);
        taken = true;
        return (await unit.commit()) ? true : conflict;
      });
    }
    const people = async (stage: RunningPair) => (await loadPair(stage.ports, programmeId, 'pair-1'))!;

    it('at which a rule ends the pair: it ends all the same', async () => {
      const stage = await aRunningPair();
      await stage.press('M1', leave);
      await meanwhile(stage, async (unit) =>
        endByRule(stage.ports, unit, await people(stage), 'same-team', stage.context),
      );
      expect(heard(await stage.advance(tomorrow, 1))).toEqual(['M1', 'S1']);
    });

    it('at which somebody who had left is back: the pair goes on', async () => {
      const stage = await aRunningPair();
      await stage.press('M1', leave);
      const gone = new UnitOfWork(stage.ports, programmeId, stage.context, 'system');
      await endByRule(stage.ports, gone, await people(stage), 'withdrawn', stage.context);
      expect(await gone.commit()).toBe(true);
      await meanwhile(stage, async (unit) => takeBackEnd(stage.ports, unit, await people(stage)));
      expect(heard(await stage.advance(tomorrow, 1))).toEqual([]);
    });
  });
});
