import { plusDays } from '../../../src/kernel/clock';
import type { PersonProfile } from '../../../src/domain/participant';
import { readAll } from '../../../src/kernel/read-all';
import { performAction } from '../../../src/dispatch/perform-action';
import { applyImport } from '../../../src/people-file/apply-import';
import { confirmImport } from '../../../src/people-file/confirm-import';
import { inviteParticipants } from '../../../src/enrolment/invite-participants';
import { askLink } from '../../../src/enrolment/ask-link';
import { loseReach } from '../../../src/enrolment/lose-reach';
import { previewImport } from '../../../src/people-file/preview-import';
import { rememberPerson } from '../../../src/enrolment/remember-person';
import type { Actor, TeamsDirectory } from '../../../src/domain/ports';
import { refreshReach } from '../../../src/programme/refresh-reach';
import { rememberTeam } from '../../../src/programme/remember-team';
import { applyProjection } from '../../../src/dispatch/apply-projection';
import { aProfile } from '../../helpers/factories/participant';
import { UnitOfWork } from '../../../src/domain/unit-of-work';
import { corrected } from '../../../src/domain/participant';
import { moveWaiting } from '../../../src/member/move-waiting';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { castOf, type Stage } from '../../helpers/stage';

const hr: Actor = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };
const progress = (): Promise<void> => Promise.resolve();
const person = (id: string, patch: Partial<PersonProfile> = {}): PersonProfile =>
  aProfile({ id, name: `Person ${id}`, email: `${id}@armorel.example`, ...patch });
const idOf = (id: string): string => `00000000-0000-4000-8000-00000000000${id.slice(1)}`;

async function empty(): Promise<{ stage: Stage; ports: MemoryPorts }> {
  const ports = memoryPorts();
  return { ports, stage: await castOf(ports, { programme: { state: 'enrolling' }, participants: [] }) };
}

async function imported(stage: Stage, people: readonly PersonProfile[]): Promise<unknown> {
  const { ports, context } = stage;
  const preview = await previewImport(
    ports,
    'passages',
    { fileName: 'people.csv', inputHash: 'h', people, rejected: 0 },
    hr,
    context,
  );
  if (!preview.ok) throw new Error(preview.reason);
  const { importId, ...diff } = preview.value;
  expect(await confirmImport(ports, 'passages', importId, hr, context)).toMatchObject({ ok: true });
  await applyImport(ports, 'passages', importId, progress, context);
  return diff;
}

const participants = (ports: MemoryPorts) => ports.programmes.dump().filter((row) => row.kind === 'participant');
const participant = async (ports: MemoryPorts, id: string) =>
  (await ports.programmes.get('passages', 'participant', id))?.value;

/** A team of which the given people are members. */
function team(...ids: readonly string[]): TeamsDirectory {
  return {
    members: () =>
      Promise.resolve(
        ids.map((id) => ({
          directoryId: idOf(id),
          teamsUserId: `29:${id}`,
          name: id,
          email: `${id.toUpperCase()}@Armorel.example`,
        })),
      ),
    channels: () => Promise.resolve([]),
  };
}

async function reached(stage: Stage, directory: TeamsDirectory): Promise<void> {
  await rememberTeam(
    stage.ports,
    { teamId: 't', name: 'Team', serviceUrl: 'https://teams.example/', seenAt: stage.now },
    stage.context,
  );
  await refreshReach(stage.ports, directory, 'passages', stage.context);
  for await (const row of readAll(stage.ports.programmes, 'passages', 'projection'))
    await applyProjection(stage.ports, 'passages', row, stage.context);
}

