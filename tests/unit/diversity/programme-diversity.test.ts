import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { loadProgramSolver } from '../../../bot/workers/load-program-solver';
import { computeDraft } from '../../../src/draft/compute-draft';
import type { Pairer } from '../../../src/draft/pairer';
import { emptyChoices } from '../../../src/domain/draft-rules';
import { saveChoices } from '../../../src/draft/save-choices';
import { startDraft } from '../../../src/draft/start-draft';
import type { Gender } from '../../../src/domain/diversity';
import { savePlan } from '../../../src/programme/save-plan';
import { pairingPolicySchema } from '../../../src/domain/pairing-contract';
import type { SolveProgram } from '../../../src/pairing/aims/solve-program';
import { draftPairs } from '../../../src/pairing/draft-pairs';
import { aPlan } from '../../helpers/factories/programme';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { castOf, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const programmeId = 'passages';
const hr = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };
const policy = pairingPolicySchema.parse({ aims: [{ kind: 'mixed', by: 'gender', percent: 60 }] });

/** Eight mentors and eight mentees of two functions, in a programme that asks for gender. */
async function aStage(diversity = { gender: true }): Promise<{ stage: Stage; ports: MemoryPorts }> {
  const ports = memoryPorts();
  const participants = (['mentor', 'mentee'] as const).flatMap((role) =>
    Array.from({ length: 14 }, (_, index) =>
      aParticipant({
        id: `${role}-${String(index).padStart(2, '0')}`,
        profile: {
          role,
          name: `Nom ${String(index)}`,
          level: role === 'mentor' ? 2 : 8,
          function: index % 2 === 0 ? 'Finance' : 'Production',
          goals: role === 'mentee' ? [{ topic: 'generative-ai', priority: 1 + (index % 3) }] : [],
          expertise: role === 'mentor' ? [{ topic: 'generative-ai', level: 1 + (index % 4) }] : [],
        },
      }),
    ),
  );
  const stage = await castOf(ports, { now, programme: { state: 'enrolling', plan: { diversity } }, participants });
  const counts = { 'participants.enrolled': participants.length };
  await put(ports, programmeId, 'change', `${now}|c`, {
    at: now,
    id: 'c',
    what: 'x',
    correlationId: 'c',
    by: 's',
    counts,
  });
  await stage.work();
  return { stage, ports };
}

let solveProgram: SolveProgram;
beforeAll(async () => {
  solveProgram = await loadProgramSolver();
});

const pairer: Pairer = (people, { forbidden, reportingLines, policy: given, ...rest }) =>
  Promise.resolve(
    draftPairs(people, {
      ...rest,
      policy: given ?? policy,
      asked: forbidden,
      reportingLines: new Map(reportingLines),
      solveProgram,
      hash: (text) => createHash('sha256').update(text).digest('hex'),
    }),
  );

async function drafted(stage: Stage, choose: Pairer = pairer) {
  const started = await startDraft(stage.ports, programmeId, 7, { ...emptyChoices, policy }, hr, stage.context);
  if (!started.ok) throw new Error(started.reason);
  const { draftId } = started.value;
  await computeDraft(stage.ports, choose, programmeId, draftId, () => Promise.resolve(), stage.context);
  const head = await stage.ports.programmes.get(programmeId, 'draft', draftId);
  if (head === undefined) throw new Error(draftId);
  return head.value;
}

/** Everything of a draft that anybody may read but its id. */
async function everythingOf(stage: Stage): Promise<string> {
  const {
    id,
    jobId: _job,
    createdAt: _at,
    ...head
  } = (await drafted(stage)) as { id: string; jobId?: string } & Awaited<ReturnType<typeof drafted>>;
  const rows = await Promise.all(
    (['draft-part', 'draft-list'] as const).map((kind) =>
      stage.ports.programmes.range(programmeId, kind, { limit: 100 }),
    ),
  );
  return JSON.stringify([
    head,
    rows.map((page) => page.rows.filter(({ key }) => key.startsWith(id)).map((row) => row.value)),
  ]);
}

const say = (stage: Stage, id: string, gender: Gender) =>
  stage.press(id, { verb: 'diversity/save', programmeId, attribute: 'gender', gender });

/** Everybody says: in Finance mostly women, in Production mostly men. */
async function everybodySays(stage: Stage, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const index = Number(id.slice(-2));
    await say(stage, id, (index % 2 === 0) === index > 3 ? 'woman' : 'man');
  }
}
const ids = (['mentor', 'mentee'] as const).flatMap((role) =>
  Array.from({ length: 14 }, (_, index) => `${role}-${String(index).padStart(2, '0')}`),
);

