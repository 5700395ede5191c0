import { plusDays } from '../../../src/kernel/clock';
import { readOverview } from '../../../src/hr-page/overview';
import { readAll } from '../../../src/kernel/read-all';
import type { Actor } from '../../../src/domain/ports';
import type { ReachState } from '../../../src/domain/participant';
import { prepareMessage } from '../../../src/dispatch/prepare-message';
import { setReach } from '../../../src/enrolment/set-reach';
import { refreshReach } from '../../../src/programme/refresh-reach';
import { rememberTeam } from '../../../src/programme/remember-team';
import type { Programme } from '../../../src/domain/programme';
import { openEnrolment } from '../../../src/programme/open-enrolment';
import { requestPledge } from '../../../src/programme/request-pledge';
import { savePlan } from '../../../src/programme/save-plan';
import { applyProjection } from '../../../src/dispatch/apply-projection';
import { aPlan } from '../../helpers/factories/programme';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';

const hr: Actor = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };
const context = { now: '2026-11-23T09:00:00.000Z', correlationId: 'c' };
const anne = { name: 'Anne Roux', email: 'anne@armorel.example' };
const paul = { name: 'Paul Aide', email: 'paul@armorel.example', mentee: 'S1' };
const awa = { name: 'Awa', email: 'awa@armorel.example' };
const zoe = { name: 'Zoé Aide', email: 'zoe@armorel.example', mentee: 'S2' };

async function saved(
  ports: MemoryPorts,
  overrides: Parameters<typeof aPlan>[0],
  revision?: number,
  at = context,
): Promise<Programme> {
  const result = await savePlan(ports, aPlan(overrides), hr, at, revision === undefined ? {} : { revision });
  if (!result.ok) throw new Error(result.reason);
  await follow(ports, at);
  return result.value;
}

async function follow(ports: MemoryPorts, at = context): Promise<void> {
  for await (const row of readAll(ports.programmes, 'passages', 'projection'))
    await applyProjection(ports, 'passages', row, at);
}

/** Links a contact, as the roster would. */
async function link(
  ports: MemoryPorts,
  id: string,
  directoryId: string,
  reach: ReachState = 'reachable',
): Promise<void> {
  const contact = await ports.programmes.get('passages', 'contact', id);
  if (contact === undefined) throw new Error(id);
  await ports.programmes.commit('passages', [
    {
      op: 'replace',
      kind: 'contact',
      key: id,
      etag: contact.etag,
      value: { ...contact.value, directoryId, linkedBy: 'team-roster', reach },
    },
    {
      op: 'insert',
      kind: 'projection',
      key: `link-${id}-${directoryId}`,
      value: { id: 'f', type: 'membership', directoryId, contactId: id },
    },
  ]);
  await follow(ports);
}

async function pledge(ports: MemoryPorts): Promise<void> {
  const programme = await ports.programmes.get('passages', 'programme', 'programme');
  if (programme === undefined) throw new Error('no programme');
  const channel = { teamId: 't', channelId: 'c', serviceUrl: 's', teamName: 'Passages', channelName: 'Général' };
  await ports.programmes.commit('passages', [
    {
      op: 'replace',
      kind: 'programme',
      key: 'programme',
      etag: programme.etag,
      value: { ...programme.value, pledge: { at: context.now, words: 'yes' }, channel },
    },
  ]);
}

async function opened(overrides: Parameters<typeof aPlan>[0]): Promise<MemoryPorts> {
  const ports = memoryPorts();
  await saved(ports, overrides);
  await pledge(ports);
  expect(await openEnrolment(ports, 'passages', hr, context)).toMatchObject({ ok: true });
  return ports;
}

const contactsOf = async (ports: MemoryPorts, directoryId: string) =>
  (await ports.people.get(directoryId, 'membership', 'passages'))?.value.contacts ?? [];

