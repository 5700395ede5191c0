import { plusDays } from '../../../src/kernel/clock';
import { readAll, withPrefix } from '../../../src/kernel/read-all';
import { statusKey } from '../../../src/domain/survey';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { readResults } from '../../../src/insight/read-results';
import { formPair } from '../../../src/pair/form-pair';
import { askRound } from '../../helpers/ask-round';
import { aPair } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, put, type Cast } from '../../helpers/stage';

jest.setTimeout(30_000);

const now = '2027-01-11T09:00:00.000Z';
const programmeId = 'passages';

/** A programme that has begun, of so many mentors without a pair, and as many mentees as mentors with one. */
async function waiters(count: number, { paired = 0, plan = {} }: { paired?: number; plan?: object } = {}) {
  const ports = memoryPorts();
  const idsOf = (letter: string, n: number) => Array.from({ length: n }, (_none, at) => `${letter}${String(at)}`);
  const [waiting, mentors, mentees] = [idsOf('W', count), idsOf('M', paired), idsOf('T', paired)];
  const programme: Cast['programme'] = { plan };
  const stage = await castOf(ports, {
    now,
    planned: true,
    programme,
    participants: [
      ...[...waiting, ...mentors].map((id) => aParticipant({ id, state: 'enrolled', profile: { role: 'mentor' } })),
      ...mentees.map((id) => aParticipant({ id, state: 'enrolled', profile: { role: 'mentee' } })),
    ],
  });
  for (const [at, mentorId] of mentors.entries()) await pair(`pair-${String(at)}`, mentorId, mentees[at]!);
  async function pair(id: string, mentorId: string, menteeId: string) {
    await put(ports, programmeId, 'pair', id, aPair({ id, mentorId, menteeId, startedAt: stage.now }));
  }
  const asked = async (round: string) => {
    const ids: string[] = [];
    for await (const { value } of readAll(ports.programmes, programmeId, 'status', withPrefix(`${round}|`)))
      ids.push(value.participantId);
    return ids.sort();
  };
  const round = async (id: string) => (await ports.programmes.get(programmeId, 'survey-round', id))?.value;
  const answer = (id: string, surveyRound: string, confidence: number) =>
    stage.press(id, {
      verb: 'survey/answer',
      programmeId,
      surveyRound,
      answers: { confidence: String(confidence), 'speak-up': String(confidence) },
    });
  return { ports, stage, waiting, mentors, mentees, asked, round, answer, pair };
}

describe('People who wait for a partner', () => {
  it('are asked the baseline two weeks after the start, and nobody who has a pair is asked by that', async () => {
    const { stage, asked, waiting } = await waiters(5, { paired: 2 });
    await stage.advance(plusDays(now, 13));
    expect(await asked('baseline')).toEqual([]);
    const sent = await stage.advance(plusDays(now, 16));
    expect(await asked('baseline')).toEqual(waiting);
    expect(sent.filter(({ message }) => message.kind === 'survey').map(({ message }) => message.recipient)).toEqual(
      expect.arrayContaining(waiting.map((id) => ({ to: 'participant', id }))),
    );
  });

  it('are not asked where four of their side wait: nothing of theirs could be told', async () => {
    const { stage, asked } = await waiters(4, { paired: 2 });
    await stage.advance(plusDays(now, 16));
    expect(await asked('baseline')).toEqual([]);
  });

  it('are not asked where the programme tells nothing of so few', async () => {
    const { stage, asked } = await waiters(6, { plan: { thresholds: { scores: 7, comments: 10 } } });
    await stage.advance(plusDays(now, 16));
    expect(await asked('baseline')).toEqual([]);
  });

  it('are not asked where the plan leaves them out', async () => {
    const { stage, asked, round } = await waiters(6, { plan: { surveys: { waiting: false } } });
    await stage.advance(plusDays(now, 16));
    expect([await asked('baseline'), await round('waiting')]).toEqual([[], undefined]);
  });

  it('who were asked at the start and still wait are asked again at the end, and nobody else', async () => {
    const { stage, asked, round, pair, waiting } = await waiters(6, { paired: 2 });
    await stage.advance(plusDays(now, 16));
    await pair('late', waiting[0]!, 'T0');
    const { opensAt } = (await round('waiting'))!;
    expect(opensAt).toBe((await round('closing'))!.opensAt);
    await stage.advance(plusDays(opensAt, 1), 24);
    expect(await asked('waiting')).toEqual(waiting.slice(1));
    expect((await asked('closing')).filter((id) => waiting.includes(id))).toEqual([waiting[0]]);
  });

  it('are asked the baseline once, also where a first pair forms after it', async () => {
    const { ports, stage, waiting } = await waiters(5);
    await stage.advance(plusDays(now, 16));
    const key = statusKey('baseline', waiting[0]!);
    const before = await ports.programmes.get(programmeId, 'status', key);
    const programme = (await ports.programmes.get(programmeId, 'programme', 'programme'))!.value;
    const person = async (id: string) => (await ports.programmes.get(programmeId, 'participant', id))!.value;
    await put(ports, programmeId, 'participant', 'T9', aParticipant({ id: 'T9', profile: { role: 'mentee' } }));
    const unit = new UnitOfWork(ports, programmeId, stage.context, 'system');
    const first = { id: 'first', proposalId: 'p', topics: [] };
    await formPair(ports, unit, programme, first, await person(waiting[0]!), await person('T9'), stage.context);
    expect(await unit.commit()).toBe(true);
    expect(await ports.programmes.get(programmeId, 'status', key)).toEqual(before);
    expect(await ports.programmes.get(programmeId, 'status', statusKey('baseline', 'T9'))).toBeDefined();
  });

  it('stand beside those in pairs in the results, once both have answered twice', async () => {
    const { ports, stage, waiting, mentors, round, answer } = await waiters(6, { paired: 6 });
    await askRound(stage, 'baseline', mentors);
    await stage.advance(plusDays(now, 16));
    await Promise.all(waiting.map((id, at) => answer(id, 'baseline', 2 + (at % 2))));
    await Promise.all(mentors.map((id, at) => answer(id, 'baseline', 2 + (at % 2))));
    const { opensAt, closesAt } = (await round('waiting'))!;
    await stage.advance(plusDays(opensAt, 1), 24);
    await Promise.all(waiting.map((id, at) => answer(id, 'waiting', 2 + (at % 3))));
    await Promise.all(mentors.map((id, at) => answer(id, 'closing', 3 + (at % 3))));
    await stage.advance(plusDays(closesAt, 4));
    const results = await readResults(ports, programmeId, stage.now);
    const told = results.ok ? results.value.rounds.find(({ instrument }) => instrument === 'waiting') : undefined;
    expect(told?.changes).toMatchObject([{ measure: 'confidence', side: 'mentor', n: 6 }]);
    expect(told?.comparisons).toMatchObject([{ measure: 'confidence', side: 'mentor', n: 6, waiting: 6, missing: 0 }]);
    expect(told?.comparisons?.[0]?.difference).toBeCloseTo(1, 9);
  });
});
