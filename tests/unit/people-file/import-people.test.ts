import type { PersonProfile } from '../../../src/domain/participant';
import { readAll } from '../../../src/kernel/read-all';
import { performAction } from '../../../src/dispatch/perform-action';
import { applyImport } from '../../../src/people-file/apply-import';
import { confirmImport } from '../../../src/people-file/confirm-import';
import { inviteParticipants } from '../../../src/enrolment/invite-participants';
import { linkPerson } from '../../../src/enrolment/link-person';
import { loseReach } from '../../../src/enrolment/lose-reach';
import { previewImport } from '../../../src/people-file/preview-import';
import { rememberPerson } from '../../../src/enrolment/remember-person';
import type { Actor, TeamsDirectory } from '../../../src/domain/ports';
import { refreshReach } from '../../../src/programme/refresh-reach';
import { rememberTeam } from '../../../src/programme/remember-team';
import { applyProjection } from '../../../src/dispatch/apply-projection';
import { aProfile } from '../../helpers/factories/participant';
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
    expect(await linkPerson(ports, 'passages', 'p3', idOf('p1'), hr, stage.context)).toEqual({
      ok: false,
      reason: 'taken',
    });
    expect(await linkPerson(ports, 'passages', 'p3', 'p3@armorel.example', hr, stage.context)).toEqual({
      ok: false,
      reason: 'invalid-id',
    });
    expect(await linkPerson(ports, 'passages', 'p3', idOf('p9'), hr, stage.context)).toMatchObject({ ok: true });
    expect(await participant(ports, 'p3')).toMatchObject({ linkedBy: 'by-hand', reach: 'app-missing' });
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
    expect(await stage.counts()).toMatchObject({ 'participants.enrolled': 1, 'participants.not-now': 0 });
  });
});