describe('Saving a plan', () => {
  it('creates the programme shut, listed for the tenant, with its contacts', async () => {
    const ports = memoryPorts();
    const programme = await saved(ports, { sponsor: anne, delegates: [paul] });
    expect(programme).toMatchObject({ state: 'setup', revision: 1 });
    expect((await ports.tenants.get('tenant', 'entry', 'passages'))?.value).toMatchObject({ state: 'setup' });
    expect((await ports.programmes.get('passages', 'contact', 'delegate-1'))?.value).toMatchObject({
      menteeId: 'S1',
      reach: 'unknown',
    });
  });

  it('that exists, or with a revision that is not the last, is a conflict and changes nothing', async () => {
    const ports = memoryPorts();
    await saved(ports, { months: 6 });
    expect(await savePlan(ports, aPlan({ months: 3 }), hr, context)).toEqual({ ok: false, reason: 'conflict' });
    expect(await savePlan(ports, aPlan({ months: 3 }), hr, context, { revision: 7 })).toEqual({
      ok: false,
      reason: 'conflict',
    });
    expect((await ports.programmes.get('passages', 'programme', 'programme'))?.value.plan.months).toBe(6);
  });

  it('by two editors at the same instant is won by one', async () => {
    const ports = memoryPorts();
    await saved(ports, {});
    const both = await Promise.all(
      [3, 4].map((months) => savePlan(ports, aPlan({ months }), hr, context, { revision: 1 })),
    );
    expect(both.map((result) => (result.ok ? 'ok' : result.reason)).sort()).toEqual(['conflict', 'ok']);
  });

  it('that says the same changes nothing', async () => {
    const ports = memoryPorts();
    await saved(ports, {});
    const before = JSON.stringify(ports.programmes.dump());
    expect(await saved(ports, {}, 1)).toMatchObject({ revision: 1 });
    expect(JSON.stringify(ports.programmes.dump())).toBe(before);
  });

  it('opens enrolment once', async () => {
    const ports = await opened({});
    // The look-up of whom the plan names, and the invitations.
    expect(ports.notices).toHaveLength(2);
    expect(await openEnrolment(ports, 'passages', hr, context)).toEqual({ ok: false, reason: 'already-open' });
  });

  it('with another sponsor drops the pledge, with the same one spelt otherwise keeps it', async () => {
    const ports = memoryPorts();
    await saved(ports, { sponsor: anne });
    await pledge(ports);
    expect((await saved(ports, { sponsor: { ...anne, email: 'Anne@Armorel.example' } }, 1)).pledge).toBeDefined();
    expect(
      (await saved(ports, { sponsor: { name: 'Luc Petit', email: 'luc@armorel.example' } }, 2)).pledge,
    ).toBeUndefined();
  });

  it('with another channel drops the one that was found', async () => {
    const ports = memoryPorts();
    await saved(ports, {});
    await pledge(ports);
    expect((await saved(ports, { months: 3 }, 1)).channel).toBeDefined();
    expect(
      (await saved(ports, { months: 3, channel: { team: 'Passages', channel: 'Autre' } }, 2)).channel,
    ).toBeUndefined();
  });
});

