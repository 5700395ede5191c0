import { changeDraft } from '../../../src/draft/change-draft';
import { readDraft } from '../../../src/draft/read-draft';
import { publishDraft } from '../../../src/draft/publish-draft';
import { readDraftList } from '../../../src/draft/read-draft-list';
import { requestPublish } from '../../../src/draft/request-publish';
import { saveChoices } from '../../../src/draft/save-choices';
import { prepareMessage } from '../../../src/dispatch/prepare-message';
import type { Participant } from '../../../src/domain/participant';
import { reviewPairs } from '../../../src/people-file/review-pairs';
import { aPair } from '../../helpers/factories/pair';
import { put, type Delivery, type Stage } from '../../helpers/stage';
import {
  asked,
  candidates,
  finish,
  hearsBy,
  hr,
  lastHours,
  programmeId,
  publish,
  renewalDrafts,
  renewalOf,
  renewed,
  replyBy,
  say,
  theDraft,
  wishOf,
  type Pairing,
} from '../../helpers/finished-pair';

const afterReply = '2027-04-21T10:00:00.000Z';
const show = { verb: 'renewal/show', programmeId, pairId: 'pair-1' } as const;

/** Both said what is given, and the reply date is over. */
async function answered(mentor: string, mentee: string, pairing: Pairing = {}): Promise<Stage> {
  const stage = await asked(pairing);
  for (let n = 1; n <= (pairing.pairs ?? 1); n++) {
    await say(stage, `M${n}`, mentor, 'another');
    await say(stage, `S${n}`, mentee, 'enough');
  }
  await stage.advance(replyBy, 24);
  return stage;
}

async function change(stage: Stage, who: string, by: (person: Participant) => Participant): Promise<void> {
  const row = (await stage.ports.programmes.get(programmeId, 'participant', who))!;
  await stage.ports.programmes.commit(programmeId, [
    { op: 'replace', kind: 'participant', key: who, value: by(row.value), etag: row.etag },
  ]);
}

const cardsTo = (delivered: readonly Delivery[], kind: string) =>
  delivered.flatMap(({ message, prepared }) =>
    message.kind === kind ? [[message.recipient.to === 'channel' ? '' : message.recipient.id, prepared]] : [],
  );

