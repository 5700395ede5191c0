import { plusMilliseconds } from '../../../src/kernel/clock';
import { programmePlanSchema } from '../../../src/domain/programme-contract';
import type { Actor, TeamsDirectory } from '../../../src/domain/ports';
import type { PersonProfile } from '../../../src/domain/participant';
import type { CardView } from '../../../src/domain/view';
import { computeDraft } from '../../../src/draft/compute-draft';
import { publishDraft } from '../../../src/draft/publish-draft';
import { requestPublish } from '../../../src/draft/request-publish';
import { emptyChoices } from '../../../src/domain/draft-rules';
import { startDraft } from '../../../src/draft/start-draft';
import { applyImport } from '../../../src/people-file/apply-import';
import { confirmImport } from '../../../src/people-file/confirm-import';
import { inviteParticipants } from '../../../src/enrolment/invite-participants';
import { previewImport } from '../../../src/people-file/preview-import';
import { openEnrolment } from '../../../src/programme/open-enrolment';
import { refreshReach } from '../../../src/programme/refresh-reach';
import { rememberTeam } from '../../../src/programme/remember-team';
import { savePlan } from '../../../src/programme/save-plan';
import { directoryIdOf, Stage, type Delivery } from '../../helpers/stage';
import { useTestPorts } from '../../helpers/test-ports';

const newPorts = useTestPorts();
const hr: Actor = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire HR' };
const progress = (): Promise<void> => Promise.resolve();

function person(id: string, role: 'mentor' | 'mentee', patch: Partial<PersonProfile> = {}): PersonProfile {
  return {
    id,
    name: `Person ${id}`,
    email: `${id.toLowerCase()}@armorel.example`,
    role,
    languages: ['fr', 'en'],
    timeZone: 'Europe/Paris',
    managerId: `manager-of-${id}`,
    expertise: role === 'mentor' ? [{ topic: 'generative-ai', level: 3 }] : [],
    goals: role === 'mentee' ? [{ topic: 'generative-ai', priority: 3 }] : [],
    availability: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '09:00', to: '17:00' })),
    capacity: 1,
    exclude: [],
    guest: false,
    consentDiversity: false,
    ...patch,
  };
}

const plan = programmePlanSchema.parse({
  id: 'pilot',
  name: { fr: 'Passerelles', en: 'Gangways' },
  objectives: [
    {
      kind: 'digital-skills',
      wording: { fr: 'IA', en: 'AI' },
      measure: { fr: 'usage', en: 'use' },
      baseline: 10,
      target: 50,
    },
  ],
  sponsor: { name: 'Anne Roux', email: 'anne.roux@armorel.example' },
  delegates: [{ name: 'Paul Aide', email: 'paul.aide@armorel.example', mentee: 'S1' }],
  startsOn: '2027-01-04',
  months: 3,
  channel: { team: 'Armorel', channel: 'Passerelles' },
  surveys: {},
});

const emails = ['m1', 's1', 'm2', 's2', 'anne.roux', 'paul.aide'];
const directory: TeamsDirectory = {
  members: () =>
    Promise.resolve(
      emails.map((name) => ({
        directoryId: directoryIdOf(name),
        teamsUserId: `29:${name}`,
        name,
        email: `${name}@armorel.example`,
      })),
    ),
  channels: () =>
    Promise.resolve([
      { id: '19:general', name: 'General' },
      { id: '19:passerelles', name: 'Passerelles' },
    ]),
};
interface Shown {
  readonly to: string;
  readonly view: CardView;
}

/** The messages that were sent, as those see them who get them. */
function shownBy(delivered: readonly Delivery[]): readonly Shown[] {
  return delivered.flatMap(({ prepared }) => {
    if (!prepared.ok) return [];
    const { target, view } = prepared;
    return [{ to: target.to === 'person' ? target.directoryId : 'channel', view }];
  });
}

/** Works and delivers until what follows from what follows is done too. */
async function settle(stage: Stage): Promise<readonly Shown[]> {
  const delivered: Delivery[] = [];
  for (let pass = 0; pass < 3; pass++) {
    await stage.work();
    delivered.push(...(await stage.deliver()));
  }
  return shownBy(delivered);
}

