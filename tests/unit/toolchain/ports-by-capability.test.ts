import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { everydayPorts, figurePorts, pairPorts, surveyPorts } from '../../../src/dispatch/all-ports';
import type { Ports } from '../../../src/domain/ports';
import { memoryPorts } from '../../helpers/memory-ports';

const root = join(__dirname, '..', '..', '..');
const refused = [expect.stringContaining('src/survey, src/needs-poll and src/insight only')];
const refusedPairs = [expect.stringContaining('features of a pair only')];

interface Planted {
  readonly path: string;
  readonly text: string;
}

const asksForAnswers = `import type { SurveyAnswers } from '../domain/survey-ports';

export function planted(ports: SurveyAnswers): unknown {
  return ports.answers;
}
`;
const takesTheRows = "import type { AnswerRows } from '../domain/rows';\n\nexport type Planted = AnswerRows;\n";
const holdsEverything =
  "import type { AllPorts } from '../../src/dispatch/all-ports';\n\nexport type Planted = AllPorts;\n";

const asksForPairs = `import type { PairReading } from '../domain/pair-vault';

export function planted(ports: PairReading): unknown {
  return ports.pairs;
}
`;
const takesPairRows = "import type { PairRows } from '../domain/rows';\n\nexport type Planted = PairRows;\n";
const takesVault =
  "import type { PairVault } from '../../src/domain/pair-vault';\n\nexport type Planted = PairVault;\n";

const outsidePairs = ['board', 'hr-page', 'draft', 'channel', 'survey', 'closing'].map((feature) => ({
  path: `src/${feature}/planted.ts`,
  text: asksForPairs,
}));
const pairsOwn = ['charter', 'pair', 'own-page'].map((feature) => ({
  path: `src/${feature}/planted-pairs.ts`,
  text: asksForPairs,
}));
const aroundTheVault = { path: 'src/hr-page/planted-rows.ts', text: takesPairRows };
const answersInPairs = { path: 'src/charter/planted-answers.ts', text: asksForAnswers };
const edgesWithVault = ['api', 'teams', 'jobs', 'cli', 'local'].map((edge) => ({
  path: `bot/${edge}/planted-vault.ts`,
  text: takesVault,
}));

const inAnotherFeature = { path: 'src/board/planted.ts', text: asksForAnswers };
const inSurveys = { path: 'src/survey/planted.ts', text: asksForAnswers };
const inFigures = { path: 'src/insight/planted.ts', text: asksForAnswers };
const aroundThePort = { path: 'src/hr-page/planted.ts', text: takesTheRows };
const edges = ['api', 'teams', 'jobs', 'cli', 'local'].map((edge) => ({
  path: `bot/${edge}/planted.ts`,
  text: holdsEverything,
}));

/** What lint says of the imports of each file, as if it were there. */
function lint(files: readonly Planted[]): (file: Planted) => readonly string[] {
  const input = JSON.stringify(files);
  const output = execFileSync(process.execPath, [join(__dirname, 'lint-planted.mjs')], { cwd: root, input });
  const said = JSON.parse(output.toString()) as readonly (readonly string[])[];
  return (file) => said[files.indexOf(file)]!;
}

// One look for all of them: what takes time is to start the linter.
const said = lint([
  ...[inAnotherFeature, inSurveys, inFigures, aroundThePort, ...edges],
  ...[...outsidePairs, ...pairsOwn, aroundTheVault, answersInPairs, ...edgesWithVault],
]);

describe('Survey answers and their keys', () => {
  it('are refused to a use case of any other feature', () => {
    expect(said(inAnotherFeature)).toEqual(refused);
  });

  it('are refused also where somebody takes the rows themselves', () => {
    expect(said(aroundThePort)).toEqual(refused);
  });

  it('are reached by surveys, and by whoever makes figures of them', () => {
    expect([said(inSurveys), said(inFigures)]).toEqual([[], []]);
  });

  it.each(edges)('are not held by an edge of the server: $path', (edge) => {
    expect(said(edge)).toEqual(refused);
  });
});

describe('What belongs to a pair alone', () => {
  it.each(outsidePairs)('is refused to a use case that is not of a pair: $path', (feature) => {
    expect(said(feature)).toEqual(refusedPairs);
  });

  it('is refused also where somebody takes the rows themselves', () => {
    expect(said(aroundTheVault)).toEqual(refusedPairs);
  });

  it.each(pairsOwn)('is reached by the features of a pair and by a person’s own page: $path', (feature) => {
    expect(said(feature)).toEqual([]);
  });

  it('comes with no survey answers', () => {
    expect(said(answersInPairs)).toEqual(refused);
  });

  it.each(edgesWithVault)('is not held by an edge of the server: $path', (edge) => {
    expect(said(edge)).toEqual(refusedPairs);
  });
});

describe('A use case', () => {
  it('of any feature but surveys and figures is handed no answers and no keys', () => {
    const handed = Object.keys(everydayPorts(memoryPorts()));
    expect(handed).toContain('programmes');
    expect(handed).not.toEqual(expect.arrayContaining(['answers']));
    expect(handed).not.toEqual(expect.arrayContaining(['keys']));
    expect(handed).not.toEqual(expect.arrayContaining(['pairs']));
  });

  it('of surveys or figures is handed nothing of a pair’s own, and one of a pair no answers', () => {
    expect(Object.keys(surveyPorts(memoryPorts()))).toEqual(expect.not.arrayContaining(['pairs']));
    expect(Object.keys(figurePorts(memoryPorts()))).toEqual(expect.not.arrayContaining(['pairs']));
    const handed = Object.keys(pairPorts(memoryPorts()));
    expect(handed).toContain('pairs');
    expect(handed.filter((name) => name === 'answers' || name === 'keys')).toEqual([]);
  });

  it('reaches the ports that it names and no other, which the compiler checks', () => {
    const useCase = (ports: Ports<'programmes'>): readonly unknown[] => [
      ports.programmes,
      // @ts-expect-error It names no people.
      ports.people,
      // @ts-expect-error Nobody names answers this way.
      ports.answers,
      // @ts-expect-error Nor what belongs to a pair.
      ports.pairs,
    ];
    expect(useCase({ programmes: {} } as Ports<'programmes'>)).toEqual([{}, undefined, undefined, undefined]);
  });
});
