import fc from 'fast-check';
import { plusDays } from '../../../src/kernel/clock';
import type { CardView } from '../../../src/domain/view';
import { aProposal } from '../../helpers/factories/pair';
import { aParticipant } from '../../helpers/factories/participant';
import { memoryPorts, type MemoryPorts } from '../../helpers/memory-ports';
import { castOf, mentorAndMentee, put, Stage, type Cast } from '../../helpers/stage';

const now = '2027-01-11T09:00:00.000Z';
const proposal = aProposal({ id: 'X', mentorId: 'M1', menteeId: 'S1', createdAt: now, replyBy: plusDays(now, 7) });

async function asked(cast: Cast = {}): Promise<{ stage: Stage; ports: MemoryPorts }> {
  const ports = memoryPorts();
  const stage = await castOf(ports, { now, planned: true, ...cast });
  await put(ports, stage.programmeId, 'proposal', 'X', proposal);
  const due = {
    kind: 'proposal-expire',
    at: proposal.replyBy,
    ref: 'X',
    occurrence: 'mentor',
    correlationId: 'c',
  } as const;
  await put(ports, stage.programmeId, 'due', `${due.at}|${due.kind}|X|mentor`, due);
  return { stage, ports };
}

const answer = (verb: 'accept' | 'decline', revision: number) =>
  ({
    verb: `proposal/${verb}`,
    programmeId: 'passages',
    proposalId: 'X',
    revision,
    ...(verb === 'decline' ? { reason: 'a private reason' } : {}),
  }) as Parameters<Stage['press']>[1];

const rowsOf = (ports: MemoryPorts, kind: string): readonly unknown[] =>
  ports.programmes
    .dump()
    .filter((row) => row.kind === kind)
    .map((row) => row.value);

const cardOf = (view: CardView): string => ('state' in view ? `${view.card}:${view.state}` : view.card);

