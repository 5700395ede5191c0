import { computeDraft } from '../../src/draft/compute-draft';
import type { Pairer } from '../../src/draft/pairer';
import { startDraft } from '../../src/draft/start-draft';
import { publishDraft } from '../../src/draft/publish-draft';
import { requestPublish } from '../../src/draft/request-publish';
import { emptyChoices } from '../../src/domain/draft-rules';
import type { DraftHead } from '../../src/domain/draft';
import { pairingPolicySchema } from '../../src/domain/pairing-contract';
import type { Participant } from '../../src/domain/participant';
import type { AllPorts } from '../../src/dispatch/all-ports';
import type { Actor } from '../../src/domain/ports';
import type { Renewal } from '../../src/domain/renewal';
import { renewedPairId } from '../../src/domain/renewal-rules';
import { aPair, aProposal } from './factories/pair';
import { aParticipant } from './factories/participant';
import { aContact } from './factories/programme';
import { aSession } from './factories/session';
import { pairInThisThread } from './in-this-thread';
import { memoryPorts } from './memory-ports';
import { castOf, put, type Stage } from './stage';

export const programmeId = 'passages';
export const hr: Actor = { directoryId: 'hr', appRoles: ['Programme.Admin'], name: 'Claire' };
/** The last hour is over. */
export const lastHour = '2027-03-25T10:00:00.000Z';
/** Two days after the closing survey's card. */
export const asksAt = '2027-04-06T08:00:00.000Z';
export const replyBy = '2027-04-20T08:00:00.000Z';
export const hearsBy = '2027-05-04T08:00:00.000Z';

const progress = (): Promise<void> => Promise.resolve();

export interface Pairing {
  readonly ports?: AllPorts;
  /** Pairs beside the first: 'M1' with 'S1', and so on. */
  readonly pairs?: number;
  readonly people?: (id: string) => Partial<Participant>;
  readonly closing?: boolean;
}

/** A programme of three months whose pairs have just held their last hour, and were asked whether they did. */
export async function lastHours({
  ports = memoryPorts(),
  pairs = 1,
  people = () => ({}),
  closing = true,
}: Pairing = {}): Promise<Stage> {
  const numbers = Array.from({ length: pairs }, (_, index) => index + 1);
  const stage = await castOf(ports, {
    planned: true,
    programme: { plan: { months: 3, surveys: { baseline: false, midpoint: false, pulse: false, closing } } },
    participants: numbers.flatMap((n) => [
      aParticipant({ id: `M${n}`, profile: { name: `Inès ${n}` }, pairs: 1, ...people(`M${n}`) }),
      aParticipant({
        id: `S${n}`,
        profile: { name: `Marc ${n}`, role: 'mentee', level: 8 },
        pairs: 1,
        ...people(`S${n}`),
      }),
    ]),
    contacts: [
      aContact({ id: 'administrator-1', role: 'administrator', name: 'Awa Diop' }),
      aContact({ id: 'delegate-1', role: 'delegate', name: 'Paul Roy', menteeId: 'S1' }),
    ],
  });
  const policy = pairingPolicySchema.parse({ minLevelsAbove: 2, minScore: 10 });
  await put(ports, programmeId, 'draft', 'draft-1', aDraft({ choices: { ...emptyChoices, policy } }));
  for (const n of numbers) {
    const of = { mentorId: `M${n}`, menteeId: `S${n}` };
    const id = `pair-${n}`;
    await put(ports, programmeId, 'proposal', id, aProposal({ id, ...of, state: 'accepted', pairId: id }));
    await put(
      ports,
      programmeId,
      'pair',
      id,
      aPair({ id, proposalId: id, ...of, startedAt: '2027-01-11T09:00:00.000Z', months: 3 }),
    );
    for (const who of [`M${n}`, `S${n}`])
      await put(ports, programmeId, 'person-pairs', who, { participantId: who, pairIds: [id] });
    const window = { windowStart: '2027-03-11T09:00:00.000Z', windowEnd: '2027-04-11T08:00:00.000Z' };
    const last = aSession({ pairId: id, ...of, ...window, number: 3, state: 'asked' });
    await put(ports, programmeId, 'session', `${id}|03`, last);
  }
  await stage.advance(lastHour, 24 * 7);
  return stage;
}

