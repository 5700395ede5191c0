import { renderCard } from '../../../bot/teams/cards/render-card';
import { computeDraft } from '../../../src/draft/compute-draft';
import { endRound } from '../../../src/draft/end-round';
import type { Pairer } from '../../../src/draft/pairer';
import { publishDraft } from '../../../src/draft/publish-draft';
import { tellStanding } from '../../../src/draft/tell-standing';
import { readDraft } from '../../../src/draft/read-draft';
import { requestPublish } from '../../../src/draft/request-publish';
import { emptyChoices } from '../../../src/domain/draft-rules';
import { startDraft } from '../../../src/draft/start-draft';
import { plusDays } from '../../../src/kernel/clock';
import { personalWords } from '../../../src/pairing/explanation/explain-left-over';
import type { Participant } from '../../../src/domain/participant';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import type { Actor } from '../../../src/domain/ports';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { proposalIdOf } from '../../../src/domain/proposal-rules';
import { withdrawProposal } from '../../../src/proposal/withdraw-proposal';
import { enrollingCast } from '../../helpers/enrolling-cast';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts } from '../../helpers/memory-ports';
import { messagesOfHr } from '../../helpers/messages-of-hr';
import { actorOf, castOf, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const hr: Actor = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };
const progress = (): Promise<void> => Promise.resolve();

const cast: readonly Participant[] = [
  ...['M1', 'M2', 'M3'].map((id) => aParticipant({ id })),
  ...['S1', 'S2'].map((id) => aParticipant({ id, profile: { role: 'mentee', level: 8 } })),
];

/** Chooses these pairs where both people may take part. */
const choosing =
  (...pairs: readonly (readonly [string, string])[]): Pairer =>
  (people, { forbidden }) => {
    const free = new Set(people.map((person) => person.id));
    const not = new Set(forbidden.map(String));
    const chosen = pairs.filter((pair) => pair.every((id) => free.has(id)) && !not.has(String(pair)));
    return Promise.resolve({
      pairs: chosen.map(([mentorId, menteeId]) => ({ mentorId, menteeId, score: 60, topics: [], parts: [] })),
      unpaired: [],
      total: 0,
      upperBound: 0,
      optimal: true,
      inputHash: 'h',
    });
  };

/** A programme whose first round has been published: M1 with S1, M2 with S2; M3 is left over. */
async function published(): Promise<{ readonly stage: Stage; readonly draftId: string }> {
  const { stage, ports } = await enrollingCast(now, cast);
  const started = await startDraft(ports, 'passages', 7, emptyChoices, hr, stage.context);
  if (!started.ok) throw new Error(started.reason);
  const { draftId } = started.value;
  await computeDraft(ports, choosing(['M1', 'S1'], ['M2', 'S2']), 'passages', draftId, progress, stage.context);
  await publish(stage, draftId);
  return { stage, draftId };
}

async function publish(stage: Stage, draftId: string): Promise<void> {
  await requestPublish(stage.ports, 'passages', draftId, hr, stage.context);
  await publishDraft(stage.ports, 'passages', draftId, progress, stage.context);
}

const idOf = (stage: Stage, mentorId: string, menteeId: string): string =>
  proposalIdOf((text) => stage.ports.secrets.sha256(text), 'passages', mentorId, menteeId);

async function proposalOf(stage: Stage, mentorId: string, menteeId: string) {
  const proposal = await stage.ports.programmes.get('passages', 'proposal', idOf(stage, mentorId, menteeId));
  if (proposal === undefined) throw new Error('no such proposal');
  return proposal.value;
}

async function answer(stage: Stage, who: string, pair: readonly [string, string], yes: boolean): Promise<void> {
  const { id, revision } = await proposalOf(stage, ...pair);
  await stage.press(
    who,
    yes
      ? { verb: 'proposal/accept', programmeId: 'passages', proposalId: id, revision }
      : { verb: 'proposal/decline', programmeId: 'passages', proposalId: id, revision },
  );
}

async function replacement(stage: Stage): Promise<string> {
  const { rows } = await stage.ports.programmes.range('passages', 'draft', { limit: 10 });
  const found = rows.find((row) => row.value.replaces !== undefined);
  if (found === undefined) throw new Error('no replacement draft');
  return found.key;
}

const told = async (stage: Stage) =>
  (await stage.queued())
    .filter((message) => message.kind === 'standing')
    .map((message) => message.recipient)
    .flatMap((to) => (to.to === 'participant' ? [to.id] : []))
    .sort();

