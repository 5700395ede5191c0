import { plusDays } from '../../../src/kernel/clock';
import { answerPartition } from '../../../src/survey/pseudonym';
import { statusKey } from '../../../src/domain/survey';
import { aPair } from '../../helpers/factories/pair';
import { aBookedSession } from '../../helpers/factories/session';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { castOf, directoryIdOf, mentorAndMentee, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';

async function asked(surveyRound = 'baseline'): Promise<{ stage: Stage; ports: MemoryPorts }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, {
    now,
    planned: true,
    participants: [...mentorAndMentee(), aParticipant({ id: 'M2' })],
  });
  for (const id of ['M1', 'S1']) {
    await put(ports, 'passages', 'status', statusKey(surveyRound, id), {
      surveyRound,
      participantId: id,
      state: 'asked',
      on: '2027-01-11',
    });
  }
  return { stage, ports };
}

const answer = (answers: Readonly<Record<string, string>>, surveyRound = 'baseline') =>
  ({ verb: 'survey/answer', programmeId: 'passages', surveyRound, answers }) as const;
const skip = { verb: 'survey/skip', programmeId: 'passages', surveyRound: 'baseline' } as const;

describe('Answering a survey', () => {
  it('twice replaces the answer and counts once', async () => {
    const { stage, ports } = await asked();
    expect((await stage.press('M1', answer({ confidence: '2' }))).view).toMatchObject({
      card: 'survey',
      state: 'answered',
    });
    await stage.press('M1', answer({ confidence: '5' }));
    await stage.work();
    expect(ports.answers.dump().map((row) => row.value)).toEqual([
      { instrument: 'baseline', side: 'mentor', values: { confidence: 5 } },
    ]);
    expect((await stage.counts())['responses.baseline.answered']).toBe(1);
  });

  it('keeps a date only of the press, and no one’s id, name or address beside the answers', async () => {
    const { stage, ports } = await asked();
    stage.now = plusDays(now, 1.37);
    await stage.press('M1', answer({ confidence: '2' }));
    await stage.press('S1', answer({ confidence: '4' }));
    const answers = JSON.stringify(ports.answers.dump());
    for (const hidden of ['M1', 'S1', directoryIdOf('M1'), 'Inès', 'Belkacem', 'armorel', stage.now])
      expect(answers).not.toContain(hidden);
    const statuses = ports.programmes.dump().filter((row) => row.kind === 'status');
    expect(statuses.map((row) => (row.value as { on: string }).on)).toEqual(['2027-01-12', '2027-01-12']);
    expect(JSON.stringify(statuses)).not.toContain('T');
    const changes = ports.programmes.dump().filter((row) => row.kind === 'change');
    expect(changes.filter((row) => JSON.stringify(row).includes(directoryIdOf('M1')))).toEqual([]);
  });

  it('after skipping is not possible: the skip is final; a skip after an answer keeps the answer', async () => {
    const { stage, ports } = await asked();
    expect((await stage.press('M1', skip)).view).toMatchObject({ state: 'skipped' });
    expect(await stage.press('M1', answer({ confidence: '2' }))).toMatchObject({
      changed: false,
      view: { state: 'skipped' },
    });
    expect(ports.answers.dump()).toEqual([]);
    await stage.press('S1', answer({ confidence: '2' }));
    expect(await stage.press('S1', skip)).toMatchObject({ changed: false, view: { state: 'answered' } });
    await stage.work();
    expect(await stage.counts()).toMatchObject({ 'responses.baseline.answered': 1, 'responses.baseline.skipped': 1 });
  });

  it('when the round is closed changes nothing', async () => {
    const { stage, ports } = await asked();
    await stage.press('S1', answer({ confidence: '2' }));
    stage.now = plusDays(now, 46);
    await stage.work();
    const before = ports.answers.dump().map((row) => row.value);
    expect(await stage.press('M1', answer({ confidence: '2' }))).toMatchObject({
      changed: false,
      view: { state: 'closed' },
    });
    expect(await stage.press('S1', answer({ confidence: '5' }))).toMatchObject({
      changed: false,
      view: { state: 'answered' },
    });
    expect(ports.answers.dump().map((row) => row.value)).toEqual(before);
  });

  it('that was not put to the person, or does not exist, answers alike', async () => {
    const { stage } = await asked();
    const notAsked = await stage.press('M2', answer({ confidence: '2' }));
    expect(notAsked).toEqual(await stage.press('M2', answer({ confidence: '2' }, 'no-such')));
    expect(notAsked.view).toEqual({ card: 'notice', notice: 'not-found' });
  });

  it('with values out of range keeps what was there', async () => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer({ confidence: '2' }));
    expect((await stage.press('M1', answer({ confidence: '9' }))).view).toEqual({
      card: 'notice',
      notice: 'invalid-input',
    });
    expect(ports.answers.dump()).toMatchObject([{ value: { values: { confidence: 2 } } }]);
  });
});