describe('Answering a proposal', () => {
  it('shows the introduction to a yes that read the proposal before, and the places after, another yes of the same person', async () => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer('accept', 1));
    const before = await ports.programmes.get('passages', 'proposal', 'X');
    await stage.press('S1', answer('accept', 2));
    let isFirst = true;
    const late: MemoryPorts['programmes'] = {
      ...ports.programmes,
      get: async (partition, kind, key) => {
        const isOld = kind === 'proposal' && isFirst;
        if (isOld) isFirst = false;
        return isOld ? (before as never) : ports.programmes.get(partition, kind, key);
      },
    };
    const second = new Stage({ ...ports, programmes: late }, 'passages', now);
    expect(await second.press('S1', answer('accept', 2))).toMatchObject({
      changed: false,
      view: { card: 'introduction' },
    });
    expect(rowsOf(ports, 'pair')).toHaveLength(1);
  });

  it('goes from the mentor’s yes to the mentee’s yes to one pair, an introduction for each and six months of sessions', async () => {
    const { stage, ports } = await asked();
    expect(cardOf((await stage.press('M1', answer('accept', 1))).view)).toBe('proposal:waiting');
    const pressed = await stage.press('S1', answer('accept', 2));
    expect(pressed.view).toMatchObject({ card: 'introduction', partnerName: 'Inès Belkacem' });
    expect(rowsOf(ports, 'pair')).toHaveLength(1);
    expect((await stage.queued()).filter((message) => message.kind === 'introduction')).toMatchObject([
      { recipient: { to: 'participant', id: 'M1' } },
    ]);
    for (const [who, revision] of [
      ['S1', 2],
      ['S1', 3],
      ['M1', 1],
    ] as const)
      expect(await stage.press(who, answer('accept', revision))).toMatchObject({
        changed: false,
        view: { card: 'introduction', partnerName: who === 'S1' ? 'Inès Belkacem' : 'Marc Lefèvre' },
      });
    expect(rowsOf(ports, 'due').filter((due) => (due as { kind: string }).kind === 'session-propose')).toHaveLength(6);
  });

  it('repeated, late or with an old card changes nothing and shows the card that is true', async () => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer('accept', 1));
    const written = JSON.stringify(ports.programmes.dump());
    for (const again of [answer('accept', 1), answer('decline', 1), answer('accept', 2)]) {
      expect(await stage.press('M1', again)).toMatchObject({
        changed: false,
        view: { card: 'proposal', state: 'waiting' },
      });
    }
    expect(await stage.press('S1', answer('accept', 1))).toMatchObject({
      changed: false,
      view: { card: 'proposal', state: 'open' },
    });
    expect(JSON.stringify(ports.programmes.dump())).toBe(written);
    stage.now = plusDays(now, 60);
    expect(await stage.press('S1', answer('accept', 2))).toMatchObject({
      changed: false,
      view: { state: 'not-formed' },
    });
  });

  it('of somebody else is answered like one that does not exist', async () => {
    const { stage } = await asked({ participants: [...mentorAndMentee(), aParticipant({ id: 'M2' })] });
    const theirs = await stage.press('M2', answer('accept', 1));
    const none = await stage.press('M2', {
      verb: 'proposal/accept',
      programmeId: 'passages',
      proposalId: 'no-such',
      revision: 1,
    });
    expect(theirs).toEqual(none);
    expect(theirs.view).toEqual({ card: 'notice', notice: 'not-found' });
  });

  it('with a no of the mentee leaves the mentor’s messages and the counts as silence does', async () => {
    const heard = async (decline: boolean): Promise<unknown> => {
      const { stage } = await asked();
      await stage.press('M1', answer('accept', 1));
      if (decline) await stage.press('S1', answer('decline', 2));
      await stage.work();
      const before = {
        counts: await stage.counts(),
        queued: (await stage.queued()).filter(
          (message) => message.recipient.to === 'participant' && message.recipient.id === 'M1',
        ),
      };
      const delivered = await stage.advance(plusDays(now, 9));
      const toMentor = delivered.filter(
        ({ message }) => message.recipient.to === 'participant' && message.recipient.id === 'M1',
      );
      return {
        before,
        after: await stage.counts(),
        told: toMentor.map(({ message, prepared }) => [message.kind, message.createdAt, prepared]),
      };
    };
    const silence = await heard(false);
    expect(await heard(true)).toEqual(silence);
    expect(JSON.stringify(silence)).toContain('not-formed');
  });

  it('keeps the reason of a no in the proposal’s own row', async () => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer('accept', 1));
    await stage.press('S1', answer('decline', 2));
    const telling = ports.programmes.dump().filter((row) => JSON.stringify(row).includes('private reason'));
    expect(telling.map((row) => row.kind)).toEqual(['proposal']);
  });
});

