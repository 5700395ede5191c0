import { emptyChoices } from '../../../src/domain/draft-rules';
import { listRuleEnds } from '../../../src/hr-page/list-rule-ends';
import { readMyPage } from '../../../src/dispatch/read-my-page';
import { applyImport } from '../../../src/people-file/apply-import';
import { findBrokenRule } from '../../../src/pair-ending/find-broken-rule';
import { reviewPairs } from '../../../src/people-file/review-pairs';
import type { Participant, PersonProfile } from '../../../src/domain/participant';
import { partKey } from '../../../src/people-file/preview-import';
import type { ImportHead } from '../../../src/domain/rows';
import { proposalIdOf } from '../../../src/domain/proposal-rules';
import { plusDays } from '../../../src/kernel/clock';
import { aPair, aProposal } from '../../helpers/factories/pair';
import { aParticipant, aProfile } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { actorOf, castOf, put, type Stage } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const programmeId = 'passages';
const { policy } = emptyChoices;
const mentor = aProfile({ id: 'M1', name: 'Inès Belkacem' });
const mentee = aProfile({ id: 'S1', name: 'Marc Lefèvre', role: 'mentee', level: 8 });

async function aRunningPair(changes: { readonly mentee?: Partial<Participant> } = {}): Promise<{
  stage: Stage;
  ports: MemoryPorts;
}> {
  const ports = memoryPorts();
  const stage = await castOf(ports, {
    now,
    participants: [
      aParticipant({ id: 'M1', profile: mentor }),
      aParticipant({ id: 'S1', profile: mentee, ...changes.mentee }),
      aParticipant({ id: 'S2', profile: { name: 'Ana Ruiz', role: 'mentee' } }),
    ],
  });
  await put(ports, programmeId, 'pair', 'pair-1', aPair({ mentorId: 'M1', menteeId: 'S1', startedAt: now, months: 3 }));
  for (const id of ['M1', 'S1'])
    await put(ports, programmeId, 'person-pairs', id, { participantId: id, pairIds: ['pair-1'] });
  return { stage, ports };
}

const anImport = (id: string, accepted: number, state: ImportHead['state'] = 'confirmed'): ImportHead => ({
  id,
  fileName: 'people.csv',
  inputHash: id,
  partCount: 1,
  accepted,
  rejected: 0,
  state,
  createdAt: now,
  createdBy: 'hr',
});

/** Applies a confirmed file of these people and lines. */
async function importing(
  { stage, ports }: { stage: Stage; ports: MemoryPorts },
  people: readonly PersonProfile[],
  lines: readonly (readonly [string, string])[] = [],
  id = 'import-1',
): Promise<void> {
  await put(ports, programmeId, 'import', id, anImport(id, people.length));
  await put(ports, programmeId, 'import-part', partKey(id, 0), { people, lines });
  await applyImport(ports, programmeId, id, () => Promise.resolve(), stage.context);
}

const partedTo = async (stage: Stage) => {
  const delivered = await stage.advance('2027-01-13T09:00:00.000Z', 6);
  return delivered
    .filter(({ message, prepared }) => message.kind === 'pair-ended' && prepared.ok)
    .map(({ message }) => ('id' in message.recipient ? message.recipient.id : ''))
    .sort();
};
const pairState = async ({ ports }: { ports: MemoryPorts }) =>
  (await ports.programmes.get(programmeId, 'pair', 'pair-1'))?.value.state;

describe('The rules that last', () => {
  it.each<[string, Partial<PersonProfile>, Partial<PersonProfile>, string | undefined]>([
    ['nothing in common', {}, {}, undefined],
    ['the same manager', { managerId: 'B' }, { managerId: 'B' }, 'same-manager'],
    ['the mentee above the mentor', { managerId: 'S1' }, {}, 'reporting-line'],
    ['the mentee on the appraisal panel', { appraisedBy: ['S1'] }, {}, 'appraisal'],
    ['one team', { team: 'T', department: 'D' }, { team: 'T', department: 'D' }, 'same-team'],
    ['a guest', { guest: true }, {}, 'guest'],
    ['fewer levels between them than a new pair needs', { level: 8 }, {}, undefined],
    ['no language in common any more', { languages: ['ja'] }, {}, undefined],
  ])('%s', (_name, one, other, rule) => {
    const people = [
      { ...mentor, ...one },
      { ...mentee, ...other },
    ] as const;
    const lines = new Map(people.flatMap((it) => (it.managerId === undefined ? [] : [[it.id, it.managerId] as const])));
    expect(findBrokenRule(...people, { ...policy, allowSameTeam: false }, lines)).toBe(rule);
  });
});