const roundEnd = '2027-01-25T09:00:00.000Z';

/** The replacements' round of M3 with S1, once the first has ended with no answer. */
async function secondRound(): Promise<{ readonly stage: Stage; readonly again: string }> {
  const { stage, draftId } = await published();
  stage.now = roundEnd;
  await stage.work();
  await endRound(stage.ports, 'passages', draftId, progress, stage.context);
  const again = await replacement(stage);
  await computeDraft(stage.ports, choosing(['M3', 'S1']), 'passages', again, progress, stage.context);
  await publish(stage, again);
  return { stage, again };
}

describe('The function on a proposal', () => {
  it('is told where five of that side share it, and never where it would single somebody out before both said yes', async () => {
    const people = [
      ...['M1', 'M2', 'M3', 'M4', 'M5'].map((id) => aParticipant({ id, profile: { function: 'Commerce' } })),
      aParticipant({ id: 'S1', profile: { role: 'mentee', level: 8, function: 'Direction générale' } }),
    ];
    const { stage, ports } = await enrollingCast(now, people);
    const started = await startDraft(ports, 'passages', 7, emptyChoices, hr, stage.context);
    if (!started.ok) throw new Error(started.reason);
    const { draftId } = started.value;
    await computeDraft(ports, choosing(['M1', 'S1']), 'passages', draftId, progress, stage.context);
    await publish(stage, draftId);
    const told = async (): Promise<readonly unknown[]> =>
      (await stage.deliver()).flatMap(({ prepared }) =>
        prepared.ok && prepared.view.card === 'proposal' ? [prepared.view.partnerFunction] : [],
      );
    expect(await told()).toEqual([undefined]);
    stage.now = plusDays(now, 4);
    await stage.work();
    // Its reminder likewise.
    expect(await told()).toEqual([undefined]);
    await answer(stage, 'M1', ['M1', 'S1'], true);
    expect(await told()).toEqual(['Commerce']);
  });
});

describe('A draft beside open proposals', () => {
  const seenBy = async (stage: Stage) => {
    const started = await startDraft(stage.ports, 'passages', 7, emptyChoices, hr, stage.context);
    if (!started.ok) throw new Error(started.reason);
    const { draftId } = started.value;
    await computeDraft(stage.ports, choosing(), 'passages', draftId, progress, stage.context);
    const draft = await readDraft(stage.ports, 'passages', draftId, 0, 'en');
    return draft.ok ? draft.value.seen : undefined;
  };

  it('says whom it had to choose from, and names those whom the proposals hold', async () => {
    const { stage } = await published();
    const names = cast.filter(({ id }) => id !== 'M3').map(({ profile }) => profile.name);
    expect(await seenBy(stage)).toEqual({ free: 1, inPairs: 0, held: 4, heldNames: names.toSorted() });
  });

  it('says the same whatever was answered, and who is away', async () => {
    const silent = await published();
    const { stage } = await published();
    await answer(stage, 'M1', ['M1', 'S1'], false);
    await stage.press('M2', { verb: 'pause/set', programmeId: 'passages', until: '2027-02-01' });
    expect(await seenBy(stage)).toEqual(await seenBy(silent.stage));
  });
});