describe('The pulse of somebody in two pairs', () => {
  const pulse = (pairId: string | undefined, useful: string) =>
    ({ ...answer({ useful }, 'pulse-1'), ...(pairId === undefined ? {} : { pairId }) }) as const;
  const met = (pairId: string) =>
    ({ verb: 'session/met', programmeId: 'passages', pairId, number: 1, slotRound: 1 }) as const;

  /** B is the mentor of one pair and the mentee of the other; both hours are over. */
  async function twoPairs(): Promise<{ stage: Stage; ports: MemoryPorts }> {
    const ports = memoryPorts();
    const stage = await castOf(ports, {
      now,
      planned: true,
      participants: [
        aParticipant({ id: 'B', profile: { role: 'both', capacity: 2 } }),
        aParticipant({ id: 'S1', profile: { role: 'mentee' } }),
        aParticipant({ id: 'M1' }),
      ],
    });
    for (const [id, mentorId, menteeId] of [
      ['pair-1', 'B', 'S1'],
      ['pair-2', 'M1', 'B'],
    ] as const) {
      await put(ports, 'passages', 'pair', id, aPair({ id, mentorId, menteeId, startedAt: now }));
      const session = aBookedSession({ pairId: id, mentorId, menteeId, state: 'asked' });
      await put(ports, 'passages', 'session', `${id}|01`, session);
    }
    return { stage, ports };
  }

  it('is asked, answered and counted once for each pair, from the side they have in it', async () => {
    const { stage, ports } = await twoPairs();
    for (const pairId of ['pair-1', 'pair-2'])
      expect((await stage.press('B', met(pairId))).view).toMatchObject({ card: 'survey', state: 'open', pairId });
    expect((await stage.press('B', pulse('pair-1', '5'))).view).toMatchObject({ state: 'answered', pairId: 'pair-1' });
    expect((await stage.press('B', met('pair-2'))).view).toMatchObject({ state: 'open', pairId: 'pair-2' });
    await stage.press('B', pulse('pair-2', '2'));
    await stage.press('B', pulse('pair-2', '1'));
    await stage.work();
    const sheets = ports.answers.dump().map((row) => row.value);
    expect(sheets).toHaveLength(2);
    expect(sheets).toEqual(
      expect.arrayContaining([
        { instrument: 'pulse', side: 'mentor', values: { useful: 5 } },
        { instrument: 'pulse', side: 'mentee', values: { useful: 1 } },
      ]),
    );
    expect(await stage.counts()).toMatchObject({ 'responses.pulse-1.asked': 2, 'responses.pulse-1.answered': 2 });
    expect(JSON.stringify(ports.answers.dump())).not.toContain('pair-');
  });

  it('in another round is filed on the side of their first pair', async () => {
    const { stage, ports } = await twoPairs();
    for (const [id, pairIds] of [
      ['B', ['pair-2', 'pair-1']],
      ['S1', ['pair-1']],
    ] as const) {
      await put(ports, 'passages', 'person-pairs', id, { participantId: id, pairIds });
      const asked = { surveyRound: 'baseline', participantId: id, state: 'asked', on: '2027-01-11' } as const;
      await put(ports, 'passages', 'status', statusKey('baseline', id), asked);
    }
    await stage.press('B', answer({ confidence: '2' }));
    expect(ports.answers.dump().map((row) => row.value)).toMatchObject([{ side: 'mentee' }]);
  });
});