describe('A people file', () => {
  it('touches nobody before it is confirmed', async () => {
    const { stage, ports } = await empty();
    await previewImport(
      ports,
      'passages',
      { fileName: 'f', inputHash: 'h', people: [person('p1')], rejected: 2 },
      hr,
      stage.context,
    );
    expect(participants(ports)).toEqual([]);
  });

  it('applied twice changes nothing the second time', async () => {
    const { stage, ports } = await empty();
    const people = Array.from({ length: 45 }, (_, index) => person(`p${String(index)}`));
    expect(await imported(stage, people)).toEqual({ added: 45, changed: 0, unchanged: 0, missing: 0, returning: 0 });
    const before = JSON.stringify(participants(ports));
    expect(await imported(stage, people)).toEqual({ added: 0, changed: 0, unchanged: 45, missing: 0, returning: 0 });
    expect(JSON.stringify(participants(ports))).toBe(before);
  });

  it('whose people carry their facts in another order are the same people', async () => {
    const { stage } = await empty();
    const turned = Object.fromEntries(Object.entries(person('p1')).reverse()) as unknown as PersonProfile;
    await imported(stage, [person('p1')]);
    expect(await imported(stage, [turned])).toEqual({ added: 0, changed: 0, unchanged: 1, missing: 0, returning: 0 });
  });

  it('confirmed twice is applied once', async () => {
    const { stage, ports } = await empty();
    const preview = await previewImport(
      ports,
      'passages',
      { fileName: 'f', inputHash: 'h', people: [person('p1')], rejected: 0 },
      hr,
      stage.context,
    );
    const importId = preview.ok ? preview.value.importId : '';
    const both = await Promise.all([1, 2].map(() => confirmImport(ports, 'passages', importId, hr, stage.context)));
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await confirmImport(ports, 'passages', 'no-such', hr, stage.context)).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  it('says what would change; people who are not in it stay', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1'), person('p2'), person('p3')]);
    expect(await imported(stage, [person('p1'), person('p2', { site: 'Lyon' }), person('p4')])).toEqual({
      added: 1,
      changed: 1,
      unchanged: 1,
      missing: 1,
      returning: 0,
    });
    expect((await participant(ports, 'p2'))?.profile.site).toBe('Lyon');
    expect(await participant(ports, 'p3')).toBeDefined();
  });

  it('never stores age or gender, whatever it says of consent', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1', { ageBand: 'under thirty', gender: 'female', consentDiversity: true })]);
    const everything = JSON.stringify([ports.programmes.dump(), ports.people.dump(), ports.tenants.dump()]);
    for (const hidden of ['ageBand', 'gender', 'under thirty', 'female', '"consentDiversity":true'])
      expect(everything).not.toContain(hidden);
  });

  it('does not undo what the person corrected', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1'), person('p2')]);
    await reached(stage, team('p1', 'p2'));
    const actor = { directoryId: idOf('p1'), appRoles: [], name: 'p1' };
    await performAction(
      ports,
      actor,
      { verb: 'profile/save', programmeId: 'passages', languages: 'en', expertise: 'Cybersecurity', goals: '' },
      stage.context,
    );
    const corrected = (await participant(ports, 'p1'))?.profile;
    await imported(stage, [person('p1', { site: 'Lyon', languages: ['fr'], expertise: [] }), person('p2')]);
    expect((await participant(ports, 'p1'))?.profile).toEqual({ ...corrected, site: 'Lyon' });
  });
});

describe('Somebody of the programme in a file under another id', () => {
  const file = (people: readonly PersonProfile[]) => ({ fileName: 'f', inputHash: 'h', people, rejected: 0 });
  const previewed = async ({ ports, context }: Stage, people: readonly PersonProfile[]) => {
    const preview = await previewImport(ports, 'passages', file(people), hr, context);
    if (!preview.ok) throw new Error(preview.reason);
    return preview.value;
  };

  it('is not taken as a second person, by address in any case or by id in another case', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1'), person('P2'), person('p3')]);
    const twice = [person('x1', { email: 'P1@Armorel.example' }), person('p2'), person('p4')];
    const { importId, added, knownOtherwise } = await previewed(stage, twice);
    expect(added).toBe(1);
    expect(knownOtherwise?.map(({ reason, values }) => [reason, values?.['id']])).toEqual([
      ['email-of-another', 'p1'],
      ['id-of-another', 'P2'],
    ]);
    await confirmImport(ports, 'passages', importId, hr, stage.context);
    await applyImport(ports, 'passages', importId, progress, stage.context);
    expect(participants(ports).map(({ key }) => key)).toEqual(['P2', 'p1', 'p3', 'p4']);
  });

  it('is not taken either where two files were looked at before one was confirmed', async () => {
    const { stage, ports } = await empty();
    const first = await previewed(stage, [person('p1')]);
    const second = await previewed(stage, [person('x1', { email: 'p1@armorel.example' }), person('p2')]);
    for (const { importId } of [first, second]) {
      await confirmImport(ports, 'passages', importId, hr, stage.context);
      await applyImport(ports, 'passages', importId, progress, stage.context);
    }
    expect(participants(ports).map(({ key }) => key)).toEqual(['p1', 'p2']);
    expect((await ports.programmes.get('passages', 'import', second.importId))?.value).toMatchObject({
      accepted: 1,
      rejected: 1,
      state: 'applied',
    });
  });

  it('may pass an address on in the same file, which a refused row does not', async () => {
    const { stage } = await empty();
    const own = (id: string, of: string) => person(id, { email: `${of}@armorel.example` });
    await imported(stage, [person('p1'), person('p2'), person('p3')]);
    expect((await previewed(stage, [own('p1', 'p2'), own('p2', 'p1')])).knownOtherwise).toBeUndefined();
    const chain = await previewed(stage, [own('x1', 'p1'), own('p1', 'p2'), own('p2', 'p3')]);
    expect(chain.knownOtherwise?.map(({ values }) => [values?.['value'], values?.['id']])).toEqual([
      ['p1@armorel.example', 'p1'],
      ['p2@armorel.example', 'p2'],
      ['p3@armorel.example', 'p3'],
    ]);
  });
});

