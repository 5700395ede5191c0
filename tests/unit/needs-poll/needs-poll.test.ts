import type { Participant } from '../../../src/domain/participant';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import { listPollSteps } from '../../../src/own-page/list-poll-steps';
import { knownPollKey } from '../../../src/needs-poll/read-poll-key';
import { readNeedsPolls } from '../../../src/needs-poll/read-polls';
import { ballotPartition, ballotPseudonym, openBallot } from '../../../src/needs-poll/seal-ballot';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import {
  afterClose,
  aList,
  beginPoll,
  openedPoll,
  pollAnswer,
  pollTopics,
  preparedPoll,
} from '../../helpers/needs-poll';
import { actorOf, castOf, directoryIdOf, put, type Stage } from '../../helpers/stage';

const portsOf = (stage: Stage) => stage.ports as MemoryPorts;
const ballotsOf = (stage: Stage) =>
  portsOf(stage)
    .answers.dump()
    .filter(({ kind }) => kind === 'ballot');
const pollOf = async ({ ports }: Stage, id = '1') => (await ports.programmes.get('passages', 'needs-poll', id))!.value;
const refusal = (begun: { readonly ok: boolean; readonly reason?: string }) => begun.reason;

const aClosedPoll = {
  state: 'closed',
  population: 'everyone',
  topics: ['podcasts'],
  openedAt: '2026-12-01T09:00:00.000Z',
  closesOn: '2026-12-10',
  closesAt: '2026-12-10T23:00:00.000Z',
  invited: 20,
} as const;

/** The polls as HR reads them. */
async function polls({ ports, now }: Stage) {
  const read = await readNeedsPolls(ports, 'passages', { language: 'en', now, isCounting: false });
  if (!read.ok) throw new Error(read.reason);
  return read.value.polls;
}

/** Puts programmes on the list of the tenant. */
async function enter({ ports }: Stage, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const value = { id, name: { fr: id, en: id }, state: 'setup' } as const;
    await ports.tenants.commit('tenant', [{ op: 'insert', kind: 'entry', key: id, value }]);
  }
}

/** What the ballot of a person says, which the key alone opens. */
async function ballotOf({ ports }: Stage, person: string) {
  const key = (await knownPollKey(ports, 'passages', '1'))!;
  const partition = ballotPartition('passages', '1');
  const pseudonym = ballotPseudonym(ports, key, '1', person);
  const row = await ports.answers.get(partition, 'ballot', pseudonym);
  return openBallot(ports, key, partition, pseudonym, row!.value);
}

async function answerAll(stage: Stage, people: number, say: (index: number) => Parameters<typeof pollAnswer>[0]) {
  for (let index = 0; index < people; index++) await stage.press(`P${String(index)}`, pollAnswer(say(index)));
}

