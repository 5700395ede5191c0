import type { Action } from '../../../src/dispatch/actions';
import { openPress } from '../../../src/dispatch/open-press';
import { plusDays } from '../../../src/kernel/clock';
import { statusKey } from '../../../src/domain/survey';
import { aPair } from '../../helpers/factories/pair';
import { aBookedSession } from '../../helpers/factories/session';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { openSheets, saidIn } from '../../helpers/open-sheets';
import { actorOf, castOf, directoryIdOf, mentorAndMentee, put, type Stage } from '../../helpers/stage';

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

const save = (answers: Readonly<Record<string, string>>) =>
  ({ verb: 'survey/save', programmeId: 'passages', surveyRound: 'baseline', answers }) as const;
const edit = { verb: 'survey/edit', programmeId: 'passages', surveyRound: 'baseline' } as const;

describe('Answering a survey', () => {
  it('too late makes no key: one that was destroyed does not come back', async () => {
    const { stage, ports } = await asked();
    const { value } = (await ports.programmes.get('passages', 'survey-round', 'baseline'))!;
    stage.now = plusDays(value.closesAt, 1);
    for (const press of [answer({ confidence: '2' }), save({ confidence: '2' }), skip])
      expect((await stage.press('M1', press)).view).toMatchObject({ card: 'survey', state: 'closed' });
    expect(await ports.keys.get('passages', 'key', 'survey')).toBe(undefined);
  });

  it('twice replaces the answer: one sheet per person', async () => {
    const { stage, ports } = await asked();
    expect((await stage.press('M1', answer({ confidence: '2' }))).view).toMatchObject({
      card: 'survey',
      state: 'answered',
      isEditable: true,
    });
    await stage.press('M1', answer({ confidence: '5' }));
    expect(await saidIn(ports, 'waiting-sheet')).toEqual([
      { instrument: 'baseline', side: 'mentor', values: { confidence: 5 } },
    ]);
  });

  it('the same again writes nothing', async () => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer({ confidence: '2' }));
    const before = ports.answers.dump();
    expect(await stage.press('M1', answer({ confidence: '2' }))).toMatchObject({
      changed: false,
      view: { state: 'answered' },
    });
    expect(ports.answers.dump()).toEqual(before);
  });

  it.each([
    ['an answer', answer({ confidence: '2' })],
    ['a skip', skip],
    ['what was begun', save({ confidence: '2' })],
  ])('writes one row, %s, and beside it the work of the night alone', async (_what, action) => {
    const { stage, ports } = await asked();
    await stage.press('S1', answer({ confidence: '4' }));
    const everything = () => JSON.stringify([ports.programmes.dump(), ports.people.dump(), ports.tenants.dump()]);
    const before = everything();
    const rows = ports.answers.dump();
    await stage.press('M1', action);
    expect(everything()).toBe(before);
    expect(ports.answers.dump()).toHaveLength(rows.length + 1);
    expect(new Set(ports.answers.dump().map(({ value }) => JSON.stringify(value).length)).size).toBe(1);
  });

  it('asks the edge not to remember whose press it is, unlike any other', async () => {
    const { stage } = await asked();
    const remembers = (action: Action) => openPress(stage.ports, actorOf('M1'), action, stage.context).remembersSender;
    for (const action of [answer({}), skip, edit, save({})]) expect(remembers(action)).toBe(false);
    expect(remembers({ verb: 'invitation/accept', programmeId: 'passages' })).toBe(true);
  });

  it('keeps no word, id or moment that can be read beside the key', async () => {
    const { stage, ports } = await asked();
    stage.now = plusDays(now, 1.37);
    await stage.press('M1', answer({ confidence: '2' }));
    await stage.press('S1', answer({ confidence: '4' }));
    const answers = JSON.stringify(ports.answers.dump());
    for (const hidden of ['"M1"', '|M1', directoryIdOf('M1'), 'Inès', 'baseline', 'confidence', stage.now])
      expect(answers).not.toContain(hidden);
  });

  it('after skipping is not possible: the skip is final; a skip after an answer keeps the answer', async () => {
    const { stage, ports } = await asked();
    expect((await stage.press('M1', skip)).view).toMatchObject({ state: 'skipped' });
    for (const late of [answer({ confidence: '2' }), save({ confidence: '2' }), edit])
      expect(await stage.press('M1', late)).toMatchObject({ changed: false, view: { state: 'skipped' } });
    expect(await saidIn(ports, 'waiting-sheet')).toEqual([undefined]);
    await stage.press('S1', answer({ confidence: '2' }));
    expect(await stage.press('S1', skip)).toMatchObject({ changed: false, view: { state: 'answered' } });
  });

  it.each([
    ['when the round is closed', 46],
    ['when its time is over and the server has not closed it yet', 45],
  ])('%s changes nothing, and the old answer is kept', async (_when, days) => {
    const { stage, ports } = await asked();
    await stage.press('S1', answer({ confidence: '2' }));
    const closesAt = (await ports.programmes.get('passages', 'survey-round', 'baseline'))!.value.closesAt;
    stage.now = days === 45 ? closesAt : plusDays(closesAt, 1);
    if (days !== 45) await stage.work();
    const before = await openSheets(ports);
    expect(await stage.press('M1', answer({ confidence: '2' }))).toMatchObject({
      changed: false,
      view: { state: 'closed' },
    });
    for (const [late, state] of [
      [answer({ confidence: '5' }), 'closed'],
      [save({ confidence: '5' }), 'closed'],
      [skip, 'closed'],
      [edit, 'answered'],
    ] as const) {
      const outcome = await stage.press('S1', late);
      expect(outcome).toMatchObject({ changed: false, view: { state } });
      expect(outcome.view).not.toHaveProperty('isEditable');
    }
    expect(await openSheets(ports)).toEqual(before);
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
    expect(await saidIn(ports, 'waiting-sheet')).toMatchObject([{ values: { confidence: 2 } }]);
  });

  it('keeps a comment as it was typed, without what no keyboard writes', async () => {
    const { stage, ports } = await asked('closing');
    const typed = '<script>alert(1)</script> **bold** {{DATE(2027)}} ${x}\r\nligne 2';
    stage.now = (await ports.programmes.get('passages', 'survey-round', 'closing'))!.value.opensAt;
    await stage.work();
    await stage.press('M1', answer({ comment: `${typed}\u0000\ud800` }, 'closing'));
    expect(await saidIn(ports, 'waiting-sheet')).toMatchObject([{ comment: typed.replace('\r', '') }]);
  });

  it('with the longest comment there is looks as one without', async () => {
    const { stage, ports } = await asked('closing');
    stage.now = (await ports.programmes.get('passages', 'survey-round', 'closing'))!.value.opensAt;
    await stage.work();
    await stage.press('M1', answer({ again: '3' }, 'closing'));
    await stage.press('S1', answer({ comment: '字'.repeat(4000), again: '10', 'tool-use': 'monthly' }, 'closing'));
    const lengths = ports.answers.dump().map(({ value }) => JSON.stringify(value).length);
    expect(lengths).toHaveLength(2);
    expect(lengths[0]).toBe(lengths[1]);
  });
});