describe('The reply date of a round', () => {
  it('is ten working days after publication, for every proposal of the round', async () => {
    const { stage, draftId } = await published();
    expect((await stage.ports.programmes.get('passages', 'draft', draftId))?.value.pairingRoundEndsAt).toBe(roundEnd);
    await answer(stage, 'M1', ['M1', 'S1'], true);
    expect(await proposalOf(stage, 'M1', 'S1')).toMatchObject({ pairingRoundEndsAt: roundEnd, replyBy: roundEnd });
    expect(await proposalOf(stage, 'M2', 'S2')).toMatchObject({ pairingRoundEndsAt: roundEnd });
  });

  it('starts the work of its end once', async () => {
    const { stage } = await published();
    stage.now = roundEnd;
    await stage.work();
    await stage.work();
    const jobs = (await stage.ports.programmes.range('passages', 'job', { limit: 20 })).rows;
    expect(jobs.filter((job) => job.value.kind === 'pairing-round-end')).toHaveLength(1);
  });

  it('looks for replacements among those still free, and tells everybody without a partner the same words once', async () => {
    const { stage, draftId } = await published();
    await answer(stage, 'M1', ['M1', 'S1'], true);
    await answer(stage, 'S1', ['M1', 'S1'], true);
    await answer(stage, 'M2', ['M2', 'S2'], false);
    stage.now = roundEnd;
    await stage.work();
    await endRound(stage.ports, 'passages', draftId, progress, stage.context);
    await endRound(stage.ports, 'passages', draftId, progress, stage.context);
    expect(await told(stage)).toEqual(['M2', 'M3', 'S2']);
    const drawn = (await stage.deliver()).flatMap(({ message, prepared }) =>
      message.kind === 'standing' && prepared.ok ? [JSON.stringify(prepared.view)] : [],
    );
    expect(new Set(drawn).size).toBe(1);

    const again = await replacement(stage);
    await computeDraft(stage.ports, choosing(['M2', 'S2'], ['M3', 'S2']), 'passages', again, progress, stage.context);
    const part = await stage.ports.programmes.get('passages', 'draft-part', `${again}|0000`);
    expect(part?.value.pairs.map((pair) => [pair.mentorId, pair.menteeId])).toEqual([['M3', 'S2']]);
    expect((await stage.queued()).filter((message) => message.kind === 'proposal')).toEqual([]);
  });

  it('tells each what they can do, and whoever said no, was declined or found no place the same', async () => {
    const { stage, draftId } = await published();
    const part = await stage.ports.programmes.get('passages', 'draft-part', `${draftId}|0000`);
    const left = { participantId: 'M3', role: 'mentor', reasons: [], personal: 'hours' } as const;
    await stage.ports.programmes.commit('passages', [
      {
        op: 'replace',
        kind: 'draft-part',
        key: `${draftId}|0000`,
        etag: part?.etag ?? '',
        value: { pairs: part?.value.pairs ?? [], unpaired: [left] },
      },
    ]);
    // A run that was begun again had more parts, in one of which somebody was left over.
    const before = { ...left, participantId: 'M2' };
    await put(stage.ports, 'passages', 'draft-part', `${draftId}|0001`, { pairs: [], unpaired: [before] });
    await answer(stage, 'M2', ['M2', 'S2'], false);
    stage.now = roundEnd;
    await stage.work();
    await endRound(stage.ports, 'passages', draftId, progress, stage.context);
    const advice = new Map(
      (await stage.deliver()).flatMap(({ message, prepared }) =>
        message.kind === 'standing' && prepared.ok && prepared.view.card === 'standing' && 'id' in message.recipient
          ? [[message.recipient.id, prepared.view.advice ?? '']]
          : [],
      ),
    );
    expect(advice.get('M3')).toMatch(/heures/u);
    expect(new Set(['M1', 'M2', 'S1', 'S2'].map((id) => advice.get(id))).size).toBe(1);
    const page = await readMyPage(stage.ports, actorOf('M3'), 'passages', stage.now, 'fr');
    expect(page).toMatchObject({
      value: { me: { standing: { told: 'waiting', advice: { fr: advice.get('M3') } } } },
    });
  });

  it('after the replacements’ round says "not this time" to whoever is left', async () => {
    const { stage, again } = await secondRound();
    await answer(stage, 'M3', ['M3', 'S1'], true);
    await answer(stage, 'S1', ['M3', 'S1'], true);
    await stage.deliver();
    stage.now = plusDays(roundEnd, 14);
    await endRound(stage.ports, 'passages', again, progress, stage.context);
    expect(await told(stage)).toEqual(['M1', 'M2', 'S2']);
    expect((await stage.ports.programmes.get('passages', 'participant', 'M1'))?.value.standing?.told).toBe(
      'not-this-time',
    );
    const drafts = await stage.ports.programmes.range('passages', 'draft', { limit: 10 });
    expect(drafts.rows).toHaveLength(2);
  });

  /** The last round, of M3 with S1, once `act` has happened and its reply date is over. */
  async function lastRound(act: (stage: Stage) => Promise<unknown>) {
    const { stage, again } = await secondRound();
    await stage.deliver();
    await act(stage);
    await stage.deliver();
    stage.now = plusDays(roundEnd, 14);
    await stage.work();
    // What the reply date queues may be sent before or after the round's long work.
    const early = await stage.deliver();
    for (let times = 0; times < 2; times++) await endRound(stage.ports, 'passages', again, progress, stage.context);
    const heard = [...early, ...(await stage.deliver())].filter(
      ({ message: { kind } }) => kind === 'standing' || kind === 'not-formed',
    );
    const to = heard.map(({ message: { recipient } }) => ('id' in recipient ? recipient.id : '')).sort();
    await stage.work();
    stage.now = plusDays(stage.now, 1);
    const read = await messagesOfHr(stage);
    expect(read.days[0]?.kinds).toEqual([{ kind: 'standing', words: expect.any(String), atLeast: 5 }]);
    return { stage, heard, to, read, again };
  }

  it('whose yes came to nothing in the last round hears so once, and that it is not this time', async () => {
    const { stage, heard, to, again } = await lastRound((it_) => answer(it_, 'M3', ['M3', 'S1'], true));
    expect(to).toEqual(['M1', 'M2', 'M3', 'S1', 'S2']);
    const word = heard.find(({ message }) => message.kind === 'not-formed');
    const advice = personalWords('none').fr;
    expect(word).toMatchObject({ message: { recipient: { id: 'M3' } }, prepared: { ok: true, view: { advice } } });
    if (word?.prepared.ok !== true) throw new Error('nothing was prepared');
    const card = JSON.stringify(renderCard(word.prepared.view, word.prepared.reader, { base: 'https://p.example' }));
    expect(card).toContain('Ce ne sera donc pas cette fois');
    expect((await stage.ports.programmes.get('passages', 'participant', 'M3'))?.value.standing).toMatchObject({
      told: 'not-this-time',
      draftId: again,
    });
  });

  it('in the last round lets HR count the same messages whoever said yes, no or nothing', async () => {
    const silent = await lastRound(() => Promise.resolve());
    for (const yes of [true, false]) {
      const { to, read } = await lastRound((stage) => answer(stage, 'M3', ['M3', 'S1'], yes));
      expect([to, read]).toEqual([silent.to, silent.read]);
    }
  });

  it('lets HR count the same messages also where everybody had heard before that the search goes on', async () => {
    const counted = async (yes: boolean): Promise<number> => {
      const { stage, draftId } = await published();
      for (const id of ['M1', 'M2', 'M3', 'S1', 'S2']) {
        const row = await stage.ports.programmes.get('passages', 'participant', id);
        if (row === undefined) throw new Error('no such participant');
        const unit = new UnitOfWork(stage.ports, 'passages', stage.context, 'system');
        tellStanding(stage.ports, unit, row, 'waiting', undefined, stage.context);
        await unit.commit();
      }
      await stage.deliver();
      if (yes) await answer(stage, 'M1', ['M1', 'S1'], true);
      await stage.deliver();
      stage.now = roundEnd;
      await stage.work();
      await endRound(stage.ports, 'passages', draftId, progress, stage.context);
      return (await stage.deliver()).filter(({ message: { kind } }) => kind === 'standing' || kind === 'not-formed')
        .length;
    };
    expect([await counted(true), await counted(false)]).toEqual([5, 5]);
  });

  it('before it, a draft holds back everybody who was asked, so that nobody can tell who said no', async () => {
    const { stage } = await published();
    await answer(stage, 'M2', ['M2', 'S2'], false);
    await answer(stage, 'M1', ['M1', 'S1'], true);
    await answer(stage, 'S1', ['M1', 'S1'], false);
    const started = await startDraft(stage.ports, 'passages', 7, emptyChoices, hr, stage.context);
    if (!started.ok) throw new Error(started.reason);
    let given: readonly string[] = [];
    const watching: Pairer = (people, options) => {
      given = people.map((person) => person.id);
      return choosing()(people, options);
    };
    await computeDraft(stage.ports, watching, 'passages', started.value.draftId, progress, stage.context);
    expect(given).toEqual(['M3']);
  });
});