describe('Opening a needs poll', () => {
  it('lays out one blank ballot for everybody and queues them one card each', async () => {
    const stage = await openedPoll(20);
    expect(ballotsOf(stage)).toHaveLength(20);
    expect((await stage.queued()).map(({ kind, subject }) => [kind, subject])).toEqual(
      Array.from({ length: 20 }, () => ['needs-poll', { poll: '1' }]),
    );
    expect(await pollOf(stage)).toMatchObject({ state: 'open', invited: 20, closesAt: '2027-01-22T23:00:00.000Z' });
    const delivered = await stage.deliver();
    expect(delivered.map(({ prepared }) => prepared.ok && prepared.view)).toEqual(
      Array.from({ length: 20 }, () => expect.objectContaining({ card: 'needs-poll', state: 'open' })),
    );
  });

  it('is kept for good with who did it, and so is its close', async () => {
    const stage = await openedPoll(20);
    stage.now = afterClose;
    await stage.work();
    const audit = portsOf(stage)
      .programmes.dump()
      .filter(({ kind }) => kind === 'audit');
    expect(audit.map(({ value }) => value)).toMatchObject([
      { what: 'needs-poll-opened', by: 'directory-hr', about: '1' },
      { what: 'needs-poll-closed', by: 'system', about: '1' },
    ]);
  });

  it('is refused for fewer than twenty whom the bot reaches', async () => {
    const list = [
      ...aList(19),
      aParticipant({ id: 'gone', state: 'withdrawn' }),
      aParticipant({ id: 'x', reach: 'blocked' }),
    ];
    const stage = await castOf(memoryPorts(), { programme: { state: 'setup' }, participants: list });
    expect(refusal(await beginPoll(stage))).toBe('too-few');
    expect(refusal(await beginPoll(await preparedPoll(38), { population: 'mentees' }))).toBe('too-few');
    expect((await beginPoll(await preparedPoll(40), { population: 'mentees' })).ok).toBe(true);
  });

  it('is refused once enrolment is open, for a day that is too near or far, and for a topic of somebody’s own words', async () => {
    const open = await castOf(memoryPorts(), { programme: { state: 'enrolling' }, participants: aList(20) });
    expect(refusal(await beginPoll(open))).toBe('enrolment-open');
    const stage = await preparedPoll(20);
    for (const closesOn of ['2027-01-10', '2027-01-13', '2027-02-12'])
      expect(refusal(await beginPoll(stage, { closesOn }))).toBe('close-out-of-range');
    expect(refusal(await beginPoll(stage, { topics: ['own:my boss', 'podcasts', 'privacy'] }))).toBe('topics-unknown');
  });

  it('is refused while another is open, and of anybody who was in one before, also of another programme', async () => {
    const stage = await openedPoll(40);
    await enter(stage, 'passages', 'other');
    expect(refusal(await beginPoll(stage))).toBe('poll-under-way');
    stage.now = afterClose;
    await stage.work();
    expect(refusal(await beginPoll(stage, { closesOn: '2027-02-10', population: 'mentees' }))).toBe('asked-before');
    const other = await castOf(stage.ports, {
      programme: { id: 'other', state: 'setup' },
      participants: aList(30),
      now: stage.now,
    });
    expect(refusal(await beginPoll(other, { closesOn: '2027-02-10' }))).toBe('asked-before');
  });

  it('is refused while another programme’s is opening, and where it cannot be read whom others have asked', async () => {
    const stage = await preparedPoll(20);
    await enter(stage, 'passages', 'other');
    const other = await castOf(stage.ports, { programme: { id: 'other', state: 'setup' }, participants: aList(20) });
    await beginPoll(other);
    expect(refusal(await beginPoll(stage))).toBe('opening-elsewhere');
    const unread = await preparedPoll(20);
    await enter(unread, 'passages', 'other');
    portsOf(unread).tenants.damage('entry', 'other');
    await expect(beginPoll(unread)).rejects.toMatchObject({ code: 'rows-unreadable' });
  });

  it('leaves out whoever another poll has asked in between', async () => {
    const stage = await preparedPoll(25);
    await enter(stage, 'passages', 'other');
    await beginPoll(stage);
    for (const id of ['P0', 'P1', 'P2'])
      await put(stage.ports, 'other', 'polled', id, { poll: '1', participantId: id, directoryId: directoryIdOf(id) });
    await stage.work();
    expect([(await pollOf(stage)).invited, ballotsOf(stage).length]).toEqual([22, 22]);
    const asked = (await stage.queued()).map(({ recipient }) => recipient);
    expect(asked).toHaveLength(22);
    expect(asked).not.toContainEqual({ to: 'participant', id: 'P1' });
  });

  it('counts and asks whoever is written to before its close alone', async () => {
    const resting = (count: number) =>
      aList(30).map((person, index) =>
        index < count ? { ...person, profile: { ...person.profile, country: 'IT' } } : person,
      );
    const ports = () =>
      memoryPorts({ holidayFrom: ({ country }, date) => (country === 'IT' && date < '2027-01-25' ? 0 : 24) });
    const prepared = (count: number) =>
      castOf(ports(), { programme: { state: 'setup' }, participants: resting(count) });
    expect(refusal(await beginPoll(await prepared(11)))).toBe('too-few');
    const stage = await prepared(10);
    expect(await beginPoll(stage)).toMatchObject({ value: { invited: 20 } });
    await stage.work();
    expect([(await pollOf(stage)).invited, ballotsOf(stage).length, (await stage.queued()).length]).toEqual([
      20, 20, 20,
    ]);
    expect(await stage.ports.programmes.get('passages', 'polled', 'P3')).toBeUndefined();
  });

  it('takes three working days at least: none of a weekend and a holiday', async () => {
    const ports = memoryPorts({ holidayFrom: (_place, date) => (date === '2027-03-29' ? 0 : 24) });
    const easter = await castOf(ports, {
      programme: { state: 'setup' },
      participants: aList(20),
      now: '2027-03-26T17:30:00.000Z',
    });
    for (const closesOn of ['2027-03-29', '2027-03-31'])
      expect(refusal(await beginPoll(easter, { closesOn }))).toBe('close-out-of-range');
    expect((await beginPoll(easter, { closesOn: '2027-04-01' })).ok).toBe(true);
  });

  it('ends with nobody asked where fewer than twenty are left by then, and another may follow', async () => {
    const stage = await preparedPoll(20);
    await beginPoll(stage);
    const stored = (await stage.ports.programmes.get('passages', 'participant', 'P7'))!;
    const value = { ...stored.value, reach: 'blocked' as const };
    await stage.ports.programmes.commit('passages', [
      { op: 'replace', kind: 'participant', key: 'P7', etag: stored.etag, value },
    ]);
    await stage.work();
    expect(await pollOf(stage)).toMatchObject({ state: 'closed', invited: 0 });
    expect([(await pollOf(stage)).result, ballotsOf(stage), await stage.queued()]).toEqual([undefined, [], []]);
    await put(stage.ports, 'passages', 'participant', 'new', {
      ...aParticipant({ id: 'new', state: 'imported' }),
      directoryId: directoryIdOf('new'),
    });
    expect(await beginPoll(stage)).toMatchObject({ value: { id: '2', invited: 20 } });
    await stage.work();
    expect(await pollOf(stage, '2')).toMatchObject({ state: 'open', invited: 20 });
  });

  it('goes on where it was cut off, and asks nobody twice', async () => {
    const stage = await preparedPoll(25);
    await beginPoll(stage);
    const { commit } = stage.ports.programmes;
    let commits = 0;
    Object.assign(stage.ports.programmes, {
      commit: (...about: Parameters<typeof commit>) => {
        if (++commits === 10) throw new Error('the server dies');
        return commit(...about);
      },
    });
    await expect(stage.work()).rejects.toThrow('the server dies');
    await stage.work();
    expect(await stage.queued()).toHaveLength(25);
    expect(ballotsOf(stage)).toHaveLength(25);
    expect(await pollOf(stage)).toMatchObject({ state: 'open', invited: 25 });
  });
});