describe('One’s own sheet', () => {
  it('that was begun is there again, for its person alone, and is not asked for as one that is missing', async () => {
    const { stage } = await asked();
    expect((await stage.press('M1', save({ confidence: '2' }))).view).toMatchObject({
      state: 'open',
      given: { confidence: '2' },
    });
    expect((await stage.press('M1', edit)).view).toMatchObject({ state: 'open', given: { confidence: '2' } });
    expect((await stage.press('S1', edit)).view).toMatchObject({ state: 'open' });
    expect((await stage.press('S1', edit)).view).not.toHaveProperty('given');
    expect((await stage.press('M1', skip)).view).toMatchObject({ state: 'skipped' });
  });

  it('that was sent is opened again with what it says, changed until the close, and not unsent by keeping a part', async () => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer({ confidence: '2', 'tool-use': 'weekly' }));
    const opened = await stage.press('M1', edit);
    expect(opened).toMatchObject({
      changed: false,
      view: { state: 'open', isEditable: true, given: { confidence: '2', 'tool-use': 'weekly' } },
    });
    expect(await stage.press('M1', save({ confidence: '4' }))).toMatchObject({
      changed: false,
      view: { state: 'answered' },
    });
    await stage.press('M1', answer({ confidence: '4' }));
    expect(await saidIn(ports, 'waiting-sheet')).toMatchObject([{ values: { confidence: 4 } }]);
  });
});

describe('The pulse of somebody in two pairs', () => {
  const pulse = (pairId: string | undefined, useful: string) =>
    ({ ...answer({ useful }, 'pulse-1'), ...(pairId === undefined ? {} : { pairId }) }) as const;
  const met = (pairId: string) =>
    ({ verb: 'session/met', programmeId: 'passages', pairId, number: 1, slotRound: 1 }) as const;

  /** B is the mentor of one pair and the mentee of the other, which began a day before; both hours are over. */
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
    for (const [id, mentorId, menteeId, startedAt] of [
      ['pair-1', 'B', 'S1', now],
      ['pair-2', 'M1', 'B', plusDays(now, -1)],
    ] as const) {
      await put(ports, 'passages', 'pair', id, aPair({ id, mentorId, menteeId, startedAt }));
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
    const sheets = await saidIn(ports, 'waiting-sheet');
    expect(sheets).toHaveLength(2);
    expect(sheets).toEqual(
      expect.arrayContaining([
        { instrument: 'pulse', side: 'mentor', values: { useful: 5 } },
        { instrument: 'pulse', side: 'mentee', values: { useful: 1 } },
      ]),
    );
    expect(await stage.counts()).toMatchObject({ 'responses.pulse-1.asked': 2 });
    expect(JSON.stringify(ports.answers.dump())).not.toContain('pair-');
  });

  it.each([
    ['both go on', { pairIds: ['pair-1', 'pair-2'] }],
    ['the first is over', { pairIds: ['pair-1'], formerPairIds: ['pair-2'] }],
    ['the later one is over', { pairIds: ['pair-2'], formerPairIds: ['pair-1'] }],
  ])('in another round is filed on the side of the pair that began first, where %s', async (_name, places) => {
    const { stage, ports } = await twoPairs();
    await put(ports, 'passages', 'person-pairs', 'B', { participantId: 'B', ...places });
    const asked = { surveyRound: 'baseline', participantId: 'B', state: 'asked', on: '2027-01-11' } as const;
    await put(ports, 'passages', 'status', statusKey('baseline', 'B'), asked);
    await stage.press('B', answer({ confidence: '2' }));
    expect(await saidIn(ports, 'waiting-sheet')).toMatchObject([{ side: 'mentee' }]);
  });
});