describe('What HR counts of a round', () => {
  it('is the same until the reply date whatever the mentor did but say yes, and whatever HR took back; then the same again', async () => {
    const counted = async (act: (stage: Stage) => Promise<unknown>): Promise<unknown> => {
      const { stage } = await published();
      await act(stage);
      const seen: unknown[] = [];
      for (const days of [0, 8, 13]) {
        await stage.advance(plusDays(now, days));
        seen.push(await stage.counts());
      }
      await stage.advance(plusDays(roundEnd, 0));
      return [...seen, await stage.counts()];
    };
    const silence = await counted(() => Promise.resolve());
    expect(await counted((stage) => answer(stage, 'M1', ['M1', 'S1'], false))).toEqual(silence);
    expect(
      await counted((stage) => withdrawProposal(stage.ports, 'passages', ['M1', 'S1'], hr, stage.context)),
    ).toEqual(silence);
    expect((silence as readonly Record<string, number>[]).map((counts) => counts['proposals.not-formed'] ?? 0)).toEqual(
      [0, 0, 0, 2],
    );
  });
});

describe('A proposal that HR withdraws', () => {
  const withdrawn = (stage: Stage) => withdrawProposal(stage.ports, 'passages', ['M1', 'S1'], hr, stage.context);

  it('reads to the mentor who said yes as silence until the reply date, then as not formed', async () => {
    const { stage } = await published();
    await answer(stage, 'M1', ['M1', 'S1'], true);
    const { id } = await proposalOf(stage, 'M1', 'S1');
    const shown = async () => {
      const press = { verb: 'proposal/accept', programmeId: 'passages', proposalId: id, revision: 1 } as const;
      return JSON.stringify((await stage.press('M1', press)).view);
    };
    const before = await shown();
    expect(await withdrawn(stage)).toEqual({ ok: true });
    expect(await shown()).toBe(before);
    const heard = await stage.advance(plusDays(roundEnd, 1));
    expect(
      heard.flatMap(({ message }) =>
        message.kind === 'not-formed' && message.recipient.to === 'participant' ? [message.recipient.id] : [],
      ),
    ).toEqual(['M1']);
  });

  it('answers HR the same whether somebody had said no or not, and tells of nothing but a pair', async () => {
    const { stage } = await published();
    await answer(stage, 'M1', ['M1', 'S1'], false);
    expect(await withdrawn(stage)).toEqual({ ok: true });
    await answer(stage, 'M2', ['M2', 'S2'], true);
    await answer(stage, 'S2', ['M2', 'S2'], true);
    expect(await withdrawProposal(stage.ports, 'passages', ['M2', 'S2'], hr, stage.context)).toEqual({
      ok: false,
      reason: 'already-formed',
    });
    expect(await withdrawProposal(stage.ports, 'passages', ['M3', 'S2'], hr, stage.context)).toEqual({ ok: true });
  });
});