/** The same once both said they met: the pair has finished. */
export async function finished(pairing: Pairing = {}): Promise<Stage> {
  const stage = await lastHours(pairing);
  for (let n = 1; n <= (pairing.pairs ?? 1); n++) await finish(stage, n);
  await stage.work();
  return stage;
}

export async function finish(stage: Stage, n = 1): Promise<void> {
  for (const who of [`M${n}`, `S${n}`])
    await stage.press(who, { verb: 'session/met', programmeId, pairId: `pair-${n}`, number: 3, slotRound: 1 });
}

/** Asked, and both have their card. */
export async function asked(pairing: Pairing = {}): Promise<Stage> {
  const stage = await finished(pairing);
  await stage.advance(asksAt, 12);
  await stage.advance('2027-04-06T12:00:00.000Z', 1);
  return stage;
}

export const say = (stage: Stage, who: string, goOn: string, otherwise: '' | 'another' | 'enough' = '') =>
  stage.press(who, { verb: 'renewal/choose', programmeId, pairId: `pair-${who.slice(1)}`, goOn, otherwise });

export async function renewalOf(stage: Stage, n = 1): Promise<Renewal | undefined> {
  return (await stage.ports.programmes.get(programmeId, 'renewal', `pair-${n}`))?.value;
}

export async function renewalDrafts(stage: Stage): Promise<readonly DraftHead[]> {
  const { rows } = await stage.ports.programmes.range(programmeId, 'draft', { limit: 50 });
  return rows.map(({ value }) => value).filter(({ renewal }) => renewal !== undefined);
}

/** The one draft, and its pairs in short. */
export async function theDraft(stage: Stage): Promise<{ readonly head: DraftHead; readonly pairs: readonly string[] }> {
  const [head, ...more] = await renewalDrafts(stage);
  if (head === undefined || more.length > 0) throw new Error(`${more.length} more drafts than one`);
  const parts = await Promise.all(
    Array.from({ length: head.partCount }, (_, part) =>
      stage.ports.programmes.get(programmeId, 'draft-part', `${head.id}|${String(part).padStart(4, '0')}`),
    ),
  );
  const pairs = parts.flatMap((part) => part?.value.pairs ?? []);
  return { head, pairs: pairs.map((pair) => `${pair.mentorId}+${pair.menteeId} ${pair.parts[0]?.part ?? ''}`) };
}

export async function publish(stage: Stage, draftId: string) {
  const requested = await requestPublish(stage.ports, programmeId, draftId, hr, stage.context);
  if (requested.ok) await publishDraft(stage.ports, programmeId, draftId, progress, stage.context);
  return requested;
}

/** The pair in which the two of a pair go on. */
export async function renewed(stage: Stage, n = 1) {
  const id = renewedPairId((text) => stage.ports.secrets.sha256(text), programmeId, `pair-${n}`);
  return (await stage.ports.programmes.get(programmeId, 'pair', id))?.value;
}

export async function wishOf(stage: Stage, who: string): Promise<string | undefined> {
  return (await stage.ports.programmes.get(programmeId, 'participant', who))?.value.rematch?.wish;
}

/** Whom a draft that HR starts now would choose among. */
export async function candidates(stage: Stage): Promise<readonly string[]> {
  const { ports } = stage;
  await put(ports, programmeId, 'change', `${stage.now}|${ports.ids.next()}`, {
    at: stage.now,
    id: 'c',
    what: 'seed',
    correlationId: 'c',
    by: 'x',
    counts: { 'participants.enrolled': 2 },
  });
  await stage.work();
  const started = await startDraft(ports, programmeId, 1, {}, hr, stage.context);
  if (!started.ok) throw new Error(started.reason);
  let ids: readonly string[] = [];
  const pairer: Pairer = (people, options) => {
    ids = people.map(({ id }) => id).sort();
    return pairInThisThread(people, options);
  };
  await computeDraft(ports, pairer, programmeId, started.value.draftId, progress, stage.context);
  return ids;
}

function aDraft(overrides: Partial<DraftHead>): DraftHead {
  return {
    id: 'draft-1',
    state: 'published',
    seed: 1,
    createdAt: '2027-01-05T09:00:00.000Z',
    createdBy: 'hr',
    partCount: 0,
    pairs: 0,
    unpairedCount: 0,
    total: 0,
    upperBound: 0,
    optimal: true,
    inputHash: '',
    revision: 3,
    ...overrides,
  };
}
