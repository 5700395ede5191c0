import { findPartners } from '../../../src/draft/find-partners';
import { listDraft, listName } from '../../../src/draft/list-draft';
import type { DraftHead, DraftPart, PairIds } from '../../../src/domain/draft';
import { readDraftList } from '../../../src/draft/read-draft-list';
import { blankDraft, emptyChoices } from '../../../src/domain/draft-rules';
import { mostAtOnce } from '../../../src/kernel/few-at-once';
import { partKey } from '../../../src/people-file/preview-import';
import type { PersonProfile } from '../../../src/domain/participant';
import type { AllPorts } from '../../../src/dispatch/all-ports';
import { proposalIdOf } from '../../../src/domain/proposal-rules';
import { CallCount } from '../../helpers/call-count';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { put } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const pairs = 1000;
const person = (id: string, profile: Partial<PersonProfile>) =>
  aParticipant({ id, directoryId: `directory-${id}`, profile: { name: `Name of ${id}`, level: 2, ...profile } });

/** A draft of 1,000 pairs whose people sit under five managers each, who share what is above them. */
async function large(head: Partial<DraftHead> = {}): Promise<MemoryPorts> {
  const ports = memoryPorts();
  const people = Array.from({ length: pairs }, (_, index) => [
    person(`m-${index}`, { managerId: `boss-${index % 50}` }),
    person(`s-${index}`, { role: 'mentee', level: 8, managerId: `boss-${50 + (index % 50)}` }),
  ]).flat();
  for (const one of people) await put(ports, 'passages', 'participant', one.id, one);
  for (let boss = 0; boss < 100; boss++) await put(ports, 'passages', 'line', `boss-${boss}`, { managerId: 'head' });
  for (const [id, managerId] of [
    ['head', 'chief'],
    ['chief', 'chair'],
    ['chair', 'owner'],
  ] as const)
    await put(ports, 'passages', 'line', id, { managerId });
  const parts = Array.from({ length: pairs / 20 }, (_, part): DraftPart => ({
    pairs: Array.from({ length: 20 }, (__, index) => ({
      mentorId: `m-${part * 20 + index}`,
      menteeId: `s-${part * 20 + index}`,
      score: 1,
      topics: [],
      parts: [],
    })),
    unpaired: [],
  }));
  const names = new Map(people.map(({ id, profile }) => [id, listName({ ...profile, id })]));
  for (const [index, list] of listDraft(parts, names).entries())
    await put(ports, 'passages', 'draft-list', partKey('draft', index), list);
  await put(ports, 'passages', 'draft', 'draft', {
    ...blankDraft,
    id: 'draft',
    seed: 1,
    createdAt: now,
    createdBy: 'hr',
    state: 'ready',
    partCount: parts.length,
    ...head,
  });
  return ports;
}

/** The ports with what is read of them counted. */
function counted(ports: MemoryPorts): { readonly ports: AllPorts; readonly count: CallCount } {
  const count = new CallCount();
  return { ports: { ...ports, programmes: count.over(ports.programmes), people: count.over(ports.people) }, count };
}

const find = (ports: AllPorts, who: string, side: 'mentor' | 'mentee', page = 0) =>
  findPartners(ports, 'passages', 'draft', { person: who, side, page }, { now, correlationId: 'c' });

describe('Who is possible for somebody in a draft of 1,000 pairs', () => {
  let ports: MemoryPorts;
  beforeAll(async () => {
    ports = await large();
  });

  it.each(['mentor', 'mentee'] as const)(
    'costs few reads of the storage for a %s, and few of them together',
    async (side) => {
      const seen = counted(ports);
      const found = await find(seen.ports, side === 'mentor' ? 'm-500' : 's-500', side);
      if (!found.ok) throw new Error(found.reason);
      expect([found.value.partners.length, found.value.next]).toEqual([100, '1']);
      // Head, list, 101 people, 51 managers and four above them (two reads each), one range of former pairs, 100 proposals.
      expect(seen.count.reads).toBeLessThanOrEqual(2 + 101 + 2 * (51 + 4) + 1 + 100);
      expect(seen.count.together).toBeLessThanOrEqual(mostAtOnce);
    },
  );

  it('costs no read of a proposal for whom a rule forbids anyway', async () => {
    const seen = counted(ports);
    // Somebody who takes no part any more.
    const found = await find(seen.ports, 'gone', 'mentor');
    expect(found).toMatchObject({ ok: true, value: { partners: [] } });
    expect(seen.count.reads).toBeLessThanOrEqual(2 + 101 + 2 * (51 + 4) + 1);
  });

  it('leaves out whom a proposal was about', async () => {
    const asked = await large();
    const id = proposalIdOf((text) => asked.secrets.sha256(text), 'passages', 'm-500', 's-7');
    await put(asked, 'passages', 'proposal', id, { id } as never);
    const found = await find(asked, 'm-500', 'mentor');
    if (!found.ok) throw new Error(found.reason);
    expect(found.value.partners.map((one) => one.id)).not.toContain('s-7');
    expect(found.value.partners).toHaveLength(99);
  });
});

it('The list of a draft that failed reads whom HR kept together a few at a time', async () => {
  const locked = Array.from({ length: 200 }, (_, index): PairIds => [`m-${index}`, `s-${index}`]);
  const seen = counted(await large({ state: 'failed', partCount: 0, choices: { ...emptyChoices, locked } }));
  const list = await readDraftList(seen.ports, 'passages', 'draft');
  if (!list.ok) throw new Error(list.reason);
  expect(list.value.others).toHaveLength(400);
  expect(list.value.others[0]).toEqual({ id: 'm-0', name: 'Name of m-0' });
  expect(seen.count.together).toBeLessThanOrEqual(mostAtOnce);
});
