import { changeDraft } from '../../../src/draft/change-draft';
import { computeDraft } from '../../../src/draft/compute-draft';
import type { DraftChoices } from '../../../src/domain/draft';
import { publishDraft } from '../../../src/draft/publish-draft';
import { requestPublish } from '../../../src/draft/request-publish';
import { startDraft } from '../../../src/draft/start-draft';
import { findFormerPairs } from '../../../src/pair/find-former-pairs';
import { projectFormerPair } from '../../../src/pair/project-former-pair';
import { pairingPolicySchema } from '../../../src/domain/pairing-contract';
import type { Participant } from '../../../src/domain/participant';
import type { Actor } from '../../../src/domain/ports';
import type { Pair } from '../../../src/domain/proposal';
import { aPair } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { pairInThisThread } from '../../helpers/in-this-thread';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { castOf, directoryIdOf, put, type Stage } from '../../helpers/stage';

const hr: Actor = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };
const progress = (): Promise<void> => Promise.resolve();
const ended = '2027-01-12T08:00:00.000Z';

/** Inès and Marc as the people file of some programme calls them. */
const couple = (ines: string, marc: string, roles: readonly ['mentor' | 'mentee', 'mentor' | 'mentee']) => [
  aParticipant({ id: ines, profile: { name: 'Inès Belkacem', role: roles[0], level: roles[0] === 'mentor' ? 2 : 8 } }),
  aParticipant({ id: marc, profile: { name: 'Marc Lefèvre', role: roles[1], level: roles[1] === 'mentor' ? 2 : 8 } }),
];

/** A programme in which the pair of the two has just been ended by one of them. */
async function firstProgramme(ports: MemoryPorts, pair: Partial<Pair> = {}): Promise<Stage> {
  const stage = await castOf(ports, {
    now: '2027-01-11T09:00:00.000Z',
    programme: { id: 'first' },
    participants: couple('ines', 'marc', ['mentor', 'mentee']),
  });
  const of = { id: 'pair-1', mentorId: 'ines', menteeId: 'marc', startedAt: '2026-12-20T09:00:00.000Z' };
  await put(ports, 'first', 'pair', 'pair-1', aPair({ ...of, ...pair }));
  for (const id of ['ines', 'marc'])
    await put(ports, 'first', 'person-pairs', id, { participantId: id, pairIds: ['pair-1'] });
  return stage;
}

async function part(stage: Stage): Promise<void> {
  await stage.press('ines', { verb: 'pair/leave-confirm', programmeId: 'first', pairId: 'pair-1' });
  await stage.advance(ended);
}

/** Another programme on the same storage, with the two under other ids and in other roles, and a second senior. */
async function secondProgramme(
  ports: MemoryPorts,
  now: string,
  roles: readonly ['mentor' | 'mentee', 'mentor' | 'mentee'] = ['mentor', 'mentee'],
  more: readonly Participant[] = [],
): Promise<Stage> {
  const stage = await castOf(ports, {
    now,
    programme: { id: 'second', state: 'enrolling' },
    participants: [...couple('p-7', 'p-8', roles), ...more],
  });
  for (const [id, who] of [
    ['p-7', 'ines'],
    ['p-8', 'marc'],
  ] as const) {
    const row = (await ports.programmes.get('second', 'participant', id))!;
    const value = { ...row.value, directoryId: directoryIdOf(who) };
    await ports.programmes.commit('second', [{ op: 'replace', kind: 'participant', key: id, value, etag: row.etag }]);
  }
  const counts = { 'participants.enrolled': 2 + more.length };
  await put(ports, 'second', 'change', `${now}|c`, {
    at: now,
    id: 'c',
    what: 'seed',
    correlationId: 'c',
    by: 'x',
    counts,
  });
  await stage.work();
  return stage;
}