describe('A volunteer', () => {
  it('who is in no pair hears within ten working days that the search goes on, and once', async () => {
    const ports = memoryPorts();
    const stage = await castOf(ports, {
      now,
      programme: { state: 'enrolling' },
      participants: [aParticipant({ id: 'M1', state: 'invited' })],
    });
    await stage.press('M1', { verb: 'invitation/accept', programmeId: 'passages' });
    const heard = (await stage.advance(plusDays(now, 20))).filter(({ message }) => message.kind === 'standing');
    expect(heard.map(({ message }) => message.notBefore <= plusDays(now, 14))).toEqual([true]);
    expect(heard[0]?.prepared).toMatchObject({ ok: true, view: { card: 'standing', state: 'waiting' } });
  });

  it.each([
    ['at noon', '2027-01-11T11:00:00.000Z', '2027-01-26T11:00:00.000Z'],
    [
      'in the evening, on the next morning, which is in the tenth',
      '2027-01-11T20:00:00.000Z',
      '2027-01-27T08:00:00.000Z',
    ],
  ])('who says yes %s hears after nine working days of theirs, holidays not among them', async (_case, at, heardAt) => {
    const holidays = ['2027-01-13', '2027-01-19'];
    const ports = memoryPorts({
      holidayFrom: ({ country }, date) => (country === 'FR' && holidays.includes(date) ? 0 : 24),
    });
    const volunteer = aParticipant({ id: 'M1', state: 'invited', profile: { country: 'FR' } });
    const stage = await castOf(ports, { now: at, programme: { state: 'enrolling' }, participants: [volunteer] });
    await stage.press('M1', { verb: 'invitation/accept', programmeId: 'passages' });
    const { rows } = await ports.programmes.range('passages', 'due', { limit: 50 });
    expect(rows.flatMap(({ value }) => (value.kind === 'volunteer-word' ? [value.at] : []))).toEqual([heardAt]);
  });

  it('who found a partner meanwhile hears nothing of it', async () => {
    const { stage } = await published();
    await stage.ports.programmes.commit('passages', [
      {
        op: 'insert',
        kind: 'due',
        key: `${plusDays(now, 2)}|volunteer-word|M1|`,
        value: { kind: 'volunteer-word', at: plusDays(now, 2), ref: 'M1', occurrence: '', correlationId: 'c' },
      },
    ]);
    await answer(stage, 'M1', ['M1', 'S1'], true);
    await answer(stage, 'S1', ['M1', 'S1'], true);
    const heard = await stage.advance(plusDays(now, 4));
    expect(heard.filter(({ message }) => message.kind === 'standing')).toEqual([]);
  });
});
