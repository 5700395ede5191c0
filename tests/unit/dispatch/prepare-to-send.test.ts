import type { MessageKind, QueuedMessage } from '../../../src/domain/message';
import { prepareMessage, prepareToSend } from '../../../src/dispatch/prepare-message';
import { aPair } from '../../helpers/factories/pair';
import { aContact } from '../../helpers/factories/programme';
import { aBookedSession } from '../../helpers/factories/session';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, mentorAndMentee, put, type Stage } from '../../helpers/stage';

/** Saturday at 3:00 in Paris. */
const saturdayNight = '2027-01-16T02:00:00.000Z';
const mondayMorning = '2027-01-18T08:00:00.000Z';
const subject = { pairId: 'pair-1', sessionNumber: 1, slotRound: 1 };

async function scene(mentorLivesIn?: string): Promise<Stage> {
  const ports = memoryPorts();
  const people = mentorAndMentee().map((person) =>
    person.id === 'M1'
      ? {
          ...person,
          state: 'invited' as const,
          profile: { ...person.profile, ...(mentorLivesIn === undefined ? {} : { timeZone: mentorLivesIn }) },
        }
      : person,
  );
  const stage = await castOf(ports, {
    now: saturdayNight,
    programme: { state: 'running' },
    participants: people,
    contacts: [aContact()],
  });
  await put(ports, 'passages', 'pair', 'pair-1', aPair({ mentorId: 'M1', menteeId: 'S1' }));
  return stage;
}

function late(kind: MessageKind, overrides: Partial<QueuedMessage> = {}): QueuedMessage {
  return {
    id: 'm',
    kind,
    recipient: { to: 'participant', id: 'M1' },
    subject: {},
    createdAt: '2027-01-15T10:00:00.000Z',
    notBefore: '2027-01-15T10:00:00.000Z',
    tries: 0,
    ambiguous: 0,
    correlationId: 'c',
    ...overrides,
  };
}

const send = ({ ports, context }: Stage, message: QueuedMessage) => prepareToSend(ports, 'passages', message, context);

describe('A message that comes too late for its hour', () => {
  it('waits for the next decent one of whom it is for, when nobody asked for it', async () => {
    const stage = await scene();
    expect(await send(stage, late('invitation'))).toEqual({ ok: false, state: 'put-off', until: mondayMorning });
    expect(await send(stage, late('pledge-request', { recipient: { to: 'contact', id: 'sponsor' } }))).toMatchObject({
      until: mondayMorning,
    });
    expect(
      await send(stage, late('channel-reminder', { recipient: { to: 'channel' }, subject: { month: 1 } })),
    ).toMatchObject({ until: mondayMorning });
    expect(
      await send(stage, late('administrator-farewell', { recipient: { to: 'account', id: 'somebody' } })),
    ).toMatchObject({ until: mondayMorning });
  });

  it('goes where it is a decent hour for them', async () => {
    const stage = await scene('America/Los_Angeles');
    stage.now = '2027-01-15T22:00:00.000Z';
    expect(await send(stage, late('invitation'))).toMatchObject({ ok: true });
    const paris = await scene();
    paris.now = mondayMorning;
    expect(await send(paris, late('invitation'))).toMatchObject({ ok: true });
  });

  it('is skipped where it has no use any more by then', async () => {
    const stage = await scene();
    expect(await send(stage, late('invitation', { expiresAt: mondayMorning }))).toEqual({
      ok: false,
      state: 'skipped',
      reason: 'too-late',
    });
    expect(await send(stage, late('invitation', { expiresAt: '2027-01-18T08:00:00.001Z' }))).toMatchObject({
      state: 'put-off',
    });
  });

  it('goes at once where it tells of a session that is booked', async () => {
    const stage = await scene();
    const booked = aBookedSession({ mentorId: 'M1', menteeId: 'S1' });
    await put(stage.ports, 'passages', 'session', 'pair-1|01', booked);
    expect(await send(stage, late('booked', { subject }))).toMatchObject({ ok: true });
  });

  it('is still told apart from what the state has overtaken: asked whether it would be sent, the hour does not count', async () => {
    const stage = await scene();
    expect(await prepareMessage(stage.ports, 'passages', late('invitation'), stage.context)).toMatchObject({
      ok: true,
    });
  });
});
