import { readResults } from '../../../src/insight/read-results';
import { plusDays } from '../../../src/kernel/clock';
import { dueKey } from '../../../src/domain/due-work';
import { askRound } from '../../helpers/ask-round';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { castOf, put } from '../../helpers/stage';

jest.setTimeout(30_000);

const now = '2027-01-11T09:00:00.000Z';
const programmeId = 'passages';

/** So many mentors who are asked the baseline, and later what comes with an end. */
async function mentors(count: number) {
  const people = Array.from({ length: count }, (_none, n) => `P${String(n).padStart(2, '0')}`);
  const ports = memoryPorts();
  const participants = people.map((id) => aParticipant({ id, state: 'enrolled', profile: { role: 'mentor' } }));
  const stage = await castOf(ports, { now, planned: true, participants });
  const ask = (surveyRound: string) => askRound(stage, surveyRound, people);
  const answer = (id: string, surveyRound: string, confidence: number) =>
    stage.press(id, {
      verb: 'survey/answer',
      programmeId,
      surveyRound,
      answers: { confidence: String(confidence), 'speak-up': String(confidence) },
    });
  await ask('baseline');
  return { people, ports, stage, ask, answer };
}

/** After the close of a round, and the nights that seal and freeze it. */
async function afterClose({ stage, ports }: Awaited<ReturnType<typeof mentors>>, round: string): Promise<void> {
  const { value } = (await ports.programmes.get(programmeId, 'survey-round', round))!;
  await stage.advance(plusDays(value.closesAt, 3));
}

async function resultsOf({ ports, stage }: Awaited<ReturnType<typeof mentors>>) {
  const results = await readResults(ports, programmeId, stage.now);
  return results.ok ? results.value : undefined;
}

describe('The figures of a round', () => {
  it('are told the night after its close, and not before', async () => {
    const cast = await mentors(12);
    await Promise.all(cast.people.map((id, n) => cast.answer(id, 'baseline', 1 + (n % 5))));
    await cast.stage.advance(plusDays(now, 10));
    expect((await resultsOf(cast))?.rounds).toEqual([]);
    await afterClose(cast, 'baseline');
    const [baseline] = (await resultsOf(cast))!.rounds;
    expect(baseline).toMatchObject({ round: 'baseline', instrument: 'baseline', changes: [] });
    expect(baseline?.levels).toContainEqual({
      measure: 'confidence',
      side: 'mentor',
      n: 12,
      mean: expect.closeTo(2.75, 10),
    });
  });

  it('of four answers tell nothing, and of nine nothing of courage', async () => {
    const measures = async (count: number) => {
      const cast = await mentors(count);
      await Promise.all(cast.people.map((id, n) => cast.answer(id, 'baseline', 1 + (n % 5))));
      await afterClose(cast, 'baseline');
      return (await resultsOf(cast))?.rounds.flatMap(({ levels }) => levels.map(({ measure }) => measure));
    };
    expect(await measures(4)).toEqual([]);
    expect(await measures(9)).toEqual(['confidence']);
    expect(await measures(10)).toEqual(['confidence', 'speak-up']);
  });

  it('of the closing tell how the same people changed', async () => {
    const cast = await mentors(8);
    const before = [1, 2, 2, 3, 3, 4, 2, 3];
    const after = [2, 3, 4, 3, 5, 5, 2, 5];
    await Promise.all(cast.people.map((id, n) => cast.answer(id, 'baseline', before[n]!)));
    await afterClose(cast, 'baseline');
    const { value } = (await cast.ports.programmes.get(programmeId, 'survey-round', 'closing'))!;
    await cast.stage.advance(value.opensAt);
    await cast.ask('closing');
    await Promise.all(cast.people.map((id, n) => cast.answer(id, 'closing', after[n]!)));
    await afterClose(cast, 'closing');
    const closing = (await resultsOf(cast))!.rounds.find(({ round }) => round === 'closing');
    expect(closing?.changes).toMatchObject([
      {
        measure: 'confidence',
        since: 'baseline',
        n: 8,
        missing: 0,
        change: 1.125,
        ends: { before: 2.5, after: 3.625 },
      },
    ]);
  });

  it('stay as they are, however often the night comes back to them', async () => {
    const cast = await mentors(12);
    await Promise.all(cast.people.map((id, n) => cast.answer(id, 'baseline', 1 + (n % 5))));
    await afterClose(cast, 'baseline');
    const first = await cast.ports.programmes.get(programmeId, 'figures', 'baseline');
    const due = { kind: 'figures', at: cast.stage.now, ref: 'baseline', occurrence: '' } as const;
    await put(cast.ports, programmeId, 'due', dueKey(due), { ...due, correlationId: 'c' });
    await cast.stage.advance(plusDays(cast.stage.now, 5));
    expect(await cast.ports.programmes.get(programmeId, 'figures', 'baseline')).toEqual(first);
    expect(await cast.ports.programmes.get(programmeId, 'due', dueKey(due))).toBe(undefined);
  });
});