test('a programme goes the whole way from plan to last session', async () => {
  const ports = await newPorts();
  const stage = new Stage(ports, 'pilot', '2027-01-04T09:00:00.000Z');
  expect(await savePlan(ports, plan, hr, stage.context)).toMatchObject({ ok: true });
  expect(await openEnrolment(ports, 'pilot', hr, stage.context)).toEqual({ ok: false, reason: 'not-ready' });

  const people = [person('M1', 'mentor'), person('M2', 'mentor'), person('S1', 'mentee'), person('S2', 'mentee')];
  const preview = await previewImport(
    ports,
    'pilot',
    { fileName: 'a.csv', inputHash: 'x', people, rejected: 0 },
    hr,
    stage.context,
  );
  expect(preview).toMatchObject({ ok: true, value: { added: 4, changed: 0, unchanged: 0, missing: 0 } });
  const importId = preview.ok ? preview.value.importId : '';
  expect(await confirmImport(ports, 'pilot', importId, hr, stage.context)).toMatchObject({ ok: true });
  await applyImport(ports, 'pilot', importId, progress, stage.context);
  const again = await previewImport(
    ports,
    'pilot',
    { fileName: 'a.csv', inputHash: 'x', people, rejected: 0 },
    hr,
    stage.context,
  );
  expect(again).toMatchObject({ ok: true, value: { added: 0, changed: 0, unchanged: 4 } });

  await rememberTeam(
    ports,
    { teamId: '19:general', name: 'Armorel', serviceUrl: 'https://teams.example/', seenAt: stage.now },
    stage.context,
  );
  await refreshReach(ports, directory, 'pilot', stage.context);
  await settle(stage);
  expect((await ports.programmes.get('pilot', 'participant', 'M1'))?.value).toMatchObject({
    reach: 'reachable',
    linkedBy: 'team-roster',
  });
  expect((await ports.programmes.get('pilot', 'programme', 'programme'))?.value.channel?.channelId).toBe(
    '19:passerelles',
  );

  expect((await stage.press('m1', { verb: 'pledge/give', programmeId: 'pilot', words: 'x' })).view).toEqual({
    card: 'notice',
    notice: 'not-allowed',
  });
  expect(
    (await stage.press('anne.roux', { verb: 'pledge/give', programmeId: 'pilot', words: 'I back this' })).view,
  ).toMatchObject({ card: 'pledge', state: 'given' });
  expect(await openEnrolment(ports, 'pilot', hr, stage.context)).toMatchObject({ ok: true });
  await inviteParticipants(ports, 'pilot', progress, stage.context);
  const invitations = await settle(stage);
  expect(invitations.map((message) => message.view.card)).toEqual([
    'invitation',
    'invitation',
    'invitation',
    'invitation',
  ]);
  for (const who of ['m1', 'm2', 's1', 's2']) {
    expect((await stage.press(who, { verb: 'invitation/accept', programmeId: 'pilot' })).view).toMatchObject({
      state: 'in',
    });
  }
  expect((await stage.press('m1', { verb: 'invitation/accept', programmeId: 'pilot' })).changed).toBe(false);
  await settle(stage);
  expect(await stage.counts()).toMatchObject({ 'participants.enrolled': 4, 'participants.invited': 4 });

  const draft = await startDraft(ports, 'pilot', 7, emptyChoices, hr, stage.context);
  const draftId = draft.ok ? draft.value.draftId : '';
  const part = { part: 'topics', points: 60, reason: { fr: 'IA', en: 'AI' } };
  await computeDraft(
    ports,
    (candidates) =>
      Promise.resolve({
        pairs: ['1', '2'].map((n) => ({
          mentorId: `M${n}`,
          menteeId: `S${n}`,
          score: 60,
          topics: ['generative-ai'],
          parts: [part],
        })),
        unpaired: [],
        total: 120,
        upperBound: 120,
        optimal: true,
        inputHash: String(candidates.length),
      }),
    'pilot',
    draftId,
    progress,
    stage.context,
  );
  expect((await ports.programmes.get('pilot', 'draft', draftId))?.value).toMatchObject({
    state: 'ready',
    pairs: 2,
    inputHash: '4',
  });
  expect(await requestPublish(ports, 'pilot', draftId, hr, stage.context)).toMatchObject({ ok: true });
  await publishDraft(ports, 'pilot', draftId, progress, stage.context);
  const asked = await settle(stage);
  expect(asked.map((message) => message.view.card)).toEqual(['proposal', 'proposal']);
  const first = asked.find((message) => message.to === directoryIdOf('m1'))?.view;
  if (first?.card !== 'proposal') throw new Error('no proposal');
  expect(JSON.stringify(first)).not.toContain('Person');
  const accept = {
    verb: 'proposal/accept',
    programmeId: 'pilot',
    proposalId: first.proposalId,
    revision: first.revision,
  } as const;
  expect((await stage.press('m2', accept)).view).toEqual({ card: 'notice', notice: 'not-found' });
  expect((await stage.press('m1', accept)).view).toMatchObject({ card: 'proposal', state: 'waiting' });
  expect((await stage.press('m1', accept)).changed).toBe(false);
  const toMentee = (await settle(stage)).find((message) => message.to === directoryIdOf('s1'))?.view;
  if (toMentee?.card !== 'proposal') throw new Error('no proposal for the mentee');
  const both = await Promise.all([1, 2].map(() => stage.press('s1', { ...accept, revision: toMentee.revision })));
  expect(both.map((outcome) => outcome.view.card)).toEqual(['introduction', 'introduction']);
  expect(both.filter((outcome) => outcome.changed)).toHaveLength(1);

  const after = await settle(stage);
  expect(after.map((message) => `${message.to}:${message.view.card}`).sort()).toEqual([
    `${directoryIdOf('m1')}:introduction`,
    `${directoryIdOf('m1')}:slots`,
    `${directoryIdOf('paul.aide')}:slots`,
  ]);
  const slots = after.find((message) => message.to === directoryIdOf('paul.aide'))?.view;
  if (slots?.card !== 'slots') throw new Error('no slots for the delegate');
  expect(slots).toMatchObject({ asDelegate: true, slots: [{ index: 0 }, { index: 1 }, { index: 2 }] });
  expect(slots.partnerName).toBeUndefined();
  const ref = { programmeId: 'pilot', pairId: slots.pairId, number: 1, slotRound: slots.slotRound };
  expect((await stage.press('m1', { verb: 'session/suits', ...ref, slots: '1,2' })).view).toMatchObject({
    card: 'slots',
    state: 'answered',
  });
  expect((await stage.press('paul.aide', { verb: 'session/suits', ...ref, slots: '2,0' })).view).toMatchObject({
    card: 'booked',
    start: slots.slots[2]?.start,
  });
  expect((await settle(stage)).map((message) => message.view.card).sort()).toEqual(['booked', 'booked']);

  const sent = shownBy(await stage.advance(plusMilliseconds(slots.slots[2]?.end ?? '', 3_600_000)));
  expect(sent.map((message) => message.view.card)).toEqual(expect.arrayContaining(['survey', 'met']));
  expect((await stage.press('m1', { verb: 'session/met', ...ref })).view).toMatchObject({
    card: 'survey',
    surveyRound: 'pulse-1',
    state: 'open',
  });
  const pulse = { verb: 'survey/answer', programmeId: 'pilot', surveyRound: 'pulse-1', pairId: ref.pairId } as const;
  expect((await stage.press('m1', { ...pulse, answers: { useful: '9' } })).view).toEqual({
    card: 'notice',
    notice: 'invalid-input',
  });
  expect(
    (await stage.press('m1', { ...pulse, answers: { useful: '5', heard: '4', learned: '4' } })).view,
  ).toMatchObject({ state: 'answered' });
  expect((await stage.press('s1', { verb: 'session/met', ...ref })).view).toMatchObject({ card: 'survey' });
  await settle(stage);
  expect(await stage.counts()).toMatchObject({
    'sessions.held': 1,
    'responses.pulse-1.asked': 2,
    'pairs.active': 1,
  });

  const rest = shownBy(await stage.advance('2027-07-01T09:00:00.000Z'));
  expect(rest.filter((message) => message.to === 'channel')).toHaveLength(3);
  const end = await stage.counts();
  expect(end).toMatchObject({ 'pairs.active': 0, 'pairs.finished': 1, 'proposals.not-formed': 1 });
  expect((await ports.programmes.get('pilot', 'programme', 'programme'))?.value.state).toBe('closed');
}, 300_000);