describe('Once enrolment is open, a plan', () => {
  const [objective] = aPlan().objectives;
  if (objective === undefined) throw new Error('no objective');

  it.each<[string, Parameters<typeof aPlan>[0], readonly string[]]>([
    ['another first day and length', { startsOn: '2027-02-01', months: 3 }, ['startsOn', 'months']],
    ['another format', { format: 'cross-feedback' }, ['format']],
    ['another zone or country', { timeZone: 'Asia/Tokyo', country: 'JP' }, ['timeZone', 'country']],
    ['other surveys', { surveys: { pulse: false } }, ['surveys']],
    ['a shorter retention', { retention: { answersDays: 100 } }, ['retention']],
    ['a longer retention', { retention: { answersDays: 900 } }, ['retention']],
    ['another target', { objectives: [{ ...objective, target: 10 }] }, ['objectives']],
    ['another baseline', { objectives: [{ ...objective, baseline: 10 }] }, ['objectives']],
    ['another measure', { objectives: [{ ...objective, measure: { fr: 'a', en: 'b' } }] }, ['objectives']],
    ['a rule that nobody had written', { pilot: { goesOnIf: [{ by: 'hours', atLeast: 70 }] } }, ['pilot']],
    ['one objective less', { objectives: [] }, ['objectives']],
  ])('with %s is refused, naming it, and nothing changes', async (_what, overrides, frozen) => {
    const ports = await opened({});
    const before = JSON.stringify(ports.programmes.dump());
    expect(await savePlan(ports, aPlan({ ...overrides, sponsor: anne }), hr, context, { revision: 2 })).toEqual({
      ok: false,
      reason: 'frozen',
      frozen,
    });
    expect(JSON.stringify(ports.programmes.dump())).toBe(before);
  });

  it('may have another name, wording, culture, channel, sponsor, administrators and delegates; the programme goes on', async () => {
    const ports = await opened({});
    const programme = await saved(
      ports,
      {
        name: { fr: 'Regards', en: 'Views' },
        objectives: [{ ...objective, wording: { fr: 'Autrement dit', en: 'In other words' } }],
        culture: { address: 'tu' },
        channel: { team: 'Passages', channel: 'Autre' },
        sponsor: { name: 'Luc', email: 'luc@armorel.example' },
        administrators: [awa],
        delegates: [paul],
      },
      2,
    );
    expect(programme).toMatchObject({ state: 'enrolling', revision: 3 });
    expect([programme.pledge, programme.channel]).toEqual([undefined, undefined]);
    expect((await ports.tenants.get('tenant', 'entry', 'passages'))?.value.name.fr).toBe('Regards');
    expect(ports.notices).toHaveLength(3);
  });

  it('takes their access from those it no longer names before it answers', async () => {
    const ports = await opened({ administrators: [anne, awa], delegates: [paul] });
    await link(ports, 'administrator-2', 'd-awa');
    await link(ports, 'delegate-1', 'd-paul');
    expect(await contactsOf(ports, 'd-awa')).toHaveLength(1);
    expect(await savePlan(ports, aPlan({ administrators: [anne] }), hr, context, { revision: 2 })).toMatchObject({
      ok: true,
    });
    expect([await contactsOf(ports, 'd-awa'), await contactsOf(ports, 'd-paul')]).toEqual([[], []]);
  });

  it('keeps one administrator always, whoever asks', async () => {
    const ports = await opened({ administrators: [awa] });
    const none = aPlan({ administrators: [] });
    expect(await savePlan(ports, none, hr, context, { revision: 2, leaving: true })).toEqual({
      ok: false,
      reason: 'last-administrator',
    });
    expect(await savePlan(ports, aPlan({ administrators: [anne] }), hr, context, { revision: 2 })).toMatchObject({
      ok: true,
    });
  });

  it('lets somebody take themselves out once they have said that they know it', async () => {
    const ports = await opened({ administrators: [anne, awa] });
    await link(ports, 'administrator-2', 'd-awa');
    const herself: Actor = { directoryId: 'd-awa', appRoles: [], name: 'Awa' };
    const without = aPlan({ administrators: [anne] });
    expect(await savePlan(ports, without, herself, context, { revision: 2 })).toEqual({
      ok: false,
      reason: 'leaves-yourself',
    });
    expect(await contactsOf(ports, 'd-awa')).toHaveLength(1);
    expect(await savePlan(ports, without, herself, context, { revision: 2, leaving: true })).toMatchObject({
      ok: true,
    });
    expect(await contactsOf(ports, 'd-awa')).toEqual([]);
  });

  it('may replace all sixty delegates and twenty administrators at once', async () => {
    const people = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({
        name: `${prefix} ${String(index)}`,
        email: `${prefix}${String(index)}@armorel.example`,
      }));
    const delegates = (prefix: string) =>
      people(prefix, 60).map((person, index) => ({ ...person, mentee: `S${String(index)}` }));
    const ports = await opened({ administrators: people('old-a', 20), delegates: delegates('old-d') });
    for (let index = 1; index <= 60; index++) await link(ports, `delegate-${String(index)}`, `d-${String(index)}`);
    await saved(ports, { administrators: people('new-a', 20), delegates: delegates('new-d').reverse() }, 2);
    const rows = ports.programmes.dump().filter(({ kind }) => kind === 'contact');
    expect(rows).toHaveLength(81);
    expect(rows.every(({ value }) => !(value as { email: string }).email.startsWith('old'))).toBe(true);
    for (const index of [1, 30, 60]) expect(await contactsOf(ports, `d-${String(index)}`)).toEqual([]);
  });

  it('whose people were replaced half-way is finished by the tick', async () => {
    const ports = await opened({ delegates: [paul] });
    const stored = await ports.programmes.get('passages', 'programme', 'programme');
    if (stored === undefined) throw new Error('no programme');
    const { value, etag } = stored;
    await ports.programmes.commit('passages', [
      {
        op: 'replace',
        kind: 'programme',
        key: 'programme',
        etag,
        value: { ...value, plan: aPlan({ delegates: [zoe] }) },
      },
      { op: 'insert', kind: 'projection', key: 'f', value: { id: 'f', type: 'contacts' } },
    ]);
    await follow(ports);
    expect((await ports.programmes.get('passages', 'contact', 'delegate-1'))?.value.name).toBe('Zoé Aide');
  });
});

