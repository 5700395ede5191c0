import { seededChance } from '../../../bot/cli/rehearse/chance';
import { simulatedAnswer } from '../../../bot/cli/rehearse/simulated-answer';
import type { ChangeFigure } from '../../../src/domain/figures';
import { instrumentQuestions, understanding } from '../../../src/domain/instruments';
import { simulateRound } from '../../../src/insight/simulator/simulate-round';
import { trueChange } from '../../../src/insight/simulator/simulated-round';
import { measureClusteredChange } from '../../../src/insight/statistics/measure-clustered-change';
import { askRound, playClose } from '../../helpers/ask-round';
import { aPair } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { bySize } from '../../helpers/size';
import { castOf, put } from '../../helpers/stage';

jest.setTimeout(600_000);

const programmeId = 'passages';
const now = '2027-01-11T09:00:00.000Z';
const { pairs, seeds } = bySize({ small: { pairs: 40, seeds: [1] }, full: { pairs: 200, seeds: [1, 2, 3] } });
const sides = ['mentor', 'mentee'] as const;
const statements = instrumentQuestions('baseline').flatMap(({ id, type }) => (type === 'agreement' ? [id] : []));

interface Played {
  readonly changes: readonly ChangeFigure[];
  /** What was pressed: by person and statement, turned where it is reversed. */
  readonly given: (round: string, person: string, statement: string) => number;
  readonly peopleOf: (side: (typeof sides)[number]) => readonly string[];
}

/** A programme of which everybody answers start and end through presses, as somebody whose change is known by the seed. */
async function play(seed: number): Promise<Played> {
  const chance = seededChance(seed);
  const peopleOf = (side: string) => Array.from({ length: pairs }, (_none, n) => `${side} ${String(n)}`);
  const people = sides.flatMap(peopleOf);
  const ports = memoryPorts();
  const participants = people.map((id) =>
    aParticipant({ id, state: 'enrolled', profile: { role: id.startsWith('mentor') ? 'mentor' : 'mentee' } }),
  );
  const stage = await castOf(ports, { now, planned: true, participants });
  for (const [n, mentorId] of peopleOf('mentor').entries()) {
    const pair = aPair({ id: `pair-${String(n)}`, mentorId, menteeId: `mentee ${String(n)}`, startedAt: now });
    await put(ports, programmeId, 'pair', pair.id, pair);
  }
  for (const surveyRound of ['baseline', 'closing']) {
    const { value: round } = (await ports.programmes.get(programmeId, 'survey-round', surveyRound))!;
    // The closing asks those in pairs by itself; the baseline is asked as pairs form.
    if (stage.now < round.opensAt) await stage.advance(round.opensAt);
    else await askRound(stage, surveyRound, people);
    for (const id of people) {
      const answers = Object.fromEntries(
        statements.map((statement) => [statement, String(simulatedAnswer(id, surveyRound, statement, chance))]),
      );
      await stage.press(id, { verb: 'survey/answer', programmeId, surveyRound, answers });
    }
    await playClose(stage, round.closesAt);
  }
  const figures = (await ports.programmes.get(programmeId, 'figures', 'closing'))!.value;
  return {
    changes: figures.changes.filter(({ since }) => since === 'baseline'),
    peopleOf,
    given: (round, person, statement) => {
      const value = simulatedAnswer(person, round, statement, chance)!;
      return understanding.some((item) => item.id === statement && 'reversed' in item) ? 6 - value : value;
    },
  };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe(`${String(seeds.length)} played programme(s) of ${String(pairs)} pairs whose change is known`, () => {
  let programmes: readonly Played[];
  beforeAll(async () => {
    programmes = await Promise.all(seeds.map(play));
  });

  it('tell the mean difference of the very answers that were pressed, of everybody', () => {
    for (const { changes, given, peopleOf } of programmes)
      for (const side of sides)
        for (const [measure, items] of [
          ['confidence', ['confidence']],
          ['ideas', ['ideas']],
          ['understanding', understanding.map(({ id }) => id)],
        ] as const) {
          const told = changes.find((change) => change.measure === measure && change.side === side);
          const of = (round: string, person: string) => mean(items.map((item) => given(round, person, item)));
          const differences = peopleOf(side).map((person) => of('closing', person) - of('baseline', person));
          expect(told).toMatchObject({ n: pairs, missing: 0, change: expect.closeTo(mean(differences), 10) });
        }
  });

  it('hold the true change in nearly all their intervals, which are as wide as the simulator’s', () => {
    const all = programmes.flatMap(({ changes }) => changes);
    expect(all.length).toBe(seeds.length * sides.length * 8);
    const held = all.filter(({ low, high }) => low <= trueChange && trueChange <= high);
    // The measures of one side are answered by the same people, who change by what is theirs: few draws, however many figures.
    expect(held.length / all.length).toBeGreaterThanOrEqual(0.8);

    const width = ({ low, high }: { readonly low: number; readonly high: number }): number => high - low;
    const simulated = Array.from({ length: 200 }, (_none, seed) => {
      const figure = measureClusteredChange(simulateRound({ n: pairs }, seed + 1).pairs, 0);
      if (figure.hidden) throw new Error('The simulator hides its figure');
      return width(figure);
    });
    const told = all.filter(({ measure }) => measure === 'understanding').map(width);
    const ratio = mean(told) / mean(simulated);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });
});
