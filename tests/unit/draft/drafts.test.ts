import { plusDays } from '../../../src/kernel/clock';
import { changeDraft } from '../../../src/draft/change-draft';
import { computeDraft } from '../../../src/draft/compute-draft';
import type { DraftResult, Pairer } from '../../../src/draft/pairer';
import { publishDraft } from '../../../src/draft/publish-draft';
import { requestPublish } from '../../../src/draft/request-publish';
import { emptyChoices } from '../../../src/domain/draft-rules';
import { startDraft } from '../../../src/draft/start-draft';
import type { Participant, PersonProfile } from '../../../src/domain/participant';
import type { Actor } from '../../../src/domain/ports';
import type { AuditEntry } from '../../../src/domain/rows';
import { aPair, aProposal } from '../../helpers/factories/pair';
import { enrollingCast } from '../../helpers/enrolling-cast';
import { aParticipant } from '../../helpers/factories/participant';
import { pairInThisThread } from '../../helpers/in-this-thread';
import type { MemoryPorts } from '../../helpers/memory-ports';
import { mentorAndMentee, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const hr: Actor = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };
const progress = (): Promise<void> => Promise.resolve();

const enrolling = (participants: readonly Participant[] = mentorAndMentee()): ReturnType<typeof enrollingCast> =>
  enrollingCast(now, participants);

const result = (pairs: readonly (readonly [string, string])[]): DraftResult => ({
  pairs: pairs.map(([mentorId, menteeId]) => ({ mentorId, menteeId, score: 60, topics: ['generative-ai'], parts: [] })),
  unpaired: [],
  total: 60 * pairs.length,
  upperBound: 60 * pairs.length,
  optimal: true,
  inputHash: 'h',
});

async function startedDraft(stage: Stage): Promise<{ readonly draftId: string }> {
  const started = await startDraft(stage.ports, 'passages', 7, emptyChoices, hr, stage.context);
  if (!started.ok) throw new Error(started.reason);
  return started.value;
}

/** Computes a draft; tells whom the pairing was given and which pairs it may not make. */
async function drafted(stage: Stage, pairs: readonly (readonly [string, string])[] = [['M1', 'S1']]) {
  const { draftId } = await startedDraft(stage);
  let given: readonly PersonProfile[] = [];
  let forbidden: readonly (readonly [string, string])[] = [];
  const pairer = (
    people: readonly PersonProfile[],
    options: { forbidden: readonly (readonly [string, string])[] },
  ): Promise<DraftResult> => {
    given = people;
    forbidden = options.forbidden;
    return Promise.resolve(result(pairs));
  };
  await computeDraft(stage.ports, pairer, 'passages', draftId, progress, stage.context);
  return { draftId, people: given.map((person) => [person.id, person.role, person.capacity]), forbidden };
}

const auditOf = (ports: MemoryPorts) =>
  ports.programmes
    .dump()
    .filter(({ kind }) => kind === 'audit')
    .map(({ value }) => value as AuditEntry)
    .map(({ what, about, by }) => [what, about, by]);

async function published(stage: Stage, draftId: string): Promise<void> {
  expect(await requestPublish(stage.ports, 'passages', draftId, hr, stage.context)).toMatchObject({ ok: true });
  await publishDraft(stage.ports, 'passages', draftId, progress, stage.context);
}

const proposals = (ports: MemoryPorts) => ports.programmes.dump().filter((row) => row.kind === 'proposal');