describe('After an import', () => {
  it('a pair that now breaks a rule ends with the words of any end; HR alone reads the rule, and nothing shows before', async () => {
    const it_ = await aRunningPair();
    const { stage, ports } = it_;
    const page = async (id: string) => JSON.stringify(await readMyPage(ports, actorOf(id), programmeId, now));
    const before = [await page('M1'), await page('S1')];
    await importing(it_, [{ ...mentor, managerId: 'S1' }, mentee]);
    expect([await page('M1'), await page('S1')]).toEqual(before);
    expect(await listRuleEnds(ports, programmeId, { language: 'en', now })).toMatchObject([
      {
        pairId: 'pair-1',
        mentor: 'Inès Belkacem',
        mentee: 'Marc Lefèvre',
        rule: expect.stringMatching(/line/u) as string,
      },
    ]);
    expect(await pairState(it_)).toBe('active');
    expect(await partedTo(stage)).toEqual(['M1', 'S1']);
    expect(await pairState(it_)).toBe('ended');
    expect(await stage.counts()).toMatchObject({ 'pairs.ended': 1, 'participants.without-partner': 3 });
  });

  it('a new manager far above counts, of people who take no part too', async () => {
    const it_ = await aRunningPair();
    await importing(it_, [{ ...mentor, managerId: 'X' }, mentee], [['X', 'Y']]);
    expect(await listRuleEnds(it_.ports, programmeId, { language: 'en', now })).toEqual([]);
    await importing(it_, [], [['Y', 'S1']], 'import-2');
    expect(await listRuleEnds(it_.ports, programmeId, { language: 'en', now })).toHaveLength(1);
  });

  it('a second file, or the same work again, ends nothing twice', async () => {
    const it_ = await aRunningPair();
    await importing(it_, [{ ...mentor, managerId: 'S1' }, mentee]);
    await reviewPairs(it_.ports, programmeId, 'import-1', it_.stage.context);
    await importing(it_, [{ ...mentor, managerId: 'S1', site: 'Lyon' }, mentee], [], 'import-2');
    expect(await partedTo(it_.stage)).toEqual(['M1', 'S1']);
  });

  it('HR reads the same whether or not one of the two had asked before', async () => {
    const [one, other] = [await aRunningPair(), await aRunningPair()];
    await one.stage.press('M1', { verb: 'pair/leave-confirm', programmeId, pairId: 'pair-1' });
    for (const it_ of [one, other]) await importing(it_, [{ ...mentor, managerId: 'S1' }, mentee]);
    expect(await listRuleEnds(one.ports, programmeId, { language: 'en', now })).toEqual(
      await listRuleEnds(other.ports, programmeId, { language: 'en', now }),
    );
    expect(await partedTo(one.stage)).toEqual(await partedTo(other.stage));
  });

  it('somebody the file does not name, and facts that are no part of the organisation, change nothing', async () => {
    const it_ = await aRunningPair();
    await importing(it_, [{ ...mentor, languages: ['ja'], level: 9, site: 'Tokyo' }]);
    expect((await it_.ports.programmes.range(programmeId, 'pair-ending', { limit: 5 })).rows).toEqual([]);
    expect(await partedTo(it_.stage)).toEqual([]);
  });

  it('an open proposal that breaks one is withdrawn', async () => {
    const it_ = await aRunningPair();
    const id = proposalIdOf((text) => it_.ports.secrets.sha256(text), programmeId, 'M1', 'S2');
    const of = { id, mentorId: 'M1', menteeId: 'S2', replyBy: plusDays(now, 7) };
    await put(it_.ports, programmeId, 'proposal', id, aProposal(of));
    await importing(it_, [{ ...mentor, managerId: 'S2' }]);
    expect((await it_.ports.programmes.get(programmeId, 'proposal', id))?.value.state).toBe('withdrawn');
    expect(await pairState(it_)).toBe('active');
  });
});

test('a pair one of whose people has left ends at the next look-up; only the other hears and looks on', async () => {
  const it_ = await aRunningPair({ mentee: { state: 'withdrawn' } });
  await reviewPairs(it_.ports, programmeId, undefined, it_.stage.context);
  expect(await partedTo(it_.stage)).toEqual(['M1']);
  expect(await pairState(it_)).toBe('ended');
  expect(await it_.stage.counts()).toMatchObject({ 'participants.without-partner': 2 });
});

describe('At the daily look-up', () => {
  it('an import whose own work ended before the rules were tested is made good', async () => {
    const it_ = await aRunningPair({ mentee: { movedBy: 'import-1', profile: { ...mentee, guest: true } } });
    const { ports } = it_;
    await put(ports, programmeId, 'import', 'import-1', anImport('import-1', 1, 'applied'));
    await reviewPairs(ports, programmeId, undefined, it_.stage.context);
    expect(await listRuleEnds(ports, programmeId, { language: 'en', now })).toEqual([]);
    const done = await ports.programmes.get(programmeId, 'import', 'import-1');
    const value = anImport('import-1', 1);
    await ports.programmes.commit(programmeId, [
      { op: 'replace', kind: 'import', key: 'import-1', etag: done?.etag ?? '', value },
    ]);
    await reviewPairs(ports, programmeId, undefined, it_.stage.context);
    expect(await listRuleEnds(ports, programmeId, { language: 'en', now })).toHaveLength(1);
  });

  it('a pair of somebody who left while nothing followed of it ends', async () => {
    const it_ = await aRunningPair();
    await it_.stage.press('S1', { verb: 'programme/leave-confirm', programmeId });
    await reviewPairs(it_.ports, programmeId, undefined, it_.stage.context);
    expect(await partedTo(it_.stage)).toEqual(['M1']);
  });
});