async function drafted(stage: Stage, choices: Partial<DraftChoices> = {}) {
  const started = await startDraft(stage.ports, stage.programmeId, 7, choices, hr, stage.context);
  if (!started.ok) throw new Error(started.reason);
  const { draftId } = started.value;
  await computeDraft(stage.ports, pairInThisThread, stage.programmeId, draftId, progress, stage.context);
  const draft = (await stage.ports.programmes.get(stage.programmeId, 'draft', draftId))!.value;
  const first = await stage.ports.programmes.get(stage.programmeId, 'draft-part', `${draftId}|0000`);
  const pairs = (first?.value.pairs ?? []).map((pair) => `${pair.mentorId}+${pair.menteeId}`);
  return { draftId, draft, pairs, unpaired: first?.value.unpaired ?? [] };
}

describe('A pair of one programme', () => {
  it('is not proposed in another, whoever mentors whom there, until the policy’s months are over', async () => {
    for (const roles of [
      ['mentor', 'mentee'],
      ['mentee', 'mentor'],
    ] as const) {
      const pair = roles[0] === 'mentor' ? 'p-7+p-8' : 'p-8+p-7';
      for (const [now, expected] of [
        ['2027-01-13T09:00:00.000Z', []],
        ['2029-01-12T07:59:00.000Z', []],
        ['2029-01-12T08:00:00.000Z', [pair]],
      ] as const) {
        const ports = memoryPorts();
        await part(await firstProgramme(ports));
        const { pairs } = await drafted(await secondProgramme(ports, now, roles));
        expect(pairs).toEqual(expected);
      }
    }
  });

  it('is not proposed within its own programme the other way round either', async () => {
    const ports = memoryPorts();
    const stage = await firstProgramme(ports);
    await part(stage);
    for (const id of ['ines', 'marc']) {
      const row = (await ports.programmes.get('first', 'participant', id))!;
      const value = { ...row.value, profile: { ...row.value.profile, role: 'both' as const, level: 5 } };
      await ports.programmes.commit('first', [{ op: 'replace', kind: 'participant', key: id, value, etag: row.etag }]);
    }
    const counts = { 'participants.enrolled': 2 };
    const seed = { at: stage.now, id: 'c', what: 'seed', correlationId: 'c', by: 'x', counts };
    await put(ports, 'first', 'change', `${stage.now}|c`, seed);
    await stage.work();
    const policy = pairingPolicySchema.parse({ minLevelsAbove: 0 });
    expect((await drafted(stage, { policy })).pairs).toEqual([]);
    expect((await drafted(stage, { policy: { ...policy, monthsApart: 0 } })).pairs).toHaveLength(1);
  });

  it('reads in words as what HR’s own wish to keep two people apart reads as', async () => {
    const ports = memoryPorts();
    await part(await firstProgramme(ports));
    const { unpaired } = await drafted(await secondProgramme(ports, '2027-01-13T09:00:00.000Z'));
    const others = await secondProgramme(memoryPorts(), '2027-01-13T09:00:00.000Z');
    const wished = await drafted(others, { apart: [['p-7', 'p-8']] });
    expect(unpaired).not.toEqual([]);
    expect(unpaired).toEqual(wished.unpaired);
  });

  it('cannot be put together by hand, and is not asked when it came about after the draft was made', async () => {
    const ports = memoryPorts();
    const first = await firstProgramme(ports);
    const senior = aParticipant({ id: 'p-9', profile: { role: 'mentee', level: 8, goals: [] } });
    const second = await secondProgramme(ports, '2027-01-11T09:00:00.000Z', ['mentor', 'mentee'], [senior]);
    const { draftId, pairs, draft } = await drafted(second, { apart: [['p-7', 'p-9']] });
    expect(pairs).toEqual(['p-7+p-8']);
    await part(first);
    second.now = '2027-01-13T09:00:00.000Z';
    const change = {
      revision: draft.revision,
      apply: false,
      remove: [['p-7', 'p-8'] as const],
      add: [['p-7', 'p-8'] as const],
    };
    const effect = await changeDraft(ports, 'second', draftId, change, hr, second.context);
    expect(effect.ok && effect.value.refused.map(({ pair }) => pair)).toEqual([['p-7', 'p-8']]);
    await requestPublish(ports, 'second', draftId, hr, second.context);
    await publishDraft(ports, 'second', draftId, progress, second.context);
    expect(ports.programmes.dump().filter(({ kind }) => kind === 'proposal')).toEqual([]);
  });

  it('is proposed where HR keeps it knowingly', async () => {
    const ports = memoryPorts();
    await part(await firstProgramme(ports));
    const second = await secondProgramme(ports, '2027-01-13T09:00:00.000Z');
    const { draftId, pairs } = await drafted(second, { locked: [['p-7', 'p-8']] });
    expect(pairs).toEqual(['p-7+p-8']);
    await requestPublish(ports, 'second', draftId, hr, second.context);
    await publishDraft(ports, 'second', draftId, progress, second.context);
    expect(ports.programmes.dump().filter(({ kind }) => kind === 'proposal')).toHaveLength(1);
  });
});

