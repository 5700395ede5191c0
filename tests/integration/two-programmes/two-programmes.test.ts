import { readBoard } from '../../../src/board/read-board';
import { plusDays } from '../../../src/kernel/clock';
import { homeView } from '../../../src/own-page/home-view';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import { openProfile } from '../../../src/enrolment/profile-view';
import type { Action } from '../../../src/dispatch/actions';
import { performAction } from '../../../src/dispatch/perform-action';
import type { AllPorts } from '../../../src/dispatch/all-ports';
import { aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { aContact } from '../../helpers/factories/programme';
import { actorOf, castOf, put, type Stage } from '../../helpers/stage';
import { useTestPorts } from '../../helpers/test-ports';

const now = '2027-01-11T09:00:00.000Z';
const newPorts = useTestPorts();

interface Names {
  readonly mentor: string;
  readonly mentee: string;
}

/** A programme with a pair that has just been formed and offered its slots. */
async function running(ports: AllPorts, id: string, suffix: string, names: Names): Promise<Stage> {
  const [mentor, mentee] = [`M${suffix}`, `S${suffix}`];
  const stage = await castOf(ports, {
    now,
    planned: true,
    programme: { id, plan: { name: { fr: `Programme ${id}`, en: `Programme ${id}` } } },
    participants: [
      aParticipant({ id: mentor, profile: { name: names.mentor, email: `${mentor}@armorel.example` } }),
      aParticipant({ id: mentee, profile: { name: names.mentee, role: 'mentee', email: `${mentee}@armorel.example` } }),
    ],
    contacts: [aContact({ id: `administrator-${suffix}`, role: 'administrator', name: `Admin ${suffix}` })],
  });
  await put(
    ports,
    id,
    'proposal',
    'X',
    aProposal({ id: 'X', mentorId: mentor, menteeId: mentee, replyBy: plusDays(now, 7) }),
  );
  await stage.press(mentor, { verb: 'proposal/accept', programmeId: id, proposalId: 'X', revision: 1 });
  await stage.press(mentee, { verb: 'proposal/accept', programmeId: id, proposalId: 'X', revision: 2 });
  await stage.work();
  return stage;
}

const words = {
  A: { mentor: 'Inès Belkacem', mentee: 'Marc Lefèvre' },
  B: { mentor: 'Yuki Tanaka', mentee: 'Clara Vogel' },
} as const;

test('F29: nothing of one programme is seen by anybody of the other, by card, page or id', async () => {
  const ports = await newPorts();
  const a = await running(ports, 'alpha', 'a', words.A);
  const b = await running(ports, 'beta', 'b', words.B);
  const sentA = await a.deliver();
  const sentB = await b.deliver();
  expect(sentA.filter(({ prepared }) => prepared.ok)).not.toHaveLength(0);
  expect(JSON.stringify(sentA)).not.toMatch(/Tanaka|Vogel|beta|\bMb\b|\bSb\b/u);
  expect(JSON.stringify(sentB)).not.toMatch(/Belkacem|Lefèvre|alpha|\bMa\b|\bSa\b/u);

  const foreign: readonly Action[] = [
    { verb: 'proposal/accept', programmeId: 'alpha', proposalId: 'X', revision: 1 },
    { verb: 'session/suits', programmeId: 'alpha', pairId: 'X', number: 1, slotRound: 1, slots: '0' },
    { verb: 'session/move', programmeId: 'alpha', pairId: 'X', number: 1, slotRound: 1 },
    { verb: 'survey/skip', programmeId: 'alpha', surveyRound: 'baseline' },
  ];
  for (const who of ['Mb', 'Sb', 'administrator-b']) {
    for (const action of foreign)
      expect((await b.press(who, action)).view).toEqual({ card: 'notice', notice: 'not-found' });
    expect(await readMyPage(ports, actorOf(who), 'alpha', now)).toEqual({ ok: false, reason: 'not-found' });
    expect(await openProfile(ports, actorOf(who), 'alpha')).toEqual({ ok: false, reason: 'not-found' });
    expect(JSON.stringify(await homeView(ports, actorOf(who), 'asked', b.context))).not.toMatch(
      /alpha|Belkacem|Lefèvre/u,
    );
  }
  expect(JSON.stringify(await readBoard(ports, 'beta', now))).toContain('Tanaka');
  expect(JSON.stringify(await readBoard(ports, 'beta', now))).not.toMatch(/Belkacem|Lefèvre|alpha/u);
});

test('the hour booked in one programme is not offered to the same person in the other, and says nothing of it', async () => {
  const ports = await newPorts();
  const people = (menteeName: string, mentee: string) => [
    aParticipant({ id: 'M', profile: { capacity: 2 } }),
    aParticipant({ id: mentee, profile: { role: 'mentee', name: menteeName } }),
  ];
  const first = await castOf(ports, {
    now,
    planned: true,
    programme: { id: 'alpha' },
    participants: people('Marc Lefèvre', 'Sa'),
  });
  await put(
    ports,
    'alpha',
    'proposal',
    'X',
    aProposal({
      id: 'X',
      mentorId: 'M',
      menteeId: 'Sa',
      state: 'asking-mentee',
      replyBy: plusDays(now, 7),
      revision: 2,
    }),
  );
  await first.press('Sa', { verb: 'proposal/accept', programmeId: 'alpha', proposalId: 'X', revision: 2 });
  await first.work();
  for (const who of ['M', 'Sa'])
    await first.press(who, {
      verb: 'session/suits',
      programmeId: 'alpha',
      pairId: 'X',
      number: 1,
      slotRound: 1,
      slots: '0',
    });
  await first.work();
  const { booked } = await first.session('X');
  expect(booked).toBeDefined();

  const second = await castOf(ports, {
    now,
    planned: true,
    programme: { id: 'beta' },
    participants: people('Clara Vogel', 'Sb'),
  });
  await put(
    ports,
    'beta',
    'proposal',
    'X',
    aProposal({
      id: 'X',
      mentorId: 'M',
      menteeId: 'Sb',
      state: 'asking-mentee',
      replyBy: plusDays(now, 7),
      revision: 2,
    }),
  );
  await second.press('Sb', { verb: 'proposal/accept', programmeId: 'beta', proposalId: 'X', revision: 2 });
  await second.work();
  const offered = await second.session('X');
  expect(
    offered.slots.filter((slot) => booked !== undefined && slot.start < booked.end && booked.start < slot.end),
  ).toEqual([]);
  expect(JSON.stringify(offered)).not.toMatch(/alpha|Lefèvre|\bSa\b/u);
});

test('a second tenant on the same tables sees nothing, with the same ids', async () => {
  const one = await newPorts();
  const stage = await running(one, 'alpha', 'a', words.A);
  const other = await newPorts();
  for (const kind of [
    'programme',
    'participant',
    'pair',
    'proposal',
    'session',
    'queued',
    'due',
    'change',
    'board',
  ] as const) {
    expect([kind, (await other.programmes.range('alpha', kind, { limit: 10 })).rows]).toEqual([kind, []]);
  }
  expect((await other.tenants.range('tenant', 'entry', { limit: 10 })).rows).toEqual([]);
  expect((await other.people.range('directory-Ma', 'membership', { limit: 10 })).rows).toEqual([]);
  const outcome = await performAction(
    other,
    actorOf('Ma'),
    { verb: 'proposal/accept', programmeId: 'alpha', proposalId: 'X', revision: 1 },
    stage.context,
  );
  expect(outcome.view).toEqual({ card: 'notice', notice: 'not-found' });
});
