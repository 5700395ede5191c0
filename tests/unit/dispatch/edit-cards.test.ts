import { messages } from '../../../src/dispatch/messages';
import type { CardToEdit } from '../../../src/dispatch/prepare-edit';
import type { MessageKind, PersonalRecipient, Subject } from '../../../src/domain/message';
import type { ProgrammeState } from '../../../src/domain/programme';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { askLink } from '../../../src/enrolment/ask-link';
import { confirmLink } from '../../../src/enrolment/confirm-link';
import { withdrawLink } from '../../../src/enrolment/withdraw-link';
import { performAction } from '../../../src/dispatch/perform-action';
import { plusDays } from '../../../src/kernel/clock';
import { aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { aContact } from '../../helpers/factories/programme';
import { asked, hearsBy, programmeId as finishedProgramme } from '../../helpers/finished-pair';
import { memoryPorts } from '../../helpers/memory-ports';
import { aRunningPair } from '../../helpers/running-pair';
import { actorOf, castOf, mentorAndMentee, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const programmeId = 'passages';
const person = (id: string): PersonalRecipient => ({ to: 'participant', id });

/** Sends a message as a feature queues it. Returns its id. */
async function send(stage: Stage, kind: MessageKind, recipient: PersonalRecipient, subject: Subject = {}) {
  const unit = new UnitOfWork(stage.ports, stage.programmeId, stage.context, 'system');
  await unit.queueMessage({ kind, recipient, subject }).commit();
  const sent = (await stage.deliver()).find(({ message }) => message.kind === kind);
  if (sent?.prepared.ok !== true) throw new Error(`${kind} was not sent: ${JSON.stringify(sent?.prepared)}`);
  return sent.message.id;
}

/** The messages whose cards are drawn anew, each with its card and the state that it shows then. */
const drawn = (cards: readonly CardToEdit[]): readonly (readonly [string, string, unknown])[] =>
  cards.map(({ stored, view }) => [
    stored.value.activityId.replace('activity of ', ''),
    view.card,
    'state' in view ? view.state : undefined,
  ]);

async function invited(state: ProgrammeState = 'enrolling'): Promise<Stage> {
  const people = mentorAndMentee().map((one) => ({ ...one, state: 'invited' as const }));
  return castOf(memoryPorts(), { now, programme: { state }, participants: people });
}

const join = { verb: 'invitation/accept', programmeId } as const;

describe('Whoever answers an invitation', () => {
  it('on the card of the reminder reads the answer on the first card too, and that one alone is drawn anew', async () => {
    const stage = await invited();
    const first = await send(stage, 'invitation', person('M1'));
    const reminder = await send(stage, 'invitation-reminder', person('M1'));
    await stage.press('M1', join, reminder);
    expect(drawn(await stage.edit())).toEqual([[first, 'invitation', 'in']]);
  });

  it('on their page reads it on both cards', async () => {
    const stage = await invited();
    const ids = [await send(stage, 'invitation', person('M1')), await send(stage, 'invitation-reminder', person('M1'))];
    await stage.press('M1', join);
    expect(drawn(await stage.edit())).toEqual(ids.map((id) => [id, 'invitation', 'in']));
  });

  it('and changes their mind on another card reads that on the card that was pressed first', async () => {
    const stage = await invited();
    const first = await send(stage, 'invitation', person('M1'));
    await stage.press('M1', join, first);
    expect(await stage.edit()).toEqual([]);
    await stage.press('M1', { verb: 'invitation/not-now', programmeId });
    expect(drawn(await stage.edit())).toEqual([[first, 'invitation', 'not-now']]);
    await stage.press('M1', join);
    expect(drawn(await stage.edit())).toEqual([[first, 'invitation', 'in']]);
  });

  it('reads it on no card of anybody else, and on none that shows it already', async () => {
    const stage = await invited();
    const other = await send(stage, 'invitation', person('S1'));
    await send(stage, 'invitation', person('M1'));
    await stage.press('M1', join);
    expect(await stage.edit()).toHaveLength(1);
    await new UnitOfWork(stage.ports, programmeId, stage.context, 'system')
      .editCards(person('M1'), 'invitation')
      .commit();
    expect(await stage.edit()).toEqual([]);
    await stage.press('S1', join, 'another');
    expect(drawn(await stage.edit())).toEqual([[other, 'invitation', 'in']]);
  });

  it('and leaves reads on the card that they take no part any more', async () => {
    const stage = await invited();
    const first = await send(stage, 'invitation', person('M1'));
    await stage.press('M1', join);
    await stage.edit();
    await stage.press('M1', { verb: 'programme/leave-confirm', programmeId });
    expect(drawn(await stage.edit())).toEqual([[first, 'departure', 'gone']]);
  });

  it('has no card drawn anew once the programme is closed, nor in a chat of somebody who was taken for them before', async () => {
    const stage = await invited();
    await send(stage, 'invitation', person('M1'));
    await send(stage, 'invitation', person('S1'));
    await stage.press('M1', join);
    await stage.press('S1', join);
    const linked = await stage.ports.programmes.get(programmeId, 'participant', 'S1');
    const value = { ...linked!.value, directoryId: 'directory-M1' };
    await stage.ports.programmes.commit(programmeId, [
      { op: 'replace', kind: 'participant', key: 'S1', value, etag: linked!.etag },
    ]);
    const programme = await stage.ports.programmes.get(programmeId, 'programme', 'programme');
    const edits = await stage.ports.programmes.range(programmeId, 'card-edit', { limit: 10 });
    expect(edits.rows).toHaveLength(2);
    expect(drawn(await stage.edit()).map(([, card]) => card)).toEqual(['invitation']);
    await stage.ports.programmes.commit(programmeId, [
      {
        op: 'replace',
        kind: 'programme',
        key: 'programme',
        value: { ...programme!.value, state: 'closed', closedAt: now },
        etag: programme!.etag,
      },
    ]);
    await new UnitOfWork(stage.ports, programmeId, stage.context, 'system')
      .editCards(person('M1'), 'invitation')
      .commit();
    expect(await stage.edit()).toEqual([]);
  });
});

describe('A proposal', () => {
  const proposal = aProposal({ id: 'X', mentorId: 'M1', menteeId: 'S1', createdAt: now, replyBy: plusDays(now, 7) });
  const due = { kind: 'proposal-expire', at: proposal.replyBy, ref: 'X', occurrence: 'mentor', correlationId: 'c' };

  async function proposed(): Promise<Stage> {
    const stage = await castOf(memoryPorts(), { now, planned: true });
    await put(stage.ports, programmeId, 'proposal', 'X', proposal);
    await put(stage.ports, programmeId, 'due', `${due.at}|${due.kind}|X|mentor`, due as never);
    return stage;
  }

  it('that was answered asks on none of its cards any more, and once both said yes the partner stands on them', async () => {
    const stage = await proposed();
    const first = await send(stage, 'proposal', person('M1'), { proposalId: 'X' });
    const reminder = await send(stage, 'proposal-reminder', person('M1'), { proposalId: 'X' });
    await stage.press('M1', { verb: 'proposal/accept', programmeId, proposalId: 'X', revision: 1 }, reminder);
    expect(drawn(await stage.edit())).toEqual([[first, 'proposal', 'waiting']]);
    const [{ message } = { message: undefined }] = await stage.advance(plusDays(now, 1));
    await stage.press('S1', { verb: 'proposal/accept', programmeId, proposalId: 'X', revision: 2 }, message?.id);
    expect(drawn(await stage.edit())).toEqual([
      [first, 'introduction', undefined],
      [reminder, 'introduction', undefined],
    ]);
  });

  it('that nobody answered asks no more after its reply date', async () => {
    const stage = await proposed();
    const first = await send(stage, 'proposal', person('M1'), { proposalId: 'X' });
    await stage.advance(plusDays(now, 9));
    expect(drawn(await stage.edit())).toEqual([[first, 'proposal', 'not-formed']]);
  });
});

describe('Of a pair', () => {
  const session = { pairId: 'pair-1', number: 1, slotRound: 1 };
  const subject = { pairId: 'pair-1', sessionNumber: 1, slotRound: 1 };

  it('an hour that was moved stands on no card of the two nor of the assistant any more', async () => {
    const stage = await aRunningPair();
    const delegate: PersonalRecipient = { to: 'contact', id: 'delegate-1' };
    const mentors = await send(stage, 'booked', person('M1'), subject);
    const mentees = await send(stage, 'booked', person('S1'), subject);
    const assistants = await send(stage, 'booked', delegate, subject);
    await stage.press('M1', { verb: 'session/move', programmeId, ...session }, mentors);
    expect(drawn(await stage.edit())).toEqual([
      [mentees, 'slots', 'open'],
      [assistants, 'slots', 'open'],
    ]);
  });

  it('the question whether they met, answered on the page, becomes on its card what the page shows', async () => {
    const stage = await aRunningPair();
    const booked = await send(stage, 'booked', person('M1'), subject);
    const [met] = (await stage.advance('2027-01-20T15:00:00.000Z')).filter(
      ({ message }) => message.kind === 'met' && message.recipient.to === 'participant',
    );
    await stage.press('M1', { verb: 'session/not-met', programmeId, ...session });
    expect(new Set(drawn(await stage.edit()))).toEqual(
      new Set([
        [booked, 'met', 'answered-no'],
        [met?.message.id, 'met', 'answered-no'],
      ]),
    );
  });

  it('the charter that was accepted on the page stands as accepted on the card of the introduction', async () => {
    const stage = await aRunningPair();
    const introduction = await send(stage, 'introduction', person('M1'), { pairId: 'pair-1' });
    await stage.press('M1', { verb: 'charter/accept', programmeId, pairId: 'pair-1', version: 1 });
    const cards = await stage.edit();
    expect(drawn(cards)).toEqual([[introduction, 'introduction', undefined]]);
    expect(cards[0]?.view).toMatchObject({ charter: { accepted: { version: 1 } } });
  });

  it('what somebody wants after it, said on the page, stands on the card that asked, and of the other nothing is drawn anew', async () => {
    const stage = await asked();
    const mine = await send(stage, 'renewal-question', person('M1'), { pairId: 'pair-1' });
    await send(stage, 'renewal-question', person('S1'), { pairId: 'pair-1' });
    const choose = { verb: 'renewal/choose', programmeId: finishedProgramme, pairId: 'pair-1' } as const;
    await stage.press('M1', { ...choose, goOn: 'again', otherwise: 'enough' });
    const cards = await stage.edit();
    expect(cards.map(({ stored }) => stored.value.recipient)).toEqual(cards.map(() => person('M1')));
    expect(drawn(cards)).toContainEqual([mine, 'renewal', 'chosen']);
    expect(hearsBy > stage.now).toBe(true);
  });
});

describe('An account that was asked whether it is a participant’s', () => {
  const hr = actorOf('hr');
  const account = '00000000-0000-4000-8000-000000000077';
  const other = '00000000-0000-4000-8000-000000000078';
  const press = (stage: Stage, verb: 'link/yes' | 'link/no', by: string, messageId?: string, name = 'Inès Belkacem') =>
    performAction(
      stage.ports,
      { directoryId: by, appRoles: [], name },
      { verb, programmeId, participantId: 'U1' },
      { ...stage.context, ...(messageId === undefined ? {} : { pressedOn: `activity of ${messageId}` }) },
    );

  /** Asks for the account on a Sunday; the card reaches it at nine on Monday. */
  async function asked(directoryId = account): Promise<{ readonly stage: Stage; readonly card: string }> {
    const stage = await castOf(memoryPorts(), { now: '2027-01-10T09:00:00.000Z' });
    const unlinked = aParticipant({ id: 'U1', state: 'imported', reach: 'not-linked' });
    await put(stage.ports, programmeId, 'participant', 'U1', unlinked);
    const reference = {
      serviceUrl: 'https://teams.example',
      teamsUserId: '29:u',
      updatedAt: now,
      via: 'personal',
    } as const;
    for (const id of [account, other])
      await stage.ports.people.commit(id, [{ op: 'insert', kind: 'reference', key: 'reference', value: reference }]);
    await askLink(stage.ports, programmeId, 'U1', directoryId, hr, stage.context);
    expect(await stage.deliver()).toEqual([]);
    stage.now = '2027-01-11T08:00:00.000Z';
    const [sent] = await stage.deliver();
    if (sent?.prepared.ok !== true) throw new Error(JSON.stringify(sent));
    expect(sent.prepared.target).toMatchObject({ to: 'person', directoryId });
    expect(sent.prepared.view).toEqual({
      card: 'link-question',
      state: 'open',
      programmeId,
      programmeName: expect.any(String) as string,
      participantId: 'U1',
      name: 'Inès Belkacem',
    });
    return { stage, card: sent.message.id };
  }

  it('and answers on its page reads the answer on its card, and on the pressed one nothing is drawn anew', async () => {
    for (const [verb, state, name] of [
      ['link/yes', 'linked', 'Inès Belkacem'],
      ['link/yes', 'said-yes', 'Claire Fontaine'],
      ['link/no', 'not-me', 'Claire Fontaine'],
    ] as const) {
      const { stage, card } = await asked();
      expect((await press(stage, verb, account, undefined, name)).view).toMatchObject({ state });
      expect(drawn(await stage.edit())).toEqual([[card, 'link-question', state]]);
      const pressed = await asked();
      await press(pressed.stage, verb, account, pressed.card, name);
      expect(await pressed.stage.edit()).toEqual([]);
    }
  });

  it('reads that nothing is asked any more once HR takes it back, and an answer after that says the same', async () => {
    const { stage, card } = await asked();
    await withdrawLink(stage.ports, programmeId, 'U1', hr, stage.context);
    expect(drawn(await stage.edit())).toEqual([[card, 'link-question', 'over']]);
    for (const verb of ['link/yes', 'link/no'] as const) {
      const { view, changed } = await press(stage, verb, account);
      expect([view, changed]).toEqual([expect.objectContaining({ state: 'over' }), false]);
      expect(view).not.toHaveProperty('name');
    }
  });

  it('reads the same where another account is asked in its place, and may not answer for that one', async () => {
    const { stage, card } = await asked();
    await askLink(stage.ports, programmeId, 'U1', other, hr, stage.context);
    expect(drawn(await stage.edit())).toEqual([[card, 'link-question', 'over']]);
    expect((await press(stage, 'link/yes', account)).view).toMatchObject({ state: 'over' });
    expect((await press(stage, 'link/yes', other)).view).toMatchObject({ state: 'linked' });
    stage.now = plusDays(stage.now, 1);
    expect((await stage.deliver()).map(({ prepared }) => prepared)).toEqual([
      { ok: false, state: 'cancelled', reason: 'already-done' },
    ]);
  });

  it('reads that it is linked once a second administrator has said yes, also when it says no then', async () => {
    const { stage, card } = await asked();
    await confirmLink(stage.ports, programmeId, 'U1', account, actorOf('hr-2'), stage.context);
    expect(drawn(await stage.edit())).toEqual([[card, 'link-question', 'linked']]);
    expect(await press(stage, 'link/no', account)).toMatchObject({ changed: false, view: { state: 'linked' } });
  });
});

it('The pledge that the sponsor gave on one card stands on the card of the first request', async () => {
  const stage = await castOf(memoryPorts(), { now, programme: { pledge: undefined }, contacts: [aContact()] });
  const sponsor: PersonalRecipient = { to: 'contact', id: 'sponsor' };
  const first = await send(stage, 'pledge-request', sponsor);
  const second = await send(stage, 'pledge-request', sponsor);
  await stage.press('sponsor', { verb: 'pledge/give', programmeId, words: 'Yes' }, second);
  expect(drawn(await stage.edit())).toEqual([[first, 'pledge', 'given']]);
});

it('Every kind of message asks for something that its cards follow, save those that tell and ask nothing', () => {
  const kinds = Object.keys(messages) as MessageKind[];
  expect(kinds.filter((kind) => messages[kind].standing === undefined).sort()).toEqual([
    'administrator-farewell',
    'administrator-welcome',
    'channel-reminder',
    'hour-off',
    'not-formed',
    'pair-paused',
    'pause-over',
    'renewals',
    'replacements',
    'sponsor-report',
    'sponsor-results',
    'standing',
    // A row that says where it stands would tell that it was sent, and so that they had not answered.
    'survey-reminder',
  ]);
});

describe('Whoever leaves', () => {
  const booked = { pairId: 'pair-1', sessionNumber: 1, slotRound: 1 };
  const cardsOfBoth = async (stage: Stage) => ({
    mine: await send(stage, 'booked', person('S1'), booked),
    assistants: await send(stage, 'booked', { to: 'contact', id: 'delegate-1' }, booked),
    partners: await send(stage, 'booked', person('M1'), booked),
  });

  it('reads on the card of the booked hour that it will not take place, and the partner at the hour they hear', async () => {
    const stage = await aRunningPair();
    const { mine, assistants, partners } = await cardsOfBoth(stage);
    await stage.press('S1', { verb: 'programme/leave-confirm', programmeId });
    await stage.work();
    expect(drawn(await stage.edit()).toSorted()).toEqual(
      [mine, assistants].map((id) => [id, 'session-off', 'off']).toSorted(),
    );
    stage.now = plusDays(stage.now, 1);
    await stage.work();
    expect(drawn(await stage.edit())).toEqual([[partners, 'session-off', 'off']]);
  });

  it('and is back before anybody has heard reads the booked hour again', async () => {
    const stage = await aRunningPair();
    const { mine, assistants } = await cardsOfBoth(stage);
    await stage.press('S1', { verb: 'programme/leave-confirm', programmeId });
    await stage.work();
    await stage.edit();
    await stage.press('S1', join);
    await stage.work();
    expect(drawn(await stage.edit()).toSorted()).toEqual(
      [mine, assistants].map((id) => [id, 'booked', undefined]).toSorted(),
    );
  });
});
