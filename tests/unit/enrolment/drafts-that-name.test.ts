import { publishDraft } from '../../../src/draft/publish-draft';
import { readDraft } from '../../../src/draft/read-draft';
import { requestPublish } from '../../../src/draft/request-publish';
import { blankDraft } from '../../../src/domain/draft-rules';
import { withdrawPerson } from '../../../src/enrolment/withdraw-person';
import { partKey } from '../../../src/people-file/preview-import';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, put, type Stage } from '../../helpers/stage';

const programmeId = 'passages';
const now = '2027-01-11T09:00:00.000Z';
const hr = actorOf('administrator-1');

/** A draft of M1 with S1 and M2 with S2, ready to be published. */
async function ready(): Promise<{ stage: Stage; ports: MemoryPorts }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, {
    now,
    participants: [
      ...['M1', 'M2'].map((id) => aParticipant({ id })),
      ...['S1', 'S2'].map((id) => aParticipant({ id, profile: { role: 'mentee' } })),
    ],
  });
  const head = { ...blankDraft, id: 'd', seed: 1, state: 'ready' as const, createdAt: now, createdBy: 'hr' };
  await put(ports, programmeId, 'draft', 'd', { ...head, partCount: 1, pairs: 2 });
  const pair = { score: 50, topics: [], parts: [] };
  await put(ports, programmeId, 'draft-part', partKey('d', 0), {
    pairs: [
      { ...pair, mentorId: 'M1', menteeId: 'S1' },
      { ...pair, mentorId: 'M2', menteeId: 'S2' },
    ],
    unpaired: [],
  });
  return { stage, ports };
}

async function published({ stage, ports }: { stage: Stage; ports: MemoryPorts }) {
  await requestPublish(ports, programmeId, 'd', hr, stage.context);
  await publishDraft(ports, programmeId, 'd', () => Promise.resolve(), stage.context);
  const draft = await readDraft(ports, programmeId, 'd', 0, 'en');
  if (!draft.ok) throw new Error(draft.reason);
  const asked = (await stage.queued()).filter(({ kind }) => kind === 'proposal');
  return { notAsked: draft.value.notAsked, asked: asked.map(({ recipient }) => 'id' in recipient && recipient.id) };
}

describe('A draft that is published', () => {
  it('after somebody in it left asks nobody about that pair, and says so to HR', async () => {
    const it_ = await ready();
    await withdrawPerson(it_.ports, programmeId, 'S1', hr, it_.stage.context);
    expect(await published(it_)).toEqual({ notAsked: [['M1', 'S1']], asked: ['M2'] });
  });

  it('while somebody in it is away tells HR of nobody', async () => {
    const it_ = await ready();
    await it_.stage.press('S1', { verb: 'pause/set', programmeId, until: '2027-02-01' });
    expect(await published(it_)).toEqual({ notAsked: [], asked: ['M2'] });
  });

  it('says nothing where everybody is there', async () => {
    expect(await published(await ready())).toEqual({ notAsked: [], asked: ['M1', 'M2'] });
  });
});