describe('Reach', () => {
  it('links by the address of the roster, whatever its case, and says who is missing', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1'), person('p2')]);
    await reached(stage, team('p1'));
    expect(await participant(ports, 'p1')).toMatchObject({
      directoryId: idOf('p1'),
      linkedBy: 'team-roster',
      reach: 'reachable',
    });
    expect(await participant(ports, 'p2')).toMatchObject({ reach: 'not-linked' });
  });

  it('ends when the person leaves the only team they were reached through, not when they have the app', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1'), person('p2')]);
    await reached(stage, team('p1', 'p2'));
    await rememberPerson(
      ports,
      {
        directoryId: idOf('p2'),
        name: 'p2',
        reference: {
          serviceUrl: 'https://teams.example/',
          teamsUserId: '29:p2',
          updatedAt: stage.now,
          via: 'personal',
        },
      },
      stage.context,
    );
    await reached(stage, team());
    expect((await participant(ports, 'p1'))?.reach).toBe('app-missing');
    expect((await participant(ports, 'p2'))?.reach).toBe('reachable');
    await reached(stage, team('p1'));
    expect((await participant(ports, 'p1'))?.reach).toBe('reachable');
  });

  it('of somebody who blocked the app comes back with their first word, not with a roster', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1')]);
    await reached(stage, team('p1'));
    await loseReach(ports, idOf('p1'), 'blocked', stage.context);
    await reached(stage, team('p1'));
    expect((await participant(ports, 'p1'))?.reach).toBe('blocked');
    await rememberPerson(
      ports,
      {
        directoryId: idOf('p1'),
        name: 'p1',
        reference: {
          conversationId: 'a:1',
          serviceUrl: 's',
          teamsUserId: '29:p1',
          updatedAt: stage.now,
          via: 'personal',
        },
      },
      stage.context,
    );
    expect((await participant(ports, 'p1'))?.reach).toBe('reachable');
  });

  it('ties one directory id to one participant, by roster and by hand', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1'), person('p2', { email: 'p1@armorel.example' }), person('p3')]);
    await reached(stage, team('p1'));
    expect(participants(ports).filter((row) => JSON.stringify(row).includes(idOf('p1')))).toHaveLength(1);
    expect(await askLink(ports, 'passages', 'p3', idOf('p1'), hr, stage.context)).toEqual({
      ok: false,
      reason: 'taken',
    });
    expect(await askLink(ports, 'passages', 'p3', 'p3@armorel.example', hr, stage.context)).toEqual({
      ok: false,
      reason: 'invalid-id',
    });
    expect(await askLink(ports, 'passages', 'p3', idOf('p9'), hr, stage.context)).toMatchObject({ ok: true });
    expect(await participant(ports, 'p3')).toMatchObject({
      reach: 'not-linked',
      linkAsked: { directoryId: idOf('p9') },
    });
    await reached(stage, team('p1', 'p3'));
    const linked = await participant(ports, 'p3');
    expect(linked).toMatchObject({ directoryId: idOf('p3'), linkedBy: 'team-roster' });
    expect(linked).not.toHaveProperty('linkAsked');
  });
});

