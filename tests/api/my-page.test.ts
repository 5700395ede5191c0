import { actionAnswerSchema } from '../../src/hr-page/action-api-contract';
import { myPageSchema } from '../../src/own-page/api-contract';
import { call, people, tokenFor } from '../helpers/api-server';
import { aPair, aProposal } from '../helpers/factories/pair';
import { aParticipant } from '../helpers/factories/participant';
import { aSession, aSlot } from '../helpers/factories/session';
import { expectGolden } from '../helpers/compare-golden';
import { useApiStage } from '../helpers/api-stage';
import { seedProgramme } from '../helpers/test-ports';

const stage = useApiStage();

const page = async (who: string) => {
  const answer = await call(stage.api, 'GET', '/programmes/passages/me', { token: await tokenFor(stage.issuer, who) });
  return { ...answer, page: myPageSchema.parse(answer.body) };
};
/** The steps as they are sent, letter by letter, one on a line. */
const sentSteps = async (who: string): Promise<string> => {
  const { steps, assisting } = (await page(who)).body as Record<'steps' | 'assisting', { steps: unknown[] }[]>;
  return [...steps, ...assisting.flatMap((assisted) => assisted.steps)].map((step) => JSON.stringify(step)).join('\n');
};
const press = async (who: string, body: unknown) =>
  call(stage.api, 'POST', '/actions', { token: await tokenFor(stage.issuer, who), body });

/** What the log tells of presses. */
const pressesIn = (lines: readonly string[]): unknown[] =>
  lines
    .map((line) => JSON.parse(line))
    .filter(({ event }) => event === 'press')
    .map(({ verb, outcome, programmeId }) => [verb, outcome, programmeId]);

describe('A participant’s page', () => {
  it('shows the pair, the partner, the months and the next session with its calendar file', async () => {
    const { page: mine } = await page(people.mentor);
    expect(mine.pairs).toEqual([
      {
        pairId: 'pair-1',
        side: 'mentor',
        leave: 'open',
        state: 'active',
        partner: {
          name: 'Marc Lefèvre',
          shownName: 'Marc',
          function: 'Finance',
          site: 'Paris',
          timeZone: 'Europe/Paris',
        },
        topics: ['generative-ai'],
        startedAt: '2026-11-20T09:00:00.000Z',
        months: ['booked', 'none', 'none', 'none', 'none', 'none'],
        nextSession: {
          number: 1,
          start: '2026-12-01T13:00:00.000Z',
          end: '2026-12-01T14:00:00.000Z',
          calendarPath: expect.stringMatching(/^\/calendar\/passages\/pair-1\/1\/mentor\/[0-9a-f]{32}\.ics$/),
        },
        history: [],
      },
    ]);
  });

  it('offers the steps that are open: moving the hour, answering the survey', async () => {
    const { page: mine } = await page(people.mentor);
    expect(mine.steps.map((step) => [step.step, step.actions.map((action) => action.verb)])).toEqual([
      ['survey', ['survey/answer', 'survey/save', 'survey/skip']],
      ['charter', ['charter/accept']],
      ['move', ['session/move']],
    ]);
    expect((await page(people.mentee)).page.steps.map((step) => step.step)).toEqual(['charter', 'move']);
  });

  it('accepts the charter: the day and the words are there from then on, and the other reads that it was', async () => {
    const asked = (await page(people.mentor)).page.steps.find((step) => step.step === 'charter');
    const words = asked?.words ?? [];
    expect(words).toHaveLength(5);
    expect((await press(people.mentor, asked?.actions[0])).status).toBe(200);
    const { page: mine } = await page(people.mentor);
    expect(mine.pairs[0]?.charter).toEqual({ acceptedOn: '2026-11-23', words, partnerAccepted: false });
    expect(mine.steps.map((step) => step.step)).not.toContain('charter');
    const theirs = (await page(people.mentee)).page.steps.find((step) => step.step === 'charter');
    expect(theirs).toMatchObject({ partnerAccepted: true });
  });

  it('offers slots that are still ahead, with what was chosen', async () => {
    await seedProgramme(stage.ports, 'passages', {
      session: {
        'pair-1|02': aSession({ number: 2, slotAnswers: { mentor: { suits: [1], at: '2026-11-22T09:00:00.000Z' } } }),
      },
    });
    stage.api.programmeClock.at = '2026-12-02T09:00:00.000Z';
    const slots = (await page(people.mentor)).page.steps.find((step) => step.step === 'slots');
    expect(slots).toMatchObject({ number: 2, partnerName: 'Marc', chosen: [1] });
    expect(slots?.slots.map((slot) => slot.index)).toEqual([1, 2]);
  });

  it('sends of each step what it carries, in this order and no more', async () => {
    await seedProgramme(stage.ports, 'passages', {
      proposal: { 'proposal-1': aProposal({ menteeId: 'p3' }) },
      asked: { 'p1|proposal-1': { proposalId: 'proposal-1' } },
      status: {
        'pulse-1|p1|pair-1': {
          surveyRound: 'pulse-1',
          participantId: 'p1',
          pairId: 'pair-1',
          state: 'asked',
          on: '2026-11-21',
        },
      },
      session: {
        'pair-1|02': aSession({ number: 2 }),
        'pair-1|03': aSession({ number: 3, state: 'asked', booked: aSlot('2026-11-22T09:00:00.000Z') }),
      },
      renewal: {
        'pair-1': {
          pairId: 'pair-1',
          asksAt: '2026-11-20T09:00:00.000Z',
          replyBy: '2026-12-04T09:00:00.000Z',
          hearsBy: '2026-12-18T09:00:00.000Z',
          choices: { mentor: { goOn: ['again'], otherwise: 'another', at: '2026-11-21T09:00:00.000Z' } },
        },
      },
    });
    const sent = ['# Mentor', await sentSteps(people.mentor), '# Mentee', await sentSteps(people.mentee)];
    sent.push('# Assistant of the mentee', await sentSteps(people.assistant));
    for (const state of ['invited', 'not-now', 'withdrawn'] as const) {
      const stored = await stage.ports.programmes.get('passages', 'participant', 'p2');
      const departure = { at: '2026-11-22T09:00:00.000Z', by: 'person', from: 'enrolled' } as const;
      const value = aParticipant({ ...stored?.value, state, departure });
      await stage.ports.programmes.commit('passages', [
        { op: 'replace', kind: 'participant', key: 'p2', value, etag: stored?.etag ?? '' },
      ]);
      const [first = ''] = (await sentSteps(people.mentee)).split('\n');
      sent.push(`# Mentee who is ${state}, the first`, first);
    }
    expectGolden('tests/api/golden/my-page-steps.txt', `${sent.join('\n')}\n`);
  });

  it('keeps a pair that is over', async () => {
    await seedProgramme(stage.ports, 'passages', {
      pair: { 'pair-0': aPair({ id: 'pair-0', state: 'finished', mentorId: 'p1' }) },
      session: { 'pair-0|01': aSession({ pairId: 'pair-0', state: 'held' }) },
    });
    const personPairs = await stage.ports.programmes.get('passages', 'person-pairs', 'p1');
    await stage.ports.programmes.commit('passages', [
      {
        op: 'replace',
        kind: 'person-pairs',
        key: 'p1',
        value: { participantId: 'p1', pairIds: ['pair-1'], formerPairIds: ['pair-0'] },
        etag: personPairs?.etag ?? '',
      },
    ]);
    const { page: mine } = await page(people.mentor);
    expect(mine.pairs.map((pair) => [pair.pairId, pair.state, pair.history.length])).toEqual([
      ['pair-1', 'active', 0],
      ['pair-0', 'finished', 1],
    ]);
  });

  it('shows an assistant times and nothing else', async () => {
    const { page: theirs, text } = await page(people.assistant);
    expect(theirs).toMatchObject({
      pairs: [],
      steps: [],
      assisting: [{ menteeName: 'Marc Lefèvre', sessions: [{ number: 1, state: 'booked' }] }],
    });
    expect(theirs.assisting[0]?.steps.map((step) => step.step)).toEqual(['move']);
    expect(text).not.toMatch(/Inès|generative|survey/);
  });
});