describe('The contacts of a plan that changes', () => {
  it('keep their link for the same address, also when they move up in the list', async () => {
    const ports = memoryPorts();
    await saved(ports, { delegates: [paul, zoe] });
    await link(ports, 'delegate-1', 'd-paul');
    await link(ports, 'delegate-2', 'd-zoe');
    await saved(ports, { delegates: [zoe] }, 1);
    expect((await ports.programmes.get('passages', 'contact', 'delegate-1'))?.value).toMatchObject({
      name: 'Zoé Aide',
      directoryId: 'd-zoe',
      reach: 'reachable',
    });
    expect(await contactsOf(ports, 'd-zoe')).toEqual([{ id: 'delegate-1', role: 'delegate', menteeId: 'S2' }]);
    expect(await contactsOf(ports, 'd-paul')).toEqual([]);
  });

  it('assist the new mentee only, once the plan says so', async () => {
    const ports = memoryPorts();
    await saved(ports, { delegates: [paul] });
    await link(ports, 'delegate-1', 'd-paul');
    await saved(ports, { delegates: [{ ...paul, mentee: 'S9' }] }, 1);
    expect(await contactsOf(ports, 'd-paul')).toEqual([{ id: 'delegate-1', role: 'delegate', menteeId: 'S9' }]);
  });

  it('lose their part with their name', async () => {
    const ports = memoryPorts();
    await saved(ports, { sponsor: anne, administrators: [{ name: 'Awa', email: 'awa@armorel.example' }] });
    await link(ports, 'sponsor', 'd-anne');
    await link(ports, 'administrator-1', 'd-awa');
    await saved(ports, { sponsor: { name: 'Luc', email: 'luc@armorel.example' }, administrators: [anne] }, 1);
    expect([await contactsOf(ports, 'd-anne'), await contactsOf(ports, 'd-awa')]).toEqual([[], []]);
    expect((await ports.programmes.get('passages', 'contact', 'sponsor'))?.value).toMatchObject({
      name: 'Luc',
      reach: 'unknown',
    });
  });
});