describe('At the reply date', () => {
  it.each([
    ['again', 'again', ['M1+S1 again']],
    ['again,swap', 'again,swap', ['M1+S1 again']],
    ['again,swap', 'swap', ['S1+M1 swap']],
    ['swap', 'swap', ['S1+M1 swap']],
    ['again', 'swap', []],
    ['', 'again', []],
  ] as const)('“%s” and “%s” meet in %j', async (mentor, mentee, pairs) => {
    const stage = await answered(mentor, mentee);
    if (pairs.length === 0) expect(await renewalDrafts(stage)).toEqual([]);
    else expect((await theDraft(stage)).pairs).toEqual(pairs);
  });

  it.each([
    ['S1', ['S1+M1 swap']],
    ['M1', ['M1+S1 again']],
  ])(
    'a rule that forbids one of two common wishes leaves the other: %s has become a partner’s guest',
    async (who, pairs) => {
      const stage = await asked();
      const draft = (await stage.ports.programmes.get(programmeId, 'draft', 'draft-1'))!;
      const policy = { ...draft.value.choices!.policy, allowGuests: true };
      const value = { ...draft.value, choices: { ...draft.value.choices!, policy } };
      await stage.ports.programmes.commit(programmeId, [
        { op: 'replace', kind: 'draft', key: draft.key, value, etag: draft.etag },
      ]);
      for (const one of ['M1', 'S1']) await say(stage, one, 'again,swap', 'another');
      await change(stage, who, (person) => ({
        ...person,
        profile: { ...person.profile, partnerOrganisation: 'university' },
      }));
      await stage.advance(replyBy, 24);
      expect((await theDraft(stage)).pairs).toEqual(pairs);
      expect(await renewalOf(stage)).toMatchObject({ mutual: pairs[0]?.endsWith('swap') === true ? 'swap' : 'again' });
    },
  );

  it('nothing is sent but one word to HR, at their next contact time, and nobody’s place among the volunteers changes', async () => {
    const stage = await asked({ pairs: 2 });
    for (const who of ['M1', 'S1', 'M2', 'S2']) await say(stage, who, 'again', 'another');
    await stage.advance('2027-04-19T12:00:00.000Z', 24);
    const delivered = await stage.advance(afterReply, 2);
    expect(delivered.map(({ message }) => message.kind)).toEqual(['renewals']);
    expect(cardsTo(delivered, 'renewals')).toMatchObject([
      ['administrator-1', { ok: true, view: { card: 'renewals', until: hearsBy } }],
    ]);
    for (const who of ['M1', 'S1', 'M2', 'S2']) expect(await wishOf(stage, who)).toBe('unsaid');
  });

  it('pairs that fall together share a draft, which opens by name in the studio with the reason in words', async () => {
    const stage = await answered('again,swap', 'swap', { pairs: 23 });
    const { head, pairs } = await theDraft(stage);
    expect(pairs).toHaveLength(23);
    expect(head).toMatchObject({ state: 'ready', partCount: 2, pairs: 23, total: 0 });
    const draft = await readDraft(stage.ports, programmeId, head.id, 0, 'en');
    expect(draft).toMatchObject({ ok: true, value: { renewal: { until: hearsBy }, pairCount: 23 } });
    expect(draft.ok && draft.value.pairs[0]?.parts).toEqual([
      {
        part: 'swap',
        points: 0,
        reason: {
          fr: 'Les deux personnes souhaitent continuer en échangeant les rôles.',
          en: 'Both want to go on with roles swapped.',
        },
      },
    ]);
    const list = await readDraftList(stage.ports, programmeId, head.id);
    expect(list.ok && list.value.pairs).toHaveLength(23);
    expect(list.ok && list.value.pairs.find(({ mentor }) => mentor.name === 'Marc 1')).toMatchObject({
      mentee: { name: 'Inès 1' },
      renews: 'swap',
    });
  });

  it('a pair that finishes later joins the draft that waits, and one that would leave HR no time begins another', async () => {
    for (const [days, drafts] of [
      ['2027-04-08T10:00:00.000Z', 1],
      ['2027-04-20T10:00:00.000Z', 2],
    ] as const) {
      const stage = await lastHours({ pairs: 2 });
      const heard: Delivery[] = [];
      const until = async (at: string): Promise<void> => {
        heard.push(...(await stage.advance(at, 6)));
      };
      await finish(stage, 1);
      await until('2027-04-06T10:00:00.000Z');
      for (const who of ['M1', 'S1']) await say(stage, who, 'again');
      await until(days);
      await finish(stage, 2);
      await until((await renewalOf(stage, 2))!.asksAt);
      for (const who of ['M2', 'S2']) await say(stage, who, 'again');
      await until((await renewalOf(stage, 2))!.replyBy);
      const found = await renewalDrafts(stage);
      expect(found).toHaveLength(drafts);
      expect(found.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(2);
      await until('2027-05-06T10:00:00.000Z');
      expect(cardsTo(heard, 'renewals')).toHaveLength(drafts);
    }
  });

  it('what HR hears reads the same when it is sent once more after another pair has joined', async () => {
    const stage = await lastHours({ pairs: 2 });
    await finish(stage, 1);
    await stage.advance('2027-04-06T10:00:00.000Z', 6);
    for (const who of ['M1', 'S1']) await say(stage, who, 'again');
    await stage.advance('2027-04-08T10:00:00.000Z', 6);
    await finish(stage, 2);
    await stage.advance((await renewalOf(stage, 2))!.asksAt, 6);
    for (const who of ['M2', 'S2']) await say(stage, who, 'again');
    const heard = await stage.advance((await renewalOf(stage, 1))!.replyBy, 6);
    const [first] = heard.filter(({ message }) => message.kind === 'renewals');
    await stage.advance((await renewalOf(stage, 2))!.replyBy, 6);
    expect((await theDraft(stage)).pairs).toHaveLength(2);
    const context = { now: (await renewalOf(stage, 2))!.replyBy, correlationId: 'once more' };
    expect(await prepareMessage(stage.ports, programmeId, first!.message, context)).toEqual(first!.prepared);
  });

  it.each<readonly [string, (stage: Stage) => Promise<void>]>([
    [
      'one of them is not in the programme any more',
      (stage) => change(stage, 'S1', (one) => ({ ...one, state: 'withdrawn' })),
    ],
    [
      'one now reports to the other',
      (stage) => change(stage, 'M1', (one) => ({ ...one, profile: { ...one.profile, managerId: 'S1' } })),
    ],
    [
      'one of them keeps apart from the other',
      (stage) => change(stage, 'S1', (one) => ({ ...one, profile: { ...one.profile, exclude: ['M1'] } })),
    ],
    [
      'one sits on the other’s appraisal panel',
      (stage) => change(stage, 'M1', (one) => ({ ...one, profile: { ...one.profile, appraisedBy: ['S1'] } })),
    ],
  ])('two yeses are as none where %s', async (_what, happens) => {
    const stage = await asked();
    for (const who of ['M1', 'S1']) await say(stage, who, 'again', 'another');
    await happens(stage);
    await stage.advance(afterReply, 12);
    expect(await renewalDrafts(stage)).toEqual([]);
    await stage.advance(hearsBy, 24);
    expect(await wishOf(stage, 'M1')).toBe('another');
  });
});

describe('When HR publishes', () => {
  it('both go on at once: months, places and hours are theirs again, and both hear it without another question', async () => {
    const stage = await answered('again', 'again');
    stage.now = afterReply;
    const { head } = await theDraft(stage);
    expect(await publish(stage, head.id)).toMatchObject({ ok: true });
    await stage.work();
    const pair = await renewed(stage);
    expect(pair).toMatchObject({
      mentorId: 'M1',
      menteeId: 'S1',
      proposalId: 'pair-1',
      state: 'active',
      months: 3,
      startedAt: afterReply,
      renews: { pairId: 'pair-1', swapped: false },
    });
    const personPairs = await stage.ports.programmes.get(programmeId, 'person-pairs', 'M1');
    expect(personPairs?.value).toMatchObject({ pairIds: [pair?.id], formerPairIds: ['pair-1'] });
    expect(await wishOf(stage, 'M1')).toBeUndefined();
    const delivered = await stage.deliver();
    for (const id of ['M1', 'S1'])
      expect(cardsTo(delivered, 'introduction')).toContainEqual([
        id,
        expect.objectContaining({ view: expect.objectContaining({ goesOn: 'again', reasons: [] }) as unknown }),
      ]);
    expect(cardsTo(delivered, 'proposal')).toEqual([]);
    expect(await stage.counts()).toMatchObject({ 'pairs.renewed': 1 });
    expect((await stage.press('M1', show)).view).toMatchObject({ card: 'pair', state: 'active', pairId: pair?.id });
    expect((await stage.press('S1', { verb: 'home/show' })).view).toMatchObject({
      programmes: [{ state: 'paired', pairId: pair?.id }],
    });
  });

  it('swapped roles count for hours, page and rules, also where the rule of levels would forbid the pair', async () => {
    const stage = await answered('swap', 'swap');
    stage.now = afterReply;
    await publish(stage, (await theDraft(stage)).head.id);
    await stage.work();
    const pair = (await renewed(stage))!;
    expect(pair).toMatchObject({ mentorId: 'S1', menteeId: 'M1', renews: { swapped: true } });
    await reviewPairs(stage.ports, programmeId, undefined, stage.context);
    expect(await stage.ports.programmes.get(programmeId, 'pair-ending', pair.id)).toBeUndefined();
    await change(stage, 'M1', (one) => ({ ...one, movedBy: 'import', profile: { ...one.profile, managerId: 'S1' } }));
    await reviewPairs(stage.ports, programmeId, 'import', stage.context);
    expect(await stage.ports.programmes.get(programmeId, 'pair-ending', pair.id)).toBeDefined();
  });

  it('twice, or interrupted, forms no pair twice', async () => {
    const stage = await answered('again', 'again', { pairs: 2 });
    const { head } = await theDraft(stage);
    await publish(stage, head.id);
    const before = await renewed(stage);
    const row = (await stage.ports.programmes.get(programmeId, 'draft', head.id))!;
    const value = { ...row.value, state: 'ready' as const };
    await stage.ports.programmes.commit(programmeId, [
      { op: 'replace', kind: 'draft', key: head.id, value, etag: row.etag },
    ]);
    await publish(stage, head.id);
    expect(await renewed(stage)).toEqual(before);
    const pairs = await stage.ports.programmes.range(programmeId, 'pair', { limit: 20 });
    expect(pairs.rows.filter(({ value: { state } }) => state === 'active')).toHaveLength(2);
  });

  it.each<readonly [string, (stage: Stage) => Promise<unknown>]>([
    ['left the programme', (stage) => change(stage, 'S1', (one) => ({ ...one, state: 'withdrawn' }))],
    ['said "not now"', (stage) => change(stage, 'S1', (one) => ({ ...one, state: 'not-now' }))],
    [
      'came under the other in the organisation',
      (stage) => change(stage, 'M1', (one) => ({ ...one, profile: { ...one.profile, managerId: 'S1' } })),
    ],
    [
      'has no place left',
      async (stage) => {
        await put(stage.ports, programmeId, 'pair', 'other', aPair({ id: 'other', mentorId: 'M2', menteeId: 'S1' }));
        const row = (await stage.ports.programmes.get(programmeId, 'person-pairs', 'S1'))!;
        const value = { ...row.value, pairIds: ['other'] };
        await stage.ports.programmes.commit(programmeId, [
          { op: 'replace', kind: 'person-pairs', key: 'S1', value, etag: row.etag },
        ]);
      },
    ],
  ])(
    'a pair one of whom has %s is left out, which HR reads and nobody hears, and the others go on',
    async (_what, happens) => {
      const stage = await answered('again', 'again', { pairs: 2 });
      await happens(stage);
      const { head } = await theDraft(stage);
      await publish(stage, head.id);
      expect(await renewed(stage, 1)).toBeUndefined();
      expect(await renewed(stage, 2)).toMatchObject({ state: 'active' });
      expect(await readDraft(stage.ports, programmeId, head.id, 0, 'en')).toMatchObject({
        value: { state: 'published', notAsked: [['M1', 'S1']] },
      });
      const heard = (await stage.deliver()).map(({ message }) => message);
      expect(heard.filter(({ recipient }) => 'id' in recipient && ['M1', 'S1'].includes(recipient.id))).toEqual([]);
    },
  );

  it('of pairs that all go on HR reads nothing else, also when it is begun again', async () => {
    const stage = await answered('again', 'again', { pairs: 2 });
    const { head } = await theDraft(stage);
    await requestPublish(stage.ports, programmeId, head.id, hr, stage.context);
    const killed = (): Promise<void> => Promise.reject(new Error('killed'));
    await expect(publishDraft(stage.ports, programmeId, head.id, killed, stage.context)).rejects.toThrow('killed');
    await publishDraft(stage.ports, programmeId, head.id, () => Promise.resolve(), stage.context);
    expect(await readDraft(stage.ports, programmeId, head.id, 0, 'en')).toMatchObject({
      value: { state: 'published', notAsked: [] },
    });
  });

  it('the months of a pair of whom one is away begin with the return', async () => {
    const stage = await answered('again', 'again');
    stage.now = afterReply;
    await stage.press('S1', { verb: 'pause/set', programmeId, until: '2027-05-10' });
    await publish(stage, (await theDraft(stage)).head.id);
    await stage.work();
    const pair = (await renewed(stage))!;
    expect(pair.startedAt).toBe('2027-05-09T22:00:00.000Z');
    expect(cardsTo(await stage.deliver(), 'introduction')).toMatchObject([
      ['M1', { view: { beginsAt: pair.startedAt } }],
      ['S1', { view: { beginsAt: pair.startedAt } }],
    ]);
    await stage.advance('2027-05-11T10:00:00.000Z', 6);
    expect(await stage.session(pair.id)).toMatchObject({ state: 'proposing', windowStart: pair.startedAt });
  });

  it('HR may take a pair out before, and put nobody else in', async () => {
    const stage = await answered('again', 'again', { pairs: 2 });
    const { head } = await theDraft(stage);
    const base = { revision: head.revision, apply: true };
    const remove = [['M1', 'S1'] as const];
    const swapped = { ...base, remove, add: [['M1', 'S2'] as const] };
    expect(await changeDraft(stage.ports, programmeId, head.id, swapped, hr, stage.context)).toEqual({
      ok: false,
      reason: 'draft-not-ready',
    });
    const saved = await saveChoices(stage.ports, programmeId, head.id, head.revision, {}, hr, stage.context);
    expect(saved).toEqual({ ok: false, reason: 'draft-not-ready' });
    const out = await changeDraft(stage.ports, programmeId, head.id, { ...base, remove, add: [] }, hr, stage.context);
    expect(out).toMatchObject({ ok: true, value: { applied: true, pairsAfter: 1 } });
    await publish(stage, head.id);
    expect(await renewed(stage, 1)).toBeUndefined();
    expect(await renewed(stage, 2)).toBeDefined();
    await stage.advance(hearsBy, 24);
    expect([await wishOf(stage, 'M1'), await wishOf(stage, 'S1')]).toEqual(['another', 'enough']);
  });
});

describe('Where HR does not publish in its ten working days', () => {
  it('the draft cannot be any more, and each stands where their own words put them', async () => {
    const stage = await answered('again', 'again');
    const { head } = await theDraft(stage);
    expect((await stage.press('M1', show)).view).toMatchObject({ card: 'renewal', state: 'closed', hearsBy });
    await stage.advance(hearsBy, 24);
    expect(await publish(stage, head.id)).toEqual({ ok: false, reason: 'draft-not-ready' });
    expect(await readDraft(stage.ports, programmeId, head.id, 0, 'en')).toMatchObject({
      value: { state: 'failed', reason: 'The date for publication has passed: these pairs do not go on.' },
    });
    expect([await wishOf(stage, 'M1'), await wishOf(stage, 'S1')]).toEqual(['another', 'enough']);
    expect((await stage.press('S1', show)).view).toMatchObject({ card: 'pair-ended', finished: true, wish: 'enough' });
    const again = { verb: 'rematch/another', programmeId, pairId: 'pair-1' } as const;
    expect(await stage.press('S1', again)).toMatchObject({
      changed: true,
      view: { card: 'pair-ended', wish: 'another' },
    });
  });

  it.each([
    ['again', 'again'],
    ['again', ''],
    ['again', 'swap'],
    ['', ''],
  ])('nobody stands elsewhere before its last day: “%s” and “%s”', async (mentor, mentee) => {
    const stage = await answered(mentor, mentee);
    for (const at of [afterReply, '2027-05-04T07:00:00.000Z']) {
      await stage.advance(at, 24);
      expect([await wishOf(stage, 'M1'), await wishOf(stage, 'S1')]).toEqual(['unsaid', 'unsaid']);
      expect(await stage.counts()).toMatchObject({ 'participants.without-partner': 2 });
    }
    await stage.advance(hearsBy, 24);
    expect([await wishOf(stage, 'M1'), await wishOf(stage, 'S1')]).toEqual(['another', 'enough']);
  });

  it('until then nobody says "somebody else" behind the question’s back', async () => {
    const stage = await answered('again', 'again');
    const press = { verb: 'rematch/another', programmeId, pairId: 'pair-1' } as const;
    expect((await stage.press('S1', press)).view).toEqual({ card: 'notice', notice: 'not-found' });
  });
});

describe('The end of the programme', () => {
  const stateOf = async (stage: Stage) =>
    (await stage.ports.programmes.get(programmeId, 'programme', 'programme'))?.value.state;

  it('comes as planned where nobody goes on', async () => {
    const stage = await answered('again', 'swap');
    await stage.advance('2027-05-24T10:00:00.000Z', 24);
    expect(await stateOf(stage)).toBe('closed');
  });

  it('waits for pairs that go on, and asks them no second time', async () => {
    const stage = await answered('again', 'again');
    stage.now = afterReply;
    await publish(stage, (await theDraft(stage)).head.id);
    const pair = (await renewed(stage))!;
    await stage.advance('2027-07-20T10:00:00.000Z', 24);
    expect(await stateOf(stage)).toBe('running');
    await stage.advance('2027-08-10T10:00:00.000Z', 24);
    expect(await renewed(stage)).toMatchObject({ state: 'finished' });
    expect(await stage.ports.programmes.get(programmeId, 'renewal', pair.id)).toBeUndefined();
    expect(await stateOf(stage)).toBe('closed');
  });

  it('keeps nobody’s answers longer than was promised', async () => {
    const stage = await answered('again', 'again');
    await publish(stage, (await theDraft(stage)).head.id);
    await stage.advance('2027-09-01T10:00:00.000Z', 24);
    const dues = (await stage.ports.programmes.range(programmeId, 'due', { limit: 50 })).rows;
    expect(dues.filter(({ value }) => value.kind === 'answers-expire').map(({ value }) => value.at)).toEqual([
      '2028-05-22T08:00:00.000Z',
    ]);
  });
});

it('Somebody whose role is swapped has one place as before, and is put before nobody else', async () => {
  const stage = await answered('swap', 'swap');
  await publish(stage, (await theDraft(stage)).head.id);
  expect(await renewed(stage)).toMatchObject({ mentorId: 'S1', menteeId: 'M1' });
  expect(await candidates(stage)).toEqual([]);
});
