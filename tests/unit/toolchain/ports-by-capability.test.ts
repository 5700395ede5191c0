import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { everydayPorts } from '../../../src/dispatch/all-ports';
import type { Ports } from '../../../src/domain/ports';
import { memoryPorts } from '../../helpers/memory-ports';

const root = join(__dirname, '..', '..', '..');
const refused = [expect.stringContaining('src/survey only')];

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

const inAnotherFeature = { path: 'src/board/planted.ts', text: asksForAnswers };
const inSurveys = { path: 'src/survey/planted.ts', text: asksForAnswers };
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

describe('Survey answers and their keys', () => {
  const said = lint([inAnotherFeature, inSurveys, aroundThePort, ...edges]);

  it('are refused to a use case of any other feature', () => {
    expect(said(inAnotherFeature)).toEqual(refused);
  });

  it('are refused also where somebody takes the rows themselves', () => {
    expect(said(aroundThePort)).toEqual(refused);
  });

  it('are reached by surveys', () => {
    expect(said(inSurveys)).toEqual([]);
  });

  it.each(edges)('are not held by an edge of the server: $path', (edge) => {
    expect(said(edge)).toEqual(refused);
  });
});

describe('A use case', () => {
  it('of any feature but surveys is handed no answers and no keys', () => {
    const handed = Object.keys(everydayPorts(memoryPorts()));
    expect(handed).toContain('programmes');
    expect(handed).not.toEqual(expect.arrayContaining(['answers']));
    expect(handed).not.toEqual(expect.arrayContaining(['keys']));
  });

  it('reaches the ports that it names and no other, which the compiler checks', () => {
    const useCase = (ports: Ports<'programmes'>): readonly unknown[] => [
      ports.programmes,
      // @ts-expect-error It names no people.
      ports.people,
      // @ts-expect-error Nobody names answers this way.
      ports.answers,
    ];
    expect(useCase({ programmes: {} } as Ports<'programmes'>)).toEqual([{}, undefined, undefined]);
  });
});