describe('Somebody who presses', () => {
  it('twice has one ballot, which says what they said last, and nothing else is written', async () => {
    const stage = await openedPoll(20);
    const before = portsOf(stage).programmes.dump();
    const first = await stage.press('P3', pollAnswer({ learn: 'generative-ai,podcasts', takePart: 'yes' }));
    const second = await stage.press('P3', pollAnswer({ learn: ' podcasts , podcasts', takePart: 'no' }));
    expect([first, second].map(({ view, changed }) => [view, changed])).toEqual(
      Array.from({ length: 2 }, () => [expect.objectContaining({ card: 'needs-poll', state: 'sent' }), true]),
    );
    expect(await ballotOf(stage, 'P3')).toEqual({ learn: ['podcasts'], teach: [], takePart: 'no' });
    expect(ballotsOf(stage)).toHaveLength(20);
    expect(portsOf(stage).programmes.dump()).toEqual(before);
  });

  it('reads an empty form when they look again, as whoever has not answered does', async () => {
    const stage = await openedPoll(20);
    await stage.press('P3', pollAnswer({ takePart: 'yes' }));
    const look = { verb: 'needs-poll/show', programmeId: 'passages', poll: '1' } as const;
    const [one, other] = [await stage.press('P3', look), await stage.press('P4', look)];
    expect(one).toEqual(other);
    expect(one.view).toMatchObject({ state: 'open' });
  });

  it('with a topic that the poll does not offer is refused, and what was there stays', async () => {
    const stage = await openedPoll(20);
    await stage.press('P3', pollAnswer({ teach: 'podcasts' }));
    for (const learn of ['gaming', 'own:anything', 'podcasts;drop'])
      expect((await stage.press('P3', pollAnswer({ learn }))).view).toMatchObject({ notice: 'invalid-input' });
    expect(await ballotOf(stage, 'P3')).toEqual({ learn: [], teach: ['podcasts'] });
  });

  it('late reads that the poll is closed, before and after the server has closed it', async () => {
    const stage = await openedPoll(20);
    stage.now = '2027-01-22T23:00:00.000Z';
    expect((await stage.press('P3', pollAnswer({ takePart: 'yes' }))).view).toMatchObject({ state: 'ending' });
    expect((await polls(stage))[0]?.state).toBe('ending');
    stage.now = afterClose;
    await stage.work();
    const late = await stage.press('P3', pollAnswer({ takePart: 'yes' }));
    expect([late.view, late.changed]).toMatchObject([{ state: 'closed' }, false]);
    expect(ballotsOf(stage)).toEqual([]);
  });

  it('at an account that was linked to the person anew finds nothing, and gets no card', async () => {
    const stage = await openedPoll(20);
    const stored = (await stage.ports.programmes.get('passages', 'participant', 'P3'))!;
    const value = { ...stored.value, directoryId: directoryIdOf('somebody') };
    await stage.ports.programmes.commit('passages', [
      { op: 'replace', kind: 'participant', key: 'P3', etag: stored.etag, value },
    ]);
    const membership = { programmeId: 'passages', participantId: 'P3', contacts: [] };
    await stage.ports.people.commit(directoryIdOf('somebody'), [
      { op: 'insert', kind: 'membership', key: 'passages', value: membership },
    ]);
    for (const press of [pollAnswer(), { verb: 'needs-poll/show', programmeId: 'passages', poll: '1' } as const])
      expect((await stage.press('somebody', press)).view).toMatchObject({ notice: 'not-found' });
    const delivered = await stage.deliver();
    const card = delivered.find(({ message: { recipient } }) => 'id' in recipient && recipient.id === 'P3');
    expect(card?.prepared).toMatchObject({ ok: false, reason: 'subject-gone' });
  });

  it('without having been asked finds nothing', async () => {
    const stage = await openedPoll(20);
    await put(stage.ports, 'passages', 'participant', 'late', {
      ...aParticipant({ id: 'late' }),
      directoryId: 'directory-late',
    });
    await stage.ports.people.commit('directory-late', [
      {
        op: 'insert',
        kind: 'membership',
        key: 'passages',
        value: { programmeId: 'passages', participantId: 'late', contacts: [] },
      },
    ]);
    for (const press of [
      pollAnswer(),
      { ...pollAnswer(), poll: '2' },
      { verb: 'needs-poll/show', programmeId: 'passages', poll: '1' } as const,
    ])
      expect((await stage.press('late', press)).view).toMatchObject({ notice: 'not-found' });
    expect((await stage.press('nobody', pollAnswer())).view).toMatchObject({ notice: 'not-found' });
  });
});

