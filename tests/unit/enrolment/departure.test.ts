import fc from 'fast-check';
import { countersMoved } from '../../../src/domain/participant-counters';
import { comeBack, depart, mayReturnAlone, stateOnReturn } from '../../../src/domain/departure-rules';
import { returnPerson } from '../../../src/enrolment/return-person';
import { previewDeparture, withdrawPerson } from '../../../src/enrolment/withdraw-person';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import type { ParticipantState } from '../../../src/domain/participant';
import { wantsPartner } from '../../../src/domain/participant-rules';
import { listRuleEnds } from '../../../src/hr-page/list-rule-ends';
import { reviewPairs } from '../../../src/people-file/review-pairs';
import { dueKey } from '../../../src/domain/due-work';
import { aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { messagesOfHr } from '../../helpers/messages-of-hr';
import { aRunningPair, pairNow, pairProgramme as programmeId, type RunningPair } from '../../helpers/running-pair';
import { actorOf, put, type Delivery } from '../../helpers/stage';

const hr = actorOf('administrator-1');
const leave = { verb: 'programme/leave-confirm', programmeId } as const;
const imIn = { verb: 'invitation/accept', programmeId } as const;
const tomorrow = '2027-01-12T09:00:00.000Z';

const personOf = async (stage: RunningPair, id: string) =>
  (await stage.ports.programmes.get(programmeId, 'participant', id))?.value;
const pairState = async (stage: RunningPair) =>
  (await stage.ports.programmes.get(programmeId, 'pair', 'pair-1'))?.value.state;
const heard = (delivered: readonly Delivery[], kind: string) =>
  delivered
    .filter(({ message, prepared }) => message.kind === kind && prepared.ok)
    .map(({ message }) => ('id' in message.recipient ? message.recipient.id : ''))
    .sort();
const rowsOf = async <K extends 'pair-ending' | 'rule-end' | 'due' | 'audit' | 'taken'>(stage: RunningPair, kind: K) =>
  (await stage.ports.programmes.range(programmeId, kind, { limit: 99 })).rows;

/** Everything the partner can read, as one text. */
async function whatThePartnerReads(stage: RunningPair): Promise<string> {
  const ref = { programmeId, pairId: 'pair-1' };
  return JSON.stringify([
    await readMyPage(stage.ports, actorOf('M1'), programmeId, pairNow),
    (await stage.press('M1', { verb: 'home/show' })).view,
    (await stage.press('M1', { verb: 'pair/show', ...ref })).view,
    (await stage.press('M1', { verb: 'pair/leave', ...ref })).view,
    await stage.ports.programmes.get(programmeId, 'pair', 'pair-1'),
    await stage.session('pair-1'),
  ]);
}

describe('Somebody leaves the programme', () => {
  it('after reading what will happen, once, and reads that it is done', async () => {
    const stage = await aRunningPair();
    expect(await stage.press('S1', { verb: 'programme/leave', programmeId })).toMatchObject({
      changed: false,
      view: { card: 'departure', state: 'open', pairs: 1 },
    });
    expect((await personOf(stage, 'S1'))?.state).toBe('enrolled');
    expect(await stage.press('S1', leave)).toMatchObject({
      changed: true,
      view: { card: 'departure', state: 'gone', mayReturn: true },
    });
    expect(await stage.press('S1', leave)).toMatchObject({ changed: false, view: { state: 'gone' } });
    expect(await personOf(stage, 'S1')).toMatchObject({
      state: 'withdrawn',
      departure: { by: 'person', from: 'enrolled' },
    });
    expect((await stage.press('delegate-1', leave)).view).toEqual({ card: 'notice', notice: 'not-allowed' });
  });

  it('and the partner reads the same bytes as before until 9:00 of the next working day, then the words of any end (F71)', async () => {
    const stage = await aRunningPair();
    const before = await whatThePartnerReads(stage);
    await stage.press('S1', leave);
    await stage.work();
    expect(await whatThePartnerReads(stage)).toBe(before);
    const delivered = await stage.advance(tomorrow, 1);
    expect(heard(delivered, 'pair-ended')).toEqual(['M1']);
    const [card] = delivered.flatMap(({ prepared, message }) =>
      message.kind === 'pair-ended' && prepared.ok ? [prepared.view] : [],
    );
    expect(card).toEqual({
      card: 'pair-ended',
      finished: false,
      programmeId,
      programmeName: expect.any(String) as string,
      pairId: 'pair-1',
      wish: 'another',
      partnerName: 'Marc',
    });
    expect(await pairState(stage)).toBe('ended');
    expect(await rowsOf(stage, 'taken')).toEqual([]);
    expect(await stage.counts()).toMatchObject({ 'participants.without-partner': 2, 'pairs.ended': 1 });
  });

  it('and nothing more is sent to them or, for them, to their assistant, save that an hour is off', async () => {
    const stage = await aRunningPair();
    stage.now = '2027-01-19T18:00:00.000Z';
    await stage.press('M1', { verb: 'session/move', programmeId, pairId: 'pair-1', number: 1, slotRound: 1 });
    await stage.press('S1', leave);
    const delivered = await stage.advance('2027-03-20T09:00:00.000Z', 12);
    const told = (id: string) =>
      delivered
        .filter(({ message, prepared }) => prepared.ok && 'id' in message.recipient && message.recipient.id === id)
        .map(({ message }) => message.kind);
    expect(told('S1')).toEqual([]);
    expect(told('delegate-1')).toEqual([]);
    const stopped = delivered.flatMap(({ prepared, message }) =>
      'id' in message.recipient && (message.recipient.id === 'S1' || message.recipient.id === 'delegate-1')
        ? [prepared.ok ? 'sent' : prepared.reason]
        : [],
    );
    expect(new Set(stopped)).toEqual(new Set(['recipient-left']));
    expect(stopped.length).toBeGreaterThan(1);
  });

  it('their own page and chat show it: nothing to do but to come back, and old cards change nothing', async () => {
    const stage = await aRunningPair();
    await stage.press('S1', leave);
    expect(await readMyPage(stage.ports, actorOf('S1'), programmeId, stage.now)).toMatchObject({
      value: {
        me: { state: 'withdrawn' },
        pairs: [{ state: 'ended' }],
        steps: [{ step: 'return', actions: [imIn] }],
      },
    });
    expect((await stage.press('S1', { verb: 'home/show' })).view).toMatchObject({ programmes: [{ state: 'gone' }] });
    const ref = { programmeId, pairId: 'pair-1' };
    expect((await stage.press('S1', { verb: 'pair/show', ...ref })).view).toMatchObject({ state: 'over' });
    const hour = { ...ref, number: 1, slotRound: 1 };
    for (const verb of ['session/move', 'session/none-suit'] as const)
      for (const who of ['S1', 'delegate-1'])
        expect((await stage.press(who, { verb, ...hour })).view).toEqual({ card: 'notice', notice: 'not-found' });
    expect((await stage.press('S1', { verb: 'invitation/not-now', programmeId })).view).toMatchObject({
      state: 'gone',
    });
    expect((await stage.press('S1', { verb: 'pair/leave-confirm', ...ref })).changed).toBe(false);
    expect((await stage.press('S1', { verb: 'pause/open', programmeId })).view).toMatchObject({ card: 'notice' });
  });

  it('comes back by a word of their own; before the hour the pair goes on as if nothing had been', async () => {
    const stage = await aRunningPair();
    const before = await whatThePartnerReads(stage);
    await stage.press('S1', leave);
    await stage.work();
    expect(await rowsOf(stage, 'pair-ending')).toHaveLength(1);
    expect(await stage.press('S1', imIn)).toMatchObject({ changed: true, view: { card: 'invitation', state: 'in' } });
    await stage.work();
    expect(await rowsOf(stage, 'pair-ending')).toEqual([]);
    expect(await rowsOf(stage, 'rule-end')).toEqual([]);
    expect((await rowsOf(stage, 'due')).filter(({ value }) => value.kind === 'pair-ending')).toEqual([]);
    expect(heard(await stage.advance(tomorrow, 1), 'pair-ended')).toEqual([]);
    expect(await pairState(stage)).toBe('active');
    expect(await whatThePartnerReads(stage)).toBe(before);
  });

  it('after the hour the pair stays ended, and the person looks for another', async () => {
    const stage = await aRunningPair();
    await stage.press('S1', leave);
    await stage.advance(tomorrow, 1);
    await stage.press('S1', imIn);
    await stage.work();
    expect(await pairState(stage)).toBe('ended');
    expect(await personOf(stage, 'S1')).toMatchObject({ state: 'enrolled' });
  });

  it('a wish to end the pair that the partner had of their own ends the pair all the same', async () => {
    const stage = await aRunningPair();
    await stage.press('S1', leave);
    await stage.work();
    await stage.press('M1', { verb: 'pair/leave-confirm', programmeId, pairId: 'pair-1' });
    await stage.press('S1', imIn);
    await stage.work();
    expect(heard(await stage.advance(tomorrow, 1), 'pair-ended')).toEqual(['M1', 'S1']);
  });

  it('of two who both left, one who is back does not bring the pair back', async () => {
    const stage = await aRunningPair();
    await stage.press('S1', leave);
    await stage.press('M1', leave);
    await stage.work();
    await stage.press('S1', imIn);
    await stage.work();
    expect(heard(await stage.advance(tomorrow, 1), 'pair-ended')).toEqual(['S1']);
    expect(await pairState(stage)).toBe('ended');
  });

  it('what they said of themselves for the mix goes with them, also where HR takes them out', async () => {
    for (const go of ['self', 'hr'] as const) {
      const stage = await aRunningPair();
      const said = { value: 'woman', since: pairNow, at: pairNow, role: 'mentee', group: '' } as const;
      await put(stage.ports, programmeId, 'diversity', 'S1', { gender: said });
      if (go === 'self') await stage.press('S1', leave);
      else await withdrawPerson(stage.ports, programmeId, 'S1', hr, stage.context);
      expect(await stage.ports.programmes.get(programmeId, 'diversity', 'S1')).toBeUndefined();
    }
  });

  it('surveys that open later do not count them as asked', async () => {
    const stage = await aRunningPair();
    const at = '2027-01-11T12:00:00.000Z';
    await put(stage.ports, programmeId, 'survey-round', 'midpoint', {
      id: 'midpoint',
      instrument: 'midpoint',
      opensAt: at,
      closesAt: '2027-02-13T09:00:00.000Z',
      state: 'planned',
      revision: 1,
    });
    await put(stage.ports, programmeId, 'due', `${at}|survey-open|midpoint|`, {
      kind: 'survey-open',
      at,
      ref: 'midpoint',
      occurrence: '',
      correlationId: 'c',
    });
    await stage.press('S1', leave);
    await stage.advance('2027-01-11T15:00:00.000Z', 3);
    expect(await stage.counts()).toMatchObject({ 'responses.midpoint.asked': 1 });
  });
});

describe('HR takes somebody out', () => {
  it('after seeing what follows; who did it is kept, and a repeat does nothing', async () => {
    const stage = await aRunningPair();
    expect(await previewDeparture(stage.ports, programmeId, 'S1')).toEqual({ ok: true, value: { pairs: 1 } });
    expect(await previewDeparture(stage.ports, programmeId, 'S2')).toEqual({ ok: true, value: { pairs: 0 } });
    for (let times = 0; times < 2; times++)
      expect(await withdrawPerson(stage.ports, programmeId, 'S1', hr, stage.context)).toMatchObject({ ok: true });
    expect((await rowsOf(stage, 'audit')).map(({ value }) => value)).toMatchObject([
      { what: 'person-withdrawn', about: 'S1', by: hr.directoryId },
    ]);
    await stage.work();
    expect(await listRuleEnds(stage.ports, programmeId, { language: 'en', now: stage.now })).toHaveLength(1);
    expect(heard(await stage.advance(tomorrow, 1), 'pair-ended')).toEqual(['M1']);
    expect(await withdrawPerson(stage.ports, programmeId, 'nobody', hr, stage.context)).toMatchObject({
      ok: false,
      reason: 'not-found',
    });
  });

  it('who then comes back by HR’s hand only: to be invited again, by a card of their own', async () => {
    const stage = await aRunningPair();
    await withdrawPerson(stage.ports, programmeId, 'S1', hr, stage.context);
    await stage.advance(tomorrow, 1);
    expect((await stage.press('S1', imIn)).view).toMatchObject({ card: 'departure', state: 'gone', mayReturn: false });
    expect((await stage.press('S1', { verb: 'home/show' })).view).toMatchObject({ programmes: [{ state: 'out' }] });
    await returnPerson(stage.ports, programmeId, 'S1', hr, stage.context);
    expect(await personOf(stage, 'S1')).toMatchObject({ state: 'invited' });
    expect(heard(await stage.deliver(), 'invitation')).toEqual(['S1']);
    expect((await rowsOf(stage, 'audit')).map(({ value }) => value.what)).toEqual([
      'person-withdrawn',
      'person-returned',
    ]);
  });

  it('and takes it back before anybody heard: the pair goes on, by the yes that still held', async () => {
    const stage = await aRunningPair();
    const before = await whatThePartnerReads(stage);
    await withdrawPerson(stage.ports, programmeId, 'S1', hr, stage.context);
    await stage.work();
    await returnPerson(stage.ports, programmeId, 'S1', hr, stage.context);
    await stage.work();
    expect(await personOf(stage, 'S1')).toMatchObject({ state: 'enrolled' });
    expect((await personOf(stage, 'S1'))?.departure).toBeUndefined();
    expect(heard(await stage.advance(tomorrow, 1), 'pair-ended')).toEqual([]);
    expect(await whatThePartnerReads(stage)).toBe(before);
    expect(await stage.counts()).toMatchObject({ 'participants.withdrawn': 0 });
  });

  it.each(['enough', 'unsaid'] as const)(
    'and by their new yes they look for a partner, though they had wanted %s after a pair before',
    async (wish) => {
      const stage = await aRunningPair({ S2: { rematch: { wish, since: pairNow } } });
      await withdrawPerson(stage.ports, programmeId, 'S2', hr, stage.context);
      await returnPerson(stage.ports, programmeId, 'S2', hr, stage.context);
      await stage.press('S2', imIn);
      expect(wantsPartner((await personOf(stage, 'S2'))!, stage.now)).toBe(true);
    },
  );

  it('but a rule of the organisation that the pair broke meanwhile ends it all the same', async () => {
    const stage = await aRunningPair();
    await withdrawPerson(stage.ports, programmeId, 'S1', hr, stage.context);
    await stage.work();
    const mentor = await stage.ports.programmes.get(programmeId, 'participant', 'M1');
    if (mentor === undefined) throw new Error('no mentor');
    const value = { ...mentor.value, movedBy: 'i', profile: { ...mentor.value.profile, managerId: 'S1' } };
    await stage.ports.programmes.commit(programmeId, [
      { op: 'replace', kind: 'participant', key: 'M1', etag: mentor.etag, value },
    ]);
    await reviewPairs(stage.ports, programmeId, 'i', stage.context);
    await returnPerson(stage.ports, programmeId, 'S1', hr, stage.context);
    await stage.work();
    expect(heard(await stage.advance(tomorrow, 1), 'pair-ended')).toEqual(['M1', 'S1']);
  });
});

describe('A return at the very moment', () => {
  it('at which the pair’s end is being written leaves no end behind', async () => {
    const stage = await aRunningPair();
    await stage.press('S1', leave);
    const { ports } = stage;
    const commit = ports.programmes.commit.bind(ports.programmes);
    let raced = false;
    Object.assign(ports.programmes, {
      commit: async (...args: Parameters<typeof commit>) => {
        const ends = args[1].some((write) => write.kind === 'pair-ending' && write.op === 'insert');
        if (ends && !raced) {
          raced = true;
          await stage.press('S1', imIn);
        }
        return commit(...args);
      },
    });
    await stage.work();
    await stage.work();
    expect(raced).toBe(true);
    expect(await rowsOf(stage, 'pair-ending')).toEqual([]);
    expect(await rowsOf(stage, 'rule-end')).toEqual([]);
  });
});

describe('A proposal of somebody who left', () => {
  const replyBy = '2027-01-25T09:00:00.000Z';
  const ref = { programmeId, proposalId: 'proposal-1' };
  const of = { mentorId: 'M1', menteeId: 'S2', draftId: 'draft-1', pairingRoundEndsAt: replyBy, replyBy };

  async function proposed(state: 'asking-mentor' | 'asking-mentee'): Promise<RunningPair> {
    const stage = await aRunningPair({ M1: { profile: aParticipant({ profile: { capacity: 2 } }).profile } });
    const accepted = state === 'asking-mentee' ? { mentorAcceptedAt: pairNow } : {};
    await put(stage.ports, programmeId, 'proposal', 'proposal-1', aProposal({ ...of, ...accepted, state }));
    const asked = state === 'asking-mentee' ? ['M1', 'S2'] : ['M1'];
    for (const id of asked)
      await put(stage.ports, programmeId, 'asked', `${id}|proposal-1`, { proposalId: 'proposal-1' });
    return stage;
  }
  const mentorReads = async (stage: RunningPair) =>
    JSON.stringify([
      await readMyPage(stage.ports, actorOf('M1'), programmeId, stage.now),
      (await stage.press('M1', { verb: 'home/show' })).view,
      (await stage.press('M1', { verb: 'proposal/accept', ...ref, revision: 0 })).view,
    ]);

  it('is, to a mentor who said yes, the same bytes as silence until the reply date', async () => {
    const [left, silent] = [await proposed('asking-mentee'), await proposed('asking-mentee')];
    await left.press('S2', leave);
    await left.work();
    expect(await mentorReads(left)).toBe(await mentorReads(silent));
    expect((await left.ports.programmes.get(programmeId, 'proposal', 'proposal-1'))?.value.state).toBe('withdrawn');
  });

  it('stays open to a mentor who has not answered; their yes reads as one that waits, and at the date as not formed', async () => {
    const [left, silent] = [await proposed('asking-mentor'), await proposed('asking-mentor')];
    await left.press('S2', leave);
    await left.work();
    for (const stage of [left, silent]) await stage.press('M1', { verb: 'proposal/accept', ...ref, revision: 1 });
    expect(await mentorReads(left)).toBe(await mentorReads(silent));
    const [one, other] = [
      await left.advance('2027-01-26T09:00:00.000Z', 6),
      await silent.advance('2027-01-26T09:00:00.000Z', 6),
    ];
    expect(heard(one, 'not-formed')).toEqual(['M1']);
    expect(heard(other, 'not-formed')).toEqual(['M1']);
    expect(heard(one, 'proposal')).toEqual([]);
    expect((await left.counts())['proposals.not-formed']).toBe((await silent.counts())['proposals.not-formed']);
  });

  const menteeReads = async (stage: RunningPair) =>
    JSON.stringify([
      await readMyPage(stage.ports, actorOf('S2'), programmeId, stage.now),
      (await stage.press('S2', { verb: 'home/show' })).view,
      (await stage.press('S2', { verb: 'proposal/accept', ...ref, revision: 0 })).view,
    ]);

  it.each([['by their own word'], ['by HR’s hand']])(
    'after a mentor left %s goes on asking the mentee in the same bytes, and is not formed at the reply date',
    async (how) => {
      const [left, silent] = [await proposed('asking-mentee'), await proposed('asking-mentee')];
      const before = await menteeReads(left);
      if (how === 'by their own word') await left.press('M1', leave);
      else await withdrawPerson(left.ports, programmeId, 'M1', hr, left.context);
      await left.work();
      await reviewPairs(left.ports, programmeId, undefined, left.context);
      expect(await menteeReads(left)).toBe(before);
      await left.advance('2027-01-24T09:00:00.000Z', 12);
      await silent.advance('2027-01-24T09:00:00.000Z', 12);
      expect(await menteeReads(left)).toBe(await menteeReads(silent));
      for (const stage of [left, silent]) await stage.advance('2027-01-26T09:00:00.000Z', 6);
      expect(await menteeReads(left)).toBe(await menteeReads(silent));
      expect((await left.counts())['proposals.not-formed']).toBe((await silent.counts())['proposals.not-formed']);
    },
  );

  it('after a mentor left takes the mentee’s yes as one that waits, forms no pair, and tells them at the reply date', async () => {
    const stage = await proposed('asking-mentee');
    const due = {
      kind: 'proposal-expire',
      at: replyBy,
      ref: 'proposal-1',
      occurrence: 'mentee',
      correlationId: 'c',
    } as const;
    await put(stage.ports, programmeId, 'due', dueKey(due), due);
    await stage.press('M1', leave);
    await stage.work();
    const yes = { verb: 'proposal/accept', ...ref, revision: 1 } as const;
    expect((await stage.press('S2', yes)).view).toMatchObject({ state: 'waiting', side: 'mentee' });
    expect((await stage.press('S2', yes)).view).toMatchObject({ state: 'waiting' });
    const before = await stage.advance('2027-01-25T08:00:00.000Z', 6);
    expect([heard(before, 'not-formed'), heard(before, 'introduction')]).toEqual([[], []]);
    expect(heard(await stage.advance('2027-01-26T09:00:00.000Z', 6), 'not-formed')).toEqual(['S2']);
    expect((await stage.press('S2', yes)).view).toMatchObject({ state: 'not-formed' });
    expect((await stage.counts())['proposals.not-formed']).toBe(1);
  });

  it('forms no pair with a mentor who left and came back, whose yes was taken back', async () => {
    const stage = await proposed('asking-mentee');
    await stage.press('M1', leave);
    await stage.work();
    await stage.press('M1', imIn);
    await stage.work();
    expect((await personOf(stage, 'M1'))?.state).toBe('enrolled');
    const yes = { verb: 'proposal/accept', ...ref, revision: 1 } as const;
    expect((await stage.press('S2', yes)).view).toMatchObject({ state: 'waiting' });
  });
});

describe('The rules of leaving', () => {
  const states: readonly ParticipantState[] = ['imported', 'invited', 'enrolled', 'not-now'];

  it('only who left by a word of their own comes back by one', () => {
    for (const by of ['person', 'hr', 'file'] as const)
      expect(mayReturnAlone(depart(aParticipant(), by, pairNow))).toBe(by === 'person');
    expect(mayReturnAlone(aParticipant())).toBe(false);
  });

  it('a yes is theirs: HR’s hand brings nobody further than to be invited, save into a pair that never heard', () => {
    for (const from of states)
      for (const by of ['person', 'hr', 'file'] as const)
        for (const untold of [true, false])
          expect(stateOnReturn({ at: pairNow, by, from }, untold)).toBe(
            from === 'not-now' ? 'not-now' : from === 'enrolled' && by !== 'person' && untold ? 'enrolled' : 'imported',
          );
  });

  it('whatever way people go and come, the counters are those of where they stand', () => {
    const rematch = fc.constantFrom(undefined, 'another', 'enough');
    fc.assert(
      fc.property(fc.constantFrom(...states), rematch, fc.array(fc.constantFrom(...states)), (state, wish, way) => {
        const of = (at: ParticipantState) =>
          aParticipant({ state: at, ...(wish === undefined ? {} : { rematch: { wish, since: pairNow } }) });
        const sum: Record<string, number> = {};
        const add = (moved: Readonly<Record<string, number>>): void => {
          for (const [name, by] of Object.entries(moved)) sum[name] = (sum[name] ?? 0) + by;
        };
        let person = of(state);
        add(countersMoved(of('imported'), person));
        for (const to of way) {
          const gone = depart(person, 'hr', pairNow);
          add(countersMoved(person, gone));
          person = comeBack(gone, to);
          add(countersMoved(gone, person));
        }
        const there = countersMoved(of('imported'), person);
        for (const [name, count] of Object.entries(sum)) expect(count).toBe(there[name] ?? 0);
      }),
    );
  });
});

test('HR reads in the list of messages that they were cancelled, and no word of a proposal', async () => {
  const stage = await aRunningPair();
  await stage.press('S1', leave);
  expect(JSON.stringify(await messagesOfHr(stage))).not.toMatch(/proposal/u);
});