describe('A round', () => {
  const withPairs = async () => {
    const { stage, ports } = await asked();
    await put(ports, 'passages', 'pair', 'pair-1', aPair({ mentorId: 'M1', menteeId: 'S1', startedAt: now }));
    await put(
      ports,
      'passages',
      'pair',
      'pair-2',
      aPair({ id: 'pair-2', mentorId: 'M1', menteeId: 'M2', startedAt: now }),
    );
    return { stage, ports };
  };

  it('that opens asks everybody in a pair once, reminds once those who were silent, and closes', async () => {
    const { stage } = await withPairs();
    const delivered = await stage.advance(plusDays(now, 125), 24);
    const ofMidpoint = delivered
      .filter(({ message }) => message.subject.surveyRound === 'midpoint')
      .map(({ message }) => [message.kind, 'id' in message.recipient ? message.recipient.id : '']);
    expect(
      ofMidpoint
        .filter(([kind]) => kind === 'survey')
        .map(([, id]) => id)
        .sort(),
    ).toEqual(['M1', 'M2', 'S1']);
    expect(ofMidpoint.filter(([kind]) => kind === 'survey-reminder')).toHaveLength(3);
    expect(await stage.counts()).toMatchObject({ 'responses.midpoint.asked': 3 });
  });

  it('F63: of which the whole time went by while the server was away asks nobody', async () => {
    const { stage } = await withPairs();
    stage.now = plusDays(now, 125);
    await stage.work();
    expect((await stage.queued()).filter((message) => message.kind.startsWith('survey'))).toEqual([]);
    expect((await stage.counts())['responses.midpoint.asked']).toBeUndefined();
  });

  it('that closes rewrites its answers in an order that is not that of the presses', async () => {
    const people = Array.from({ length: 30 }, (_, index) => aParticipant({ id: `P${String(index)}` }));
    const ports = memoryPorts();
    const stage = await castOf(ports, { now, planned: true, participants: people });
    for (const { id } of people) {
      await put(ports, 'passages', 'status', statusKey('baseline', id), {
        surveyRound: 'baseline',
        participantId: id,
        state: 'asked',
        on: '2027-01-11',
      });
      await stage.press(id, answer({ confidence: '3' }));
    }
    const byTime = () =>
      [...ports.answers.dump()].sort((a, b) => Number(a.etag.slice(5)) - Number(b.etag.slice(5))).map((row) => row.key);
    const pressed = byTime();
    stage.now = plusDays(now, 46);
    await stage.work();
    const after = byTime();
    expect(ports.answers.dump().every((row) => row.partition === answerPartition('passages', 'baseline'))).toBe(true);
    expect([...after].sort()).toEqual([...pressed].sort());
    expect(after).not.toEqual(pressed);
    expect(after).not.toEqual([...pressed].reverse());
  });

  it('begins its rewriting again when an answer is replaced in between', async () => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer({ confidence: '2' }));
    await stage.press('S1', answer({ confidence: '3' }));
    const last = Math.max(...ports.answers.dump().map((row) => Number(row.etag.slice(5))));
    let disturbed = false;
    const range = ports.answers.range.bind(ports.answers);
    Object.assign(ports.answers, {
      range: async (...args: Parameters<typeof range>) => {
        const page = await range(...args);
        const [row] = ports.answers.dump();
        if (!disturbed && row !== undefined) {
          disturbed = true;
          await ports.answers.commit(row.partition, [
            { op: 'replace', kind: 'answer', key: row.key, value: row.value as never, etag: row.etag },
          ]);
        }
        return page;
      },
    });
    stage.now = plusDays(now, 46);
    await stage.work();
    for (const row of ports.answers.dump()) expect(Number(row.etag.slice(5))).toBeGreaterThan(last + 1);
  });
});