describe('What a person’s partition knows of former pairs', () => {
  const rowsOf = (ports: MemoryPorts) =>
    ports.people
      .dump()
      .filter(({ kind }) => kind === 'former')
      .map(({ partition, key, value }) => [partition, key, value]);

  it('is one row for each of the two, with programme and moment, however often it follows', async () => {
    const ports = memoryPorts();
    await part(await firstProgramme(ports));
    const former = { programmeId: 'first', pairId: 'pair-1', endedAt: expect.any(String) as unknown };
    const expected = [
      [directoryIdOf('ines'), directoryIdOf('marc'), former],
      [directoryIdOf('marc'), directoryIdOf('ines'), former],
    ];
    expect(rowsOf(ports)).toEqual(expected);
    await projectFormerPair(ports, 'first', 'pair-1');
    expect(rowsOf(ports)).toEqual(expected);
  });

  it('keeps the end that came last, in whichever order the ends follow', async () => {
    for (const order of [
      ['old', 'new'],
      ['new', 'old'],
    ] as const) {
      const ports = memoryPorts();
      const stage = await firstProgramme(ports);
      const of = { mentorId: 'ines', menteeId: 'marc', state: 'finished' } as const;
      await put(stage.ports, 'first', 'pair', 'old', aPair({ ...of, endedAt: '2025-01-01T09:00:00.000Z' }));
      await put(stage.ports, 'first', 'pair', 'new', aPair({ ...of, endedAt: '2026-01-01T09:00:00.000Z' }));
      for (const id of order) await projectFormerPair(ports, 'first', id);
      expect(rowsOf(ports).map(([, , value]) => value)).toEqual(
        Array(2).fill({ programmeId: 'first', pairId: 'new', endedAt: '2026-01-01T09:00:00.000Z' }),
      );
    }
  });

  it('is nothing while the pair runs, and nothing where one of the two was never linked', async () => {
    const ports = memoryPorts();
    await firstProgramme(ports);
    await projectFormerPair(ports, 'first', 'pair-1');
    expect(rowsOf(ports)).toEqual([]);
  });

  it('is found from the smaller side alone', async () => {
    const ports = memoryPorts();
    await part(await firstProgramme(ports));
    const ines = { ...couple('x', 'y', ['mentor', 'mentee'])[0]!, directoryId: directoryIdOf('ines') };
    const marc = { ...couple('x', 'y', ['mentor', 'mentee'])[1]!, directoryId: directoryIdOf('marc') };
    const more = ['a', 'b'].map((id) => aParticipant({ id, directoryId: `directory-${id}` }));
    const seniors = more.map((one) => ({
      ...one,
      id: `s-${one.id}`,
      profile: { ...one.profile, role: 'mentee' as const },
    }));
    const ids = async (people: readonly Participant[]) =>
      (await findFormerPairs(ports, people)).map(([one, other]) => [one, other]);
    expect(await ids([ines, marc, ...more])).toEqual([['y', 'x']]);
    expect(await ids([ines, marc, ...seniors])).toEqual([['x', 'y']]);
  });

  it('is carried over again when the programme ends, whatever was lost of it', async () => {
    const ports = memoryPorts();
    const stage = await firstProgramme(ports, { state: 'finished' });
    const close = { kind: 'programme-close', at: stage.now, ref: 'first', occurrence: '', correlationId: 'c' } as const;
    await put(ports, 'first', 'due', `${stage.now}|programme-close|first|`, close);
    await stage.work();
    expect(rowsOf(ports)).toHaveLength(2);
  });
});