describe('F57: a crash between the programme’s partition and a person’s own', () => {
  const showHome = { verb: 'home/show' } as const;

  it('leaves their link true for HR and them a stranger, until it is carried over, however often that is tried', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1')]);
    await rememberTeam(
      ports,
      { teamId: 't', name: 'Team', serviceUrl: 'https://t.example/', seenAt: stage.now },
      stage.context,
    );
    const { people } = ports;
    const commit: typeof people.commit = (partition, writes) =>
      writes.some(({ kind }) => kind === 'membership')
        ? Promise.reject(new Error('The server died'))
        : people.commit(partition, writes);
    const dying = { ...ports, people: { ...people, commit } };
    await expect(refreshReach(dying, team('p1'), 'passages', stage.context)).rejects.toThrow('The server died');
    const actor = { directoryId: idOf('p1'), appRoles: [], name: 'p1' };
    const home = async () => (await performAction(ports, actor, showHome, stage.context)).view;
    // The programme's rows are written, the person's are not.
    expect(await participant(ports, 'p1')).toMatchObject({ directoryId: idOf('p1'), reach: 'reachable' });
    expect(await home()).toMatchObject({ card: 'home', programmes: [] });
    const rows = (await ports.programmes.range('passages', 'projection', { limit: 9 })).rows;
    expect(rows).toHaveLength(1);
    for (const row of [...rows, ...rows]) await applyProjection(ports, 'passages', row, stage.context);
    expect(await home()).toMatchObject({ programmes: [{ programmeId: 'passages' }] });
    expect((await ports.programmes.range('passages', 'projection', { limit: 9 })).rows).toEqual([]);
  });
});