describe('Whoever becomes an administrator', () => {
  const luc = { name: 'Luc', email: 'luc@armorel.example' };
  const seen = async (ports: MemoryPorts, people: readonly { readonly email: string }[], at = context) => {
    const members = people.map(({ email }) => ({ directoryId: email, teamsUserId: email, name: email, email }));
    const directory = { members: () => Promise.resolve(members), channels: () => Promise.resolve([]) };
    await refreshReach(ports, directory, 'passages', at);
    await follow(ports);
  };
  const queued = async (ports: MemoryPorts) => (await ports.programmes.range('passages', 'queued', { limit: 9 })).rows;
  const heard = async (ports: MemoryPorts) => {
    const people: string[] = [];
    for (const { value } of await queued(ports)) {
      const prepared = await prepareMessage(ports, 'passages', value, context);
      if (prepared.ok && prepared.target.to === 'person')
        people.push(`${prepared.view.card} ${prepared.target.directoryId}`);
    }
    return people;
  };
  const started = async () => {
    const ports = memoryPorts();
    const team = { teamId: 't', name: 'Team', serviceUrl: 'https://teams.example/', seenAt: context.now };
    await rememberTeam(ports, team, context);
    await saved(ports, { sponsor: anne, administrators: [awa] });
    return ports;
  };

  it('hears what they can do, once, as soon as they can be reached, and nobody else does', async () => {
    const ports = await started();
    await seen(ports, [anne]);
    expect(await heard(ports)).toEqual([]);
    await seen(ports, [anne, awa]);
    await seen(ports, [anne]);
    await seen(ports, [anne, awa]);
    expect(await heard(ports)).toEqual([`administrator-welcome ${awa.email}`]);
    await saved(ports, { sponsor: anne, administrators: [awa, luc] }, 1);
    await seen(ports, [anne, awa, luc]);
    expect((await heard(ports)).sort()).toEqual([awa, luc].map(({ email }) => `administrator-welcome ${email}`));
  });

  it('is written to in the working hours of the programme where nobody stated their zone, and of their own where somebody did', async () => {
    const inBoston = { sponsor: anne, timeZone: 'America/New_York' };
    const welcomedAt = async (administrators: readonly object[]) => {
      const ports = await started();
      await saved(ports, { ...inBoston, administrators: administrators as never }, 1);
      // Eight past nine in Paris is 3:08 of their night.
      await seen(ports, [awa], { ...context, now: '2026-11-24T08:08:00.000Z' });
      return (await queued(ports)).map(({ value }) => value.notBefore);
    };
    expect(await welcomedAt([awa])).toEqual(['2026-11-24T14:00:00.000Z']);
    expect(await welcomedAt([{ ...awa, timeZone: 'Asia/Tokyo' }])).toEqual(['2026-11-24T08:08:00.000Z']);
  });

  it('is saved also while a look-up ties people, which holds the programme as it was; what somebody else has changed refuses it', async () => {
    const ports = await started();
    await saved(ports, { sponsor: anne }, 1);
    const hold = async (revision: number): Promise<void> => {
      const row = await ports.programmes.get('passages', 'programme', 'programme');
      if (row === undefined) throw new Error('no programme');
      const { key, etag } = row;
      const value = { ...row.value, revision };
      await ports.programmes.commit('passages', [{ op: 'replace', kind: 'programme', key, etag, value }]);
    };
    const during = (meanwhile: () => Promise<void>) => {
      let first = true;
      const commit: typeof ports.programmes.commit = async (partition, writes) => {
        if (first) await meanwhile();
        first = false;
        return ports.programmes.commit(partition, writes);
      };
      return { ...ports, programmes: { ...ports.programmes, commit } };
    };
    const plan = aPlan({ sponsor: { name: 'Zoé', email: zoe.email } });
    expect(
      await savePlan(
        during(() => hold(2)),
        plan,
        hr,
        context,
        { revision: 2 },
      ),
    ).toMatchObject({ ok: true });
    const other = aPlan({ sponsor: anne });
    expect(
      await savePlan(
        during(() => hold(4)),
        other,
        hr,
        context,
        { revision: 3 },
      ),
    ).toEqual({
      ok: false,
      reason: 'conflict',
    });
  });

  it('F65: whose zone the plan changes hears what waits at a decent hour there; nobody else’s moves, nor what is on its way', async () => {
    const ports = await started();
    const night = { ...context, now: '2026-11-24T19:00:00.000Z' };
    await saved(ports, { sponsor: anne, administrators: [awa, luc] }, 1, night);
    await seen(ports, [anne, awa, luc], night);
    const hours = async () => (await queued(ports)).map(({ value }) => [value.recipient, value.notBefore]);
    const inParis = '2026-11-25T08:00:00.000Z';
    const [first, second] = await hours();
    expect([first?.[1], second?.[1]]).toEqual([inParis, inParis]);
    await saved(ports, { sponsor: anne, administrators: [{ ...awa, timeZone: 'Asia/Tokyo' }, luc] }, 2, night);
    const inTokyo = '2026-11-25T00:00:00.000Z';
    expect(await hours()).toEqual([
      [{ to: 'contact', id: 'administrator-1' }, inTokyo],
      [{ to: 'contact', id: 'administrator-2' }, inParis],
    ]);
    // Over there it is time: what may go already stays as it is.
    const morning = { ...context, now: '2026-11-25T00:00:00.000Z' };
    await saved(ports, { sponsor: anne, administrators: [{ ...awa, timeZone: 'Europe/Paris' }, luc] }, 3, morning);
    expect((await hours()).map(([, at]) => at)).toEqual([inTokyo, inParis]);
  });

  it('and is removed hears it in working hours, with who is still there to ask, unless they had not yet heard that they were one', async () => {
    const later = { ...context, now: '2026-11-25T22:00:00.000Z' };
    const ports = await started();
    await saved(ports, { sponsor: anne, administrators: [awa, luc] }, 1);
    await seen(ports, [awa]);
    await seen(ports, [awa, luc], { ...context, now: '2026-11-25T21:00:00.000Z' });
    // Luc's welcome waits for the morning; he was added by mistake.
    await saved(ports, { sponsor: anne, administrators: [awa] }, 2, later);
    expect((await queued(ports)).map(({ value }) => value.kind)).not.toContain('administrator-farewell');
    await saved(ports, { sponsor: anne, administrators: [{ name: 'Zoé', email: zoe.email }, awa] }, 3, later);
    expect((await queued(ports)).map(({ value }) => value.kind)).not.toContain('administrator-farewell');
    await saved(ports, { sponsor: anne, administrators: [{ name: 'Zoé', email: zoe.email }, luc] }, 4, later);
    const told = (await queued(ports)).filter(({ value }) => value.kind === 'administrator-farewell');
    expect(told.map(({ value }) => [value.recipient, value.notBefore])).toEqual([
      [{ to: 'account', id: awa.email }, '2026-11-26T08:00:00.000Z'],
    ]);
    expect(await prepareMessage(ports, 'passages', told[0]!.value, later)).toMatchObject({
      ok: true,
      target: { directoryId: awa.email },
      view: { card: 'administrator-farewell', administrators: ['Zoé', 'Luc'] },
    });
    await saved(ports, { sponsor: anne, administrators: [awa, luc] }, 5, later);
    await seen(ports, [awa, luc], later);
    expect(await prepareMessage(ports, 'passages', told[0]!.value, later)).toMatchObject({ reason: 'already-done' });
  });

  it('is looked up at once in every state, without a press of anybody; another wording looks up nobody', async () => {
    const reached = async (state: Programme['state']) => {
      const ports = await started();
      const stored = await ports.programmes.get('passages', 'programme', 'programme');
      if (stored === undefined) throw new Error('no programme');
      const value = { ...stored.value, state };
      await ports.programmes.commit('passages', [
        { op: 'replace', kind: 'programme', key: 'programme', etag: stored.etag, value },
      ]);
      const jobs = async () =>
        (await ports.programmes.range('passages', 'job', { limit: 9 })).rows.map(({ value: job }) => job.kind);
      await saved(ports, { sponsor: anne, administrators: [awa], name: { fr: 'Regards', en: 'Views' } }, 1);
      const before = (await jobs()).length;
      await saved(ports, { sponsor: anne, administrators: [awa, luc], name: { fr: 'Regards', en: 'Views' } }, 2);
      return [before, await jobs()];
    };
    for (const state of ['setup', 'enrolling', 'running', 'paused', 'closed'] as const)
      expect([state, ...(await reached(state))]).toEqual([state, 1, ['reach', 'reach']]);
  });

  it('is looked up as soon as the programme is there, whatever created it', async () => {
    const ports = memoryPorts();
    await saved(ports, { administrators: [awa] });
    const { rows } = await ports.programmes.range('passages', 'job', { limit: 9 });
    expect(rows.map(({ value: job }) => job.kind)).toEqual(['reach']);
    expect(ports.notices).toEqual([{ programmeId: 'passages', jobId: rows[0]?.value.id }]);
  });

  it('hears it too when they write to the bot first', async () => {
    const ports = await started();
    await link(ports, 'administrator-1', awa.email, 'app-missing');
    expect(await queued(ports)).toEqual([]);
    await setReach(ports, awa.email, 'reachable', context);
    expect((await queued(ports)).map(({ value }) => value.kind)).toEqual(['administrator-welcome']);
  });

  it('hears it once when they move up in the list meanwhile, and never in place of somebody else', async () => {
    const ports = await started();
    const evening = (minute: number) => ({ ...context, now: `2026-11-23T22:0${String(minute)}:00.000Z` });
    const plan = (...administrators: (typeof awa)[]) => ({ sponsor: anne, administrators });
    await seen(ports, [awa]);
    await saved(ports, plan(awa, luc), 1);
    await seen(ports, [awa, luc], evening(1));
    await saved(ports, plan(luc), 2, evening(2));
    const once = [`administrator-farewell ${awa.email}`, `administrator-welcome ${luc.email}`];
    expect((await heard(ports)).sort()).toEqual(once);
    await saved(ports, plan({ name: 'Zoé', email: zoe.email }, luc), 3, evening(3));
    expect((await heard(ports)).sort()).toEqual(once);
  });
});