describe('The close of a needs poll', () => {
  it('keeps totals alone: ballots and their key are gone for good', async () => {
    const stage = await openedPoll(24);
    await answerAll(stage, 18, (index) => ({
      learn: index < 9 ? 'generative-ai' : '',
      teach: index % 3 === 0 ? 'podcasts' : '',
      takePart: index < 8 ? 'yes' : index < 13 ? 'perhaps' : 'no',
    }));
    stage.now = afterClose;
    await stage.work();
    expect((await pollOf(stage)).result).toEqual({
      frozenAt: afterClose,
      takePart: [
        { of: ['yes'], people: 8 },
        { of: ['perhaps'], people: 5 },
        { of: ['no'], people: 5 },
        { of: ['silent'], people: 6 },
      ],
      topics: [
        { topic: 'generative-ai', learn: 9 },
        { topic: 'podcasts', teach: 6 },
      ],
    });
    expect(ballotsOf(stage)).toEqual([]);
    expect(portsOf(stage).keys.dump()).toEqual([]);
  });

  it('is the same where no night rewrote the ballots, and where each did', async () => {
    const [busy, idle] = [await openedPoll(20), await openedPoll(20)];
    for (const stage of [busy, idle]) await answerAll(stage, 12, (index) => ({ takePart: index < 6 ? 'yes' : 'no' }));
    await busy.advance(afterClose);
    idle.now = afterClose;
    await idle.work();
    const [one, other] = await Promise.all([pollOf(busy), pollOf(idle)]);
    expect(one.result?.takePart).toEqual(other.result?.takePart);
    expect(one.result?.takePart).toHaveLength(3);
  });

  it('counts whoever was erased since among those who were asked, as their ballot does', async () => {
    const stage = await openedPoll(20);
    await answerAll(stage, 12, (index) => ({ takePart: index < 6 ? 'yes' : 'no' }));
    const row = (await stage.ports.programmes.get('passages', 'polled', 'P3'))!;
    await stage.ports.programmes.commit('passages', [{ op: 'delete', kind: 'polled', key: row.key, etag: row.etag }]);
    stage.now = afterClose;
    await stage.work();
    const { invited, result } = await pollOf(stage);
    expect([invited, result?.takePart?.at(-1)]).toEqual([20, { of: ['silent'], people: 8 }]);
  });

  it('is read by HR also where a person of the list cannot be', async () => {
    const stage = await openedPoll(20);
    stage.now = afterClose;
    await stage.work();
    portsOf(stage).programmes.damage('participant', 'P3');
    const read = await readNeedsPolls(stage.ports, 'passages', { language: 'en', now: stage.now, isCounting: true });
    expect(read).toMatchObject({ value: { populations: [], isUncounted: true, polls: [{ state: 'closed' }] } });
  });

  it('is read the newest first, the tenth before the second, with the number of people that the plan tells of', async () => {
    const thresholds = { scores: 8, comments: 10 };
    const stage = await castOf(memoryPorts(), { programme: { state: 'setup', plan: { thresholds } } });
    for (const id of ['1', '2', '10']) await put(stage.ports, 'passages', 'needs-poll', id, { ...aClosedPoll, id });
    expect((await polls(stage)).map(({ id }) => id)).toEqual(['10', '2', '1']);
    const read = await readNeedsPolls(stage.ports, 'passages', { language: 'en', now: stage.now, isCounting: true });
    expect(read).toMatchObject({ value: { fewestTold: 8 } });
  });

  it('waits where the secret is another one: nothing is told, and nothing taken away', async () => {
    const stage = await openedPoll(20);
    await answerAll(stage, 12, () => ({ takePart: 'yes' }));
    const robbed = Object.assign(stage.ports, { wrappingSecret: () => 'another secret' });
    stage.now = afterClose;
    await expect(stage.work()).rejects.toMatchObject({ code: 'poll-key-closed' });
    expect([ballotsOf(stage).length, (await pollOf(stage)).state]).toEqual([20, 'open']);
    Object.assign(robbed, { wrappingSecret: () => 'wrapping-secret-of-the-tests' });
    await stage.work();
    expect((await pollOf(stage)).state).toBe('closed');
  });

  it('waits where its key is gone, as in a copy of the tables put back: zero answers are not told as a fact', async () => {
    const stage = await openedPoll(20);
    await answerAll(stage, 12, () => ({ takePart: 'yes' }));
    const stored = await portsOf(stage).keys.get('passages', 'poll-key', '1');
    await portsOf(stage).keys.commit('passages', [{ op: 'delete', kind: 'poll-key', key: '1', etag: stored!.etag }]);
    stage.now = afterClose;
    await expect(stage.work()).rejects.toMatchObject({ code: 'poll-key-missing' });
    expect([ballotsOf(stage).length, (await pollOf(stage)).state]).toEqual([20, 'open']);
  });

  it('cut off after it has counted takes away what is left, and counts nothing anew', async () => {
    const stage = await openedPoll(20);
    await answerAll(stage, 12, (index) => ({ takePart: index < 6 ? 'yes' : 'no' }));
    const { commit } = stage.ports.answers;
    const answers = Object.assign(stage.ports.answers, {
      commit: (...about: Parameters<typeof commit>) => {
        if (about[1].some(({ op }) => op === 'delete')) throw new Error('the server dies');
        return commit(...about);
      },
    });
    stage.now = afterClose;
    await expect(stage.work()).rejects.toThrow('the server dies');
    const counted = await pollOf(stage);
    expect([counted.state, portsOf(stage).keys.dump(), ballotsOf(stage).length]).toEqual(['closed', [], 20]);
    Object.assign(answers, { commit });
    stage.now = '2027-01-23T09:00:00.000Z';
    await stage.work();
    expect([await pollOf(stage), ballotsOf(stage)]).toEqual([counted, []]);
  });

  it('is said on every card that stands, whoever answered on it', async () => {
    const stage = await openedPoll(20);
    stage.now = '2027-01-12T10:00:00.000Z';
    const delivered = await stage.deliver();
    await stage.press('P3', pollAnswer({ takePart: 'yes' }), delivered[3]!.message.id);
    expect(await stage.edit()).toEqual([]);
    stage.now = afterClose;
    await stage.work();
    const edited = await stage.edit();
    expect(edited.map(({ view }) => view)).toEqual(
      Array.from({ length: 20 }, () => expect.objectContaining({ card: 'needs-poll', state: 'closed' })),
    );
  });
});