describe('A draft', () => {
  it('takes those who are enrolled, reachable and have a place; sends nothing', async () => {
    const { stage } = await enrolling([
      ...mentorAndMentee(),
      aParticipant({ id: 'M2', state: 'invited' }),
      aParticipant({ id: 'M3', reach: 'app-missing' }),
      aParticipant({ id: 'M4', state: 'not-now' }),
      aParticipant({ id: 'M5', profile: { capacity: 0 } }),
    ]);
    expect((await drafted(stage)).people).toEqual([
      ['M1', 'mentor', 1],
      ['S1', 'mentee', 1],
    ]);
    expect(await stage.queued()).toEqual([]);
  });

  it('counts places by side for somebody who is both', async () => {
    const { stage, ports } = await enrolling([
      aParticipant({ id: 'B1', profile: { role: 'both' } }),
      aParticipant({ id: 'B2', profile: { role: 'both', capacity: 2 } }),
      aParticipant({ id: 'B3', profile: { role: 'both' } }),
    ]);
    await put(ports, 'passages', 'pair', 'pair-1', aPair({ mentorId: 'B1', menteeId: 'B2' }));
    await put(
      ports,
      'passages',
      'pair',
      'pair-2',
      aPair({ id: 'pair-2', mentorId: 'B2', menteeId: 'B2x', state: 'finished' }),
    );
    expect((await drafted(stage)).people).toEqual([
      ['B1', 'mentee', 1],
      ['B2', 'both', 1],
      ['B3', 'both', 1],
    ]);
  });

  it('asks nobody twice for the same pair, and holds both back while a secret no looks open', async () => {
    const { stage, ports } = await enrolling();
    const no = aProposal({
      id: 'X',
      mentorId: 'M1',
      menteeId: 'S1',
      state: 'declined',
      declinedBy: 'mentee',
      replyBy: plusDays(now, 7),
    });
    await put(ports, 'passages', 'proposal', 'X', no);
    expect(await drafted(stage)).toMatchObject({ people: [], forbidden: [['M1', 'S1']] });
    stage.now = plusDays(now, 7);
    expect((await drafted(stage)).people).toHaveLength(2);
  });

  it('needs two people who said yes and a programme that is open', async () => {
    const { stage, ports } = await enrolling([aParticipant({ id: 'M1' })]);
    expect(await startDraft(ports, 'passages', 7, emptyChoices, hr, stage.context)).toEqual({
      ok: false,
      reason: 'nobody-enrolled',
    });
    expect(await startDraft(ports, 'no-such', 7, emptyChoices, hr, stage.context)).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  it('computed twice is kept once', async () => {
    const { stage, ports } = await enrolling();
    const { draftId } = await drafted(stage);
    const before = JSON.stringify(ports.programmes.dump());
    await computeDraft(ports, () => Promise.resolve(result([])), 'passages', draftId, progress, stage.context);
    expect(JSON.stringify(ports.programmes.dump())).toBe(before);
  });

  it('says that it is being computed while it is', async () => {
    const { stage, ports } = await enrolling();
    const { draftId } = await startedDraft(stage);
    const states: unknown[] = [];
    const watching = async (): Promise<DraftResult> => {
      states.push((await ports.programmes.get('passages', 'draft', draftId))?.value.state);
      return result([['M1', 'S1']]);
    };
    await computeDraft(ports, watching, 'passages', draftId, progress, stage.context);
    const head = await ports.programmes.get('passages', 'draft', draftId);
    expect([...states, head?.value.state]).toEqual(['computing', 'ready']);
    expect(head?.value).not.toHaveProperty('attempt');
  });
});

describe('A worker that computes a draft after another has taken it over', () => {
  const many = (count: number): DraftResult =>
    result(Array.from({ length: count }, (_, index) => [`M${String(index)}`, `S${String(index)}`] as const));

  /** The other worker computes the draft, and HR takes the pair of M0 and S0 apart. */
  async function takenOver(stage: Stage, ports: MemoryPorts, draftId: string): Promise<string> {
    await computeDraft(ports, () => Promise.resolve(many(1)), 'passages', draftId, progress, stage.context);
    const { revision } = (await ports.programmes.get('passages', 'draft', draftId))?.value ?? { revision: 0 };
    const apart = { revision, apply: true, remove: [['M0', 'S0']], add: [] } as const;
    expect(await changeDraft(ports, 'passages', draftId, apart, hr, stage.context)).toMatchObject({ ok: true });
    return draftRows(ports);
  }

  const draftRows = (ports: MemoryPorts): string =>
    JSON.stringify(ports.programmes.dump().filter(({ kind }) => kind.startsWith('draft')));

  it('writes nothing to it, also where it had all it needed', async () => {
    const { stage, ports } = await enrolling();
    const { draftId } = await startedDraft(stage);
    let ready = '';
    const slow = async (share: number): Promise<void> => {
      if (share === 0.8) ready = await takenOver(stage, ports, draftId);
    };
    await computeDraft(ports, () => Promise.resolve(many(50)), 'passages', draftId, slow, stage.context);
    expect(draftRows(ports)).toBe(ready);
  });

  it('stops in the middle of its writing', async () => {
    const { stage, ports } = await enrolling();
    const { draftId } = await startedDraft(stage);
    let ready = '';
    const programmes = {
      ...ports.programmes,
      commit: async (...given: Parameters<typeof ports.programmes.commit>) => {
        const written = await ports.programmes.commit(...given);
        if (ready === '' && given[1].some(({ kind }) => kind === 'draft-part')) {
          ready = 'at work';
          ready = await takenOver(stage, ports, draftId);
        }
        return written;
      },
    };
    const slow = { ...ports, programmes };
    await computeDraft(slow, () => Promise.resolve(many(50)), 'passages', draftId, progress, stage.context);
    expect(draftRows(ports)).toBe(ready);
    expect(ready).not.toContain('|0001');
  });

  it('does not take it back: its own hold is gone', async () => {
    const { stage, ports } = await enrolling();
    const { draftId } = await startedDraft(stage);
    let rows = '';
    let lost = false;
    const slow = async (share: number): Promise<void> => {
      if (lost) throw new Error('lost');
      if (share !== 0.8) return;
      const ended = (): Promise<never> => Promise.reject(new Error('ended'));
      const begun = computeDraft(ports, ended, 'passages', draftId, progress, stage.context);
      await expect(begun).rejects.toThrow('ended');
      rows = draftRows(ports);
      lost = true;
    };
    const late = computeDraft(ports, () => Promise.resolve(many(50)), 'passages', draftId, slow, stage.context);
    await expect(late).rejects.toThrow('lost');
    expect(draftRows(ports)).toBe(rows);
  });

  it('leaves nothing behind once the draft is computed again with fewer pairs', async () => {
    const { stage, ports } = await enrolling();
    const { draftId } = await startedDraft(stage);
    const interrupted = {
      ...ports,
      programmes: {
        ...ports.programmes,
        commit: async (...given: Parameters<typeof ports.programmes.commit>) => {
          if (given[1].some(({ key }) => key === `${draftId}|0002`)) throw new Error('killed');
          return ports.programmes.commit(...given);
        },
      },
    };
    const run = computeDraft(
      interrupted,
      () => Promise.resolve(many(50)),
      'passages',
      draftId,
      progress,
      stage.context,
    );
    await expect(run).rejects.toThrow('killed');
    expect(draftRows(ports)).toContain(`${draftId}|0001`);
    await computeDraft(ports, () => Promise.resolve(many(1)), 'passages', draftId, progress, stage.context);
    expect(draftRows(ports)).not.toContain(`${draftId}|0001`);
    expect((await ports.programmes.get('passages', 'draft', draftId))?.value).toMatchObject({
      state: 'ready',
      partCount: 1,
    });
  });
});

describe('Publishing', () => {
  it('asks each mentor once, privately, at their next contact time, and starts the programme; interrupted and begun again it asks nobody twice', async () => {
    const { stage, ports } = await enrolling();
    stage.now = '2027-01-16T22:00:00.000Z';
    const { draftId } = await drafted(stage);
    await requestPublish(ports, 'passages', draftId, hr, stage.context);
    const failing = (): Promise<void> => Promise.reject(new Error('killed'));
    await expect(publishDraft(ports, 'passages', draftId, failing, stage.context)).rejects.toThrow('killed');
    await publishDraft(ports, 'passages', draftId, progress, stage.context);
    await publishDraft(ports, 'passages', draftId, progress, stage.context);
    const queued = await stage.queued();
    expect(queued.map((message) => [message.kind, message.recipient, message.notBefore])).toEqual([
      ['proposal', { to: 'participant', id: 'M1' }, '2027-01-18T08:00:00.000Z'],
    ]);
    expect((await ports.programmes.get('passages', 'programme', 'programme'))?.value.state).toBe('running');
    expect((await ports.programmes.get('passages', 'draft', draftId))?.value.state).toBe('published');
    expect(await requestPublish(ports, 'passages', draftId, hr, stage.context)).toEqual({
      ok: false,
      reason: 'already-published',
    });
  });

  it('of a draft in which nobody’s manager is known waits until HR says that they know it, and keeps who said so', async () => {
    const unmanaged = mentorAndMentee().map(({ profile: { managerId: _none, ...profile }, ...one }) => ({
      ...one,
      profile,
    }));
    const { stage, ports } = await enrolling(unmanaged);
    const { draftId } = await drafted(stage);
    const ask = (...known: readonly [] | readonly [true]) =>
      requestPublish(ports, 'passages', draftId, hr, stage.context, ...known);
    expect(await ask()).toEqual({ ok: false, reason: 'managers-unknown' });
    await publishDraft(ports, 'passages', draftId, progress, stage.context);
    expect([proposals(ports), auditOf(ports)]).toEqual([[], []]);
    expect(await ask(true)).toMatchObject({ ok: true });
    expect(auditOf(ports)).toEqual([['published-without-managers', draftId, 'hr']]);
    await publishDraft(ports, 'passages', draftId, progress, stage.context);
    expect(proposals(ports)).toHaveLength(1);
  });

  it('asks for nothing more where the manager of a single person who said yes is known, a pair’s too', async () => {
    const [mentor, mentee] = mentorAndMentee().map(({ profile: { managerId: _none, ...profile }, ...one }) => ({
      ...one,
      profile,
    }));
    const { stage, ports } = await enrolling([mentor!, mentee!, aParticipant({ id: 'M9', profile: { capacity: 0 } })]);
    const { draftId } = await drafted(stage);
    expect(await requestPublish(ports, 'passages', draftId, hr, stage.context)).toMatchObject({ ok: true });
    expect(auditOf(ports)).toEqual([]);
  });

  it('of two drafts that name the same two people asks them once', async () => {
    const { stage, ports } = await enrolling();
    const [one, two] = [await drafted(stage), await drafted(stage)];
    await published(stage, one.draftId);
    await published(stage, two.draftId);
    expect(proposals(ports)).toHaveLength(1);
  });

  it('of two drafts that name the same mentor asks them for one pair while the other may still be formed', async () => {
    const { stage, ports } = await enrolling([
      ...mentorAndMentee(),
      aParticipant({ id: 'S2', profile: { role: 'mentee' } }),
    ]);
    const [one, two] = [await drafted(stage, [['M1', 'S1']]), await drafted(stage, [['M1', 'S2']])];
    await published(stage, one.draftId);
    await published(stage, two.draftId);
    expect(proposals(ports)).toHaveLength(1);
  });

  it('begun again after its reply date asks nobody what they cannot answer', async () => {
    const { stage, ports } = await enrolling();
    const { draftId } = await drafted(stage);
    const head = await ports.programmes.get('passages', 'draft', draftId);
    if (head === undefined) throw new Error('no draft');
    await ports.programmes.commit('passages', [
      {
        op: 'replace',
        kind: 'draft',
        key: draftId,
        etag: head.etag,
        value: { ...head.value, pairingRoundEndsAt: stage.now },
      },
    ]);
    await published(stage, draftId);
    expect(proposals(ports)).toEqual([]);
  });

  it('does not ask who left or has found a pair since the draft', async () => {
    const { stage, ports } = await enrolling([
      ...mentorAndMentee(),
      aParticipant({ id: 'M2' }),
      aParticipant({ id: 'S2', profile: { role: 'mentee' } }),
    ]);
    const { draftId } = await drafted(stage, [
      ['M1', 'S1'],
      ['M2', 'S2'],
    ]);
    await stage.press('M1', { verb: 'invitation/not-now', programmeId: 'passages' });
    await put(ports, 'passages', 'person-pairs', 'S2', { participantId: 'S2', pairIds: ['pair-9'] });
    await published(stage, draftId);
    expect(proposals(ports)).toEqual([]);
  });

  it.each(['while pairs are being chosen', 'before they are asked'])(
    'F67: whose leader leaves %s asks nobody about that pair, says which, and the next run has a reason for whoever is left over',
    async (when) => {
      const { stage, ports } = await enrolling([
        ...mentorAndMentee(),
        aParticipant({ id: 'M2' }),
        aParticipant({ id: 'S2', profile: { role: 'mentee' } }),
      ]);
      const leave = () => stage.press('S1', { verb: 'programme/leave-confirm', programmeId: 'passages' });
      const { draftId } = await startedDraft(stage);
      const pairer: Pairer = async () => {
        if (when === 'while pairs are being chosen') await leave();
        return result([
          ['M1', 'S1'],
          ['M2', 'S2'],
        ]);
      };
      await computeDraft(ports, pairer, 'passages', draftId, progress, stage.context);
      if (when === 'before they are asked') await leave();
      await published(stage, draftId);
      expect(proposals(ports).map(({ value }) => value)).toEqual([
        expect.objectContaining({ mentorId: 'M2', menteeId: 'S2' }),
      ]);
      expect((await ports.programmes.get('passages', 'draft', draftId))?.value).toMatchObject({
        state: 'published',
        notAsked: [['M1', 'S1']],
      });

      const next = await startedDraft(stage);
      await computeDraft(ports, pairInThisThread, 'passages', next.draftId, progress, stage.context);
      const { rows } = await ports.programmes.range('passages', 'draft-part', { from: next.draftId, limit: 9 });
      const parts = rows.filter(({ key }) => key.startsWith(next.draftId)).map(({ value }) => value);
      expect(parts.flatMap(({ pairs }) => pairs)).toEqual([]);
      expect(parts.flatMap(({ unpaired }) => unpaired)).toEqual([
        expect.objectContaining({ participantId: 'M1', reasons: [expect.objectContaining({ code: 'nobody' })] }),
      ]);
    },
  );

  it('in a programme that is over fails instead of asking', async () => {
    const { stage, ports } = await enrolling();
    const { draftId } = await drafted(stage);
    await requestPublish(ports, 'passages', draftId, hr, stage.context);
    const programme = await ports.programmes.get('passages', 'programme', 'programme');
    if (programme === undefined) throw new Error('no programme');
    await ports.programmes.commit('passages', [
      {
        op: 'replace',
        kind: 'programme',
        key: 'programme',
        etag: programme.etag,
        value: { ...programme.value, state: 'closed' },
      },
    ]);
    await publishDraft(ports, 'passages', draftId, progress, stage.context);
    expect((await ports.programmes.get('passages', 'draft', draftId))?.value).toMatchObject({
      state: 'failed',
      reason: 'programme-not-running',
    });
    expect(proposals(ports)).toEqual([]);
  });
});
