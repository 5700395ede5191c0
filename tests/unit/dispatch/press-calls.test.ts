import type { Action } from '../../../src/dispatch/actions';
import { openPress } from '../../../src/dispatch/open-press';
import { rememberPerson } from '../../../src/enrolment/remember-person';
import { plusDays } from '../../../src/kernel/clock';
import { CallCount } from '../../helpers/call-count';
import { aProposal } from '../../helpers/factories/pair';
import { memoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const proposal = aProposal({ id: 'X', mentorId: 'M1', menteeId: 'S1', createdAt: now, replyBy: plusDays(now, 7) });
const accept = (revision: number): Action => ({
  verb: 'proposal/accept',
  programmeId: 'passages',
  proposalId: 'X',
  revision,
});

/** A press as the Teams edge does it: what is kept of the sender is read with what the press needs. */
async function press(stage: Stage, who: string, action: Action): Promise<CallCount> {
  const count = new CallCount();
  const { ports } = stage;
  const counted = { ...ports, programmes: count.over(ports.programmes), people: count.over(ports.people) };
  const actor = actorOf(who);
  const reference = await ports.people.get(actor.directoryId, 'reference', 'reference');
  const person = { directoryId: actor.directoryId, name: who };
  await ports.people.commit(actor.directoryId, [{ op: 'insert', kind: 'person', key: 'person', value: person }]);
  const opened = openPress(counted, actor, action, stage.context);
  await rememberPerson({ ...counted, ...opened.stores }, { ...person, reference: reference!.value }, stage.context);
  expect((await opened.perform()).changed).toBe(true);
  return count;
}

/** Each call once: nothing is read twice. */
const onceEach = ({ calls }: CallCount): boolean => new Set(calls).size === calls.length;

describe('A yes costs the calls it must, in three rounds', () => {
  it('six for a yes to the invitation', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { now });
    const participant = await ports.programmes.get('passages', 'participant', 'M1');
    await ports.programmes.commit('passages', [
      {
        op: 'replace',
        kind: 'participant',
        key: 'M1',
        value: { ...participant!.value, state: 'invited' },
        etag: participant!.etag,
      },
    ]);
    const count = await press(stage, 'M1', { verb: 'invitation/accept', programmeId: 'passages' });
    expect({ calls: count.calls.length, rounds: count.rounds, once: onceEach(count) }).toEqual({
      calls: 6,
      rounds: 3,
      once: true,
    });
  });

  it('eight for the mentor’s yes, and twelve at most for the mentee’s that forms the pair', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { now, planned: true });
    await put(ports, stage.programmeId, 'proposal', 'X', proposal);
    const mentor = await press(stage, 'M1', accept(1));
    expect({ calls: mentor.calls.length, rounds: mentor.rounds, once: onceEach(mentor) }).toEqual({
      calls: 8,
      rounds: 3,
      once: true,
    });
    const mentee = await press(stage, 'S1', accept(2));
    expect({ rounds: mentee.rounds, once: onceEach(mentee) }).toEqual({ rounds: 3, once: true });
    expect(mentee.calls.length).toBeLessThanOrEqual(12);
    expect(await ports.programmes.get('passages', 'pair', 'X')).toBeDefined();
  });

  it('and one transaction, also of somebody who was out of reach until they pressed', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { now, planned: true });
    await put(ports, stage.programmeId, 'proposal', 'X', {
      ...proposal,
      state: 'asking-mentee',
      mentorAcceptedAt: now,
    });
    const mentee = await ports.programmes.get('passages', 'participant', 'S1');
    const value = { ...mentee!.value, reach: 'app-missing' as const };
    await ports.programmes.commit('passages', [
      { op: 'replace', kind: 'participant', key: 'S1', value, etag: mentee!.etag },
    ]);
    const actor = actorOf('S1');
    const reference = await ports.people.get(actor.directoryId, 'reference', 'reference');
    const opened = openPress(ports, actor, accept(1), stage.context);
    // What was read ahead is there before the edge writes.
    await new Promise(setImmediate);
    await rememberPerson(
      { ...ports, ...opened.stores },
      { directoryId: actor.directoryId, name: 'S1', reference: { ...reference!.value, via: 'personal' } },
      stage.context,
    );
    const commit = jest.spyOn(ports.programmes, 'commit');
    expect((await opened.perform()).changed).toBe(true);
    expect(commit).toHaveBeenCalledTimes(1);
  });

  it('and a stranger with the id of a proposal costs no look at its people', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { now, planned: true });
    await put(ports, stage.programmeId, 'proposal', 'X', proposal);
    const count = new CallCount();
    const counted = { ...ports, programmes: count.over(ports.programmes), people: count.over(ports.people) };
    const outcome = await openPress(counted, actorOf('nobody'), accept(1), stage.context).perform();
    expect(outcome.view).toMatchObject({ card: 'notice', notice: 'not-found' });
    expect(count.calls.filter((call) => call.startsWith('participant'))).toEqual([]);
  });
});