describe('A draft with an aim on gender', () => {
  it('knows functions of five answers and more, never a person', async () => {
    const { stage } = await aStage();
    await everybodySays(stage, ids);
    let given: unknown;
    const head = await drafted(stage, (people, options) => {
      given = [people, options];
      return pairer(people, options);
    });
    expect(head.aims).toMatchObject([{ whole: 25 }]);
    expect(head.aims?.[0]?.refused).toBeUndefined();
    expect(given).toMatchObject([
      expect.anything(),
      { composition: { gender: { mentor: { groups: { finance: { woman: 4, man: 1 } } } } } },
    ]);
    expect(JSON.stringify((given as readonly unknown[])[0])).not.toMatch(/"gender"|woman|"man"/u);
  });

  it('is the same byte for byte when two people of a function exchange their answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Gender>('woman', 'man', 'non-binary'), { minLength: 28, maxLength: 28 }),
        fc.nat({ max: 6 }),
        fc.nat({ max: 6 }),
        fc.nat({ max: 1 }),
        fc.boolean(),
        async (said, one, other, half, mentors) => {
          const [a, b] = [one, other].map((index) => 2 * index + half + (mentors ? 0 : 14)) as [number, number];
          const exchanged = said.map((value, index) => (index === a ? said[b] : index === b ? said[a] : value));
          const seen = await Promise.all(
            [said, exchanged].map(async (list) => {
              const { stage } = await aStage();
              for (const [index, id] of ids.entries()) await say(stage, id, list[index] as Gender);
              return everythingOf(stage);
            }),
          );
          expect(seen[0]).toBe(seen[1]);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('cannot be used to read one new answer, nor four: five of a function make a difference', async () => {
    const { stage } = await aStage();
    await everybodySays(stage, ids);
    const before = await everythingOf(stage);
    for (const [count, id] of ['mentor-00', 'mentor-02', 'mentor-04', 'mentor-06', 'mentor-08'].entries()) {
      stage.now = `2027-01-12T0${String(count)}:00:00.000Z`;
      await say(stage, id, 'non-binary');
      const after = await everythingOf(stage);
      expect(after === before).toBe(count < 4);
    }
  });

  it('F70: has no use of an answer from the moment it is withdrawn, also while pairs are being chosen; it is erased, and no reason tells of it', async () => {
    const { stage, ports } = await aStage();
    await everybodySays(
      stage,
      ids.filter((id) => !['12', '13'].includes(id.slice(-2)) && (id < 'mentor-05' || id > 'n')),
    );
    const compositions: unknown[] = [];
    const head = await drafted(stage, async (people, options) => {
      compositions.push(options.composition);
      if (compositions.length === 1) {
        expect(options.composition?.gender).toBeDefined();
        await stage.press('mentor-00', { verb: 'diversity/withdraw', programmeId, attribute: 'gender' });
      }
      return pairer(people, options);
    });
    expect(compositions).toEqual([expect.objectContaining({}), {}]);
    expect(head.aims).toEqual([{ met: false, reached: 0, asked: 0, cost: 0, refused: 'too-few' }]);
    const chosen = (['draft', 'draft-part', 'draft-list', 'proposal'] as const).flatMap((kind) =>
      ports.programmes.dump().filter((row) => row.kind === kind),
    );
    expect(chosen.length).toBeGreaterThan(1);
    expect(JSON.stringify(chosen)).not.toMatch(/withdr|"woman"|"man"|non-binary/u);
    expect(await ports.programmes.get(programmeId, 'diversity', 'mentor-01')).toBeDefined();
    expect(await ports.programmes.get(programmeId, 'diversity', 'mentor-00')).toBeUndefined();
  });

  it('goes on without the aim where answers are withdrawn all the time', async () => {
    const { stage } = await aStage();
    await everybodySays(stage, ids);
    const left = [...ids];
    const head = await drafted(stage, async (people, options) => {
      await stage.press(left.pop() ?? '', { verb: 'diversity/withdraw', programmeId, attribute: 'gender' });
      return pairer(people, options);
    });
    expect(head).toMatchObject({ state: 'ready', aims: [{ refused: 'too-few' }] });
  });

  it('is refused where the programme does not ask, and plays no part in a draft it stopped asking for', async () => {
    const { stage, ports } = await aStage();
    const head = await drafted(stage);
    const started = await startDraft(ports, programmeId, 7, { ...emptyChoices, policy }, hr, stage.context);
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined || !started.ok) throw new Error('not started');
    const plan = aPlan({ ...programme.value.plan, diversity: {} });
    expect(await savePlan(ports, plan, hr, stage.context, { revision: programme.value.revision })).toMatchObject({
      ok: true,
    });
    const { draftId } = started.value;
    await computeDraft(ports, pairer, programmeId, draftId, () => Promise.resolve(), stage.context);
    expect((await ports.programmes.get(programmeId, 'draft', draftId))?.value.aims).toMatchObject([
      { met: false, refused: 'not-enabled' },
    ]);
    const refusal = { ok: false, reason: 'aim-not-enabled' };
    expect(await startDraft(ports, programmeId, 7, { policy }, hr, stage.context)).toEqual(refusal);
    expect(await saveChoices(ports, programmeId, head.id, head.revision, { policy }, hr, stage.context)).toEqual(
      refusal,
    );
  });
});