describe('The poll on one’s own page', () => {
  const onPageOf = async ({ ports, now }: Stage, person: string, language: 'fr' | 'en' = 'en') => {
    const page = await readMyPage(ports, actorOf(person), 'passages', now, language);
    if (!page.ok) throw new Error(page.reason);
    return page.value.steps.filter((step) => step.step === 'needs-poll');
  };

  it('is there for whoever was asked, word for word as on the card, and takes the card’s own press', async () => {
    const stage = await openedPoll(20);
    const [step] = await onPageOf(stage, 'P3');
    expect(step?.topics).toEqual(pollTopics);
    expect(step?.words.about[0]).toContain('This poll is anonymous');
    expect((await onPageOf(stage, 'P3', 'fr'))[0]?.words.about[2]).toContain('22 janvier');
    const sent = await stage.press('P3', { ...step!.actions[0], learn: 'podcasts', takePart: 'yes' });
    expect(sent.view).toMatchObject({ card: 'needs-poll', state: 'sent' });
    expect(await ballotOf(stage, 'P3')).toEqual({ learn: ['podcasts'], teach: [], takePart: 'yes' });
  });

  it('is the same before and after an answer, and as that of somebody who has not answered', async () => {
    const stage = await openedPoll(20);
    const before = await onPageOf(stage, 'P3');
    await stage.press('P3', pollAnswer({ learn: 'podcasts' }));
    expect(before).toHaveLength(1);
    expect(await onPageOf(stage, 'P3')).toEqual(before);
    expect(await onPageOf(stage, 'P4')).toEqual(before);
  });

  it('is not there for whoever was not asked, was linked to another account since, or has left, nor once it takes no answers', async () => {
    const stage = await openedPoll(20);
    await put(stage.ports, 'passages', 'participant', 'late', aParticipant({ id: 'late', state: 'imported' }));
    await change(stage, 'P1', { directoryId: 'somebody-else' });
    await change(stage, 'P2', { state: 'withdrawn' });
    const shown = await Promise.all(['late', 'P1', 'P2', 'P3'].map((id) => stepsOf(stage, id)));
    expect(shown.map((steps) => steps.length)).toEqual([0, 0, 0, 1]);
    stage.now = '2027-01-22T23:00:00.000Z';
    expect(await onPageOf(stage, 'P3')).toEqual([]);
  });
});

/** The poll as a step of somebody of the list. */
async function stepsOf({ ports, now }: Stage, id: string) {
  const programme = (await ports.programmes.get('passages', 'programme', 'programme'))!.value;
  const person = (await ports.programmes.get('passages', 'participant', id))!.value;
  return listPollSteps(ports, programme, person, now, 'en');
}

async function change({ ports }: Stage, id: string, about: Partial<Participant>): Promise<void> {
  const { value, etag } = (await ports.programmes.get('passages', 'participant', id))!;
  await ports.programmes.commit('passages', [
    { op: 'replace', kind: 'participant', key: id, etag, value: { ...value, ...about } },
  ]);
}