describe('An invitation', () => {
  const invited = async (stage: Stage) =>
    (await stage.queued())
      .filter((message) => message.kind === 'invitation')
      .map((message) => ('id' in message.recipient ? message.recipient.id : ''));

  it('goes to who can be reached, once, however often invitations are started', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1'), person('p2')]);
    await reached(stage, team('p1'));
    await Promise.all([1, 2].map(() => inviteParticipants(ports, 'passages', progress, stage.context)));
    await inviteParticipants(ports, 'passages', progress, stage.context);
    expect(await invited(stage)).toEqual(['p1']);
    await reached(stage, team('p1', 'p2'));
    await inviteParticipants(ports, 'passages', progress, stage.context);
    expect((await invited(stage)).sort()).toEqual(['p1', 'p2']);
    await stage.work();
    expect((await stage.counts())['participants.invited']).toBe(2);
  });

  it('F65: of somebody whose zone a later file changes goes at their new working hour', async () => {
    const hourOf = async (...zones: readonly string[]) => {
      const { stage, ports } = await empty();
      for (const timeZone of zones) await imported(stage, [person('p1', { timeZone })]);
      await reached(stage, team('p1'));
      await inviteParticipants(ports, 'passages', progress, stage.context);
      return (await stage.queued()).find(({ kind }) => kind === 'invitation')?.notBefore;
    };
    const inTokyo = await hourOf('Asia/Tokyo');
    expect(await hourOf('America/New_York', 'Asia/Tokyo')).toBe(inTokyo);
    expect(await hourOf('America/New_York')).not.toBe(inTokyo);
  });

  it('F65: that waits for somebody already follows them into the zone of a later file, also where that is done twice', async () => {
    const { stage, ports } = await empty();
    stage.now = '2027-01-12T20:00:00.000Z';
    const waiting = async () => (await stage.queued()).map(({ kind, notBefore }) => [kind, notBefore]);
    await imported(stage, [person('p1', { timeZone: 'Europe/Paris' }), person('p2', { timeZone: 'Europe/Paris' })]);
    await reached(stage, team('p1', 'p2'));
    await inviteParticipants(ports, 'passages', progress, stage.context);
    const inParis = '2027-01-13T08:00:00.000Z';
    expect(await waiting()).toEqual([
      ['invitation', inParis],
      ['invitation', inParis],
    ]);
    await imported(stage, [person('p1', { timeZone: 'Asia/Tokyo' })]);
    const inTokyo = '2027-01-13T00:00:00.000Z';
    expect(await waiting()).toEqual([
      ['invitation', inTokyo],
      ['invitation', inParis],
    ]);
    // As where the server ended before the profile was written.
    const { profile: before } = (await participant(ports, 'p1'))!;
    const recipient = { to: 'participant', id: 'p1' } as const;
    const again = { recipient, from: { profile: { ...before, timeZone: 'Europe/Paris' } }, to: { profile: before } };
    await moveWaiting(ports, 'passages', [again], stage.context);
    expect((await waiting())[0]).toEqual(['invitation', inTokyo]);
  });

  it('F65: stays at the hour of the zone that somebody said is theirs, whatever zone a later file has', async () => {
    const { stage, ports } = await empty();
    stage.now = '2027-01-12T20:00:00.000Z';
    // In Los Angeles; half past seven in the evening in New York.
    const halfPastFour = '2027-01-14T00:30:00.000Z';
    const place = { country: 'US', timeZone: 'America/New_York' };
    await imported(stage, [person('p1', place)]);
    const row = (await ports.programmes.get('passages', 'participant', 'p1'))!;
    const corrections = { timeZone: 'America/Los_Angeles' };
    const unit = new UnitOfWork(ports, 'passages', stage.context, 'p1')
      .replace('participant', row, { ...row.value, corrections, profile: corrected(row.value.profile, corrections) })
      .queueMessage({
        kind: 'invitation',
        recipient: { to: 'participant', id: 'p1' },
        subject: {},
        notBefore: halfPastFour,
      });
    expect(await unit.commit()).toBe(true);
    await imported(stage, [person('p1', { ...place, site: 'Denver' })]);
    expect((await participant(ports, 'p1'))?.profile).toMatchObject({
      timeZone: 'America/Los_Angeles',
      site: 'Denver',
    });
    expect((await stage.queued()).map(({ notBefore }) => notBefore)).toEqual([halfPastFour]);
  });

  it('F65: that waits for a later day keeps it, at a decent hour of the new zone', async () => {
    const { stage, ports } = await empty();
    stage.now = '2027-01-12T20:00:00.000Z';
    await imported(stage, [person('p1', { timeZone: 'Europe/Paris' })]);
    const unit = new UnitOfWork(ports, 'passages', stage.context, 'system').queueMessage({
      kind: 'invitation',
      recipient: { to: 'participant', id: 'p1' },
      subject: {},
      notBefore: '2027-02-03T10:00:00.000Z',
    });
    expect(await unit.commit()).toBe(true);
    await imported(stage, [person('p1', { timeZone: 'Asia/Tokyo' })]);
    expect((await stage.queued()).map(({ notBefore }) => notBefore)).toEqual(['2027-02-04T00:00:00.000Z']);
  });

  it.each([
    ['enrolling', ['p1']],
    ['setup', []],
  ] as const)('reaches who installs the app later, in a programme that is %s', async (state, expected) => {
    const ports = memoryPorts();
    const stage = await castOf(ports, { programme: { state }, participants: [] });
    await imported(stage, [person('p1')]);
    await reached(stage, team('p1'));
    await reached(stage, team());
    const reference = { serviceUrl: 's', teamsUserId: '29:p1', updatedAt: stage.now, via: 'personal' as const };
    const seen = { directoryId: idOf('p1'), name: 'p1', reference };
    await rememberPerson(ports, seen, stage.context);
    await rememberPerson(ports, { ...seen, reference: { ...reference, serviceUrl: 's2' } }, stage.context);
    expect(await invited(stage)).toEqual(expected);
  });

  it('is followed by one kind reminder to whoever has not answered, and by none to whoever has said no', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1'), person('p2')]);
    await reached(stage, team('p1', 'p2'));
    await inviteParticipants(ports, 'passages', progress, stage.context);
    await stage.work();
    await performAction(
      ports,
      { directoryId: idOf('p2'), appRoles: [], name: 'p2' },
      { verb: 'invitation/not-now', programmeId: 'passages' },
      stage.context,
    );
    const reminders = (await stage.advance(plusDays(stage.now, 40), 24)).filter(
      ({ message }) => message.kind === 'invitation-reminder',
    );
    expect(reminders.map(({ message, prepared }) => [message.recipient, prepared.ok && prepared.view])).toEqual([
      [{ to: 'participant', id: 'p1' }, expect.objectContaining({ card: 'invitation', state: 'open', reminder: true })],
    ]);
  });

  it('enrols nobody by itself; the person’s word is counted once and may change', async () => {
    const { stage, ports } = await empty();
    await imported(stage, [person('p1')]);
    await reached(stage, team('p1'));
    await inviteParticipants(ports, 'passages', progress, stage.context);
    expect((await participant(ports, 'p1'))?.state).toBe('invited');
    const press = (verb: 'invitation/accept' | 'invitation/not-now') =>
      performAction(
        ports,
        { directoryId: idOf('p1'), appRoles: [], name: 'p1' },
        { verb, programmeId: 'passages' },
        stage.context,
      );
    for (const verb of ['invitation/accept', 'invitation/accept', 'invitation/not-now', 'invitation/accept'] as const)
      await press(verb);
    await stage.work();
    expect(await stage.counts()).toMatchObject({ 'participants.invited': 1, 'participants.enrolled': 1 });
  });
});