describe('Somebody who said “not now” while a proposal is open', () => {
  const notNow = { verb: 'invitation/not-now', programmeId: 'passages' } as const;

  it('is put into no pair by the other’s yes, which waits; at the reply date the other hears that it was not formed', async () => {
    const { stage, ports } = await asked();
    await stage.press('M1', answer('accept', 1));
    await stage.press('M1', notNow);
    expect(cardOf((await stage.press('S1', answer('accept', 2))).view)).toBe('proposal:waiting');
    expect(rowsOf(ports, 'pair')).toEqual([]);
    const told = (await stage.advance(plusDays(now, 9))).filter(({ message }) => message.kind === 'not-formed');
    expect(told.map(({ message, prepared }) => [message.recipient, prepared.ok])).toEqual([
      [{ to: 'participant', id: 'M1' }, false],
      [{ to: 'participant', id: 'S1' }, true],
    ]);
    expect(cardOf((await stage.press('S1', answer('accept', 2))).view)).toBe('proposal:not-formed');
  });

  it('is not asked at all once the mentor answers later', async () => {
    const { stage, ports } = await asked();
    await stage.press('S1', notNow);
    // As after a silence: the mentor's yes must not tell that the other said no.
    expect(cardOf((await stage.press('M1', answer('accept', 1))).view)).toBe('proposal:waiting');
    expect((await stage.queued()).filter((message) => message.kind === 'proposal')).toEqual([]);
    expect(rowsOf(ports, 'proposal')).toMatchObject([{ state: 'withdrawn' }]);
  });

  it('cannot leave a pair that way', async () => {
    const { stage } = await asked();
    await stage.press('M1', answer('accept', 1));
    await stage.press('S1', answer('accept', 2));
    expect((await stage.press('S1', notNow)).view).toEqual({ card: 'notice', notice: 'not-allowed' });
  });

  it('at the same instant as the yes is before or after it, never in a pair', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const { stage, ports } = await asked();
      await stage.press('M1', answer('accept', 1));
      const presses = [() => stage.press('S1', answer('accept', 2)), () => stage.press('M1', notNow)];
      await Promise.all((turn % 2 === 0 ? presses : presses.reverse()).map((press) => press()));
      const mentor = (await ports.programmes.get('passages', 'participant', 'M1'))?.value.state;
      expect([mentor, rowsOf(ports, 'pair').length]).toEqual(mentor === 'enrolled' ? ['enrolled', 1] : ['not-now', 0]);
    }
  });
});

describe('Places', () => {
  const second = aProposal({
    id: 'Y',
    mentorId: 'M1',
    menteeId: 'S2',
    state: 'asking-mentee',
    replyBy: plusDays(now, 7),
    revision: 2,
  });
  const people = (capacity: number, role: 'mentor' | 'both' = 'mentor') => [
    aParticipant({ id: 'M1', profile: { capacity, role } }),
    aParticipant({ id: 'S1', profile: { role: 'mentee' } }),
    aParticipant({ id: 'S2', profile: { role: 'mentee' } }),
  ];
  const accept = { verb: 'proposal/accept', programmeId: 'passages', proposalId: 'Y', revision: 2 } as const;

  it.each([
    [1, 1],
    [2, 2],
  ])('of a mentor with %i hold for as many pairs', async (capacity, pairs) => {
    const { stage, ports } = await asked({ participants: people(capacity) });
    await put(ports, 'passages', 'proposal', 'Y', second);
    await stage.press('M1', answer('accept', 1));
    await Promise.all([stage.press('S1', answer('accept', 2)), stage.press('S2', accept)]);
    expect(rowsOf(ports, 'pair')).toHaveLength(pairs);
  });

  it('count for each side of somebody who is both', async () => {
    const { stage, ports } = await asked({ participants: [...people(1, 'both'), aParticipant({ id: 'M9' })] });
    await put(ports, 'passages', 'proposal', 'Y', { ...second, mentorId: 'M9', menteeId: 'M1' });
    await stage.press('M1', answer('accept', 1));
    await stage.press('S1', answer('accept', 2));
    await stage.press('M1', accept);
    expect(rowsOf(ports, 'pair')).toHaveLength(2);
  });
});

test('in every order of presses of both sides there is at most one pair, and it has both yes', async () => {
  const press = fc.record({
    who: fc.constantFrom('M1', 'S1'),
    verb: fc.constantFrom('accept' as const, 'decline' as const),
    revision: fc.integer({ min: 1, max: 3 }),
    days: fc.constantFrom(0, 0, 0, 3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(press, { maxLength: 8 }), async (presses) => {
      const { stage, ports } = await asked();
      for (const { who, verb, revision, days } of presses) {
        stage.now = plusDays(stage.now, days);
        await stage.press(who, answer(verb, revision));
      }
      const pairs = rowsOf(ports, 'pair');
      const [state] = rowsOf(ports, 'proposal') as { state: string }[];
      expect(pairs).toHaveLength(state?.state === 'accepted' ? 1 : 0);
      expect((await stage.queued()).filter((message) => message.kind === 'introduction')).toHaveLength(pairs.length);
    }),
    { numRuns: 60 },
  );
});
