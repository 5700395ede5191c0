/* People of the sample, copied, each before one press: invited, asked as a mentor, asked as a mentee. */
import { randomUUID } from 'node:crypto';
import { product } from './product.mjs';

const dayMilliseconds = 86_400_000;

/** What is pressed, by whom, and how many calls it may make in all. */
export const pressCases = [
  { name: 'a yes to the invitation', verb: 'invitation/accept', most: 6, state: 'invited' },
  { name: 'a mentor’s yes', verb: 'proposal/accept', most: 8, asks: 'mentor', revision: 1 },
  { name: 'a mentee’s yes, which forms the pair', verb: 'proposal/accept', most: 12, asks: 'mentee', revision: 2 },
];

/** Writes `count` people who can press, once each, with whoever they are asked about. Returns their presses. */
export async function preparePresses(stage, ports, { verb, state = 'enrolled', asks, revision }, count) {
  const { mentor, mentee } = await templates(ports, stage.sample.plan.id);
  const presses = [];
  for (let index = 0; index < count; index++) {
    const people = [mentor, mentee].map((template) => ({
      ...template,
      id: randomUUID(),
      directoryId: randomUUID(),
      state,
    }));
    for (const person of people) await writePerson(stage, ports, person);
    const [one, other] = people;
    const proposalId = randomUUID();
    if (asks !== undefined)
      await writeProposal(stage, ports, { id: proposalId, asks, revision, mentor: one, mentee: other });
    const { directoryId } = asks === 'mentee' ? other : one;
    const data = { v: 1, programmeId: stage.sample.plan.id, ...(asks === undefined ? {} : { proposalId, revision }) };
    presses.push({ directoryId, verb, data });
  }
  return presses;
}

/** The programme runs: proposals can be answered. */
export async function letProgrammeRun(stage, ports) {
  const programmeId = stage.sample.plan.id;
  const { key, value, etag } = await ports.programmes.get(programmeId, 'programme', 'programme');
  await write(ports.programmes, programmeId, [
    { op: 'replace', kind: 'programme', key, etag, value: { ...value, state: 'running' } },
  ]);
}

let found;
async function templates(ports, programmeId) {
  found ??= await findTemplates(ports, programmeId);
  return found;
}

async function findTemplates(ports, programmeId) {
  const { readAll } = product('src/kernel/read-all');
  const templates = {};
  for await (const { value } of readAll(ports.programmes, programmeId, 'participant'))
    if (value.reach === 'reachable') templates[value.profile.role] ??= value;
  return templates;
}

async function writePerson({ sample, teams, moment }, ports, participant) {
  const { id, directoryId } = participant;
  const programmeId = sample.plan.id;
  const { name } = participant.profile;
  await write(ports.programmes, programmeId, [
    { op: 'insert', kind: 'participant', key: id, value: { ...participant, profile: { ...participant.profile, id } } },
  ]);
  const rows = {
    person: ['person', { directoryId, name, seenLanguage: 'fr' }],
    membership: [programmeId, { programmeId, participantId: id, contacts: [] }],
    reference: [
      'reference',
      {
        conversationId: conversationOf(directoryId),
        serviceUrl: teams.serviceUrl,
        teamsUserId: `29:${directoryId}`,
        updatedAt: moment,
        via: 'personal',
      },
    ],
  };
  await write(
    ports.people,
    directoryId,
    Object.entries(rows).map(([kind, [key, value]]) => ({ op: 'insert', kind, key, value })),
  );
}

async function writeProposal({ sample, moment }, ports, { id, asks, revision, mentor, mentee }) {
  const inDays = (days) => new Date(Date.parse(moment) + days * dayMilliseconds).toISOString();
  const value = {
    id,
    draftId: 'draft-of-the-bench',
    mentorId: mentor.id,
    menteeId: mentee.id,
    score: 30,
    parts: [{ part: 'topics', points: 30, reason: { fr: 'Un sujet en commun', en: 'A topic in common' } }],
    topics: ['generative-ai'],
    state: `asking-${asks}`,
    createdAt: moment,
    replyBy: inDays(7),
    pairingRoundEndsAt: inDays(14),
    ...(asks === 'mentee' ? { mentorAcceptedAt: moment } : {}),
    revision,
  };
  await write(ports.programmes, sample.plan.id, [{ op: 'insert', kind: 'proposal', key: id, value }]);
}

/** The chat in which somebody of the bench presses. */
export const conversationOf = (directoryId) => `a:${directoryId}`;

async function write(store, partition, writes) {
  const done = await store.commit(partition, writes);
  if (!done.ok) throw new Error(`Rows of the bench could not be written: ${done.reason}`);
}