describe('A step taken in the tab', () => {
  it('is the one a card would take, and shows the card that is true now', async () => {
    const { page: mine } = await page(people.mentor);
    const move = mine.steps.find((step) => step.step === 'move')?.actions[0];
    const answer = await press(people.mentor, move);
    expect(actionAnswerSchema.parse(answer.body).changed).toBe(true);
    expect(pressesIn(stage.api.log.lines)).toEqual([['session/move', 'changed', 'passages']]);
    expect((await stage.ports.programmes.get('passages', 'session', 'pair-1|01'))?.value.state).toBe('proposing');
  });

  it('changes nothing for somebody else’s pair, and tells no more than of one that does not exist', async () => {
    const body = { verb: 'session/move', programmeId: 'passages', pairId: 'pair-1', number: 1, slotRound: 1 };
    const foreign = await press(people.stranger, body);
    const nowhere = await press(people.stranger, { ...body, programmeId: 'nowhere' });
    expect(foreign.body).toEqual({ view: { card: 'notice', notice: 'not-found' }, changed: false });
    expect(foreign.body).toEqual(nowhere.body);
    expect(pressesIn(stage.api.log.lines)).toEqual([
      ['session/move', 'same', 'passages'],
      ['session/move', 'same', 'nowhere'],
    ]);
    expect((await stage.ports.programmes.get('passages', 'session', 'pair-1|01'))?.value.state).toBe('booked');
  });

  it.each([
    ['an unknown verb', { verb: 'pair/delete', programmeId: 'passages' }],
    ['a wrong type', { verb: 'session/move', programmeId: 'passages', pairId: 7, number: 1, slotRound: 1 }],
    ['a text too long', { verb: 'pledge/give', programmeId: 'passages', words: 'x'.repeat(501) }],
    ['no verb', {}],
  ])('with %s is refused', async (_name, body) => {
    const answer = await press(people.mentor, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-body']);
  });
});