describe('Asking for the pledge', () => {
  it('needs a sponsor the bot can reach, who has not given it', async () => {
    const ports = memoryPorts();
    const ask = () => requestPledge(ports, 'passages', hr, context);
    expect(await ask()).toEqual({ ok: false, reason: 'not-found' });
    await saved(ports, { sponsor: anne });
    expect(await ask()).toEqual({ ok: false, reason: 'not-reachable' });
    await link(ports, 'sponsor', 'd-anne');
    expect(await ask()).toEqual({ ok: true, value: undefined });
    await pledge(ports);
    expect(await ask()).toEqual({ ok: false, reason: 'already-given' });
  });

  it('is done once, told with its day, and again only after a week or for another sponsor', async () => {
    const ports = memoryPorts();
    const asks = (days: number) =>
      requestPledge(ports, 'passages', hr, { ...context, now: plusDays(context.now, days) });
    const told = async () => {
      const overview = await readOverview(ports, 'passages', { language: 'en', now: context.now });
      return overview.ok ? overview.value.pledgeAsked : overview;
    };
    const sent = () => ports.programmes.dump().filter(({ kind }) => kind === 'queued').length;
    await saved(ports, { sponsor: anne });
    await link(ports, 'sponsor', 'd-anne');
    const both = await Promise.all([asks(0), asks(0)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await asks(6)).toEqual({ ok: false, reason: 'already-asked' });
    expect(await told()).toEqual({ at: context.now, againFrom: plusDays(context.now, 7) });
    expect(sent()).toBe(1);
    expect(await asks(7)).toMatchObject({ ok: true });
    expect(sent()).toBe(2);
    await pledge(ports);
    expect(await told()).toBeUndefined();
    await saved(ports, { sponsor: { name: 'Luc', email: 'luc@armorel.example' } }, 1);
    expect(await told()).toBeUndefined();
  });
});
